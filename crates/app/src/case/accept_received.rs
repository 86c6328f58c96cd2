//! Accepts a case that was received before, from what was written down then and what was signed
//! since.

use yichuang_domain::{Decision, role::Act};

use super::{parse_number, signing::Given};
use crate::{
    Desk,
    ipc::{AcceptReceived, CaseDone},
    report::Outcome,
    resident::Owner,
};

impl Desk {
    /// Accepts a received case.
    ///
    /// # Errors
    /// `CASE-001` when something is still owed, or a paper is not signed (`unsigned`) or says something
    /// else than what was signed (`changed`) or may not be left unsigned (`skip_barred`); `CASE-002`, `CASE-003`, `CLOCK-001`; nothing is
    /// changed.
    pub fn accept_received(&self, input: AcceptReceived) -> Outcome<CaseDone> {
        let owner = Owner::Case(parse_number(&input.number)?);
        let given = Given {
            signed: self.given_on_screen(&owner, &[], input.signed),
            unsigned: input.unsigned,
        };
        self.decide_received(&input.number, Act::Accept, &Decision::Accept, given)
    }
}
