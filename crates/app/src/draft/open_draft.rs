//! Opening, showing and discarding a draft.

use std::collections::BTreeMap;

use yichuang_domain::{DraftId, MatterCode, role::Act};
use yichuang_store::Reader;
use yichuang_wire::payload::DraftDiscarded;

use super::{Archive, Draft};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, DraftContent, DraftRef, DraftView, ErrorCode, OpenDraft},
    report::Outcome,
};

impl Desk {
    /// Opens a draft for a matter; its id is made here and stays.
    ///
    /// # Errors
    /// `MATTER-001` and `OPS-…`.
    pub fn open_draft(&self, input: OpenDraft) -> Outcome<DraftView> {
        let operator = self.allowed(Act::Draft)?;
        let unknown = || ApiError::new(ErrorCode::MatterUnknown);
        let matter = MatterCode::new(input.code).map_err(|_| unknown())?;
        let at = self.now();
        let content = DraftContent {
            step: 1,
            answers: input.answers,
            ..empty()
        };
        let id = DraftId(self.fresh_id()?);
        self.store()?.write(|tx| {
            let edition = tx.edition(&matter)?.ok_or_else(unknown)?;
            let draft = Draft {
                id,
                matter,
                edition: Some(edition),
                content,
                opened_at: at,
                saved_at: at,
            };
            draft.save(tx, &operator)?;
            self.draft_view(tx, &draft, &Archive::default())
        })
    }

    /// A draft as the wizard shows it; one that became a case shows its number. One that was written
    /// under an older edition of its matter is moved to the one in force first.
    ///
    /// # Errors
    /// `DRAFT-001`.
    pub fn show_draft(&self, input: DraftRef) -> Outcome<DraftView> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.id)?;
        let show = |read: &Reader<'_>, draft: &Draft| {
            let archive = Archive::of(read, draft.content.applicant.as_ref(), self.today())?;
            self.draft_view(read, draft, &archive)
        };
        let current = self.store()?.read(|read| -> Outcome<_> {
            let draft = Draft::load(read, id, &operator)?;
            let stays = draft.is_current(read)? || read.case_of_draft(id)?.is_some();
            stays.then(|| show(read, &draft)).transpose()
        })?;
        if let Some(view) = current {
            return Ok(view);
        }
        self.store()?.write(|tx| {
            let mut draft = Draft::load(tx, id, &operator)?;
            draft.bring_up_to_date(tx)?;
            draft.save(tx, &operator)?;
            show(tx, &draft)
        })
    }

    /// Throws a draft away. Its matter is all the audit keeps.
    ///
    /// # Errors
    /// `DRAFT-001`.
    pub fn discard_draft(&self, input: DraftRef) -> Outcome<Done> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.id)?;
        let papers = self.store()?.write(|tx| -> Outcome<_> {
            let draft = Draft::load(tx, id, &operator)?;
            let papers = tx.papers_of_draft(id)?;
            tx.discard_draft(id)?;
            let payload = DraftDiscarded {
                id,
                matter: draft.matter,
            };
            self.note(tx, payload, None, Some(operator.id))?;
            Ok(papers)
        })?;
        self.unspool(&papers);
        self.forget_residents_of(id);
        self.announce(ChangedKind::Draft, Some(input.id));
        Ok(Done {})
    }
}

/// A draft in which nothing was written yet.
pub(crate) fn empty() -> DraftContent {
    DraftContent {
        step: 1,
        applicant: None,
        agent: None,
        credit: String::new(),
        answers: BTreeMap::new(),
        form: BTreeMap::new(),
        materials: Vec::new(),
        confirmed: false,
        signed: Vec::new(),
        unsigned: Vec::new(),
        moved: None,
        slip: None,
        green_lane: None,
        characters: Vec::new(),
        chain: None,
    }
}
