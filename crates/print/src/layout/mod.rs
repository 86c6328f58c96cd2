//! Blocks into pages of placed ink.
//!
//! Owns measuring, line and page breaking. Knows fonts by their glyphs only and
//! nothing of PDF.

mod barcode;
mod cells;
mod flow;
mod furniture;
mod grid;
mod lines;
mod mark;
mod parts;
mod qr;
mod shape;
mod strip;
mod symbol;
mod text;

pub(crate) use cells::cell_lines;
pub(crate) use mark::RunGlyph;
pub use mark::{Area, Layout, Mark, Page, Pictured, Run};
pub use symbol::{Symbol, SymbolKind};

use self::furniture::Dressing;
use self::grid::Frame;
use self::shape::{Shaper, Style};
use self::strip::Strip;
use crate::error::{FontError, PrintError};
use crate::font::FontSet;
use crate::model::{Block, Document, GlyphPicture, MM};

/// Stroke that thickens a regular glyph to a bold one, in em.
pub(crate) const THICKEN: f32 = 0.03;

/// Said on every page of a document that shows characters as framed code points.
const MISSING_NOTE: &str = "注：方框内以“U+”开头的是本机打不出的字，请对照证件原件手写填入。";

/// Lays out every copy of `document`.
///
/// # Errors
/// When a font file cannot serve, a QR text is too long, an indivisible part is
/// higher than a page, or there are too many pages.
pub fn layout(document: &Document, fonts: &FontSet) -> Result<Layout, PrintError> {
    document.template.clone()?;
    let mut shaper = Shaper::new(fonts, document.typeface, &document.glyphs);
    let mut pages = Vec::new();
    if document.copies.is_empty() {
        copy_pages(&mut shaper, document, None, &mut pages)?;
    }
    for copy in &document.copies {
        copy_pages(&mut shaper, document, Some(copy), &mut pages)?;
    }
    Ok(Layout {
        pages,
        missing: shaper.missing(),
        pictured: shaper.pictured().iter().map(|glyph| glyph.ch()).collect(),
    })
}

fn copy_pages(
    shaper: &mut Shaper<'_>,
    document: &Document,
    copy: Option<&str>,
    pages: &mut Vec<Page>,
) -> Result<(), PrintError> {
    let (width, height) = document.paper.size_mm();
    let (side, end) = document.paper.margins_mm();
    let inside = Area {
        x: side * MM,
        y: end * MM,
        width: (width - 2.0 * side) * MM,
        height: (height - 2.0 * end) * MM,
    };
    let mut dressing = Dressing::new(shaper, &document.furniture, copy, inside, document.paper)?;
    let frame = Frame {
        left: inside.x,
        width: inside.width,
        scale: document.scale,
        most_row: dressing.body().height / 3.0,
        dot: document.paper.dot(),
    };

    let strips = block_strips(shaper, &document.blocks, frame)?;
    if let Some(note) = note(shaper) {
        dressing.add_note(shaper, &note)?;
    }
    let filled = flow::fill_pages(strips, dressing.body())?;
    let total = filled.len();
    dressing.count(total);
    for (at, filled) in filled.into_iter().enumerate() {
        if document.paper.is_roll() {
            dressing.end_below(&filled.marks);
        }
        let inside = dressing.inside();
        let mut marks = dressing.marks(shaper, at + 1, total)?;
        let furniture = marks.len() + filled.repeated;
        marks.extend(filled.marks);
        if document.paper.is_roll() {
            marks.iter_mut().for_each(Mark::blacken);
        }
        pages.push(Page {
            width: width * MM,
            height: inside.y + inside.height + end * MM,
            inside,
            marks,
            furniture,
        });
    }
    Ok(())
}

/// What every page says of characters that are not set as text.
fn note(shaper: &Shaper<'_>) -> Option<String> {
    let missing = (!shaper.missing().is_empty()).then(|| MISSING_NOTE.to_owned());
    let pictured = shaper.pictured().into_iter().map(GlyphPicture::note);
    let notes: Vec<String> = pictured.chain(missing).collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}

fn block_strips(
    shaper: &mut Shaper<'_>,
    blocks: &[Block],
    frame: Frame,
) -> Result<Vec<Strip>, PrintError> {
    let mut strips = Vec::new();
    let mut space = 0.0;
    for block in blocks {
        let mut made = match block {
            Block::Paragraph(paragraph) => {
                text::paragraph_strips(shaper, paragraph, frame.left, frame.width, frame.scale)?
            }
            Block::Pairs(rows) => grid::pair_strips(shaper, rows, frame)?,
            Block::Table(table) => grid::table_strips(shaper, table, frame)?,
            Block::Checks(checks) => parts::check_strips(shaper, checks, frame)?,
            Block::Row(row) => parts::row_strips(shaper, row, frame)?,
            Block::Rule => vec![parts::rule_strip(frame)],
            Block::Space(points) => {
                space += points * frame.scale;
                continue;
            }
            Block::Keep(inner) => {
                let mut kept = block_strips(shaper, inner, frame)?;
                strip::keep_together(&mut kept);
                kept
            }
        };
        if let Some(first) = made.first_mut() {
            first.before += space;
            space = 0.0;
        }
        strips.extend(made);
    }
    Ok(strips)
}

/// Watermark text as large as the page takes, its middle at zero.
fn watermark_runs(
    shaper: &mut Shaper<'_>,
    text: &str,
    inside: Area,
) -> Result<Vec<Run>, FontError> {
    const MOST_SIZE: f32 = 60.0;
    const GREY: f32 = 0.88;
    let line = text.replace(['\n', '\r'], " ");
    let mut atoms_of = |size| {
        shaper.atoms(
            &line,
            Style {
                size,
                bold: false,
                grey: GREY,
            },
        )
    };
    let em: f32 = atoms_of(1.0)?.iter().map(|atom| atom.advance).sum();
    let size = MOST_SIZE.min(inside.width * 1.2 / em.max(1.0));
    let marks = shape::marks(&atoms_of(size)?, -em * size / 2.0, 0.35 * size, 0.0, 0.0);
    Ok(marks
        .into_iter()
        .filter_map(|mark| match mark {
            Mark::Text(run) => Some(run),
            _ => None,
        })
        .collect())
}
