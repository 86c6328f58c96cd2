//! The statutory papers of a service window, from plain inputs.
//!
//! Owns their words and order. Inputs are text, numbers and dates; whether a
//! paper may be issued, and with what content, is decided elsewhere.

mod acceptance;
mod correction;
mod guide;
mod imprint;
mod receipt;
mod refusal;

pub use acceptance::Acceptance;
pub use correction::{Correction, Defect};
pub use guide::{FlowStep, Guide, GuideMaterial, SituationItem};
pub use imprint::{Imprint, Party};
pub use receipt::{FollowUp, Receipt, ReceivedMaterial};
pub use refusal::Refusal;
