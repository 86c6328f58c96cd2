//! Folding enquiries (首问): who has each, and how it ended.

use rusqlite::{Connection, named_params};
use yichuang_domain::enquiry::EnquiryState;
use yichuang_wire::payload::{EnquiryHanded, EnquiryOpened, EnquirySettled};

use super::Arrived;
use crate::{StoreError, column};

pub(super) fn enquiry_opened(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &EnquiryOpened,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/open_enquiry.sql"))?
        .execute(named_params! {
            ":id": body.id.into_bytes(),
            ":arrival": entry.arrival,
            ":at_ms": column::millis(entry.header.at),
            ":text": body.text,
            ":matter": body.matter.as_ref().map(yichuang_domain::MatterCode::as_str),
            ":name": body.name,
            ":phone": body.phone.as_ref().map(yichuang_domain::Phone::reveal),
            ":opened_on": body.on.to_string(),
            ":asked_first": entry.header.actor.map(|id| id.0.into_bytes()),
            ":state": EnquiryState::Open.key(),
        })?;
    Ok(())
}

pub(super) fn enquiry_handed(conn: &Connection, body: &EnquiryHanded) -> Result<(), StoreError> {
    let state = match body.to {
        Some(_) => EnquiryState::Open,
        None => EnquiryState::Handed,
    };
    conn.prepare_cached(include_str!("sql/hand_enquiry.sql"))?
        .execute(named_params! {
            ":id": body.id.into_bytes(),
            ":owner": body.to.map(|id| id.0.into_bytes()),
            ":state": state.key(),
            ":handed_to": body.to_name,
            ":handed_why": body.reason,
            ":on": body.on.to_string(),
        })?;
    Ok(())
}

pub(super) fn enquiry_settled(conn: &Connection, body: &EnquirySettled) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/settle_enquiry.sql"))?
        .execute(named_params! {
            ":id": body.id.into_bytes(),
            ":state": EnquiryState::Settled.key(),
            ":answer": body.answer,
            ":number": body.number.as_ref().map(ToString::to_string),
            ":on": body.on.to_string(),
        })?;
    Ok(())
}
