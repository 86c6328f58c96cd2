//! The operator's unfinished drafts.

use yichuang_domain::role::Act;
use yichuang_store::Reader;

use super::Draft;
use crate::{
    Desk,
    clock::stamp,
    desk::Operator,
    ipc::{DraftList, DraftSummary, ErrorCode, Nothing},
    report::Outcome,
};

impl Desk {
    /// The drafts of whoever is signed in, last saved first.
    ///
    /// # Errors
    /// `OPS-…` and those of the store.
    pub fn list_drafts(&self, _: Nothing) -> Outcome<DraftList> {
        let operator = self.allowed(Act::Draft)?;
        let drafts = self.store()?.read(|read| summaries(read, &operator))?;
        Ok(DraftList { drafts })
    }
}

/// An operator's drafts, last saved first.
pub(crate) fn summaries(read: &Reader<'_>, operator: &Operator) -> Outcome<Vec<DraftSummary>> {
    let stored = read.drafts_of(operator.id)?;
    stored
        .into_iter()
        .map(|stored| summary(read, Draft::from_stored(stored)?))
        .collect()
}

pub(super) fn summary(read: &Reader<'_>, draft: Draft) -> Outcome<DraftSummary> {
    let matter = match draft.catalogue(read) {
        Ok((found, _)) => found.matter.name,
        Err(error) if error.code == ErrorCode::MatterUnknown => String::new(),
        Err(error) => return Err(error),
    };
    Ok(DraftSummary {
        id: draft.id.to_string(),
        matter,
        code: draft.matter.to_string(),
        applicant: draft
            .content
            .applicant
            .map(|who| who.name)
            .filter(|name| !name.is_empty()),
        step: draft.content.step,
        saved_at: stamp(draft.saved_at),
    })
}
