//! The parts that say what is where: `OFD.xml` and `Document.xml`.

use std::io;

use super::FOLDER;
use super::resources::Resources;
use super::xml::{Xml, rectangle};
use crate::error::PrintError;
use crate::layout::{Area, Layout};
use crate::metadata::{CREATOR, Metadata};

/// `OFD.xml`: the document's metadata and where it begins (7.4). `name` is 32
/// characters that no other document has.
pub(super) fn start(metadata: &Metadata, name: &str) -> Result<Vec<u8>, PrintError> {
    let kind = [("Version", "1.0".to_owned()), ("DocType", "OFD".to_owned())];
    let day = metadata.created.format("%Y-%m-%d").to_string();
    Xml::part("OFD", &kind, |xml| {
        xml.element("DocBody", &[], |xml| {
            xml.element("DocInfo", &[], |xml| {
                xml.text("DocID", &[], name)?;
                xml.text("Title", &[], &metadata.title)?;
                xml.text("CreationDate", &[], &day)?;
                xml.text("ModDate", &[], &day)?;
                xml.text("Creator", &[], CREATOR)?;
                xml.text("CreatorVersion", &[], env!("CARGO_PKG_VERSION"))
            })?;
            xml.text("DocRoot", &[], &format!("{FOLDER}/Document.xml"))
        })
    })
}

/// `Document.xml`: the resources and the pages with their numbers (7.5).
/// `highest` is the highest number given to anything.
pub(super) fn document(
    layout: &Layout,
    pages: &[(u32, String)],
    resources: &Resources<'_>,
    highest: u32,
) -> Result<Vec<u8>, PrintError> {
    Xml::part("Document", &[], |xml| {
        xml.element("CommonData", &[], |xml| {
            xml.text("MaxUnitID", &[], &highest.to_string())?;
            if let Some(first) = layout.pages.first() {
                page_area(xml, "PageArea", first.width, first.height)?;
            }
            xml.text("PublicRes", &[], Resources::PUBLIC)?;
            match resources.has_own() {
                true => xml.text("DocumentRes", &[], Resources::OWN),
                false => Ok(()),
            }
        })?;
        xml.element("Pages", &[], |xml| {
            pages.iter().try_for_each(|(id, place)| {
                xml.empty(
                    "Page",
                    &[("ID", id.to_string()), ("BaseLoc", place.clone())],
                )
            })
        })
    })
}

/// The size of a page, in an element of the given name.
pub(super) fn page_area(xml: &mut Xml, name: &str, width: f32, height: f32) -> io::Result<()> {
    let whole = Area {
        x: 0.0,
        y: 0.0,
        width,
        height,
    };
    xml.element(name, &[], |xml| {
        xml.text("PhysicalBox", &[], &rectangle(whole))
    })
}
