//! The save behind every keystroke: what is typed is kept, right or wrong.

use yichuang_domain::role::Act;

use super::{Archive, Draft, sign};
use crate::{
    Desk,
    ipc::{
        ApiError, DraftChain, DraftContent, DraftMoved, DraftView, ErrorCode, SaveDraft,
        SlipOnDraft,
    },
    report::Outcome,
    resident::Owner,
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
            let kept = &stored.content.signed;
            content.signed = self.given_on_screen(&Owner::Draft(id), kept, content.signed);
            let unbound = content.signed.iter().any(|paper| paper.content.is_empty())
                || content
                    .unsigned
                    .iter()
                    .any(|paper| paper.content.is_empty());
            if unbound {
                let papers = sign::to_sign(&stored.catalogue(tx)?.0, &content);
                sign::bind(&mut content.signed, &papers, &tx.papers_of_draft(id)?);
                sign::bind_unsigned(&mut content.unsigned, &papers);
            }
            content.moved = moved(&stored.content, &input.content);
            content.slip = slip(stored.content.slip.as_ref(), input.content.slip.as_ref());
            content.chain = chain(&stored.content, &input.content);
            let mut draft = Draft {
                content,
                saved_at: self.now(),
                ..stored
            };
            draft.bring_up_to_date(tx)?;
            draft.save(tx, &operator)?;
            self.draft_view(tx, &draft, &archive)
        })
    }
}

/// What new editions changed is the store's word; of the window's only that the clerk has read just
/// this.
fn moved(stored: &DraftContent, sent: &DraftContent) -> Option<DraftMoved> {
    let moved = stored.moved.clone()?;
    let read = sent
        .moved
        .as_ref()
        .is_some_and(|sent| sent.seen && sent.changes == moved.changes);
    Some(DraftMoved {
        seen: moved.seen || read,
        ..moved
    })
}

/// Which chain it is of, and the editions it was written under, are the store's word; of the
/// window's only which matters are ticked.
fn chain(stored: &DraftContent, sent: &DraftContent) -> Option<DraftChain> {
    let stored = stored.chain.clone()?;
    let chosen = sent.chain.as_ref().map(|sent| sent.chosen.clone());
    Some(DraftChain {
        chosen: chosen.unwrap_or_else(|| stored.chosen.clone()),
        ..stored
    })
}

/// Which slip it is entered from, and the day on it, is the store's word.
fn slip(stored: Option<&SlipOnDraft>, sent: Option<&SlipOnDraft>) -> Option<SlipOnDraft> {
    let stored = stored?;
    let sent = sent.unwrap_or(stored);
    Some(SlipOnDraft {
        why: sent.why.clone(),
        words: sent.words.clone(),
        files: sent.files.clone(),
        ..stored.clone()
    })
}

fn check_size(content: &DraftContent) -> Outcome<()> {
    let size = serde_json::to_vec(content).map_or(usize::MAX, |json| json.len());
    if size > MAX_DRAFT {
        return Err(ApiError::new(ErrorCode::InputShape).with("reason", "draft too large"));
    }
    Ok(())
}
