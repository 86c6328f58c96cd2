//! By which template and profile one paper is made.

use std::sync::Arc;

use super::{
    error::TemplateError,
    set::{Chosen, Templates},
};
use crate::model::Paper;

/// By which template and profile one paper is made. Without more said it is the newest this program
/// ships, as everywhere.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    set: Option<Arc<Templates>>,
    region: String,
    was: Was,
}

/// What is known of the first printing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Was {
    /// This is the first.
    #[default]
    Never,
    /// It was made by this.
    Recorded(String),
    /// It was made before templates were recorded.
    Unrecorded,
}

impl Wording {
    /// For a first printing at a place with this region code.
    #[must_use]
    pub const fn newest(set: Arc<Templates>, region: String) -> Self {
        Self {
            set: Some(set),
            region,
            was: Was::Never,
        }
    }

    /// For a paper printed again, from the [`crate::Document::template`] of its first printing; none
    /// of one made before that was recorded.
    #[must_use]
    pub fn again(set: Arc<Templates>, region: String, first: Option<String>) -> Self {
        Self {
            set: Some(set),
            region,
            was: first.map_or(Was::Unrecorded, Was::Recorded),
        }
    }

    /// What `document` is made by.
    pub(super) fn chosen(&self, document: &str) -> Result<Chosen, TemplateError> {
        let set = match &self.set {
            Some(set) => Arc::clone(set),
            None => Templates::shipped()?,
        };
        match &self.was {
            Was::Never => set.newest(document, &self.region),
            Was::Unrecorded => set.oldest(document),
            Was::Recorded(reference) => {
                let was_this = reference
                    .split_once('.')
                    .is_some_and(|(name, _)| name == document);
                // A guide first printed as a ticket has no sheet to be like.
                match was_this {
                    true => set.recorded(reference),
                    false => set.newest(document, &self.region),
                }
            }
        }
    }

    /// The region's own telephone for questions and complaints on `document`, as its first printing
    /// had it; none where the region has none.
    #[must_use]
    pub fn hotline(&self, document: &str) -> Option<String> {
        let made = match &self.was {
            // A receipt first printed on a roll was made by another template than its sheet.
            Was::Recorded(reference) => {
                reference.split_once('.').map_or(document, |(name, _)| name)
            }
            Was::Never | Was::Unrecorded => document,
        };
        let chosen = self.chosen(made).ok()?;
        chosen.profile.hotline().map(str::to_owned)
    }

    /// The sheet the region asks for in place of the usual one.
    #[must_use]
    pub fn asked_sheet(&self, document: &str) -> Option<Paper> {
        self.chosen(document).ok()?.profile.changes(document)?.sheet
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        (&self.region, &self.was) == (&other.region, &other.was)
    }
}

impl Eq for Wording {}
