//! 收件: takes a draft's materials in under a number; somebody decides later.

use yichuang_domain::{Decision, role::Act};

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
        self.decide_draft(&input.draft, Act::Receive, &Decision::Receive)
    }
}
