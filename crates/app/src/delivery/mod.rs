//! 出件、送达: results come to the counter, are handed over or posted, and the hand that took them is on
//! the record. Several results of one person go in one handing over (证照同发).
//!
//! Owns whose document it is and what goes; what a way of handing over needs is the domain's, which
//! mandates there are is `mandate`'s.

mod check_taker;
mod confirm_post;
mod deliver_results;
mod event;
mod going;
mod handing;
mod list_waiting;
mod post_results;
mod register_result;
mod results;
mod sign_collection;
mod taker;

pub(crate) use event::handed;
pub(crate) use results::{documents_of, result_views};
pub(crate) use taker::authority_words;

use yichuang_domain::CaseState;

/// Whether a decision is there and its result has not reached the person.
pub(crate) const fn is_decided(state: CaseState) -> bool {
    matches!(
        state,
        CaseState::Granted | CaseState::Denied | CaseState::ReadyForPickup
    )
}
