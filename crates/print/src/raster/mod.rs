//! Pages as pixels: grey for looking at, dots for thermal heads.
//!
//! Owns how ink becomes pixels. A grey picture shows a page as a printer with fine dots would; a
//! thermal head burns a dot or leaves it, so there every glyph stands on whole dots and the share
//! of a dot that must be inked depends on the face: thin strokes of a Ming face would vanish at
//! one half, and a character that loses a stroke may be another one.

mod canvas;
mod outline;
mod pen;

pub use canvas::Bitmap;

use self::canvas::Canvas;
use self::pen::{Pen, QUIET, Scale, count};
use crate::error::PrintError;
use crate::font::FontSet;
use crate::layout::{Area, Layout, Mark, Page, Symbol};
use crate::model::{HEAD_DOTS_PER_MM, MM};

/// Dots per inch a picture may be asked for.
const DPI: std::ops::RangeInclusive<u32> = 20..=600;
/// Most pixels of a picture: an A4 page at 300 dots per inch has 8.7 million.
const MOST_PIXELS: f32 = 12e6;
const POINTS_PER_INCH: f32 = 72.0;

/// Page `page` of `layout`, from 0, as a grey PNG of the whole sheet at `dpi` dots per inch (20 to
/// 600, and at most twelve million pixels).
///
/// # Errors
/// `PRINT-PICTURE` when there is no such page or the picture would be too large, a font error when
/// a font file cannot serve.
pub fn page_png(
    layout: &Layout,
    page: usize,
    dpi: u32,
    fonts: &FontSet,
) -> Result<Vec<u8>, PrintError> {
    let refused = PrintError::Picture { page, dpi };
    let Some(sheet) = layout.pages.get(page).filter(|_| DPI.contains(&dpi)) else {
        return Err(refused);
    };
    let scale = dpi as f32 / POINTS_PER_INCH;
    if sheet.width * scale * sheet.height * scale > MOST_PIXELS {
        return Err(refused);
    }
    let whole = Area {
        x: 0.0,
        y: 0.0,
        width: sheet.width,
        height: sheet.height,
    };
    drawn(sheet, whole, Scale::fine(scale), fonts)?.png()
}

/// The printed part of a roll's page as dots of a thermal head, eight in a millimetre.
///
/// # Errors
/// A font error when a font file cannot serve.
pub fn page_dots(page: &Page, fonts: &FontSet) -> Result<Bitmap, PrintError> {
    let scale = HEAD_DOTS_PER_MM / MM;
    Ok(drawn(page, page.inside, Scale::dots(scale), fonts)?.dots())
}

/// A symbol alone in the middle of a band `width` dots wide, with the white it needs.
pub(crate) fn symbol_dots(symbol: &Symbol, width: usize) -> Bitmap {
    let (wide, high) = pen::cell_dots(symbol, HEAD_DOTS_PER_MM / MM);
    let (columns, rows) = symbol.grid();
    let white = QUIET * wide;
    let left = (count(width) - count(columns) * wide) / 2;
    let height = count(rows) * high + 2 * white;
    let mut canvas = Canvas::white(width, usize::try_from(height).unwrap_or(0));
    canvas.symbol(symbol, (left, white), (wide, high));
    canvas.dots()
}

fn drawn(page: &Page, part: Area, scale: Scale, fonts: &FontSet) -> Result<Canvas, PrintError> {
    let mut pen = Pen::new(page, part, scale, fonts);
    // Only what is pale makes room for symbols: no text may ever lose ink to their white.
    let pale = |mark: &&Mark| matches!(mark, Mark::Watermark(_));
    for mark in page.marks.iter().filter(pale) {
        pen.draw(mark)?;
    }
    pen.clear_symbols();
    for mark in page.marks.iter().filter(|mark| !pale(mark)) {
        pen.draw(mark)?;
    }
    Ok(pen.finish())
}
