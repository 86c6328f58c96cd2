//! Ink with a place: what layout hands to the writer.

use std::ops::Range;

use super::symbol::Symbol;
use crate::font::FaceId;
use crate::model::GlyphPicture;

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

    /// The face, by its file's name in the font folder.
    #[must_use]
    pub const fn face_file(&self) -> &'static str {
        self.face.file()
    }

    /// Type size in points.
    #[must_use]
    pub const fn size(&self) -> f32 {
        self.size
    }

    /// Grey of the ink, 0 black to 1 white.
    #[must_use]
    pub const fn grey(&self) -> f32 {
        self.grey
    }

    /// Where the first glyph starts: from the left edge of the page, and from its top to the
    /// baseline, in points.
    #[must_use]
    pub const fn start(&self) -> (f32, f32) {
        (self.x, self.baseline)
    }

    /// Points between glyphs besides their advances.
    #[must_use]
    pub const fn spacing(&self) -> f32 {
        self.spacing
    }

    /// Each character with its glyph's number in the face and its advance in points.
    pub fn glyphs(&self) -> impl Iterator<Item = (char, u16, f32)> + '_ {
        let told = |glyph: &RunGlyph| (glyph.ch, glyph.gid, glyph.advance);
        self.glyphs.iter().map(told)
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

/// A character no face draws, as the certificate shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictured {
    pub(crate) picture: GlyphPicture,
    /// The em box, which the picture fills.
    pub(crate) area: Area,
    /// A blank glyph that carries the character in files with text, its advance one em.
    pub(crate) carrier: Option<(FaceId, RunGlyph)>,
}

impl Pictured {
    /// The character.
    #[must_use]
    pub const fn ch(&self) -> char {
        self.picture.ch()
    }

    /// Its picture, to be drawn over the whole of the em box.
    #[must_use]
    pub const fn picture(&self) -> &GlyphPicture {
        &self.picture
    }

    /// The em box.
    #[must_use]
    pub const fn area(&self) -> Area {
        self.area
    }

    /// What is inked of it as rectangles, for files whose pages hold paths. Alike rows are one, so
    /// that no seams show between them.
    #[must_use]
    pub fn bars(&self) -> Vec<Area> {
        let side = self.picture.side();
        let (wide, high) = (
            self.area.width / side as f32,
            self.area.height / side as f32,
        );
        let mut bars: Vec<Area> = Vec::new();
        let mut above: Vec<(Range<usize>, usize)> = Vec::new();
        for (row, inks) in self.picture.ink().chunks(side).enumerate() {
            let mut here = Vec::new();
            for stretch in inked(inks) {
                let grown = above.iter().find(|(columns, _)| *columns == stretch);
                let bar = grown.map_or(bars.len(), |&(_, bar)| bar);
                match bars.get_mut(bar) {
                    Some(bar) => bar.height += high,
                    None => bars.push(Area {
                        x: self.area.x + stretch.start as f32 * wide,
                        y: self.area.y + row as f32 * high,
                        width: stretch.len() as f32 * wide,
                        height: high,
                    }),
                }
                here.push((stretch, bar));
            }
            above = here;
        }
        bars
    }

    /// The invisible text below the picture, by which the character is found and copied.
    #[must_use]
    pub fn carrier(&self) -> Option<Run> {
        let (face, glyph) = self.carrier?;
        let size = self.area.height / (ASCENT + DESCENT);
        Some(Run {
            face,
            glyphs: vec![glyph],
            x: self.area.x,
            baseline: self.area.y + ASCENT * size,
            size,
            grey: 0.0,
            spacing: 0.0,
            thickened: false,
            overhang: 0.0,
        })
    }
}

/// Where a row of a picture is more ink than paper.
fn inked(row: &[u8]) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut column = 0;
    for same in row.chunk_by(|a, b| (*a >= 128) == (*b >= 128)) {
        if same[0] >= 128 {
            stretches.push(column..column + same.len());
        }
        column += same.len();
    }
    stretches
}

/// A piece of ink.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Text.
    Text(Run),
    /// A filled rectangle: rules. Grey 0 is black.
    Fill(Area, f32),
    /// A QR symbol or bar code.
    Symbol(Symbol),
    /// A character drawn from its picture.
    Picture(Pictured),
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
            Self::Symbol(symbol) => Some(symbol.area()),
            Self::Picture(pictured) => Some(pictured.area),
            Self::Watermark(_) => None,
        }
    }

    /// Takes the grey out of ink: a thermal head burns a dot or leaves it.
    pub(crate) fn blacken(&mut self) {
        match self {
            Self::Text(run) => run.grey = 0.0,
            Self::Fill(_, grey) | Self::Frame { grey, .. } => *grey = 0.0,
            Self::Symbol(_) | Self::Picture(_) | Self::Tick(_) | Self::Watermark(_) => {}
        }
    }

    pub(crate) fn shifted(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text(run) => {
                run.x += dx;
                run.baseline += dy;
            }
            Self::Fill(area, _) | Self::Frame { area, .. } | Self::Tick(area) => area.shift(dx, dy),
            Self::Symbol(symbol) => symbol.shift(dx, dy),
            Self::Picture(pictured) => pictured.area.shift(dx, dy),
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
    /// How many of the marks, from the first on, are no content: header and footer, banner,
    /// watermark, a table's head said again.
    pub furniture: usize,
}

impl Page {
    /// What the page says, without what stands on every page.
    pub fn content(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().skip(self.furniture)
    }
}

/// Finished pages, and the characters they do not show as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The pages of all copies, in order.
    pub pages: Vec<Page>,
    /// Characters shown as framed code points because no face draws them and no picture was given,
    /// by code point.
    pub missing: Vec<char>,
    /// Characters drawn from their pictures, by code point.
    pub pictured: Vec<char>,
}
