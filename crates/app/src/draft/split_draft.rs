//! A chain is gone, and what was written for it goes on as single matters.

use yichuang_domain::{DraftId, MatterCode, role::Act};
use yichuang_store::{PaperRow, Reader, Tx};
use yichuang_wire::payload::DraftDiscarded;

use super::{Draft, list::summary, migrate::edition_of, regroup::Group};
use crate::{
    Desk,
    desk::Operator,
    ipc::{ApiError, ChangedKind, DraftList, DraftPart, ErrorCode, SplitDraft},
    report::Outcome,
};

impl Desk {
    /// Makes a draft of each of these matters, with everything that was written for it, and of what
    /// none of them asks for a list in each; the draft of the chain is gone then.
    ///
    /// # Errors
    /// `DRAFT-001`, `INPUT-001` when the draft is not of a chain that is gone or no matter is named,
    /// `MATTER-001` for a matter that is none of it or out of force.
    pub fn split_draft(&self, input: SplitDraft) -> Outcome<DraftList> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.id)?;
        let at = self.now();
        let mut fresh = Vec::new();
        for _ in &input.matters {
            fresh.push(DraftId(self.fresh_id()?));
        }
        let (drafts, papers) = self.store()?.write(|tx| -> Outcome<_> {
            let draft = Draft::load(tx, id, &operator)?;
            let chosen = chosen(tx, &draft, &input.matters)?;
            let mut drafts = Vec::new();
            for mut single in singles(tx, &draft, &chosen, &fresh)? {
                single.saved_at = at;
                single.bring_up_to_date(tx)?;
                single.save(tx, &operator)?;
                drafts.push(summary(tx, single)?);
            }
            Ok((drafts, self.replace(tx, &draft, &operator)?))
        })?;
        self.unspool(&papers);
        self.forget_residents_of(id);
        self.announce(ChangedKind::Draft, Some(input.id));
        Ok(DraftList { drafts })
    }

    fn replace(
        &self,
        tx: &mut Tx<'_>,
        draft: &Draft,
        operator: &Operator,
    ) -> Outcome<Vec<PaperRow>> {
        let papers = tx.papers_of_draft(draft.id)?;
        tx.discard_draft(draft.id)?;
        let payload = DraftDiscarded {
            id: draft.id,
            matter: draft.matter.clone(),
        };
        self.note(tx, payload, None, Some(operator.id))?;
        Ok(papers)
    }
}

/// The matters of a chain that is gone, for whoever wants to go on with some of them; none of a draft
/// whose chain is there, or that has none.
pub(super) fn parts(read: &Reader<'_>, draft: &Draft, withdrawn: bool) -> Outcome<Vec<DraftPart>> {
    let Some(chain) = draft.content.chain.as_ref().filter(|_| withdrawn) else {
        return Ok(Vec::new());
    };
    let written = Group::written(read, chain)?.parts.into_iter();
    let handled =
        written.filter(|part| chain.chosen.iter().any(|code| *code == part.code.as_str()));
    let parts = handled.map(|part| {
        Ok(DraftPart {
            here: read.edition(&part.code)?.is_some(),
            code: part.code.to_string(),
            name: part.matter.name,
            department: part.matter.implementing_body,
        })
    });
    parts.collect()
}

/// The named matters, when each is one the draft was written for and in force.
fn chosen(read: &Reader<'_>, draft: &Draft, named: &[String]) -> Outcome<Vec<MatterCode>> {
    let (_, withdrawn) = draft.catalogue(read)?;
    let parts = parts(read, draft, withdrawn)?;
    if parts.is_empty() || named.is_empty() {
        return Err(ApiError::new(ErrorCode::InputShape).with("reason", "matters"));
    }
    let unknown = || ApiError::new(ErrorCode::MatterUnknown);
    let here = |code: &String| parts.iter().any(|part| part.here && part.code == *code);
    if !named.iter().all(here) {
        return Err(unknown());
    }
    let parts = parts.iter().filter(|part| named.contains(&part.code));
    let codes = parts.map(|part| part.code.parse().map_err(|_| unknown()));
    codes.collect()
}

/// One draft for each matter. A slip is used once, so the first keeps it.
fn singles(
    read: &Reader<'_>,
    draft: &Draft,
    chosen: &[MatterCode],
    fresh: &[DraftId],
) -> Outcome<Vec<Draft>> {
    let Some(chain) = &draft.content.chain else {
        return Ok(Vec::new());
    };
    let was = Group::written(read, chain)?;
    let single = |(at, (code, id)): (usize, (&MatterCode, &DraftId))| {
        let mut content = draft.alone((code, chosen), &was);
        content.slip = content.slip.filter(|_| at == 0);
        Draft {
            id: *id,
            matter: code.clone(),
            edition: edition_of(chain, code),
            content,
            opened_at: draft.opened_at,
            saved_at: draft.saved_at,
        }
    };
    let numbered = chosen.iter().zip(fresh).enumerate();
    Ok(numbered.map(single).collect())
}
