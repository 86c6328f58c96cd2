//! Horizontal slices of content that never break, top at zero.

use std::rc::Rc;

use super::mark::Mark;

/// A slice. Blocks become strips; strips become pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    pub(super) height: f32,
    /// Distance above, dropped at the top of a page.
    pub(super) before: f32,
    pub(super) marks: Vec<Mark>,
    /// Stays on the page of the next strip when one page can hold both.
    pub(super) keep_next: bool,
    /// Drawn again above this strip when a page starts with it: a table's head.
    pub(super) heads: Option<Rc<Vec<Strip>>>,
    /// Drawn in addition when a page starts with this strip.
    pub(super) opening: Vec<Mark>,
    /// Drawn in addition when a page ends with this strip.
    pub(super) closing: Vec<Mark>,
}

impl Strip {
    pub(super) fn heads_height(&self) -> f32 {
        self.heads
            .iter()
            .flat_map(|heads| heads.iter())
            .map(|head| head.height)
            .sum()
    }
}

/// Ties all strips to one page.
pub(super) fn keep_together(strips: &mut [Strip]) {
    if let Some((_, rest)) = strips.split_last_mut() {
        for strip in rest {
            strip.keep_next = true;
        }
    }
}
