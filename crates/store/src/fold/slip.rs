//! Folding slips printed ahead (补录): which numbers there are, and what became of each.

use rusqlite::{Connection, named_params};
use yichuang_wire::payload::{Received, SlipSpoiled, SlipsPrinted};

use super::{Arrived, case::is_own};
use crate::{StoreError, column};

pub(super) fn slips_printed(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &SlipsPrinted,
) -> Result<(), StoreError> {
    let own = is_own(conn, &entry.header.journal)?;
    for (ord, number) in body.numbers.iter().enumerate() {
        conn.prepare_cached(include_str!("sql/insert_slip.sql"))?
            .execute(named_params! {
                ":number": number.to_string(),
                ":own": own,
                ":arrival": entry.arrival,
                ":ord": column::int(ord as u64),
                ":lot": body.id.into_bytes(),
                ":printed_on": body.on.to_string(),
            })?;
    }
    Ok(())
}

pub(super) fn slip_spoiled(conn: &Connection, body: &SlipSpoiled) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/spoil_slip.sql"))?
        .execute(named_params! {
            ":number": body.number.to_string(),
            ":on": body.on.to_string(),
            ":why": body.reason,
        })?;
    Ok(())
}

/// What a received case says besides its people and papers: the slip it was taken on, the green lane,
/// the visit.
pub(super) fn received_how(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Received,
) -> Result<(), StoreError> {
    let Some(case) = entry.header.case else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/mark_case.sql"))?
        .execute(named_params! {
            ":id": case.0.into_bytes(),
            ":arrival": entry.arrival,
            ":slip_entered_on": body.slip.as_ref().map(|slip| slip.entered_on.to_string()),
            ":out_of_hours": body.out_of_hours,
            ":green_lane": body.green_lane.as_ref().map(|lane| lane.why.key()),
            ":visit": body.visit.map(uuid::Uuid::into_bytes),
        })?;
    if body.slip.is_some() {
        // Of a chain, the slip's number is that of the whole.
        let number = body.chain.as_ref().map_or(&body.number, |part| &part.whole);
        conn.prepare_cached(include_str!("sql/use_slip.sql"))?
            .execute(named_params! { ":number": number.to_string(), ":id": case.0.into_bytes() })?;
    }
    Ok(())
}
