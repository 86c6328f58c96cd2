//! Strips onto pages.

use super::mark::{Area, Mark};
use super::strip::Strip;
use crate::error::PrintError;

/// No document of this product comes near this; a longer one is a mistake.
const MOST_PAGES: usize = 200;

/// The content of one page.
#[derive(Default)]
pub(super) struct Filled {
    pub(super) marks: Vec<Mark>,
    /// How many of them, from the first on, say again what an earlier page said.
    pub(super) repeated: usize,
}

/// Fills pages of `body` with strips, top to bottom.
pub(super) fn fill_pages(strips: Vec<Strip>, body: Area) -> Result<Vec<Filled>, PrintError> {
    let mut pages = Pages {
        body,
        done: Vec::new(),
        page: Filled::default(),
        y: body.y,
        last: None,
    };
    for chain in strips.chunk_by(|strip, _| strip.keep_next) {
        pages.chain(chain)?;
    }
    pages.turn()?;
    Ok(pages.done)
}

struct Pages {
    body: Area,
    done: Vec<Filled>,
    page: Filled,
    y: f32,
    /// What to draw, and how far down, if the page ends after the last strip.
    last: Option<(Vec<Mark>, f32)>,
}

impl Pages {
    fn chain(&mut self, chain: &[Strip]) -> Result<(), PrintError> {
        let content: f32 = chain.iter().map(|strip| strip.before + strip.height).sum();
        let first = &chain[0];
        let on_new_page = first.heads_height() + content - first.before;
        let fits_whole_page = on_new_page <= self.body.height;
        if !self.is_fresh()
            && fits_whole_page
            && self.gap(first) + content - first.before > self.left()
        {
            self.turn()?;
        }
        for strip in chain {
            self.strip(strip)?;
        }
        Ok(())
    }

    fn strip(&mut self, strip: &Strip) -> Result<(), PrintError> {
        if !self.is_fresh() && self.gap(strip) + strip.height > self.left() {
            self.turn()?;
        }
        if self.is_fresh() {
            for head in strip.heads.iter().flat_map(|heads| heads.iter()) {
                self.draw(head, &[]);
                self.page.repeated = self.page.marks.len();
            }
            let opening = strip.opening.clone();
            self.fit(strip)?;
            self.draw(strip, &opening);
        } else {
            self.y += self.gap(strip);
            self.draw(strip, &[]);
        }
        Ok(())
    }

    fn fit(&self, strip: &Strip) -> Result<(), PrintError> {
        if strip.height > self.left() {
            return Err(PrintError::TooTall {
                height: strip.height,
                page: self.body.height,
            });
        }
        Ok(())
    }

    fn draw(&mut self, strip: &Strip, opening: &[Mark]) {
        let y = self.y;
        let placed = strip
            .marks
            .iter()
            .chain(opening)
            .cloned()
            .map(|mark| mark.shifted(0.0, y));
        self.page.marks.extend(placed);
        self.last = Some((strip.closing.clone(), y));
        self.y += strip.height;
    }

    fn turn(&mut self) -> Result<(), PrintError> {
        if self.done.len() == MOST_PAGES {
            return Err(PrintError::TooManyPages { limit: MOST_PAGES });
        }
        if let Some((closing, y)) = self.last.take() {
            self.page
                .marks
                .extend(closing.into_iter().map(|mark| mark.shifted(0.0, y)));
        }
        self.done.push(std::mem::take(&mut self.page));
        self.y = self.body.y;
        Ok(())
    }

    fn is_fresh(&self) -> bool {
        self.y <= self.body.y
    }

    /// The distance above a strip, none at the top of a page.
    fn gap(&self, strip: &Strip) -> f32 {
        if self.is_fresh() { 0.0 } else { strip.before }
    }

    /// Room left, with a hairline's width for the edge of a grid.
    fn left(&self) -> f32 {
        self.body.y + self.body.height - self.y - super::grid::HAIRLINE
    }
}
