//! Folding what comes of a case, where it is, and who may fetch it.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use yichuang_domain::FileRef;
use yichuang_wire::payload::{
    Delivered, MandateGiven, MandateRevoked, Posted, ResultArrived, ResultDocument, ResultIssued,
};

use super::{
    Arrived,
    case::{case_rid, insert_file, is_own},
};
use crate::{StoreError, column};

/// The documents a decision names; where they are is said by what follows.
pub(super) fn documents_issued(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &ResultIssued,
) -> Result<(), StoreError> {
    match case_rid(conn, entry)? {
        Some(rid) => put(conn, rid, &body.documents),
        None => Ok(()),
    }
}

/// Documents the entry names; one that nobody named before is known from now on.
fn put(conn: &Connection, rid: i64, documents: &[ResultDocument]) -> Result<(), StoreError> {
    for document in documents {
        conn.prepare_cached(include_str!("sql/put_result.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":id": document.id.into_bytes(),
                ":body": column::json(document)?,
            })?;
    }
    Ok(())
}

/// 到件, also of a parcel that came back.
pub(super) fn result_arrived(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &ResultArrived,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    put(conn, rid, &body.documents)?;
    for document in &body.documents {
        conn.prepare_cached(include_str!("sql/shelve_result.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":id": document.id.into_bytes(),
                ":kept": body.kept,
                ":on": body.on.to_string(),
            })?;
    }
    ready(conn, rid)
}

pub(super) fn posted(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Posted,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    put(conn, rid, &body.documents)?;
    for document in &body.documents {
        conn.prepare_cached(include_str!("sql/post_result.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":id": document.id.into_bytes(),
                ":parcel": body.parcel.into_bytes(),
                ":carrier": body.carrier,
                ":tracking": body.tracking,
                ":on": body.on.to_string(),
            })?;
    }
    ready(conn, rid)
}

/// What lies at the point or is on its way to the person is with the department no more.
fn ready(conn: &Connection, rid: i64) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/ready_case.sql"))?
        .execute(named_params! { ":rid": rid })?;
    Ok(())
}

pub(super) fn delivered(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Delivered,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    put(conn, rid, &body.documents)?;
    for document in &body.documents {
        conn.prepare_cached(include_str!("sql/deliver_result.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":id": document.id.into_bytes(),
                ":delivery": body.delivery.into_bytes(),
                ":on": body.delivered_on.to_string(),
                ":way": column::word(&body.way)?,
            })?;
    }
    keep_files(conn, entry, rid, body.files())?;
    if body.complete {
        close(conn, rid, body.delivered_on)
    } else {
        ready(conn, rid)
    }
}

fn close(conn: &Connection, rid: i64, on: NaiveDate) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/deliver_case.sql"))?
        .execute(named_params! { ":rid": rid, ":on": on.to_string() })?;
    Ok(())
}

fn keep_files<'a>(
    conn: &Connection,
    entry: &Arrived<'_>,
    rid: i64,
    files: impl Iterator<Item = &'a FileRef>,
) -> Result<(), StoreError> {
    let Some(case) = entry.header.case else {
        return Ok(());
    };
    let own = is_own(conn, &entry.header.journal)?;
    for file in files {
        insert_file(conn, rid, case, file, own)?;
    }
    Ok(())
}

/// A mandate holds whether or not the case it was given at has arrived here.
pub(super) fn mandate_given(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &MandateGiven,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/insert_mandate.sql"))?
        .execute(named_params! {
            ":id": body.id.into_bytes(),
            ":arrival": entry.arrival,
            ":principal_kind": column::word(&body.principal.id.kind())?,
            ":principal_value": body.principal.id.reveal(),
            ":agent_kind": column::word(&body.agent.id.kind())?,
            ":agent_value": body.agent.id.reveal(),
        })?;
    match case_rid(conn, entry)? {
        Some(rid) => keep_files(conn, entry, rid, body.files()),
        None => Ok(()),
    }
}

pub(super) fn mandate_revoked(conn: &Connection, body: &MandateRevoked) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/revoke_mandate.sql"))?
        .execute(named_params! {
            ":id": body.id.into_bytes(),
            ":on": body.on.to_string(),
            ":reason": body.reason,
        })?;
    Ok(())
}
