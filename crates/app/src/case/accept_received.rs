//! Accepts a case that was received before, from what was written down then and what was signed
//! since.

use yichuang_domain::{Decision, role::Act};

use crate::{
    Desk,
    ipc::{AcceptReceived, CaseDone},
    report::Outcome,
};

impl Desk {
    /// Accepts a received case.
    ///
    /// # Errors
    /// `CASE-001` when something is still owed, or a paper is not signed (`unsigned`) or says something
    /// else than what was signed (`changed`); `CASE-002`, `CASE-003`, `CLOCK-001`; nothing is
    /// changed.
    pub fn accept_received(&self, input: AcceptReceived) -> Outcome<CaseDone> {
        self.decide_received(&input.number, Act::Accept, &Decision::Accept, input.signed)
    }
}
