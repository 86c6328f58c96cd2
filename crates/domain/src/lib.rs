//! What a matter, case, material, person, deadline, notice and number is; the rules.
//!
//! Pure: nothing here reads a file, a clock or a source of randomness. Dates, ids
//! and the calendar are arguments, so that every rule can be replayed from the
//! journal and gives the same answer on every machine.
//!
//! Field names of serialised types are `snake_case`, exactly as in the catalogue
//! files and journal payloads. Interface types are the application crate's.

mod closed;

pub mod alias;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod chain;
pub mod delivery;
pub mod enquiry;
pub mod form;
pub mod guide;
pub mod id;
pub mod identity;
pub mod lint;
pub mod mandate;
pub mod matter;
pub mod number;
pub mod person;
pub mod point;
pub mod proof;
pub mod question;
pub mod queue;
pub mod rating;
pub mod region;
pub mod reprint;
pub mod requirement;
pub mod role;
pub mod slip;
pub mod text;
pub mod visit;

pub use calendar::{Calendar, Due, Limit};
pub use case::{
    CaseState, CorrectionItem, Decision, FileRef, HandIn, HandedIn, Intake, RefusalGround,
};
pub use form::{FieldProblem, FormValues};
pub use id::{CaseId, DraftId, FileHash, MaterialId, MatterCode, OperatorId, TerminalCode};
pub use identity::{IdKind, IdNumber, Phone};
pub use matter::Matter;
pub use number::CaseNumber;
pub use person::{Agent, Credit, Person};
pub use question::{Answers, QuestionSet};
pub use role::Role;
