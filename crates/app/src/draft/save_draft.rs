//! The save behind every keystroke: what is typed is kept, right or wrong.

use yichuang_domain::role::Act;

use super::{Archive, Draft, sign};
use crate::{
    Desk,
    catalogue::in_force,
    ipc::{ApiError, DraftContent, DraftView, ErrorCode, SaveDraft},
    report::Outcome,
};

/// A draft is never larger than this as JSON, in bytes; files are kept beside it.
const MAX_DRAFT: usize = 256 * 1024;

impl Desk {
    /// Saves a draft and answers with everything that follows from it.
    ///
    /// # Errors
    /// `DRAFT-001`, `INPUT-001` for content no form has room for.
    pub fn save_draft(&self, input: SaveDraft) -> Outcome<DraftView> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.id)?;
        check_size(&input.content)?;
        self.store()?.write(|tx| {
            let stored = Draft::load(tx, id, &operator)?;
            let applicant = input.content.applicant.as_ref();
            let archive = Archive::of(tx, applicant, self.today())?;
            let mut content = archive.refresh(&input.content);
            if content.signed.iter().any(|paper| paper.content.is_empty()) {
                let papers = sign::to_sign(&in_force(tx, &stored.matter)?, &content);
                sign::bind(&mut content.signed, &papers, &tx.papers_of_draft(id)?);
            }
            let draft = Draft {
                content,
                saved_at: self.now(),
                ..stored
            };
            draft.save(tx, &operator)?;
            self.draft_view(tx, &draft, &archive)
        })
    }
}

fn check_size(content: &DraftContent) -> Outcome<()> {
    let size = serde_json::to_vec(content).map_or(usize::MAX, |json| json.len());
    if size > MAX_DRAFT {
        return Err(ApiError::new(ErrorCode::InputShape).with("reason", "draft too large"));
    }
    Ok(())
}
