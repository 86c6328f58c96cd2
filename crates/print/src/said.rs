//! What a document says, apart from how it is set: the text a receipt's digest is reckoned over.

use crate::error::PrintError;
use crate::font::FontSet;
use crate::layout::{Mark, layout};
use crate::model::Document;

/// The text of one copy of `document` in drawing order, as its PDF gives it back: without header,
/// footer and what else stands on every page, and without symbols. Where a line or a page ends
/// changes nothing but white space, which a reader has to pass over.
///
/// # Errors
/// Those of laying the document out.
pub fn said(document: &Document, fonts: &FontSet) -> Result<String, PrintError> {
    let one = Document {
        copies: Vec::new(),
        ..document.clone()
    };
    let laid_out = layout(&one, fonts)?;
    let runs = laid_out
        .pages
        .iter()
        .flat_map(|page| page.content())
        .filter_map(|mark| match mark {
            Mark::Text(run) => Some(run.text()),
            Mark::Picture(pictured) => pictured.carrier().map(|run| run.text()),
            _ => None,
        });
    Ok(runs.collect::<Vec<_>>().join("\n"))
}
