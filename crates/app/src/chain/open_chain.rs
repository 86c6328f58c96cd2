//! Opening a draft of a chain.

use yichuang_domain::{Answers, DraftId, role::Act};

use crate::{
    Desk,
    catalogue::asked_as_one,
    draft::{Archive, Draft, codes, editions, empty},
    ipc::{ApiError, DraftChain, DraftContent, DraftView, ErrorCode, OpenChain},
    report::Outcome,
};

impl Desk {
    /// Opens a draft for the ticked matters of a chain and those they need.
    ///
    /// # Errors
    /// `MATTER-001` when the catalogue has no such chain; `OPS-…`.
    pub fn open_chain(&self, input: OpenChain) -> Outcome<DraftView> {
        let operator = self.allowed(Act::Draft)?;
        let at = self.now();
        let id = DraftId(self.fresh_id()?);
        self.store()?.write(|tx| {
            let unknown = || ApiError::new(ErrorCode::MatterUnknown);
            let answers = Answers(input.answers);
            let whole = asked_as_one(tx, &input.code, &input.chosen, &answers)?;
            let asked = whole.chain.as_ref().ok_or_else(unknown)?;
            // A draft lies under the first matter of its chain, whichever are ticked.
            let first = asked.matters.first().ok_or_else(unknown)?;
            let draft = Draft {
                id,
                matter: first.matter.code.clone(),
                edition: tx.edition(&first.matter.code)?,
                content: DraftContent {
                    answers: answers.0,
                    chain: Some(DraftChain {
                        code: input.code,
                        name: asked.chain.name.clone(),
                        chosen: asked.chosen_codes(),
                        order: codes(asked),
                        editions: editions(asked),
                    }),
                    ..empty()
                },
                opened_at: at,
                saved_at: at,
            };
            draft.save(tx, &operator)?;
            self.draft_view(tx, &draft, &Archive::default())
        })
    }
}
