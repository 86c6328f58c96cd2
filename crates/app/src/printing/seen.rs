//! What a person saw come out, where no printer knows or it says what is not so.

use yichuang_domain::reprint::ReprintReason;

use super::settle::End;
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, PaperInfo, PaperRef, SeenPaper},
    paper::{Paper, queue, row},
    report::Outcome,
};

/// Why a paper is made again that a person did not see come out.
const BLANK: ReprintReason = ReprintReason::Blank;

impl Desk {
    /// Settles a paper by what a person saw. One that came out is done; one that did not is made
    /// again, marked 补打 with the reason, and the new copy is given, ready to be printed.
    ///
    /// # Errors
    /// `PAPER-001`; `PAPER-004` when no printer has had it, or it may still come out; `PAPER-002`,
    /// `OPS-…`.
    pub fn paper_seen(&self, input: SeenPaper) -> Outcome<PaperInfo> {
        let paper = self.paper_allowed(&PaperRef { id: input.id })?;
        let operator = self.operator()?.id;
        let (new, at) = (self.fresh_id()?, self.now());
        let shown = self.store()?.write(|tx| -> Outcome<_> {
            let now = row(tx, paper.id)?;
            match (now.outcome.as_str(), input.came_out) {
                ("done", true) => Ok(now.id),
                ("unknown" | "printing", true) if now.sent_at.is_some() => {
                    self.settle_paper_in(tx, &now, &End::new("done", None).seen_by(operator))?;
                    Ok(now.id)
                }
                // Another copy for it was made before.
                ("unknown", false) if now.reason.as_deref() == Some(BLANK.key()) => Ok(now.id),
                ("unknown" | "done", false) => {
                    let end = End::new("unknown", Some(BLANK.key())).seen_by(operator);
                    self.settle_paper_in(tx, &now, &end)?;
                    let again = Paper::again(&now).because(Some(BLANK));
                    queue(tx, new, &again, at)?;
                    Ok(new)
                }
                (state, _) => Err(ApiError::new(ErrorCode::PaperInHand).with("state", state)),
            }
        })?;
        self.told_of(&paper);
        self.settled(shown)
    }
}
