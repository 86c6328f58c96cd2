//! Folding what was done in a visit beyond handing in (the day of which is the case's own).

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use yichuang_domain::{delivery::DeliveryWay, visit::Deed};
use yichuang_wire::payload::Payload;

use super::Arrived;
use crate::StoreError;

/// Remembers that somebody came, when the entry says so.
pub(super) fn came(
    conn: &Connection,
    entry: &Arrived<'_>,
    payload: &Payload,
) -> Result<(), StoreError> {
    let (Some(case), Some((deed, day))) = (entry.header.case, deed(payload)) else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/insert_visit_deed.sql"))?
        .execute(named_params! {
            ":case_id": case.0.into_bytes(),
            ":day": day.to_string(),
            ":deed": deed.key(),
        })?;
    Ok(())
}

fn deed(payload: &Payload) -> Option<(Deed, NaiveDate)> {
    match payload {
        Payload::Supplied(supplied) => Some((Deed::Supplied, supplied.supplied_on)),
        Payload::Delivered(delivered) if delivered.way == DeliveryWay::Window => {
            Some((Deed::Collected, delivered.delivered_on))
        }
        _ => None,
    }
}
