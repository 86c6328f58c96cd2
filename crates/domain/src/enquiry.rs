//! 首问负责: an enquiry belongs to whoever was asked first, until it is handed over or settled.

use crate::closed::coded_set;
use crate::id::OperatorId;
use crate::role::Role;

/// Characters of a question or an answer.
pub const LONGEST: usize = 200;

coded_set!(
    /// Where an enquiry stands.
    EnquiryState {
        /// Somebody at this terminal has it.
        Open = "open", "在办";
        /// Another office has it.
        Handed = "handed", "已转交";
        /// It was answered.
        Settled = "settled", "已办结";
    }
);

/// Whether `who` may hand over or settle an enquiry of `owner`: it is theirs, or they answer for the
/// point.
#[must_use]
pub fn may_move(owner: Option<OperatorId>, who: OperatorId, role: Role) -> bool {
    owner == Some(who) || role == Role::Supervisor
}
