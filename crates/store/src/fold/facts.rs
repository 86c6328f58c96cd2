//! Folding what does not move a case: papers, verdicts, packs on offer.

use rusqlite::{Connection, named_params};
use yichuang_wire::{
    Verdict,
    payload::{OnceNoticeGiven, PackPublished, Printed, VerdictGiven},
};

use super::Arrived;
use crate::{StoreError, column};

pub(super) fn printed(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Printed,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/insert_print.sql"))?
        .execute(named_params! {
            ":arrival": entry.arrival,
            ":case_id": entry.header.case.map(|id| id.0.into_bytes()),
            ":document": body.document,
            ":number": body.number.as_ref().map(ToString::to_string),
            ":matter": body.matter.as_ref().map(ToString::to_string),
            ":copy": body.copy,
            ":template": body.template,
            ":sha256": body.sha256.0,
        })?;
    Ok(())
}

pub(super) fn once_notice_given(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &OnceNoticeGiven,
) -> Result<(), StoreError> {
    let person = body.person.as_ref().map(|person| &person.id);
    conn.prepare_cached(include_str!("sql/insert_notice.sql"))?
        .execute(named_params! {
            ":arrival": entry.arrival,
            ":id": body.id.into_bytes(),
            ":at_ms": column::millis(entry.header.at),
            ":matter": body.matter.code.to_string(),
            ":id_kind": person.map(|id| column::word(&id.kind())).transpose()?,
            ":id_value": person.map(|id| id.reveal()),
            ":second": body.second.is_some(),
        })?;
    Ok(())
}

/// A newer verdict on an entry replaces the older.
pub(super) fn verdict_given(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &VerdictGiven,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/set_verdict.sql"))?
        .execute(named_params! {
            ":entry": body.entry.0,
            ":word": verdict_word(&body.verdict),
            ":body": column::json(&body.verdict)?,
            ":arrival": entry.arrival,
        })?;
    Ok(())
}

fn verdict_word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "ok",
        Verdict::Waiting { .. } => "waiting",
        Verdict::Attend { .. } => "attend",
        Verdict::Conflict { .. } => "conflict",
    }
}

pub(super) fn pack_published(conn: &Connection, body: &PackPublished) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/offer_pack.sql"))?
        .execute(
            named_params! { ":version": column::int(body.version), ":manifest": body.manifest.0 },
        )?;
    Ok(())
}
