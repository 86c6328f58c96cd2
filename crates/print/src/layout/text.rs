//! Paragraphs into strips, one a line.

use super::lines::{Line, break_lines};
use super::mark::{ASCENT, DESCENT, Mark};
use super::shape::{Atom, Shaper, Style, marks};
use super::strip::Strip;
use crate::error::FontError;
use crate::model::{Align, Paragraph};

/// Most a justified line is spread, in em per character.
const MOST_SPREAD: f32 = 0.1;

/// Text broken to a measure, ready to be placed.
pub(super) struct SetText {
    atoms: Vec<Atom>,
    lines: Vec<Line>,
    size: f32,
    leading: f32,
    align: Align,
    /// Left indent of the first and of the other lines in points.
    indents: (f32, f32),
    measure: f32,
}

impl SetText {
    /// Breaks a paragraph to `measure` points; `scale` applies to its sizes.
    pub(super) fn new(
        shaper: &mut Shaper<'_>,
        paragraph: &Paragraph,
        measure: f32,
        scale: f32,
    ) -> Result<Self, FontError> {
        let size = paragraph.size * scale;
        let mut atoms = Vec::new();
        for span in &paragraph.spans {
            let style = Style {
                size,
                bold: span.bold,
                grey: paragraph.grey,
            };
            atoms.extend(shaper.atoms(&span.text, style)?);
        }
        // A line keeps room for three characters whatever the indent.
        let most_indent = (measure - 3.0 * size).max(0.0);
        let hanging = (paragraph.hanging * size).clamp(0.0, most_indent);
        let first = (hanging + paragraph.indent * size).clamp(0.0, most_indent);
        let lines = break_lines(&atoms, |line| {
            measure - if line == 0 { first } else { hanging }
        });
        Ok(Self {
            atoms,
            lines,
            size,
            leading: paragraph.leading * size,
            align: paragraph.align,
            indents: (first, hanging),
            measure,
        })
    }

    pub(super) fn line_count(&self) -> usize {
        self.lines.len()
    }

    pub(super) const fn line_height(&self) -> f32 {
        self.leading
    }

    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.leading
    }

    /// Width of the widest line.
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// The ink of one line whose box starts at (`left`, `top`).
    pub(super) fn line_marks(&self, number: usize, left: f32, top: f32) -> Vec<Mark> {
        let line = &self.lines[number];
        let indent = if number == 0 {
            self.indents.0
        } else {
            self.indents.1
        };
        let free = (self.measure - indent - line.width).max(0.0);
        let (shift, spacing) = match self.align {
            Align::Left => (0.0, 0.0),
            Align::Centre => (free / 2.0, 0.0),
            Align::Right => (free, 0.0),
            Align::Justify => (0.0, self.spread(line, free)),
        };
        let slice = &self.atoms[line.atoms.clone()];
        let half_lead = (self.leading - (ASCENT + DESCENT) * self.size) / 2.0;
        let baseline = top + half_lead + ASCENT * self.size;
        marks(
            slice,
            left + indent + shift,
            baseline,
            spacing,
            line.overhang,
        )
    }

    /// The ink of all lines.
    pub(super) fn marks(&self, left: f32, top: f32) -> Vec<Mark> {
        (0..self.lines.len())
            .flat_map(|number| self.line_marks(number, left, top + number as f32 * self.leading))
            .collect()
    }

    fn spread(&self, line: &Line, free: f32) -> f32 {
        let gaps = line.atoms.len().saturating_sub(1) as f32;
        if line.closed || gaps < 1.0 || free / gaps > MOST_SPREAD * self.size {
            0.0
        } else {
            free / gaps
        }
    }
}

/// A paragraph as strips. Its first two and last two lines stay together.
pub(super) fn paragraph_strips(
    shaper: &mut Shaper<'_>,
    paragraph: &Paragraph,
    left: f32,
    measure: f32,
    scale: f32,
) -> Result<Vec<Strip>, FontError> {
    let text = SetText::new(shaper, paragraph, measure, scale)?;
    let count = text.line_count();
    Ok((0..count)
        .map(|number| Strip {
            height: text.line_height(),
            before: if number == 0 {
                paragraph.before * scale
            } else {
                0.0
            },
            marks: text.line_marks(number, left, 0.0),
            keep_next: if number + 1 == count {
                paragraph.keep_next
            } else {
                number == 0 || number + 2 == count
            },
            ..Strip::default()
        })
        .collect())
}
