//! Marks onto a canvas.

use std::collections::HashMap;
use std::ops::Range;

use ttf_parser::Face;

use super::canvas::Canvas;
use super::outline::{Mask, Matrix, glyph_mask, polygon_mask};
use crate::error::{FontError, PrintError};
use crate::font::{FaceId, FontSet};
use crate::layout::{Area, Mark, Page, Pictured, Run, RunGlyph, Symbol, THICKEN};

/// Width of a tick's stroke in points.
const TICK: f32 = 1.2;
/// Dash and gap of a dashed frame in points.
const DASH: (f32, f32) = (4.0, 3.0);
/// Modules of white kept around a symbol where something pale lies below.
pub(super) const QUIET: i32 = 4;
/// On a thermal head pale is every so many dots in a row, shifted by two from row to row.
const PALE_STEP: i32 = 7;

/// How points become pixels.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// Pixels in a point.
    pixels: f32,
    /// Pixels are dots that are black or white, and everything stands on whole ones.
    whole: bool,
}

impl Scale {
    pub(super) const fn fine(pixels: f32) -> Self {
        Self {
            pixels,
            whole: false,
        }
    }

    pub(super) const fn dots(pixels: f32) -> Self {
        Self {
            pixels,
            whole: true,
        }
    }

    fn snapped(self, at: f32) -> f32 {
        if self.whole { at.round() } else { at }
    }
}

/// Draws the marks of one page.
pub(super) struct Pen<'a> {
    page: &'a Page,
    part: Area,
    scale: Scale,
    fonts: &'a FontSet,
    faces: HashMap<FaceId, Face<'a>>,
    canvas: Canvas,
}

impl<'a> Pen<'a> {
    /// A pen for the given part of a page.
    pub(super) fn new(page: &'a Page, part: Area, scale: Scale, fonts: &'a FontSet) -> Self {
        let pixels = |length: f32| (length * scale.pixels).round().max(1.0) as usize;
        Self {
            page,
            part,
            scale,
            fonts,
            faces: HashMap::new(),
            canvas: Canvas::white(pixels(part.width), pixels(part.height)),
        }
    }

    pub(super) fn finish(self) -> Canvas {
        self.canvas
    }

    pub(super) fn draw(&mut self, mark: &Mark) -> Result<(), PrintError> {
        match mark {
            Mark::Text(run) => self.text(run, None)?,
            Mark::Watermark(runs) => {
                for run in runs {
                    self.text(run, Some(self.page))?;
                }
            }
            Mark::Fill(area, grey) => self.fill(*area, *grey),
            Mark::Symbol(symbol) => self.symbol(symbol),
            Mark::Picture(pictured) => self.picture(pictured),
            Mark::Frame {
                area,
                line,
                grey,
                dashed,
            } => self.frame(*area, *line, *grey, *dashed),
            Mark::Tick(area) => self.tick(*area),
        }
        Ok(())
    }

    /// Pixels from the left and top of the part.
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let pixels = self.scale.pixels;
        ((x - self.part.x) * pixels, (y - self.part.y) * pixels)
    }

    fn face(&mut self, id: FaceId) -> Result<&Face<'a>, FontError> {
        if !self.faces.contains_key(&id) {
            self.faces.insert(id, self.fonts.face(id)?);
        }
        self.faces
            .get(&id)
            .ok_or(FontError::Malformed { file: id.file() })
    }

    fn text(&mut self, run: &Run, turned: Option<&Page>) -> Result<(), FontError> {
        let mut x = run.x;
        for glyph in &run.glyphs {
            self.glyph(run, *glyph, x, turned)?;
            x += glyph.advance + run.spacing;
        }
        Ok(())
    }

    fn glyph(
        &mut self,
        run: &Run,
        glyph: RunGlyph,
        x: f32,
        turned: Option<&Page>,
    ) -> Result<(), FontError> {
        let scale = self.scale;
        let size = scale.snapped(run.size * scale.pixels);
        let origin = match turned {
            None => {
                let (x, y) = self.place(x, run.baseline);
                (scale.snapped(x), scale.snapped(y))
            }
            Some(page) => {
                let (x, y) = turn(x, run.baseline);
                self.place(page.width / 2.0 + x, page.height / 2.0 + y)
            }
        };
        let face = self.face(run.face)?;
        let unit = size / f32::from(face.units_per_em());
        let matrix = glyph_matrix(unit, origin, turned.is_some());
        let mask = glyph_mask(face, glyph.gid, matrix);
        if let Some(mask) = mask {
            let spread = if run.thickened { THICKEN * size } else { 0.0 };
            self.ink(&mask, run, spread, turned.is_some());
        }
        Ok(())
    }

    /// Lays a glyph down: as shares of grey, or as the dots it covers enough.
    fn ink(&mut self, mask: &Mask, run: &Run, spread: f32, pale: bool) {
        if !self.scale.whole {
            for (x, y, share) in mask.pixels() {
                self.canvas.cover(x, y, share, run.grey);
                if spread > 0.0 {
                    let beside = (share * spread).min(1.0);
                    self.canvas.cover(x + 1, y, beside, run.grey);
                }
            }
            return;
        }
        let wide = if spread > 0.0 {
            spread.round().max(1.0) as i32
        } else {
            0
        };
        let enough = run.face.least_share();
        for (x, y, _) in mask.pixels().filter(|&(_, _, share)| share >= enough) {
            if !pale {
                self.canvas.set(x..x + 1 + wide, y..y + 1, true);
            } else if (x + 2 * y).rem_euclid(PALE_STEP) == 0 {
                self.canvas.set(x..x + 1, y..y + 1, true);
            }
        }
    }

    fn fill(&mut self, area: Area, grey: f32) {
        let (left, top) = self.place(area.x, area.y);
        let (right, bottom) = self.place(area.x + area.width, area.y + area.height);
        if self.scale.whole {
            self.canvas
                .set(whole(left, right), whole(top, bottom), true);
            return;
        }
        for y in top.floor() as i32..bottom.ceil() as i32 {
            for x in left.floor() as i32..right.ceil() as i32 {
                let share = overlap(x, left, right) * overlap(y, top, bottom);
                self.canvas.cover(x, y, share, grey);
            }
        }
    }

    /// Takes away what lies where symbols will stand, and in the white they need around them.
    pub(super) fn clear_symbols(&mut self) {
        for mark in &self.page.marks {
            if let Mark::Symbol(symbol) = mark {
                let (left, top) = self.corner(symbol);
                let (wide, high) = cell_dots(symbol, self.scale.pixels);
                let (columns, rows) = symbol.grid();
                let white = QUIET * wide;
                let across = left - white..left + count(columns) * wide + white;
                let down = top - white..top + count(rows) * high + white;
                self.canvas.set(across, down, false);
            }
        }
    }

    /// The whole pixel nearest to a symbol's first cell.
    fn corner(&self, symbol: &Symbol) -> (i32, i32) {
        let area = symbol.area();
        let (left, top) = self.place(area.x, area.y);
        (left.round() as i32, top.round() as i32)
    }

    /// On a thermal head cells are the same whole number of dots each.
    fn symbol(&mut self, symbol: &Symbol) {
        if self.scale.whole {
            let size = cell_dots(symbol, self.scale.pixels);
            let corner = self.corner(symbol);
            self.canvas.symbol(symbol, corner, size);
        } else {
            symbol.bars().for_each(|bar| self.fill(bar, 0.0));
        }
    }

    fn frame(&mut self, area: Area, line: f32, grey: f32, dashed: bool) {
        let Area {
            x,
            y,
            width,
            height,
        } = area;
        let dash = dashed.then_some(DASH);
        for (from, length) in dashes(width, dash) {
            for y in [y, y + height - line] {
                let side = Area {
                    x: x + from,
                    y,
                    width: length,
                    height: line,
                };
                self.fill(side, grey);
            }
        }
        for (from, length) in dashes(height, dash) {
            for x in [x, x + width - line] {
                let side = Area {
                    x,
                    y: y + from,
                    width: line,
                    height: length,
                };
                self.fill(side, grey);
            }
        }
    }

    fn tick(&mut self, area: Area) {
        let at = |x: f32, y: f32| self.place(area.x + x * area.width, area.y + y * area.height);
        let points = [at(0.2, 0.5), at(0.42, 0.75), at(0.82, 0.22)];
        let half = (TICK * self.scale.pixels / 2.0).max(0.5);
        let strokes: Vec<Mask> = points
            .windows(2)
            .filter_map(|ends| polygon_mask(&stroke(ends[0], ends[1], half)))
            .collect();
        for mask in strokes {
            for (x, y, share) in mask.pixels() {
                if !self.scale.whole {
                    self.canvas.cover(x, y, share, 0.0);
                } else if share >= 0.4 {
                    self.canvas.set(x..x + 1, y..y + 1, true);
                }
            }
        }
    }

    /// Every pixel takes the mean of the picture below it.
    fn picture(&mut self, pictured: &Pictured) {
        let area = pictured.area();
        let (left, top) = self.place(area.x, area.y);
        let (left, top) = (self.scale.snapped(left), self.scale.snapped(top));
        let side = self.scale.snapped(area.width * self.scale.pixels).max(1.0);
        let picture = pictured.picture();
        let per = picture.side() as f32 / side;
        for y in top.floor() as i32..(top + side).ceil() as i32 {
            for x in left.floor() as i32..(left + side).ceil() as i32 {
                let from = ((x as f32 - left) * per, (y as f32 - top) * per);
                let share = picture.mean(from, per);
                if !self.scale.whole {
                    self.canvas.cover(x, y, share, 0.0);
                } else if share >= PICTURE_SHARE {
                    self.canvas.set(x..x + 1, y..y + 1, true);
                }
            }
        }
    }
}

/// Share of a dot that a picture's ink must cover.
const PICTURE_SHARE: f32 = 0.35;

/// Glyphs grow upwards, pictures downwards; a watermark is turned by 45° besides.
fn glyph_matrix(unit: f32, (e, f): (f32, f32), turned: bool) -> Matrix {
    if !turned {
        return Matrix {
            a: unit,
            b: 0.0,
            c: 0.0,
            d: -unit,
            e,
            f,
        };
    }
    let slanted = unit * std::f32::consts::FRAC_1_SQRT_2;
    Matrix {
        a: slanted,
        b: -slanted,
        c: -slanted,
        d: -slanted,
        e,
        f,
    }
}

/// (x, y) turned by 45° upwards about zero, y growing downwards.
fn turn(x: f32, y: f32) -> (f32, f32) {
    let slant = std::f32::consts::FRAC_1_SQRT_2;
    (slant * (x + y), slant * (y - x))
}

/// The whole dots nearest to a stretch, at least one.
fn whole(from: f32, to: f32) -> Range<i32> {
    let start = from.round() as i32;
    let length = (to - from).round().max(1.0) as i32;
    start..start + length
}

/// Share of the pixel at `at` between `from` and `to`.
fn overlap(at: i32, from: f32, to: f32) -> f32 {
    let at = at as f32;
    (to.min(at + 1.0) - from.max(at)).clamp(0.0, 1.0)
}

/// Width and height of a symbol's cell in dots.
pub(super) fn cell_dots(symbol: &Symbol, scale: f32) -> (i32, i32) {
    let dots = |points: f32| (points * scale).round().max(1.0) as i32;
    (dots(symbol.cell().0), dots(symbol.cell().1))
}

pub(super) fn count(cells: usize) -> i32 {
    i32::try_from(cells).unwrap_or(i32::MAX)
}

/// Where the dashes of a line begin and how long they are; one for a whole line.
fn dashes(length: f32, dash: Option<(f32, f32)>) -> Vec<(f32, f32)> {
    let Some((dash, gap)) = dash else {
        return vec![(0.0, length)];
    };
    let many = (length / (dash + gap)).ceil() as usize;
    let starts = (0..many).map(|at| at as f32 * (dash + gap));
    starts.map(|from| (from, dash.min(length - from))).collect()
}

/// The corners of a stroke with flat ends, a little longer than its points.
fn stroke(from: (f32, f32), to: (f32, f32), half: f32) -> [(f32, f32); 4] {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(f32::EPSILON);
    let (dx, dy) = (dx / length * half, dy / length * half);
    [
        (from.0 - dx + dy, from.1 - dy - dx),
        (to.0 + dx + dy, to.1 + dy - dx),
        (to.0 + dx - dy, to.1 + dy + dx),
        (from.0 - dx - dy, from.1 - dy + dx),
    ]
}
