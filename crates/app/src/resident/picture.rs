//! A signature as a picture: strokes in, a small grey PNG out. Bytes of pictures are never taken from
//! the residents' window, so there is nothing to decode.

use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// The box somebody signs in, in pixels.
pub(crate) const BOX: (u32, u32) = (560, 240);
/// Pixels of the picture to one of the box.
const FINE: u32 = 2;
/// Half the width of a stroke, in pixels of the picture.
const PEN: f32 = 3.0;
/// More strokes than any name has.
const MOST_STROKES: usize = 400;
/// More points than any hand draws.
const MOST_POINTS: usize = 20_000;
/// Length of ink below which it is a dot and no signature, in pixels of the box.
const SHORTEST: f32 = 40.0;

type Point = (f32, f32);

/// The picture of a signature.
///
/// # Errors
/// `SCREEN-003` when there is next to no ink; `INPUT-001` for strokes no hand draws in this box.
pub(super) fn picture(strokes: &[Vec<[u32; 2]>]) -> Outcome<Vec<u8>> {
    let shape = |reason: &str| ApiError::new(ErrorCode::InputShape).with("reason", reason);
    let points = strokes.iter().map(Vec::len).sum::<usize>();
    if strokes.len() > MOST_STROKES || points > MOST_POINTS {
        return Err(shape("strokes"));
    }
    if strokes
        .iter()
        .flatten()
        .any(|[x, y]| *x > BOX.0 || *y > BOX.1)
    {
        return Err(shape("point"));
    }
    let lines: Vec<Vec<Point>> = strokes.iter().map(|stroke| line(stroke)).collect();
    if lines.iter().map(|line| length(line)).sum::<f32>() < SHORTEST * FINE as f32 {
        return Err(ApiError::new(ErrorCode::SignatureEmpty));
    }
    let mut sheet = Sheet::white();
    for line in &lines {
        sheet.draw(line);
    }
    sheet
        .png()
        .map_err(|error| ApiError::new(ErrorCode::PaperFailed).with("reason", error))
}

fn line(stroke: &[[u32; 2]]) -> Vec<Point> {
    let fine = |at: u32| (at * FINE) as f32;
    stroke.iter().map(|[x, y]| (fine(*x), fine(*y))).collect()
}

fn length(line: &[Point]) -> f32 {
    line.windows(2)
        .map(|pair| match pair {
            [a, b] => (b.0 - a.0).hypot(b.1 - a.1),
            _ => 0.0,
        })
        .sum()
}

/// A grey sheet, 255 white.
struct Sheet {
    width: u32,
    height: u32,
    grey: Vec<u8>,
}

impl Sheet {
    fn white() -> Self {
        let (width, height) = (BOX.0 * FINE, BOX.1 * FINE);
        Self {
            width,
            height,
            grey: vec![255; (width * height) as usize],
        }
    }

    fn draw(&mut self, line: &[Point]) {
        if let [only] = line {
            self.segment(*only, *only);
        }
        for pair in line.windows(2) {
            if let [a, b] = pair {
                self.segment(*a, *b);
            }
        }
    }

    /// Darkens every pixel within the pen of a segment, its edge in shades.
    fn segment(&mut self, a: Point, b: Point) {
        let reach = PEN + 1.0;
        let (left, right) = span(a.0, b.0, reach, self.width);
        let (top, bottom) = span(a.1, b.1, reach, self.height);
        for y in top..bottom {
            for x in left..right {
                let away = distance((x as f32 + 0.5, y as f32 + 0.5), a, b);
                let ink = (PEN + 0.5 - away).clamp(0.0, 1.0);
                let shade = (255.0 * (1.0 - ink)) as u8;
                if let Some(grey) = self.grey.get_mut((y * self.width + x) as usize) {
                    *grey = (*grey).min(shade);
                }
            }
        }
    }

    fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.grey)?;
        Ok(bytes)
    }
}

/// Pixels along one axis a segment can touch.
fn span(a: f32, b: f32, reach: f32, most: u32) -> (u32, u32) {
    let low = (a.min(b) - reach).max(0.0) as u32;
    let high = ((a.max(b) + reach).ceil() as u32).min(most);
    (low, high)
}

fn distance(p: Point, a: Point, b: Point) -> f32 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let long = dx * dx + dy * dy;
    let along = if long > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / long).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (p.0 - (a.0 + along * dx)).hypot(p.1 - (a.1 + along * dy))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &[[u32; 2]] = &[[20, 20], [300, 200], [540, 40]];

    #[test]
    fn strokes_become_a_small_grey_picture_of_the_box() {
        let bytes = picture(&[NAME.to_vec()]).unwrap();
        assert!(bytes.len() < 64 * 1024);
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .unwrap();
        let mut grey = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut grey).unwrap();
        assert_eq!((info.width, info.height), (BOX.0 * FINE, BOX.1 * FINE));
        let ink = grey.iter().filter(|shade| **shade < 128).count();
        assert!((2_000..20_000).contains(&ink), "{ink} dark pixels");
    }

    #[test]
    fn a_dot_is_no_signature() {
        let none: [&[[u32; 2]]; 3] = [&[], &[[5, 5]], &[[5, 5], [9, 9]]];
        for stroke in none {
            let refused = picture(&[stroke.to_vec()]).unwrap_err();
            assert_eq!(refused.code, ErrorCode::SignatureEmpty);
        }
    }

    #[test]
    fn what_no_hand_draws_in_the_box_is_refused() {
        let outside = vec![vec![[0, 0], [561, 10]]];
        let endless = vec![vec![[1, 1]; MOST_POINTS + 1]];
        let many = vec![NAME.to_vec(); MOST_STROKES + 1];
        for strokes in [outside, endless, many] {
            let refused = picture(&strokes).unwrap_err();
            assert_eq!(refused.code, ErrorCode::InputShape);
        }
    }
}
