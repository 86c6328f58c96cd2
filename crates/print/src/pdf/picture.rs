//! Characters' pictures as images of the file.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, XObject, XObjectId};

use crate::layout::{Layout, Mark};
use crate::model::GlyphPicture;

/// The name under which a character's picture is in the file.
pub(super) fn id(ch: char) -> XObjectId {
    XObjectId(format!("G{:04X}", u32::from(ch)))
}

/// Adds every picture a page uses, once.
pub(super) fn add_all(layout: &Layout, document: &mut PdfDocument) {
    for mark in layout.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Picture(pictured) = mark {
            let images = &mut document.resources.xobjects.map;
            images
                .entry(id(pictured.ch()))
                .or_insert_with(|| image(pictured.picture()));
        }
    }
}

/// An eight-bit grey image; the file counts light, the picture ink.
fn image(picture: &GlyphPicture) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let side = DictItem::Int(i64::try_from(picture.side()).unwrap_or(0));
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), side.clone()),
        ("Height".to_owned(), side),
        ("ColorSpace".to_owned(), name("DeviceGray")),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("Interpolate".to_owned(), DictItem::Bool(true)),
    ]);
    let stream = ExternalStream {
        dict,
        content: picture.ink().iter().map(|&ink| 255 - ink).collect(),
        compress: true,
    };
    XObject::External(ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    })
}
