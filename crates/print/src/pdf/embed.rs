//! Small fonts as the file's own.

use printpdf::{FontEmbeddingMode, FontId, ParsedFont, PdfDocument, PdfFont};

use crate::error::PrintError;
use crate::subset::{SmallFont, SmallFontNumber, SmallFonts, tag};

/// The name by which a page's operations ask for a small font.
pub(super) fn font_id(number: SmallFontNumber) -> FontId {
    FontId(format!("F{number:03}"))
}

/// Cuts the small fonts and adds them to the file.
pub(super) fn add_fonts(
    document: &mut PdfDocument,
    small: &SmallFonts<'_>,
) -> Result<(), PrintError> {
    for font in small.cut()? {
        document
            .resources
            .fonts
            .map
            .insert(font_id(font.number), embedded(&font)?);
    }
    Ok(())
}

fn embedded(font: &SmallFont<'_>) -> Result<PdfFont, PrintError> {
    let name = font.face.name();
    // The subset has no character map; glyphs are named by number.
    let mut parsed = ParsedFont::from_bytes(&font.bytes, 0, &mut Vec::new())
        .ok_or_else(|| PrintError::write(&format_args!("subset of {name} is unreadable")))?;
    parsed.font_name = Some(format!("{}+{name}", tag(font.number)));
    let mut embedded = PdfFont::new(parsed);
    embedded.meta.requires_subsetting = false;
    embedded.meta.embedding_mode = FontEmbeddingMode::Full;
    Ok(embedded)
}
