//! A character's own picture, for names no face can write.
//!
//! Where it comes from — a photograph or a scan of a certificate — nobody vouches for it: it is
//! bounded, told apart into ink and paper, cut to its ink and fitted into a square.

use std::io::Cursor;
use std::sync::Arc;

use crate::error::GlyphPictureError;

/// Sides a picture may have, in pixels: below the first nobody reads a character, above the last
/// it is no picture of one.
const SIDES: std::ops::RangeInclusive<usize> = 12..=2048;
/// Most bytes of a picture's file.
const MOST_BYTES: usize = 4 << 20;
/// The longer side of the ink at most, in pixels: enough for a heading at 300 dots per inch.
const MOST_INK: usize = 112;
/// White left around the ink on every side, as a share of the ink's longer side.
const WHITE: f32 = 0.05;
/// Least difference between ink and paper, of 255.
const LEAST_CONTRAST: f32 = 48.0;
/// A picture darker than this over so much of it shows no writing.
const MOST_DARK: f32 = 0.6;

/// A picture of one character, square and ready to be drawn at any size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlyphPicture {
    ch: char,
    within: String,
    side: usize,
    /// Row after row, 0 paper to 255 ink.
    ink: Arc<[u8]>,
}

impl GlyphPicture {
    /// The picture of `ch` from grey pixels, row after row, 0 black to 255 white. `within` is the
    /// name it was taken from, for the sentence that explains it; it may be empty.
    ///
    /// # Errors
    /// [`GlyphPictureError`] when the sides are out of bounds or nothing in it looks like writing.
    pub fn from_grey(
        ch: char,
        within: impl Into<String>,
        (width, height): (usize, usize),
        pixels: &[u8],
    ) -> Result<Self, GlyphPictureError> {
        check_sides(width, height)?;
        if pixels.len() != width * height {
            return Err(GlyphPictureError::Size { width, height });
        }
        let ink = ink_of(pixels).ok_or(GlyphPictureError::NoInk)?;
        let whole = Grey { width, height, ink };
        let cut = whole.cut().ok_or(GlyphPictureError::NoInk)?;
        let square = cut.shrunk().squared();
        Ok(Self {
            ch,
            within: within.into(),
            side: square.width,
            ink: square.ink.into(),
        })
    }

    /// As [`GlyphPicture::from_grey`], from a PNG file of any colour type.
    ///
    /// # Errors
    /// [`GlyphPictureError`], also when the file is too large or no PNG.
    pub fn from_png(
        ch: char,
        within: impl Into<String>,
        file: &[u8],
    ) -> Result<Self, GlyphPictureError> {
        let unreadable = |reason: String| GlyphPictureError::Unreadable { reason };
        if file.len() > MOST_BYTES {
            return Err(unreadable(format!("{} bytes", file.len())));
        }
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder
            .read_info()
            .map_err(|error| unreadable(error.to_string()))?;
        let (width, height) = (reader.info().width as usize, reader.info().height as usize);
        check_sides(width, height)?;
        let bytes = reader
            .output_buffer_size()
            .ok_or(GlyphPictureError::Size { width, height })?;
        let mut samples = vec![0; bytes];
        reader
            .next_frame(&mut samples)
            .map_err(|error| unreadable(error.to_string()))?;
        let channels = reader.output_color_type().0.samples();
        let grey: Vec<u8> = samples.chunks_exact(channels).map(light).collect();
        Self::from_grey(ch, within, (width, height), &grey)
    }

    /// The character.
    #[must_use]
    pub const fn ch(&self) -> char {
        self.ch
    }

    /// Pixels of its sides.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.side
    }

    /// Its pixels, row after row, 0 paper to 255 ink.
    #[must_use]
    pub fn ink(&self) -> &[u8] {
        &self.ink
    }

    /// Mean ink, 0 to 1, of the square with side `per` pixels that begins at `from`.
    pub(crate) fn mean(&self, from: (f32, f32), per: f32) -> f32 {
        let span = |from: f32| {
            let first = from.floor().max(0.0) as usize;
            let last = (from + per).ceil().max(0.0) as usize;
            first
                ..last
                    .clamp(first + 1, first + MOST_INK * 2)
                    .min(self.side.max(first))
        };
        let share = |at: usize, from: f32| {
            let at = at as f32;
            ((from + per).min(at + 1.0) - from.max(at)).max(0.0)
        };
        let mut sum = 0.0;
        for y in span(from.1) {
            for x in span(from.0) {
                let part = share(x, from.0) * share(y, from.1);
                sum += part * f32::from(self.ink[y * self.side + x]) / 255.0;
            }
        }
        (sum / (per * per)).min(1.0)
    }

    /// What a document says that uses it.
    pub(crate) fn note(&self) -> String {
        let ch = self.ch;
        if self.within.trim().is_empty() {
            format!("注：“{ch}”本机打不出，已用证件上的字样打印。")
        } else {
            format!(
                "注：“{}”的“{ch}”本机打不出，已用证件上的字样打印。",
                self.within
            )
        }
    }
}

fn check_sides(width: usize, height: usize) -> Result<(), GlyphPictureError> {
    if SIDES.contains(&width) && SIDES.contains(&height) {
        Ok(())
    } else {
        Err(GlyphPictureError::Size { width, height })
    }
}

/// Light of one pixel, what is transparent as white.
fn light(samples: &[u8]) -> u8 {
    let grey = match samples {
        [red, green, blue, ..] => {
            (u32::from(*red) * 77 + u32::from(*green) * 150 + u32::from(*blue) * 29) >> 8
        }
        [grey, ..] => u32::from(*grey),
        [] => 255,
    };
    let alpha = match samples {
        [_, alpha] | [_, _, _, alpha] => u32::from(*alpha),
        _ => 255,
    };
    u8::try_from((grey * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
}

/// Light into ink, between what is dark and what is light in this picture; none when the two do not
/// stand apart or dark is no writing.
fn ink_of(pixels: &[u8]) -> Option<Vec<u8>> {
    let threshold = between(pixels)?;
    let mean = |dark: bool| {
        let of: Vec<f32> = pixels
            .iter()
            .filter(|&&light| (light <= threshold) == dark)
            .map(|&light| f32::from(light))
            .collect();
        (of.iter().sum::<f32>() / of.len().max(1) as f32, of.len())
    };
    let ((black, dark), (white, _)) = (mean(true), mean(false));
    if white - black < LEAST_CONTRAST || dark as f32 > MOST_DARK * pixels.len() as f32 {
        return None;
    }
    let ink = |&light: &u8| {
        let share = ((white - f32::from(light)) / (white - black)).clamp(0.0, 1.0);
        // What is nearly paper is paper: shadows and the grain of a card.
        if share < 0.25 {
            0
        } else {
            (share * 255.0) as u8
        }
    };
    Some(pixels.iter().map(ink).collect())
}

/// The light that parts dark from light pixels best (Otsu); none when all are alike.
fn between(pixels: &[u8]) -> Option<u8> {
    let mut counts = [0_u64; 256];
    for &light in pixels {
        counts[usize::from(light)] += 1;
    }
    let all = pixels.len() as f64;
    let total: f64 = (0_u32..)
        .zip(counts)
        .map(|(at, count)| f64::from(at) * count as f64)
        .sum();
    let (mut below, mut sum) = (0.0, 0.0);
    let mut best: Option<(f64, u8)> = None;
    for (at, count) in (0_u8..=255).zip(counts) {
        below += count as f64;
        sum += f64::from(at) * count as f64;
        if below == 0.0 || below == all {
            continue;
        }
        let apart = sum / below - (total - sum) / (all - below);
        let spread = below * (all - below) * apart * apart;
        if best.is_none_or(|(most, _)| spread > most) {
            best = Some((spread, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Ink row after row.
struct Grey {
    width: usize,
    height: usize,
    ink: Vec<u8>,
}

impl Grey {
    fn at(&self, x: usize, y: usize) -> u8 {
        self.ink[y * self.width + x]
    }

    /// The part with ink; single dark pixels are dirt. None when that is no more than a speck.
    fn cut(&self) -> Option<Self> {
        let dark = |x: usize, y: usize| self.at(x, y) >= 128;
        let near = |at: usize, most: usize| at.saturating_sub(1)..=(at + 1).min(most - 1);
        let company = |x: usize, y: usize| {
            near(y, self.height)
                .flat_map(|row| near(x, self.width).map(move |column| (column, row)))
                .filter(|&(column, row)| dark(column, row))
                .count()
                > 1
        };
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let inked: Vec<(usize, usize)> = places
            .filter(|&(x, y)| dark(x, y) && company(x, y))
            .collect();
        let left = inked.iter().map(|place| place.0).min()?;
        let right = inked.iter().map(|place| place.0).max()?;
        let top = inked.iter().map(|place| place.1).min()?;
        let bottom = inked.iter().map(|place| place.1).max()?;
        let (width, height) = (right - left + 1, bottom - top + 1);
        if width.max(height) < *SIDES.start() / 2 {
            return None;
        }
        let ink = (top..=bottom)
            .flat_map(|y| (left..=right).map(move |x| self.at(x, y)))
            .collect();
        Some(Self { width, height, ink })
    }

    /// Not larger than anything needs, by the mean of the pixels that become one.
    fn shrunk(self) -> Self {
        let longer = self.width.max(self.height);
        if longer <= MOST_INK {
            return self;
        }
        let scaled = |side: usize| (side * MOST_INK / longer).max(1);
        let (width, height) = (scaled(self.width), scaled(self.height));
        let span =
            |at: usize, from: usize, to: usize| at * from / to..((at + 1) * from).div_ceil(to);
        let mut ink = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let rows = span(y, self.height, height);
                let columns = span(x, self.width, width);
                let count = rows.len() * columns.len();
                let sum: usize = rows
                    .flat_map(|row| columns.clone().map(move |column| (column, row)))
                    .map(|(column, row)| usize::from(self.at(column, row)))
                    .sum();
                ink.push(u8::try_from(sum / count.max(1)).unwrap_or(255));
            }
        }
        Self { width, height, ink }
    }

    /// In the middle of a square with white around it.
    fn squared(self) -> Self {
        let longer = self.width.max(self.height);
        let side = longer + 2 * (longer as f32 * WHITE).ceil() as usize;
        let (left, top) = ((side - self.width) / 2, (side - self.height) / 2);
        let mut ink = vec![0; side * side];
        for (y, row) in self.ink.chunks(self.width).enumerate() {
            let start = (top + y) * side + left;
            ink[start..start + self.width].copy_from_slice(row);
        }
        Self {
            width: side,
            height: side,
            ink,
        }
    }
}
