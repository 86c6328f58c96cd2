//! Outlines as shares of covered pixels.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// No glyph of a page is larger on a side than this many pixels.
const MOST_SIDE: f32 = 4096.0;

/// What carries a point of an outline onto the picture: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Clone, Copy)]
pub(super) struct Matrix {
    pub(super) a: f32,
    pub(super) b: f32,
    pub(super) c: f32,
    pub(super) d: f32,
    pub(super) e: f32,
    pub(super) f: f32,
}

impl Matrix {
    fn apply(&self, x: f32, y: f32) -> Point {
        point(
            self.a * x + self.c * y + self.e,
            self.b * x + self.d * y + self.f,
        )
    }
}

/// Shares of pixels an outline covers, from its top left on.
pub(super) struct Mask {
    left: i32,
    top: i32,
    width: usize,
    shares: Vec<f32>,
}

impl Mask {
    /// Every pixel that is covered at all, with the share.
    pub(super) fn pixels(&self) -> impl Iterator<Item = (i32, i32, f32)> + '_ {
        let rows = (self.top..).zip(self.shares.chunks(self.width.max(1)));
        rows.flat_map(|(y, row)| {
            (self.left..)
                .zip(row)
                .filter(|&(_, &share)| share > 0.0)
                .map(move |(x, &share)| (x, y, share.min(1.0)))
        })
    }
}

/// The pixels of a glyph whose outline `matrix` carries onto the picture; none for a blank one.
pub(super) fn glyph_mask(face: &Face<'_>, glyph: u16, matrix: Matrix) -> Option<Mask> {
    let mut path = Path::new(matrix);
    face.outline_glyph(GlyphId(glyph), &mut path)?;
    path.mask()
}

/// The pixels of a shape with straight edges.
pub(super) fn polygon_mask(corners: &[(f32, f32)]) -> Option<Mask> {
    let same = Matrix {
        a: 1.0,
        b: 0.0,
        c: 0.0,
        d: 1.0,
        e: 0.0,
        f: 0.0,
    };
    let mut path = Path::new(same);
    let (&(x, y), rest) = corners.split_first()?;
    path.move_to(x, y);
    for &(x, y) in rest {
        path.line_to(x, y);
    }
    path.close();
    path.mask()
}

enum Piece {
    Line([Point; 2]),
    Quad([Point; 3]),
    Cubic([Point; 4]),
}

struct Path {
    matrix: Matrix,
    pieces: Vec<Piece>,
    start: Point,
    at: Point,
    least: Point,
    most: Point,
}

impl Path {
    fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            pieces: Vec::new(),
            start: point(0.0, 0.0),
            at: point(0.0, 0.0),
            least: point(f32::MAX, f32::MAX),
            most: point(f32::MIN, f32::MIN),
        }
    }

    fn place(&mut self, x: f32, y: f32) -> Point {
        let placed = self.matrix.apply(x, y);
        self.least = point(self.least.x.min(placed.x), self.least.y.min(placed.y));
        self.most = point(self.most.x.max(placed.x), self.most.y.max(placed.y));
        placed
    }

    fn mask(self) -> Option<Mask> {
        let (left, top) = (self.least.x.floor(), self.least.y.floor());
        let (right, bottom) = (self.most.x.ceil() + 1.0, self.most.y.ceil() + 1.0);
        let (width, height) = (right - left, bottom - top);
        if self.pieces.is_empty() || !(width <= MOST_SIDE && height <= MOST_SIDE) {
            return None;
        }
        let (width, height) = (width as usize, height as usize);
        let to = |at: Point| point(at.x - left, at.y - top);
        let mut raster = Rasterizer::new(width, height);
        for piece in self.pieces {
            match piece {
                Piece::Line([a, b]) => raster.draw_line(to(a), to(b)),
                Piece::Quad([a, b, c]) => raster.draw_quad(to(a), to(b), to(c)),
                Piece::Cubic([a, b, c, d]) => raster.draw_cubic(to(a), to(b), to(c), to(d)),
            }
        }
        let mut shares = vec![0.0; width * height];
        raster.for_each_pixel(|at, share| shares[at] = share);
        Some(Mask {
            left: left as i32,
            top: top as i32,
            width,
            shares,
        })
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.place(x, y);
        self.at = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let end = self.place(x, y);
        self.pieces.push(Piece::Line([self.at, end]));
        self.at = end;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, end) = (self.place(x1, y1), self.place(x, y));
        self.pieces.push(Piece::Quad([self.at, control, end]));
        self.at = end;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let controls = [self.place(x1, y1), self.place(x2, y2)];
        let end = self.place(x, y);
        self.pieces
            .push(Piece::Cubic([self.at, controls[0], controls[1], end]));
        self.at = end;
    }

    fn close(&mut self) {
        self.pieces.push(Piece::Line([self.at, self.start]));
        self.at = self.start;
    }
}
