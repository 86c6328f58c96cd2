//! Folding what was found out about the clock.

use rusqlite::{Connection, named_params};
use yichuang_wire::payload::ClockCorrected;

use super::case::{day, due_day, provisional};
use crate::StoreError;

/// Dates the cases of a day anew. The entry brings the dates, reckoned with the calendar of then, so
/// that no projection depends on one.
pub(super) fn clock_corrected(conn: &Connection, body: &ClockCorrected) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/redate_case.sql"))?;
    for case in &body.cases {
        statement.execute(named_params! {
            ":id": case.case.0.into_bytes(),
            ":was": body.was.to_string(),
            ":received_on": day(case.received_on),
            ":notify_by": day(case.notify_by),
            ":accepted_on": day(case.accepted_on),
            ":promised": due_day(case.promised),
            ":promised_provisional": provisional(case.promised),
            ":statutory": due_day(case.statutory),
            ":statutory_provisional": provisional(case.statutory),
        })?;
    }
    Ok(())
}
