//! What can go wrong between a document and its PDF, with stable codes.

use std::fmt;

use thiserror::Error;

use crate::template::TemplateError;

/// A font file that cannot serve.
#[derive(Debug, Error)]
pub enum FontError {
    /// The file is not there or cannot be read.
    #[error("font file {file} cannot be read: {source}")]
    Unreadable {
        /// File name inside the font folder.
        file: &'static str,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The file is larger than any face this product ships.
    #[error("font file {file} has {bytes} bytes, more than is allowed")]
    TooLarge {
        /// File name inside the font folder.
        file: &'static str,
        /// Its size.
        bytes: u64,
    },
    /// The file is not a TrueType or OpenType face.
    #[error("font file {file} is not a usable font")]
    Malformed {
        /// File name inside the font folder.
        file: &'static str,
    },
}

impl FontError {
    /// The stable code shown to people and written to logs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "PRINT-FONT-READ",
            Self::TooLarge { .. } => "PRINT-FONT-SIZE",
            Self::Malformed { .. } => "PRINT-FONT-FORM",
        }
    }
}

/// A picture that cannot stand for a character.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GlyphPictureError {
    /// Too small to show a character, too large to be one, or with more or fewer pixels than its
    /// sides say.
    #[error("a picture of {width} by {height} pixels cannot be a character's")]
    Size {
        /// Pixels in a row.
        width: usize,
        /// Rows.
        height: usize,
    },
    /// The file is no PNG this product reads.
    #[error("the picture cannot be read: {reason}")]
    Unreadable {
        /// What the reader said.
        reason: String,
    },
    /// Nothing in it stands out as ink on paper.
    #[error("the picture shows no character")]
    NoInk,
}

impl GlyphPictureError {
    /// The stable code shown to people and written to logs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Size { .. } => "PRINT-GLYPH-SIZE",
            Self::Unreadable { .. } => "PRINT-GLYPH-READ",
            Self::NoInk => "PRINT-GLYPH-INK",
        }
    }
}

/// A document that cannot become paper.
#[derive(Debug, Error)]
pub enum PrintError {
    /// A font file cannot serve.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The template the document was to be made by cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The text for a QR symbol does not fit the largest symbol the paper takes.
    #[error("{bytes} bytes do not fit a QR symbol on this paper")]
    QrTooLong {
        /// Length of the text in bytes.
        bytes: usize,
    },
    /// The text for a bar code is empty, too long for this paper, or not printable ASCII.
    #[error("{bytes} bytes cannot be a bar code on this paper")]
    Barcode {
        /// Length of the text in bytes.
        bytes: usize,
    },
    /// The picture of a page would be too large, or there is no such page.
    #[error("page {page} cannot be drawn at {dpi} dots per inch")]
    Picture {
        /// The page, from 0.
        page: usize,
        /// Dots per inch asked for.
        dpi: u32,
    },
    /// The document is for a sheet, not for a roll.
    #[error("the document is not for a ticket printer")]
    NotATicket,
    /// One indivisible part of the document is higher than a page.
    #[error("a part of the document is {height:.0} pt high, the page has {page:.0} pt")]
    TooTall {
        /// Height of the part in points.
        height: f32,
        /// Height of the page body in points.
        page: f32,
    },
    /// The document needs more pages than a printer should be given at once.
    #[error("the document has more than {limit} pages")]
    TooManyPages {
        /// The most pages one document may have.
        limit: usize,
    },
    /// The file could not be written from the laid out pages.
    #[error("the file could not be written: {reason}")]
    Write {
        /// What the writer said.
        reason: String,
    },
}

impl PrintError {
    /// A writer's own words about what stopped it.
    pub(crate) fn write(reason: &impl fmt::Display) -> Self {
        Self::Write {
            reason: reason.to_string(),
        }
    }

    /// The stable code shown to people and written to logs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Font(font) => font.code(),
            Self::Template(template) => template.code(),
            Self::QrTooLong { .. } => "PRINT-QR",
            Self::Barcode { .. } => "PRINT-BARCODE",
            Self::Picture { .. } => "PRINT-PICTURE",
            Self::NotATicket => "PRINT-TICKET",
            Self::TooTall { .. } => "PRINT-TALL",
            Self::TooManyPages { .. } => "PRINT-PAGES",
            Self::Write { .. } => "PRINT-WRITE",
        }
    }
}
