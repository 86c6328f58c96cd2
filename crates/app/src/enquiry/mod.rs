//! 首问负责: whoever is asked first keeps the enquiry until it is handed over or settled.

mod hand_enquiry;
mod list_enquiries;
mod open_enquiry;
mod settle_enquiry;

use uuid::Uuid;
use yichuang_domain::{
    alias::said,
    enquiry::{EnquiryState, LONGEST, may_move},
};
use yichuang_store::{Enquiry, Reader};

use crate::{
    desk::Operator,
    ipc::{ApiError, ErrorCode},
    report::{Outcome, field_problem},
};

pub(crate) use list_enquiries::shelf;

/// Fewest characters of an answer or a reason.
const SHORTEST: usize = 2;

/// An enquiry in hand that this operator may hand over or settle.
fn movable(read: &Reader<'_>, id: &str, operator: &Operator) -> Outcome<Enquiry> {
    let unknown = || ApiError::new(ErrorCode::EnquiryUnknown);
    let id: Uuid = id.parse().map_err(|_| unknown())?;
    let found = read.enquiry(id)?.ok_or_else(unknown)?;
    if found.state != EnquiryState::Open {
        return Err(ApiError::new(ErrorCode::EnquiryClosed).with("state", found.state.key()));
    }
    if may_move(found.owner, operator.id, operator.role) {
        Ok(found)
    } else {
        Err(ApiError::new(ErrorCode::RoleMissing).with("act", "enquire"))
    }
}

/// What was asked or answered, on one line and without personal numbers.
fn words(field: &str, text: &str) -> Outcome<String> {
    said(text, LONGEST).map_err(|why| ApiError::invalid(vec![field_problem(field, why.rule())]))
}
