//! Where the ink of a paper is: each page as a grid of cells a little larger than a character is
//! wide and half as high, each with how dark it is. Coarse enough that the readers' smoothing does
//! not matter, fine enough that a line cannot move nor a character vanish unseen.

use std::fmt;

use crate::probe::Picture;

/// A cell in pixels.
const WIDTH: usize = 10;
const HEIGHT: usize = 5;
/// How dark a cell is: `.` and then one of these, the last for half black and more.
const LEVELS: &[u8] = b".123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// How far a cell may be off: one reader smooths an edge a little otherwise than another.
const TOLERANCE: usize = 3;

/// The ink of some pages.
pub(crate) struct Ink {
    pages: Vec<Vec<Vec<usize>>>,
}

impl Ink {
    pub(crate) fn of<'a>(pages: impl Iterator<Item = &'a Picture>) -> Self {
        Self {
            pages: pages.map(grid).collect(),
        }
    }

    /// What [`fmt::Display`] wrote; none when it is something else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let level = |byte: u8| LEVELS.iter().position(|&level| level == byte);
        let row = |line: &str| line.bytes().map(level).collect::<Option<Vec<_>>>();
        let mut pages: Vec<Vec<Vec<usize>>> = Vec::new();
        for line in text.lines() {
            match line.strip_prefix("page") {
                Some(_) => pages.push(Vec::new()),
                None => pages.last_mut()?.push(row(line)?),
            }
        }
        Some(Self { pages })
    }

    /// A line for each cell that is too far off.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        if self.pages.len() != other.pages.len() {
            let (was, is) = (self.pages.len(), other.pages.len());
            return vec![format!("{was} pages were committed, there are {is}")];
        }
        let mut found = Vec::new();
        for (page, (kept, taken)) in self.pages.iter().zip(&other.pages).enumerate() {
            for row in 0..kept.len().max(taken.len()) {
                let (kept, taken) = (kept.get(row), taken.get(row));
                let cells = [kept, taken].map(|row| row.map_or(0, Vec::len));
                for column in 0..cells[0].max(cells[1]) {
                    let [was, is] = [kept, taken]
                        .map(|row| row.and_then(|row| row.get(column)).copied().unwrap_or(0));
                    if was.abs_diff(is) > TOLERANCE {
                        found.push(format!(
                            "page {}, row {row}, column {column}: was {was} dark, is {is}",
                            page + 1
                        ));
                    }
                }
            }
        }
        found
    }
}

/// Rows without the white at their right end.
impl fmt::Display for Ink {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, page) in self.pages.iter().enumerate() {
            writeln!(out, "page {}", at + 1)?;
            for row in page {
                let line: String = row.iter().map(|&level| char::from(LEVELS[level])).collect();
                writeln!(out, "{}", line.trim_end_matches('.'))?;
            }
        }
        Ok(())
    }
}

fn grid(page: &Picture) -> Vec<Vec<usize>> {
    let rows: Vec<&[u8]> = page.pixels.chunks(page.width).collect();
    let darkness = |band: &[&[u8]], left: usize| -> usize {
        let cells = band
            .iter()
            .flat_map(|row| row.iter().skip(left).take(WIDTH));
        let ink: usize = cells.map(|&grey| usize::from(u8::MAX - grey)).sum();
        let half_black = WIDTH * HEIGHT * usize::from(u8::MAX) / 2;
        (ink * (LEVELS.len() - 1) / half_black).min(LEVELS.len() - 1)
    };
    rows.chunks(HEIGHT)
        .map(|band| {
            (0..page.width)
                .step_by(WIDTH)
                .map(|left| darkness(band, left))
                .collect()
        })
        .collect()
}
