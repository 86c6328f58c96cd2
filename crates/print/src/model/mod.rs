//! A document as blocks, before anything is measured.
//!
//! Owns what a printed page may be made of. Knows neither fonts nor PDF, and
//! nothing of cases or matters: those become blocks in `documents`.

mod block;
mod paper;
mod text;

pub use block::{Block, Cell, Check, Column, Line, Pair, Part, Seal, Table, Width};
pub(crate) use paper::MM;
pub use paper::{Furniture, Paper};
pub use text::{Align, Paragraph, Span};

use chrono::{DateTime, FixedOffset};

use crate::font::Typeface;

/// Everything one print job draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title in the PDF's metadata.
    pub title: String,
    /// Sheet size.
    pub paper: Paper,
    /// Family of the whole document.
    pub typeface: Typeface,
    /// Factor on every type size, 1.0 for A4.
    pub scale: f32,
    /// When the document was made, for the PDF's metadata.
    pub created: DateTime<FixedOffset>,
    /// What every page carries besides its content.
    pub furniture: Furniture,
    /// Copy marks (联次). The document is laid out once for each, with its own
    /// page numbers; empty means one unmarked copy.
    pub copies: Vec<String>,
    /// The content, top to bottom.
    pub blocks: Vec<Block>,
}
