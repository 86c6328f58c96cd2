//! Placed ink into OFD bytes (GB/T 33190-2016), the same bytes for the same ink.
//!
//! The twin of `pdf`: owns the file's parts and their packing. Knows nothing of
//! blocks. A file is a zip of XML parts and fonts; lengths in it are millimetres
//! from the top left of a page.

mod objects;
mod parts;
mod resources;
mod typeface;
mod xml;

use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use self::objects::Objects;
use self::resources::Resources;
use crate::error::PrintError;
use crate::font::FontSet;
use crate::layout::Layout;
use crate::metadata::Metadata;
use crate::subset::SmallFonts;

/// A file inside the zip: where, and what.
struct Entry {
    path: String,
    bytes: Vec<u8>,
}

/// The folder of the one document in the file.
const FOLDER: &str = "Doc_0";

/// Numbers of the things in a document; the standard wants each to differ.
#[derive(Default)]
struct Ids {
    last: u32,
}

impl Ids {
    const fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

/// Writes the pages as one OFD with subset fonts.
pub(crate) fn write(
    layout: &Layout,
    metadata: &Metadata,
    fonts: &FontSet,
) -> Result<Vec<u8>, PrintError> {
    let small = SmallFonts::new(layout, fonts);
    let mut ids = Ids::default();
    let resources = Resources::new(layout, small.cut()?, &mut ids);
    let mut entries = resources.entries()?;
    let mut pages = Vec::new();
    for (at, page) in layout.pages.iter().enumerate() {
        let id = ids.next();
        let place = format!("Pages/Page_{at}/Content.xml");
        let bytes = Objects::new(page, &small, &resources, &mut ids).content()?;
        entries.push(entry(&place, bytes));
        pages.push((id, place));
    }
    let document = parts::document(layout, &pages, &resources, ids.last)?;
    entries.insert(0, entry("Document.xml", document));
    let start = parts::start(metadata, &digest(&entries))?;
    entries.insert(
        0,
        Entry {
            path: "OFD.xml".to_owned(),
            bytes: start,
        },
    );
    pack(&entries)
}

fn entry(place: &str, bytes: Vec<u8>) -> Entry {
    Entry {
        path: format!("{FOLDER}/{place}"),
        bytes,
    }
}

/// Names the document by its content, so equal documents are equal files.
fn digest(entries: &[Entry]) -> String {
    let mut sha = Sha256::new();
    for entry in entries {
        sha.update(entry.path.as_bytes());
        sha.update(&entry.bytes);
    }
    data_encoding::HEXLOWER.encode(&sha.finalize()[..16])
}

/// A zip that tells neither when nor on which system it was made.
fn pack(entries: &[Entry]) -> Result<Vec<u8>, PrintError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        zip.start_file(entry.path.as_str(), options)
            .map_err(|error| PrintError::write(&error))?;
        zip.write_all(&entry.bytes)
            .map_err(|error| PrintError::write(&error))?;
    }
    let packed = zip.finish().map_err(|error| PrintError::write(&error))?;
    Ok(packed.into_inner())
}
