//! Papers: queued in the transaction of the act, made after its commit. What becomes of them on a
//! printer is `printing`'s.
//!
//! A paper is made from the journal alone, so one that was queued before a power cut is made at the
//! next start, and one printed again says the same but for its 补打 line. Nothing here can change a
//! case. Papers of a draft, to be signed before there is a case, are made from the draft and leave
//! with it; from then on they are made from what the case was received with.

mod case_papers;
mod chain_receipt;
mod characters;
mod counter_papers;
mod delivery_papers;
mod department_papers;
mod guide_paper;
mod guide_style;
mod life_papers;
mod make;
mod ofd;
mod offered_papers;
mod proof_paper;
mod queue;
mod show;
mod signing_papers;
mod verbs;
mod verifiable;
mod wording;

use chrono::NaiveDate;

pub(crate) use delivery_papers::{
    COLLECTION_SLIP, COLLECTION_SLIP_TITLE, DELIVERY_PROOF, MANDATE, PARCEL_LABEL, Slip,
    collection_slip, mandate_paper,
};
pub(crate) use guide_style::GuideStyle;
pub(crate) use offered_papers::DEFERRED_ACCEPTANCE;
pub(crate) use queue::{FORWARDING, ONCE_NOTICE, Paper, TRANSFER, queue};
#[cfg(test)]
pub(crate) use show::titles;
pub(crate) use show::{info, kind, paper_id, papers_shown, row, title, unmade};
pub(crate) use signing_papers::{readable, said_by, unprinted};
pub use verbs::reprint_reasons;
pub(crate) use verbs::said_again;

/// Which edition of the catalogue a guide is of, and how old.
pub(crate) struct Edition {
    pub(crate) version: u32,
    pub(crate) published_on: NaiveDate,
    pub(crate) publisher: String,
    pub(crate) compared_on: Option<NaiveDate>,
    pub(crate) unchecked_days: u32,
}
