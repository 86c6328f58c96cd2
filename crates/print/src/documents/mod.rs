//! The statutory papers of a service window, from plain inputs.
//!
//! Owns what each is made of; its words and their order are templates (`assets/templates`). Inputs are
//! text, numbers and dates; whether a paper may be issued, and with what content, is decided
//! elsewhere.

mod acceptance;
mod application_form;
mod charge;
mod collection_slip;
mod correction;
mod deferral;
mod deferred_acceptance;
mod delivery_proof;
mod examination;
mod extension;
mod forwarding;
mod guide;
mod handover_list;
mod help_order;
mod imprint;
mod issued_proof;
mod kinds;
mod mandate;
mod materials_return;
mod number_change;
mod on_screen;
mod once_notice;
mod parcel_label;
mod payment_notice;
mod promise;
mod proof_list;
mod queue_ticket;
mod rating_month;
mod rating_paper;
mod receipt;
mod refusal;
mod slip;
mod special_procedure;
mod supply_receipt;
mod termination;
mod where_to;

pub use acceptance::Acceptance;
pub use application_form::{ApplicationForm, FormEntry, FormMaterial};
pub use charge::{Charge, ChargeError};
pub use collection_slip::{Collected, CollectionSlip};
pub use correction::{Correction, Defect};
pub use deferral::{Deferral, Missing};
pub use deferred_acceptance::DeferredAcceptance;
pub use delivery_proof::{DeliveryProof, ServedDocument, Taker};
pub use examination::ExaminationNotice;
pub use extension::ExtensionNotice;
pub use forwarding::Forwarding;
pub use guide::{FlowStep, Guide, GuideMaterial, Situation, SituationItem};
pub use handover_list::{HandedMoney, Handover, HandoverList};
pub use help_order::{HelpOrder, HelpStep};
pub use imprint::{Imprint, Party};
pub(crate) use imprint::{
    close, day, letter, moment, or, reference, remark, salutation, section, title_lines,
};
pub use issued_proof::IssuedProof;
pub(crate) use kinds::kind;
pub use mandate::{MandatePaper, VillageCertificate};
pub use materials_return::MaterialsReturn;
pub use number_change::NumberChange;
pub use on_screen::signed_on_screen;
pub use once_notice::{NoticeItem, OnceNotice};
pub use parcel_label::ParcelLabel;
pub use payment_notice::PaymentNotice;
pub use promise::Promise;
pub use proof_list::{ListedProof, ProofList};
pub use queue_ticket::QueueTicket;
pub use rating_month::{BadRatingLine, RatingMonth, Said};
pub use rating_paper::RatingPaper;
pub(crate) use receipt::quantity;
pub use receipt::{FollowUp, Receipt, ReceivedMaterial, ReceivedMatter};
pub use refusal::Refusal;
pub use slip::SlipSheet;
pub use special_procedure::SpecialProcedureNotice;
pub use supply_receipt::{StillOwed, SupplyReceipt};
pub use termination::Termination;
pub use where_to::{Place, WhereTo};
