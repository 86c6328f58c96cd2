//! Pixels of one picture.

use std::ops::Range;

use super::pen::count;
use crate::error::PrintError;
use crate::layout::Symbol;

const WHITE: u8 = 255;

/// Dots of a thermal head, row after row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: usize,
    /// Eight dots a byte, the leftmost highest; rows begin on a byte. Set is black.
    rows: Vec<u8>,
}

impl Bitmap {
    /// Dots in a row.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Bytes in a row.
    #[must_use]
    pub const fn row_bytes(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// How many rows there are.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.rows.len() / self.row_bytes()
    }

    /// The rows, eight dots a byte, the leftmost highest; set is black.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.rows
    }

    /// The dots as a black and white PNG with a pixel for each.
    ///
    /// # Errors
    /// `PRINT-WRITE` when there is nothing to show.
    pub fn png(&self) -> Result<Vec<u8>, PrintError> {
        let light: Vec<u8> = self.rows.iter().map(|byte| !byte).collect();
        encoded((self.width, self.height()), png::BitDepth::One, &light)
    }

    /// Whether the dot at (`x`, `y`) is black; none outside is.
    #[must_use]
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        let byte = self.rows.get(y * self.row_bytes() + x / 8);
        x < self.width && byte.is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }
}

/// A grey picture being drawn.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    /// 0 black to 255 white.
    pixels: Vec<u8>,
}

impl Canvas {
    pub(super) fn white(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            pixels: vec![WHITE; width * height],
        }
    }

    /// Lays ink of lightness `ink` over a pixel that it covers to `share`, 0 to 1.
    pub(super) fn cover(&mut self, x: i32, y: i32, share: f32, ink: f32) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return;
        };
        if x >= self.width || y >= self.height {
            return;
        }
        let pixel = &mut self.pixels[y * self.width + x];
        let light = f32::from(*pixel) * (1.0 - share) + ink * f32::from(WHITE) * share;
        *pixel = light.round() as u8;
    }

    /// Sets whole pixels to black, or back to white.
    pub(super) fn set(&mut self, columns: Range<i32>, rows: Range<i32>, black: bool) {
        let share = 1.0;
        let ink = if black { 0.0 } else { 1.0 };
        for y in rows.start.max(0)..rows.end.min(side(self.height)) {
            for x in columns.start.max(0)..columns.end.min(side(self.width)) {
                self.cover(x, y, share, ink);
            }
        }
    }

    /// Sets a symbol's dark cells, the first at a place, each of a size.
    pub(super) fn symbol(
        &mut self,
        symbol: &Symbol,
        (left, top): (i32, i32),
        (wide, high): (i32, i32),
    ) {
        for stretch in symbol.stretches() {
            let x = left + count(stretch.column) * wide;
            let y = top + count(stretch.row) * high;
            self.set(x..x + count(stretch.length) * wide, y..y + high, true);
        }
    }

    /// The picture as an eight-bit grey PNG.
    pub(super) fn png(&self) -> Result<Vec<u8>, PrintError> {
        encoded(
            (self.width, self.height),
            png::BitDepth::Eight,
            &self.pixels,
        )
    }

    /// Every pixel darker than half as a black dot.
    pub(super) fn dots(&self) -> Bitmap {
        let bytes = self.width.div_ceil(8);
        let mut rows = vec![0; bytes * self.height];
        for (y, row) in self.pixels.chunks(self.width.max(1)).enumerate() {
            for (x, _) in row.iter().enumerate().filter(|&(_, &light)| light < 128) {
                rows[y * bytes + x / 8] |= 0x80 >> (x % 8);
            }
        }
        Bitmap {
            width: self.width,
            rows,
        }
    }
}

fn encoded(
    (width, height): (usize, usize),
    depth: png::BitDepth,
    light: &[u8],
) -> Result<Vec<u8>, PrintError> {
    let failed = |error: png::EncodingError| PrintError::write(&error);
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side(width), side(height));
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(light).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(file)
}

fn side(side: usize) -> i32 {
    i32::try_from(side).unwrap_or(i32::MAX)
}
