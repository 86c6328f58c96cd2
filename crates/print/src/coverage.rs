//! What of a document cannot be set as text, known before anything is printed.

use crate::error::PrintError;
use crate::font::FontSet;
use crate::layout::layout;
use crate::model::Document;

/// The characters of a document that no face draws.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Those that will be framed code points, by code point.
    pub boxed: Vec<char>,
    /// Those that will be drawn from their pictures, by code point.
    pub pictured: Vec<char>,
}

impl Coverage {
    /// Whether everything is set as text.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.boxed.is_empty() && self.pictured.is_empty()
    }
}

/// What of `document`, with header and footer, will be framed or drawn from pictures. The document
/// is laid out for it, so that what is told is what will be printed.
///
/// # Errors
/// Those of [`layout`]: a document that cannot be laid out cannot be printed either.
pub fn document_coverage(document: &Document, fonts: &FontSet) -> Result<Coverage, PrintError> {
    let laid_out = layout(document, fonts)?;
    Ok(Coverage {
        boxed: laid_out.missing,
        pictured: laid_out.pictured,
    })
}
