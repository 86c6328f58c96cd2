//! What a page is made of.

use super::text::{Align, Paragraph};

/// One thing on the page. Distances are points before the document's scale
/// unless a name says millimetres.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Running text, titles and number lines.
    Paragraph(Paragraph),
    /// Labels and values in a hairline grid; each inner list is one row, whose
    /// pairs share the width equally.
    Pairs(Vec<Vec<Pair>>),
    /// A hairline table.
    Table(Table),
    /// Boxes to tick.
    Checks(Vec<Check>),
    /// Things side by side: QR, lines to sign on, a place for the seal.
    Row(Vec<Part>),
    /// Empty height, dropped at the top of a page.
    Space(f32),
    /// A hairline across the page.
    Rule,
    /// Blocks that stay on one page when one page can hold them.
    Keep(Vec<Block>),
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

impl Pair {
    /// A label and its value.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// Millimetres before the document's scale.
    Mm(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
}

/// A column and its head.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The head, repeated on every page.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// How its cells stand.
    pub align: Align,
}

impl Column {
    /// A column with centred cells.
    #[must_use]
    pub fn centred(head: &str, width: Width) -> Self {
        Self {
            head: head.to_owned(),
            width,
            align: Align::Centre,
        }
    }

    /// A column with cells flush left.
    #[must_use]
    pub fn left(head: &str, width: Width) -> Self {
        Self {
            head: head.to_owned(),
            width,
            align: Align::Left,
        }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Bold when set.
    pub bold: bool,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            bold: false,
        }
    }
}

/// A table. A row shorter than its columns is filled up with empty cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom.
    pub rows: Vec<Vec<Cell>>,
    /// Type size.
    pub size: f32,
}

/// A box to tick and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Printed with its tick.
    pub ticked: bool,
    /// What it stands for.
    pub text: String,
    /// A second, smaller text below.
    pub note: Option<String>,
}

/// A line to sign on, a label with what is already known, or a sentence beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The label; empty before a sentence.
    pub label: String,
    /// The value; without one, room and a hairline to write on.
    pub value: Option<String>,
}

impl Line {
    /// Whether it is a sentence of its own.
    #[must_use]
    pub const fn is_sentence(&self) -> bool {
        self.label.is_empty() && self.value.is_some()
    }

    /// What it says, `blank` in the place of a value that is not there.
    #[must_use]
    pub fn text(&self, blank: &str) -> String {
        let value = self.value.as_deref().unwrap_or(blank);
        match self.is_sentence() {
            true => value.to_owned(),
            false => format!("{}：{value}", self.label),
        }
    }
}

/// A place for a seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Whose seal, above the box.
    pub organ: String,
    /// Date, below the box.
    pub date: String,
    /// What the empty box says, such as 「加盖受理专用章后生效」.
    pub prompt: String,
}

/// One of several things side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A QR symbol.
    Qr {
        /// The text in the symbol.
        payload: String,
        /// What stands below it.
        caption: String,
    },
    /// A Code 128 bar code (GB/T 18347), for scanners that read nothing else.
    Barcode {
        /// Printable ASCII; see [`Part::can_be_barcode`].
        payload: String,
        /// What stands below it, usually the payload.
        caption: String,
    },
    /// Lines to sign on; takes the room the other parts leave.
    Lines(Vec<Line>),
    /// A place for a seal.
    Seal(Seal),
}

impl Part {
    /// Most characters that a bar code carries on the paper of this product.
    pub(crate) const MOST_IN_BARCODE: usize = 32;

    /// Whether `payload` can be a bar code: 1 to 32 printable ASCII characters.
    #[must_use]
    pub fn can_be_barcode(payload: &str) -> bool {
        (1..=Self::MOST_IN_BARCODE).contains(&payload.len())
            && payload.bytes().all(|byte| (b' '..=b'~').contains(&byte))
    }
}
