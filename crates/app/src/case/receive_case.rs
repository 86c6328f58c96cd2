//! 收件: takes a draft's materials in under a number; somebody decides later.

use yichuang_domain::{Decision, role::Act};

use super::take_in::Decisions;
use crate::{
    Desk,
    ipc::{CaseDone, ReceiveCase},
    report::Outcome,
};

impl Desk {
    /// Receives a draft.
    ///
    /// # Errors
    /// Those of [`Desk::accept_case`].
    pub fn receive_case(&self, input: ReceiveCase) -> Outcome<CaseDone> {
        let decisions = Decisions {
            all: &Decision::Receive,
            apart: &[],
        };
        self.decide_draft(&input.draft, Act::Receive, &decisions)
    }
}
