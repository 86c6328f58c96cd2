//! A case (办件): its states, what is handed in, and what is decided at the window.
//!
//! Owns the legal life cycle, the check before anything is accepted, and the decision
//! with its dates. A [`ReadyIntake`] can only be made by a check, so nothing incomplete can
//! be accepted. Numbers, storage and sending are others'.

mod after_check;
mod call;
mod check;
mod decision;
mod green_lane;
mod intake;
mod migration;
mod procedure;
mod request;
mod state;
mod todo;
mod trust;
mod unsigned;

pub use after_check::{CheckMethod, CheckOutcome};
pub use call::{CallOutcome, CallPurpose};
pub use check::{ReadyIntake, check_intake, check_receivable, check_submission, deferral_cap};
pub use decision::{
    CorrectionItem, DecideError, Decided, Decision, Earlier, RefusalGround, decide,
    deemed_acceptance, notify_by,
};
pub use green_lane::{GreenLane, GreenLaneReason, LONGEST_WORDS};
pub use intake::{FileRef, HandIn, HandedIn, Intake, Submission};
pub use migration::{Change, Edition, Written, migrate};
pub use procedure::SpecialProcedure;
pub use request::RequestKind;
pub use state::{CaseState, IllegalMove, Verb, transition};
pub use todo::{Todo, todo};
pub use trust::{TrustLevel, level_at_window};
pub use unsigned::{LONGEST_SKIP_WORDS, SkipProblem, SkipReason, skip_reason};
