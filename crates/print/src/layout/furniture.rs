//! What stands on every page: header, marks, banner, footer, page number.

use super::grid::HAIRLINE;
use super::mark::{Area, Mark, Run};
use super::shape::Shaper;
use super::text::SetText;
use crate::error::FontError;
use crate::model::{Align, Furniture, Paper, Paragraph};

const SMALL: f32 = 9.0;
const BANNER: f32 = 12.0;
/// Distance between furniture and content.
const CLEAR: f32 = 12.0;
/// Share of the width that header and footer text may take.
const LEFT_SHARE: f32 = 0.72;

/// One copy's furniture, measured once.
pub(super) struct Dressing {
    inside: Area,
    scale: f32,
    roll: bool,
    /// Whether the pages carry their number.
    counted: bool,
    banner: Option<SetText>,
    header: SetText,
    marks: SetText,
    footer: SetText,
    note: Option<SetText>,
    watermark: Vec<Run>,
}

impl Dressing {
    pub(super) fn new(
        shaper: &mut Shaper<'_>,
        furniture: &Furniture,
        copy: Option<&str>,
        inside: Area,
        paper: Paper,
    ) -> Result<Self, FontError> {
        let scale = paper.scale();
        let roll = paper.is_roll();
        let mut small = |text: &str, align, share: f32| {
            let paragraph = Paragraph::new(text, SMALL)
                .align(align)
                .leading(1.4)
                .grey(0.2);
            // A roll is too narrow for two texts side by side.
            let share = if roll { 1.0 } else { share };
            SetText::new(shaper, &paragraph, inside.width * share, scale)
        };
        let marks: Vec<&str> = copy
            .into_iter()
            .chain(furniture.marks.iter().map(String::as_str))
            .collect();
        let header = small(&furniture.header, Align::Left, LEFT_SHARE)?;
        let marks = small(&marks.join("\n"), Align::Right, 1.0 - LEFT_SHARE)?;
        let footer = small(&furniture.footer, Align::Left, LEFT_SHARE)?;
        let banner = match &furniture.banner {
            Some(text) => {
                let paragraph = Paragraph::new(text.as_str(), BANNER)
                    .bold()
                    .align(Align::Centre)
                    .leading(1.8);
                Some(SetText::new(
                    shaper,
                    &paragraph,
                    inside.width - 12.0,
                    scale,
                )?)
            }
            None => None,
        };
        let watermark = match &furniture.watermark {
            Some(text) => super::watermark_runs(shaper, text, inside)?,
            None => Vec::new(),
        };
        Ok(Self {
            inside,
            scale,
            roll,
            counted: true,
            banner,
            header,
            marks,
            footer,
            note: None,
            watermark,
        })
    }

    /// Adds a line above the footer of every page.
    pub(super) fn add_note(
        &mut self,
        shaper: &mut Shaper<'_>,
        text: &str,
    ) -> Result<(), FontError> {
        let paragraph = Paragraph::new(text, SMALL)
            .bold()
            .align(Align::Left)
            .leading(1.4);
        self.note = Some(SetText::new(
            shaper,
            &paragraph,
            self.inside.width,
            self.scale,
        )?);
        Ok(())
    }

    fn note_height(&self) -> f32 {
        self.note.as_ref().map_or(0.0, |note| note.height() + 3.0)
    }

    fn banner_height(&self) -> f32 {
        self.banner
            .as_ref()
            .map_or(0.0, |banner| banner.height() + 6.0)
    }

    fn header_height(&self) -> f32 {
        if self.roll {
            self.header.height() + self.marks.height()
        } else {
            self.header.height().max(self.marks.height())
        }
    }

    /// Learns how many pages there are: a ticket in one piece has none to count.
    pub(super) const fn count(&mut self, pages: usize) {
        self.counted = !self.roll || pages > 1;
    }

    /// Ends the page of a roll below `content`.
    pub(super) fn end_below(&mut self, content: &[Mark]) {
        let lowest = content
            .iter()
            .filter_map(Mark::area)
            .map(|area| area.y + area.height)
            .fold(self.body().y, f32::max);
        self.inside.height = lowest + self.below() - self.inside.y;
    }

    /// The part of the page inside its margins.
    pub(super) const fn inside(&self) -> Area {
        self.inside
    }

    /// Height of what stands below the content.
    fn below(&self) -> f32 {
        self.footer_height() + 3.0 + self.note_height() + CLEAR * self.scale
    }

    /// What is left of the page for content.
    pub(super) fn body(&self) -> Area {
        let clear = CLEAR * self.scale;
        let header = self.header_height();
        let above = self.banner_height() + header + if header > 0.0 { 3.0 } else { 0.0 } + clear;
        let below = self.below();
        let Area {
            x,
            y,
            width,
            height,
        } = self.inside;
        Area {
            x,
            y: y + above,
            width,
            height: height - above - below,
        }
    }

    fn footer_height(&self) -> f32 {
        let line = self.header.line_height();
        match (self.roll, self.counted) {
            (false, _) => self.footer.height().max(line),
            (true, true) => self.footer.height() + line,
            (true, false) => self.footer.height(),
        }
    }

    /// The furniture of page `number` of `total`.
    pub(super) fn marks(
        &self,
        shaper: &mut Shaper<'_>,
        number: usize,
        total: usize,
    ) -> Result<Vec<Mark>, FontError> {
        let mut marks = Vec::new();
        if !self.watermark.is_empty() {
            marks.push(Mark::Watermark(self.watermark.clone()));
        }
        marks.extend(self.top());
        marks.extend(self.bottom());
        if !self.counted {
            return Ok(marks);
        }
        let page = Paragraph::new(format!("第 {number} 页 共 {total} 页"), SMALL)
            .align(Align::Right)
            .leading(1.4)
            .grey(0.2);
        let left = if self.roll {
            0.0
        } else {
            self.inside.width * LEFT_SHARE
        };
        let text = SetText::new(shaper, &page, self.inside.width - left, self.scale)?;
        let down = if self.roll { self.footer.height() } else { 0.0 };
        marks.extend(text.marks(self.inside.x + left, self.footer_top() + down));
        Ok(marks)
    }

    fn top(&self) -> Vec<Mark> {
        let Area { x, y, width, .. } = self.inside;
        let mut marks = Vec::new();
        if let Some(banner) = &self.banner {
            let area = Area {
                x,
                y,
                width,
                height: banner.height(),
            };
            marks.push(Mark::Frame {
                area,
                line: 1.0,
                grey: 0.0,
                dashed: false,
            });
            marks.extend(banner.marks(x + 6.0, y));
        }
        let top = y + self.banner_height();
        marks.extend(self.header.marks(x, top));
        if self.roll {
            marks.extend(self.marks.marks(x, top + self.header.height()));
        } else {
            marks.extend(self.marks.marks(x + width * LEFT_SHARE, top));
        }
        if self.header_height() > 0.0 {
            marks.push(self.rule(top + self.header_height() + 2.0));
        }
        marks
    }

    fn bottom(&self) -> Vec<Mark> {
        let x = self.inside.x;
        let top = self.footer_top();
        let mut marks = vec![self.rule(top - 3.0)];
        marks.extend(self.footer.marks(x, top));
        if let Some(note) = &self.note {
            marks.extend(note.marks(x, top - 3.0 - self.note_height()));
        }
        marks
    }

    fn footer_top(&self) -> f32 {
        self.inside.y + self.inside.height - self.footer_height()
    }

    fn rule(&self, y: f32) -> Mark {
        let area = Area {
            x: self.inside.x,
            y,
            width: self.inside.width,
            height: HAIRLINE,
        };
        Mark::Fill(area, 0.3)
    }
}
