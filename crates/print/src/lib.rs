//! Documents as blocks, laid out and written as files, pictures and tickets; fonts and fallback.
//!
//! Three steps, each a module: [`model`] says what a page is made of,
//! [`layout`](mod@layout) measures it and breaks it into pages of placed ink,
//! and [`render`] writes that ink as a PDF with small fonts of its own,
//! [`render_ofd`] as an OFD, [`raster`] as pixels and [`ticket`] as a thermal
//! printer's commands.
//! [`documents`] makes the statutory papers from plain inputs, with the words and
//! the order of their [`template`]s. Nothing here
//! knows a database, a case or a printer; time and numbers are arguments.

mod coverage;
pub mod documents;
mod error;
mod font;
pub mod layout;
mod metadata;
pub mod model;
mod ofd;
mod pdf;
pub mod raster;
mod said;
mod subset;
pub mod template;
pub mod ticket;

use metadata::Metadata;

pub use coverage::{Coverage, document_coverage};
pub use error::{FontError, GlyphPictureError, PrintError};
pub use font::{FontSet, Typeface, coverage, printable};
pub use model::{Document, Paper};
pub use pdf::read::{PdfReadError, PdfText, read_text};
pub use said::said;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedPdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has, all copies together.
    pub pages: usize,
    /// Characters drawn as framed code points because no face has them, by code
    /// point. The document itself says so too.
    pub missing: Vec<char>,
    /// Characters drawn from their pictures for the same reason, by code point.
    pub pictured: Vec<char>,
}

/// Lays out `document` and writes it as a PDF. The same document and fonts give
/// the same bytes.
///
/// # Errors
/// When a font file cannot serve, a QR text is too long, an indivisible part is
/// higher than a page, there are too many pages, or the file cannot be written.
pub fn render(document: &Document, fonts: &FontSet) -> Result<RenderedPdf, PrintError> {
    let laid_out = layout::layout(document, fonts)?;
    let bytes = pdf::write(&laid_out, &Metadata::of(document), fonts)?;
    Ok(RenderedPdf {
        bytes,
        pages: laid_out.pages.len(),
        missing: laid_out.missing,
        pictured: laid_out.pictured,
    })
}

/// A finished OFD (GB/T 33190-2016), the fixed-layout format of government archives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedOfd {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has, all copies together.
    pub pages: usize,
    /// Characters drawn as framed code points because no face has them, by code
    /// point.
    pub missing: Vec<char>,
    /// Characters drawn from their pictures for the same reason, by code point.
    pub pictured: Vec<char>,
}

/// Lays out `document` and writes it as an OFD with the same pages as its PDF.
/// The same document and fonts give the same bytes.
///
/// # Errors
/// Those of [`render`].
pub fn render_ofd(document: &Document, fonts: &FontSet) -> Result<RenderedOfd, PrintError> {
    let laid_out = layout::layout(document, fonts)?;
    let bytes = ofd::write(&laid_out, &Metadata::of(document), fonts)?;
    Ok(RenderedOfd {
        bytes,
        pages: laid_out.pages.len(),
        missing: laid_out.missing,
        pictured: laid_out.pictured,
    })
}
