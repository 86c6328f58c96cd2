//! F9: receives and accepts a draft in one transaction.

use yichuang_domain::{Decision, role::Act};

use super::take_in::Decisions;
use crate::{
    Desk,
    ipc::{AcceptCase, CaseDone},
    report::Outcome,
};

impl Desk {
    /// Accepts a draft. Asking twice, or again after a crash, gives the same number.
    ///
    /// # Errors
    /// `CASE-001` with every field that has to be changed; `DRAFT-001`; `DRAFT-002`; `OPS-…`; `CLOCK-001` until
    /// [`Desk::confirm_date`] when the clock is suspect; nothing is changed.
    pub fn accept_case(&self, input: AcceptCase) -> Outcome<CaseDone> {
        let decisions = Decisions {
            all: &Decision::Accept,
            apart: &[],
        };
        self.decide_draft(&input.draft, Act::Accept, &decisions)
    }
}
