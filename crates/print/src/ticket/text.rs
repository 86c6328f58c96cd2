//! A ticket as lines of a printer's own characters.
//!
//! Says what the pages say, in the same order. A ticket that needs more than lines, rules and
//! symbols, or a character outside GB 2312, has no such form.

use super::gb2312::code;
use crate::font::printable;
use crate::layout::{Layout, Mark, Symbol, SymbolKind, cell_lines};
use crate::model::{
    Align, Block, Check, Document, Furniture, HEAD_DOTS_PER_MM, MM, Paragraph, Part,
};
use crate::raster::{Bitmap, symbol_dots};

/// Width of a printer's narrow character in dots.
const CELL_DOTS: f32 = 12.0;
/// From this type size on, before the document's scale, characters are doubled.
const LARGE: f32 = 15.0;
/// A gap of at least this many points becomes an empty line.
const GAP: f32 = 8.0;
/// Room to write on, in cells.
const BLANK: usize = 12;

/// One thing below another.
pub(super) enum Item {
    Line(Line),
    /// A QR symbol of ASCII alone: printers' own encoders take nothing else for certain.
    Symbol(OwnSymbol),
    /// Any other symbol, as wide as the roll.
    Dots(Bitmap),
}

/// A line of characters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) align: Align,
    pub(super) bold: bool,
    /// Twice as wide and as high.
    pub(super) large: bool,
}

/// A QR symbol the printer draws itself.
pub(super) struct OwnSymbol {
    pub(super) payload: String,
    /// Dots of a module.
    pub(super) module: u8,
}

/// The ticket's pieces, one for each copy; none when it cannot be text.
pub(super) fn pieces(document: &Document, laid_out: &Layout) -> Option<Vec<Vec<Item>>> {
    if document.furniture.watermark.is_some() {
        return None;
    }
    let (width, _) = document.paper.size_mm();
    let (side, _) = document.paper.margins_mm();
    let columns = ((width - 2.0 * side) * HEAD_DOTS_PER_MM / CELL_DOTS) as usize;
    let unmarked = [String::new()];
    let copies = if document.copies.is_empty() {
        &unmarked[..]
    } else {
        &document.copies
    };
    copies
        .iter()
        .map(|copy| {
            let mut piece = Piece {
                columns,
                laid_out,
                items: Vec::new(),
            };
            piece.top(&document.furniture, copy);
            piece.blocks(&document.blocks)?;
            piece.rule();
            piece.small(&document.furniture.footer, Align::Left);
            piece.can_be_said().then_some(piece.items)
        })
        .collect()
}

struct Piece<'a> {
    columns: usize,
    laid_out: &'a Layout,
    items: Vec<Item>,
}

/// How a text is to be set.
#[derive(Clone, Copy)]
struct Style {
    align: Align,
    bold: bool,
    large: bool,
    /// Cells before every line but the first.
    hanging: usize,
}

const SMALL: Style = Style {
    align: Align::Left,
    bold: false,
    large: false,
    hanging: 0,
};

impl Piece<'_> {
    fn top(&mut self, furniture: &Furniture, copy: &str) {
        let bold = Style {
            align: Align::Centre,
            bold: true,
            ..SMALL
        };
        self.say(furniture.banner.as_deref().unwrap_or_default(), bold);
        self.small(&furniture.header, Align::Left);
        self.small(copy, Align::Right);
        self.small(&furniture.marks.join("\n"), Align::Right);
        if !self.items.is_empty() {
            self.rule();
        }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Option<()> {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Pairs(rows) => {
                    for pair in rows.iter().flatten() {
                        self.small(&format!("{}：{}", pair.label, pair.value), Align::Left);
                    }
                }
                Block::Checks(checks) => checks.iter().for_each(|check| self.check(check)),
                Block::Row(parts) => {
                    for part in parts {
                        self.part(part)?;
                    }
                }
                Block::Rule => self.rule(),
                Block::Space(points) => self.gap(*points),
                Block::Keep(kept) => self.blocks(kept)?,
                Block::Table(_) => return None,
            }
        }
        Some(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let text: String = paragraph
            .spans
            .iter()
            .map(|span| span.text.as_str())
            .collect();
        self.gap(paragraph.before);
        let large = paragraph.size >= LARGE;
        // The printer's characters are two cells to an em.
        let hanging = (paragraph.hanging * 2.0) as usize;
        let first = ((paragraph.hanging + paragraph.indent) * 2.0).max(0.0) as usize;
        let style = Style {
            align: paragraph.align,
            bold: paragraph.spans.iter().all(|span| span.bold),
            large,
            hanging,
        };
        self.set(&text, &" ".repeat(first), style);
    }

    fn check(&mut self, check: &Check) {
        let mark = if check.ticked { "√ " } else { "□ " };
        let style = Style {
            hanging: 3,
            ..SMALL
        };
        self.set(&check.text, mark, style);
        if let Some(note) = &check.note {
            self.set(note, "   ", style);
        }
    }

    fn part(&mut self, part: &Part) -> Option<()> {
        match part {
            Part::Qr { payload, caption } | Part::Barcode { payload, caption } => {
                let symbol = self.laid_out_symbol(payload)?;
                let own = symbol.kind() == SymbolKind::Qr && payload.is_ascii();
                let item = if own {
                    Item::Symbol(OwnSymbol {
                        payload: payload.clone(),
                        module: module_dots(symbol),
                    })
                } else {
                    Item::Dots(symbol_dots(symbol, self.columns * CELL_DOTS as usize))
                };
                self.items.push(item);
                self.small(caption, Align::Centre);
            }
            Part::Lines(lines) => {
                for line in lines {
                    let blank = "_".repeat(BLANK);
                    self.small(&line.text(&blank), Align::Left);
                }
            }
            Part::Seal(_) => return None,
        }
        Some(())
    }

    /// The symbol as it stands on the laid out pages.
    fn laid_out_symbol(&self, payload: &str) -> Option<&Symbol> {
        let mut marks = self.laid_out.pages.iter().flat_map(|page| &page.marks);
        marks.find_map(|mark| match mark {
            Mark::Symbol(symbol) if symbol.payload() == payload => Some(symbol),
            _ => None,
        })
    }

    fn small(&mut self, text: &str, align: Align) {
        self.say(text, Style { align, ..SMALL });
    }

    fn say(&mut self, text: &str, style: Style) {
        if !printable(text).trim().is_empty() {
            self.set(text, "", style);
        }
    }

    /// Breaks a text into lines; `first` stands before the first.
    fn set(&mut self, text: &str, first: &str, style: Style) {
        let columns = self.columns / if style.large { 2 } else { 1 };
        let hanging = style.hanging.min(columns / 2);
        let lead = cells(first).min(columns / 2);
        let room = |line: usize| columns - if line == 0 { lead } else { hanging };
        for (at, line) in cell_lines(text, room).into_iter().enumerate() {
            let before = if at == 0 {
                first.to_owned()
            } else {
                " ".repeat(hanging)
            };
            self.items.push(Item::Line(Line {
                text: format!("{before}{line}"),
                align: style.align,
                bold: style.bold,
                large: style.large,
            }));
        }
    }

    fn rule(&mut self) {
        self.small(&"-".repeat(self.columns), Align::Left);
    }

    fn gap(&mut self, points: f32) {
        if points >= GAP && !self.items.is_empty() {
            self.items.push(Item::Line(Line {
                text: String::new(),
                align: Align::Left,
                bold: false,
                large: false,
            }));
        }
    }

    fn can_be_said(&self) -> bool {
        self.items.iter().all(|item| match item {
            Item::Line(line) => line.text.chars().all(|ch| code(ch).is_some()),
            Item::Symbol(_) | Item::Dots(_) => true,
        })
    }
}

/// Dots of a symbol's module, as many as printers' own symbols may have.
fn module_dots(symbol: &Symbol) -> u8 {
    (symbol.cell().0 / MM * HEAD_DOTS_PER_MM)
        .round()
        .clamp(1.0, 16.0) as u8
}

fn cells(text: &str) -> usize {
    text.chars()
        .map(|ch| if ch.is_ascii() { 1 } else { 2 })
        .sum()
}
