//! Folding 异地代收: the case is with another place's authority from here on.

use rusqlite::{Connection, named_params};
use yichuang_domain::CaseState;
use yichuang_wire::payload::Forwarded;

use super::Arrived;
use crate::{StoreError, column};

pub(super) fn forwarded(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Forwarded,
) -> Result<(), StoreError> {
    let Some(case) = entry.header.case else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/forward_case.sql"))?
        .execute(named_params! {
            ":id": case.0.into_bytes(),
            ":state": column::word(&CaseState::Forwarded)?,
            ":office": body.to,
        })?;
    Ok(())
}
