//! Placed ink into PDF bytes, the same bytes for the same ink.
//!
//! Owns embedding and the file. Knows nothing of blocks.

mod embed;
mod ops;
mod picture;
pub(crate) mod read;

use printpdf::{Mm, OffsetDateTime, PdfDocument, PdfPage, PdfSaveOptions, Pt};
use sha2::{Digest, Sha256};

use crate::error::PrintError;
use crate::font::FontSet;
use crate::layout::{Layout, Mark, SymbolKind};
use crate::metadata::{CREATOR, Metadata};
use crate::subset::SmallFonts;

/// Writes the pages as one PDF with subset fonts.
pub(crate) fn write(
    layout: &Layout,
    metadata: &Metadata,
    fonts: &FontSet,
) -> Result<Vec<u8>, PrintError> {
    let small = SmallFonts::new(layout, fonts);
    let mut document = PdfDocument::new(&metadata.title);
    let created = OffsetDateTime::from_unix_timestamp(metadata.created.timestamp())
        .map_err(|reason| PrintError::write(&reason))?;
    let info = &mut document.metadata.info;
    info.document_title.clone_from(&metadata.title);
    info.creator = CREATOR.to_owned();
    info.producer = concat!("yichuang-print ", env!("CARGO_PKG_VERSION")).to_owned();
    info.creation_date = created;
    info.modification_date = created;
    info.metadata_date = created;
    info.keywords = symbol_lines(layout);
    embed::add_fonts(&mut document, &small)?;
    picture::add_all(layout, &mut document);
    for page in &layout.pages {
        let (width, height) = (Mm::from(Pt(page.width)), Mm::from(Pt(page.height)));
        document
            .pages
            .push(PdfPage::new(width, height, ops::page_ops(page, &small)));
    }
    let mut warnings = Vec::new();
    let mut bytes = document.save(&PdfSaveOptions::default(), &mut warnings);
    name_by_content(&mut bytes);
    Ok(bytes)
}

/// What the QR symbols say that say one line of ASCII, each once: a file is found by its number, and
/// a receipt's line is read from a file without a camera.
fn symbol_lines(layout: &Layout) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for mark in layout.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Symbol(symbol) = mark
            && symbol.kind() == SymbolKind::Qr
            && symbol
                .payload()
                .bytes()
                .all(|byte| (b' '..=b'~').contains(&byte))
            && lines.iter().all(|line| line != symbol.payload())
        {
            lines.push(symbol.payload().to_owned());
        }
    }
    lines
}

/// The writer numbers files from a counter of the process; the identifier
/// becomes a digest of the content, so equal documents are equal files.
fn name_by_content(bytes: &mut [u8]) {
    const MARK: &[u8] = b"/ID[(";
    const LENGTH: usize = 32;
    let Some(start) = bytes.windows(MARK.len()).rposition(|window| window == MARK) else {
        return;
    };
    let first = start + MARK.len();
    let second = first + LENGTH + 2;
    if bytes.len() < second + LENGTH {
        return;
    }
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes[..start]));
    for at in [first, second] {
        bytes[at..at + LENGTH].copy_from_slice(&digest.as_bytes()[..LENGTH]);
    }
}
