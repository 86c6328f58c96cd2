//! Ink with a place: what layout hands to the writer.

use crate::font::FaceId;

/// A rectangle in points, y growing downwards from the top of its page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Area {
    /// Whether `other` lies inside, within a hundredth of a point.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        const SLACK: f32 = 0.01;
        other.x >= self.x - SLACK
            && other.y >= self.y - SLACK
            && other.x + other.width <= self.x + self.width + SLACK
            && other.y + other.height <= self.y + self.height + SLACK
    }

    fn shift(&mut self, dx: f32, dy: f32) {
        self.x += dx;
        self.y += dy;
    }
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RunGlyph {
    pub(crate) ch: char,
    pub(crate) gid: u16,
    /// Advance in points, without the run's spacing.
    pub(crate) advance: f32,
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub(crate) face: FaceId,
    pub(crate) glyphs: Vec<RunGlyph>,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
    pub(crate) grey: f32,
    /// Extra points after every glyph but the last.
    pub(crate) spacing: f32,
    /// Thickened because the bold face lacks the glyph.
    pub(crate) thickened: bool,
    /// Points the last glyph's empty right half may stand out of the measure.
    pub(crate) overhang: f32,
}

/// Share of the em above and below the baseline that ideographs fill.
pub(crate) const ASCENT: f32 = 0.88;
pub(crate) const DESCENT: f32 = 0.12;

impl Run {
    /// The characters, in order.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.ch).collect()
    }

    /// The em boxes of the glyphs.
    #[must_use]
    pub fn area(&self) -> Area {
        let advances: f32 = self.glyphs.iter().map(|glyph| glyph.advance).sum();
        let gaps = self.glyphs.len().saturating_sub(1) as f32;
        Area {
            x: self.x,
            y: self.baseline - ASCENT * self.size,
            width: advances + gaps * self.spacing - self.overhang,
            height: (ASCENT + DESCENT) * self.size,
        }
    }
}

/// A piece of ink.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Text.
    Text(Run),
    /// A filled rectangle: rules and QR modules. Grey 0 is black.
    Fill(Area, f32),
    /// The outline of a rectangle, `dashed` or not; the line lies inside it.
    Frame {
        /// Outer edge.
        area: Area,
        /// Line width in points.
        line: f32,
        /// Grey of the line, 0 black.
        grey: f32,
        /// Drawn in dashes.
        dashed: bool,
    },
    /// A tick inside the rectangle.
    Tick(Area),
    /// Pale text turned by 45° about the middle of the page, which is the runs'
    /// origin.
    Watermark(Vec<Run>),
}

impl Mark {
    /// The place the mark takes, none for a watermark.
    #[must_use]
    pub fn area(&self) -> Option<Area> {
        match self {
            Self::Text(run) => Some(run.area()),
            Self::Fill(area, _) | Self::Frame { area, .. } | Self::Tick(area) => Some(*area),
            Self::Watermark(_) => None,
        }
    }

    /// Takes the grey out of ink: a thermal head burns a dot or leaves it.
    pub(crate) fn blacken(&mut self) {
        match self {
            Self::Text(run) => run.grey = 0.0,
            Self::Fill(_, grey) | Self::Frame { grey, .. } => *grey = 0.0,
            Self::Tick(_) | Self::Watermark(_) => {}
        }
    }

    pub(crate) fn shifted(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text(run) => {
                run.x += dx;
                run.baseline += dy;
            }
            Self::Fill(area, _) | Self::Frame { area, .. } | Self::Tick(area) => area.shift(dx, dy),
            Self::Watermark(_) => {}
        }
        self
    }
}

/// A finished page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width of the sheet in points.
    pub width: f32,
    /// Height of the sheet in points.
    pub height: f32,
    /// The part of the sheet inside its margins; all ink but a watermark is in it.
    pub inside: Area,
    /// The ink, in drawing order.
    pub marks: Vec<Mark>,
}

/// Finished pages, and the characters they show as framed code points.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The pages of all copies, in order.
    pub pages: Vec<Page>,
    /// Characters no face draws, by code point.
    pub missing: Vec<char>,
}
