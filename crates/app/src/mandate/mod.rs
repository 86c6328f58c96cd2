//! Mandates (授权委托): a lawful, bounded authority before anybody acts for somebody (民法典 Art. 165).
//!
//! Owns writing one down, taking it back, and finding the one that covers what somebody came for.
//! What it must say and what it covers on a day is the domain's.

mod give;
mod list;
mod revoke;
mod terms;
mod view;

pub(crate) use list::{between, covering};
pub(crate) use view::{matter_name, view};

use uuid::Uuid;

use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// A mandate's id as it crosses the interface.
pub(crate) fn mandate_id(text: &str) -> Outcome<Uuid> {
    Uuid::parse_str(text).map_err(|_| ApiError::new(ErrorCode::MandateUnknown))
}
