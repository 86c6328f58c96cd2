//! Folding what residents said of the service.

use rusqlite::{Connection, named_params};
use yichuang_wire::payload::Rated;

use super::Arrived;
use crate::{StoreError, column};

/// The first rating at a stage stands; one given again stands beside it in the journal alone.
pub(super) fn rated(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Rated,
) -> Result<(), StoreError> {
    let Some(case) = entry.header.case.filter(|_| !body.again) else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/insert_rating.sql"))?
        .execute(named_params! {
            ":arrival": entry.arrival,
            ":case_id": case.0.into_bytes(),
            ":stage": body.stage.key(),
            ":level": body.level.key(),
            ":reasons": column::json(&body.reasons)?,
            ":words": body.words,
            ":on_day": body.on.to_string(),
        })?;
    Ok(())
}
