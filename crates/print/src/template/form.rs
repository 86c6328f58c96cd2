//! What a template file says: the form of `assets/templates/<document>.<version>.json`.
//!
//! Owns the words of the format and nothing of what they do. Sizes and distances are points before
//! the sheet's scale unless a name says millimetres.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Path, Text};
use crate::font::Typeface;
use crate::model::{Align, Paper};

/// One version of one document's form.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Where the schema is, for editors.
    #[serde(rename = "$schema", default)]
    pub(crate) schema: Option<String>,
    /// The document it is for, such as `receipt`.
    pub(crate) document: String,
    /// Its name in footers, such as 接收凭证.
    pub(crate) name: String,
    /// Its version, from 1. A version is never changed once papers were made by it.
    pub(crate) version: u32,
    /// The title of the paper.
    pub(crate) title: Text,
    /// The sheet it is made for; a roll is kept to whatever is asked for.
    #[schemars(with = "String")]
    pub(crate) sheet: Paper,
    /// Copy marks (联次) of a paper made for both sides; none for a paper of one copy.
    #[serde(default)]
    pub(crate) copies: Vec<String>,
    /// The family of the whole paper.
    #[serde(default)]
    pub(crate) typeface: Face,
    /// Whether the paper carries a number; yes when not said.
    #[serde(default = "yes")]
    pub(crate) numbered: bool,
    /// Factor on every type size in place of the sheet's own.
    #[serde(default)]
    pub(crate) scale: Option<f32>,
    /// Larger type on a condition.
    #[serde(default)]
    pub(crate) enlarge: Option<Enlarge>,
    /// Pale words across every page on a condition.
    #[serde(default)]
    pub(crate) watermark: Option<Watermark>,
    /// Paragraph styles of this paper, by name.
    #[serde(default)]
    pub(crate) styles: BTreeMap<String, Style>,
    /// The content, top to bottom.
    pub(crate) blocks: Vec<Block>,
    /// QR, lines to sign on and the place for the seal; never alone on a page.
    #[serde(default)]
    pub(crate) closing: Vec<Part>,
}

const fn yes() -> bool {
    true
}

/// The family of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Face {
    /// 宋体.
    #[default]
    Song,
    /// 黑体.
    Hei,
}

impl From<Face> for Typeface {
    fn from(face: Face) -> Self {
        match face {
            Face::Song => Self::Song,
            Face::Hei => Self::Hei,
        }
    }
}

/// Larger type, such as for large print.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Enlarge {
    /// The condition.
    pub(crate) when: Path,
    /// Factor on the scale.
    pub(crate) times: f32,
}

/// Pale words across the page.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Watermark {
    /// The condition.
    pub(crate) when: Path,
    /// The words.
    pub(crate) text: Text,
}

/// How a paragraph looks.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Style {
    /// Type size.
    pub(crate) size: f32,
    /// Line distance as a multiple of the size; 1.5 when not said.
    #[serde(default = "Style::leading")]
    pub(crate) leading: f32,
    /// How lines stand between the edges.
    #[serde(default)]
    pub(crate) align: Side,
    /// Indent of the first line in em.
    #[serde(default)]
    pub(crate) indent: f32,
    /// Indent of every line in em.
    #[serde(default)]
    pub(crate) hanging: f32,
    /// Grey of the ink, 0 black to 1 white.
    #[serde(default)]
    pub(crate) grey: f32,
    /// Distance above.
    #[serde(default)]
    pub(crate) before: f32,
    /// All of it bold.
    #[serde(default)]
    pub(crate) bold: bool,
    /// Never the last thing on a page.
    #[serde(default)]
    pub(crate) keep_next: bool,
}

impl Style {
    const fn leading() -> f32 {
        1.5
    }
}

/// How lines or cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    /// Flush left.
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
    /// Both edges flush, last line left.
    #[default]
    Justify,
}

impl From<Side> for Align {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Centre => Self::Centre,
            Side::Right => Self::Right,
            Side::Justify => Self::Justify,
        }
    }
}

/// One thing on the page.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Block {
    /// Organ, title, subtitle and the paper's number.
    Heading(Heading),
    /// A number by which the paper is found, at the right edge.
    Reference(Labelled),
    /// The line a letter begins with.
    Salutation(Text),
    /// A paragraph of a letter.
    Letter(Words),
    /// Smaller text below tables.
    Remark(Words),
    /// The heading of a table or list.
    Section(Words),
    /// A paragraph in one of the template's own styles.
    Plain(Plain),
    /// Labels and values in a grid.
    Pairs(Vec<PairRow>),
    /// A table.
    Table(Table),
    /// Boxes to tick.
    Checks(Checks),
    /// Things side by side.
    Row(Vec<Part>),
    /// Empty height.
    Space(f32),
    /// A hairline across the page.
    Rule,
    /// Blocks that stay on one page.
    Keep(Vec<Block>),
    /// The same blocks for every entry of a list.
    Each(Each),
    /// Blocks on a condition.
    If(Choice),
}

/// The head of a paper.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Heading {
    /// Whose paper it is, above the title.
    #[serde(default)]
    pub(crate) organ: Text,
    /// Below the title.
    #[serde(default)]
    pub(crate) subtitle: Text,
}

/// A label and its text.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labelled {
    /// The label.
    pub(crate) label: Text,
    /// The text.
    pub(crate) text: Text,
}

/// A paragraph of a kind every paper knows.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// The text.
    pub(crate) text: Text,
    /// All of it bold.
    #[serde(default)]
    pub(crate) bold: bool,
    /// Distance above in place of the kind's own.
    #[serde(default)]
    pub(crate) before: Option<f32>,
    /// Once for every entry of a list.
    #[serde(default)]
    pub(crate) each: Option<Path>,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(crate) when: Option<Path>,
    /// Only when it is not.
    #[serde(default)]
    pub(crate) unless: Option<Path>,
}

/// A paragraph in one of the template's own styles.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plain {
    /// The style's name.
    pub(crate) style: String,
    /// The text.
    pub(crate) text: Text,
    /// Bold words before the text.
    #[serde(default)]
    pub(crate) label: Option<Text>,
    /// Once for every entry of a list.
    #[serde(default)]
    pub(crate) each: Option<Path>,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(crate) when: Option<Path>,
    /// Only when it is not.
    #[serde(default)]
    pub(crate) unless: Option<Path>,
}

/// One row of labels and values, which share the width equally.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PairRow {
    /// The pairs.
    pub(crate) pairs: Vec<PairForm>,
    /// Once for every entry of a list.
    #[serde(default)]
    pub(crate) each: Option<Path>,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(crate) when: Option<Path>,
    /// Only when it is not.
    #[serde(default)]
    pub(crate) unless: Option<Path>,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PairForm {
    /// The label.
    pub(crate) label: Text,
    /// The value.
    pub(crate) value: Text,
    /// Once for every entry of a list.
    #[serde(default)]
    pub(crate) each: Option<Path>,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(crate) when: Option<Path>,
}

/// A table with a row for every entry of a list.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// The list.
    pub(crate) each: Path,
    /// Type size.
    pub(crate) size: f32,
    /// The columns, left to right.
    pub(crate) columns: Vec<Column>,
}

/// A column: its head and what its cells say.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    /// The head, repeated on every page.
    pub(crate) head: String,
    /// Its width.
    pub(crate) width: Width,
    /// What a cell says.
    pub(crate) text: Text,
    /// Centred cells; flush left when not said.
    #[serde(default)]
    pub(crate) centred: bool,
    /// Bold cells.
    #[serde(default)]
    pub(crate) bold: bool,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Width {
    /// Millimetres.
    Mm(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
}

/// A box to tick for every entry of a list.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checks {
    /// The list.
    pub(crate) each: Path,
    /// What it stands for.
    pub(crate) text: Text,
    /// A smaller text below; nothing when it is empty.
    #[serde(default)]
    pub(crate) note: Text,
    /// Ticked when the field is true.
    #[serde(default)]
    pub(crate) ticked: Option<Path>,
}

/// The same blocks for every entry of a list.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Each {
    /// The list.
    pub(crate) of: Path,
    /// The blocks.
    pub(crate) blocks: Vec<Block>,
}

/// Blocks on a condition.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    /// The field that has to be there, true or not empty.
    pub(crate) has: Path,
    /// The blocks when it is.
    #[serde(default)]
    pub(crate) then: Vec<Block>,
    /// The blocks when it is not.
    #[serde(default, rename = "else")]
    pub(crate) otherwise: Vec<Block>,
}

/// One of several things side by side.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// A QR symbol; none when its text is empty.
    Qr(Symbol),
    /// A Code 128 bar code; none when its text cannot be one.
    Barcode(Symbol),
    /// Lines to sign on; takes the room the other parts leave.
    Lines(Vec<SignLine>),
    /// A place for a seal.
    Seal(SealPlace),
}

/// A symbol for machines.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Symbol {
    /// The text in the symbol.
    pub(crate) text: Text,
    /// What stands below it.
    #[serde(default)]
    pub(crate) caption: Text,
}

/// A line to sign on, a label with what is already known, or a sentence beside them.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignLine {
    /// The label; empty before a sentence.
    #[serde(default)]
    pub(crate) label: Text,
    /// The value; without one, room and a hairline to write on.
    #[serde(default)]
    pub(crate) value: Option<Text>,
    /// Once for every entry of a list.
    #[serde(default)]
    pub(crate) each: Option<Path>,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(crate) when: Option<Path>,
    /// Only when it is not.
    #[serde(default)]
    pub(crate) unless: Option<Path>,
}

/// A place for a seal.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SealPlace {
    /// Whose seal, above the box.
    pub(crate) organ: Text,
    /// Date, below the box.
    pub(crate) date: Text,
    /// What the empty box says.
    pub(crate) prompt: Text,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(crate) when: Option<Path>,
}
