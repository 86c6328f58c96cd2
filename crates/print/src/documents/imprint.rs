//! What all statutory papers share: whose they are, which printing this is,
//! and how titles, numbers and letters look.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};

use crate::font::Typeface;
use crate::model::{Align, Block, Document, Furniture, Paper, Paragraph};
use crate::template::Wording;

/// Size and line distance of letters, after GB/T 9704 with smaller type.
const LETTER: f32 = 14.0;
const LETTER_LEADING: f32 = 1.8;

/// A paper from the catalogue that was not compared with the platform for longer says so.
const STALE_AFTER_DAYS: u32 = 30;

/// Most bytes of text a phone reads reliably from paper.
const QR_BYTES: usize = 300;

const SAMPLE_BANNER: &str = "样例目录 · 内容仅供演示，不作为办事依据";

/// The facts of one printing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imprint {
    /// Name of the service point (点位).
    pub point: String,
    /// Number of the case or paper, whole; empty for a guide.
    pub number: String,
    /// Text of the QR symbol; none leaves it out.
    pub qr: Option<String>,
    /// When this printing was made.
    pub printed_at: DateTime<FixedOffset>,
    /// Which printing of this paper it is, from 1.
    pub printing: u32,
    /// Why it is printed again (补打), in the words marked beside the count. None of a first printing,
    /// and of one that an act called for anew, such as a second notice. No part of what a paper says.
    #[serde(skip)]
    pub why: Option<String>,
    /// The sheet.
    pub paper: Paper,
    /// Print every copy the template has (联次), each complete.
    pub two_copies: bool,
    /// The matter comes from the sample catalogue: every page says so.
    pub sample_catalogue: bool,
    /// Telephone for questions and complaints, such as `12345`.
    pub hotline: String,
    /// By which template and profile it is made; no part of what a paper says.
    #[serde(skip)]
    pub wording: Wording,
}

/// A person or organisation on paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Party {
    /// Name in full; never shortened.
    pub name: String,
    /// Number of the identity document, already masked by the caller.
    pub masked_id: String,
}

impl Imprint {
    /// The document around `blocks`, in one copy. `template` names the form and its version.
    pub(crate) fn document(&self, title: &str, template: &str, blocks: Vec<Block>) -> Document {
        Document {
            title: if self.number.is_empty() {
                title.to_owned()
            } else {
                format!("{title} {}", self.number)
            },
            paper: self.paper,
            typeface: Typeface::Song,
            scale: self.paper.scale(),
            created: self.printed_at,
            furniture: Furniture {
                header: self.point.clone(),
                marks: self.again().into_iter().collect(),
                footer: self.footer(template),
                banner: self.sample_catalogue.then(|| SAMPLE_BANNER.to_owned()),
                watermark: None,
            },
            copies: Vec::new(),
            blocks,
            glyphs: Vec::new(),
            template: Ok(None),
        }
    }

    /// 「补打 第2次（没打清楚）」
    fn again(&self) -> Option<String> {
        let why = self.why.as_ref().filter(|_| self.printing > 1)?;
        Some(format!("补打 第{}次（{why}）", self.printing))
    }

    fn footer(&self, template: &str) -> String {
        let number = if self.number.is_empty() {
            String::new()
        } else {
            format!("编号 {}　", self.number)
        };
        format!(
            "{number}模板 {template}\n打印时间 {}　第 {} 次打印　咨询投诉 {}",
            moment(&self.printed_at),
            self.printing,
            or(&self.hotline, "12345"),
        )
    }

    /// The paper's number below its title; none of a paper without.
    pub(crate) fn number_line(&self) -> Option<Block> {
        (!self.number.is_empty()).then(|| reference("编号", &self.number).before(4.0).into())
    }
}

/// Whose paper it is, its title in the middle, and what stands below it.
pub(crate) fn title_lines(organ: &str, title: &str, subtitle: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !organ.trim().is_empty() {
        let above = Paragraph::new(organ, 15.0)
            .align(Align::Centre)
            .leading(1.5)
            .keep_next();
        blocks.push(Block::Paragraph(above));
    }
    blocks.push(Block::Paragraph(
        Paragraph::new(title, 22.0)
            .bold()
            .align(Align::Centre)
            .leading(1.6)
            .keep_next(),
    ));
    if !subtitle.is_empty() {
        let below = Paragraph::new(subtitle, 12.0)
            .align(Align::Centre)
            .leading(1.4)
            .keep_next();
        blocks.push(Block::Paragraph(below));
    }
    blocks
}

/// `blocks` with the place to sign below, which never stands alone on a page.
pub(crate) fn close(mut blocks: Vec<Block>, closing: Block) -> Vec<Block> {
    let mut kept: Vec<Block> = blocks.pop().into_iter().collect();
    kept.push(Block::Space(12.0));
    kept.push(closing);
    blocks.push(Block::Keep(kept));
    blocks
}

/// A number by which the paper is found, at the right edge.
pub(crate) fn reference(label: &str, number: &str) -> Paragraph {
    Paragraph::new(format!("{label}：{number}"), 11.0)
        .align(Align::Right)
        .leading(1.6)
        .keep_next()
}

/// A paragraph of a letter, first line indented by two characters.
pub(crate) fn letter(text: impl Into<String>) -> Paragraph {
    Paragraph::new(text, LETTER)
        .leading(LETTER_LEADING)
        .indent(2.0)
}

/// The line a letter begins with.
pub(crate) fn salutation(name: &str) -> Block {
    Block::Paragraph(
        Paragraph::new(format!("{name}："), LETTER)
            .leading(LETTER_LEADING)
            .align(Align::Left)
            .before(6.0)
            .keep_next(),
    )
}

/// A paragraph of smaller text below tables.
pub(crate) fn remark(text: impl Into<String>) -> Paragraph {
    Paragraph::new(text, 11.0).leading(1.6).before(4.0)
}

/// The heading of a table or list.
pub(crate) fn section(text: impl Into<String>) -> Paragraph {
    Paragraph::new(text, 12.0)
        .bold()
        .before(10.0)
        .leading(1.7)
        .keep_next()
}

/// Whether a paper was not compared with the platform for so long that it has to say so.
pub(super) const fn is_stale(days: u32) -> bool {
    days > STALE_AFTER_DAYS
}

/// Lines of text for a QR symbol that a phone shows without a network, cut where a phone would no
/// longer read it reliably from paper.
pub(super) fn plain_symbol(lines: &[String]) -> String {
    let text = crate::font::printable(&lines.join("\n"));
    let end = (0..=QR_BYTES.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end))
        .unwrap_or(0);
    text[..end].to_owned()
}

/// `2026年11月23日`
pub(crate) fn day(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// `2026年11月23日 10:42`
pub(crate) fn moment(at: &DateTime<FixedOffset>) -> String {
    format!(
        "{} {:02}:{:02}",
        day(at.date_naive()),
        at.hour(),
        at.minute()
    )
}

/// `text`, or `otherwise` when there is nothing to read in it.
pub(crate) fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if crate::font::printable(text).trim().is_empty() {
        otherwise
    } else {
        text
    }
}
