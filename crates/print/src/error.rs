//! What can go wrong between a document and its PDF, with stable codes.

use std::fmt;

use thiserror::Error;

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

/// A document that cannot become paper.
#[derive(Debug, Error)]
pub enum PrintError {
    /// A font file cannot serve.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The text for a QR symbol does not fit the largest symbol the paper takes.
    #[error("{bytes} bytes do not fit a QR symbol on this paper")]
    QrTooLong {
        /// Length of the text in bytes.
        bytes: usize,
    },
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
            Self::QrTooLong { .. } => "PRINT-QR",
            Self::TooTall { .. } => "PRINT-TALL",
            Self::TooManyPages { .. } => "PRINT-PAGES",
            Self::Write { .. } => "PRINT-WRITE",
        }
    }
}
