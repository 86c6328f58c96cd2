//! The statutory papers of a service window, from plain inputs.
//!
//! Owns their words and order. Inputs are text, numbers and dates; whether a
//! paper may be issued, and with what content, is decided elsewhere.

mod acceptance;
mod application_form;
mod correction;
mod deferral;
mod guide;
mod guide_ticket;
mod imprint;
mod once_notice;
mod promise;
mod proof_list;
mod receipt;
mod refusal;

pub use acceptance::Acceptance;
pub use application_form::{ApplicationForm, FormEntry, FormMaterial};
pub use correction::{Correction, Defect};
pub use deferral::{Deferral, Missing};
pub use guide::{FlowStep, Guide, GuideMaterial, Situation, SituationItem};
pub use imprint::{Imprint, Party};
pub use once_notice::{NoticeItem, OnceNotice};
pub use promise::Promise;
pub use proof_list::{ListedProof, ProofList};
pub use receipt::{FollowUp, Receipt, ReceivedMaterial};
pub use refusal::Refusal;
