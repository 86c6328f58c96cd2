//! A document as blocks, before anything is measured.
//!
//! Owns what a printed page may be made of. Knows neither fonts nor PDF, and
//! nothing of cases or matters: those become blocks in `documents`.

mod block;
mod glyph;
mod paper;
mod text;

pub use block::{Block, Cell, Check, Column, Line, Pair, Part, Seal, Table, Width};
pub use glyph::GlyphPicture;
pub use paper::{Furniture, Paper};
pub(crate) use paper::{HEAD_DOTS_PER_MM, MM};
pub use text::{Align, Paragraph, Span};

use chrono::{DateTime, FixedOffset};

use crate::font::Typeface;
use crate::template::TemplateError;

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
    /// Pictures for characters that may be in no face, at most one used for each.
    pub glyphs: Vec<GlyphPicture>,
    /// Template and profile it was made by, with their versions, such as `receipt.1@default.1`; none
    /// of one composed without. With an error it has no content, and no layout takes it.
    pub template: Result<Option<String>, TemplateError>,
}

impl Document {
    /// The same document on another roll; a document for sheets stays as it is.
    #[must_use]
    pub fn on_roll(mut self, roll: Paper) -> Self {
        if self.paper.is_roll() && roll.is_roll() {
            self.paper = roll;
            self.scale = roll.scale();
        }
        self
    }

    /// With pictures for characters no face draws.
    #[must_use]
    pub fn with_glyphs(mut self, glyphs: Vec<GlyphPicture>) -> Self {
        self.glyphs = glyphs;
        self
    }

    /// With who printed it and when, pale across every page.
    #[must_use]
    pub fn watermarked(mut self, operator: &str, at: DateTime<FixedOffset>) -> Self {
        self.furniture.watermark = Some(format!("{operator} {}", at.format("%Y-%m-%d %H:%M")));
        self
    }
}
