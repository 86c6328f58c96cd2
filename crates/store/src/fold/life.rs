//! Folding what a point does with a case besides deciding about it: calls, endings, what it asks the
//! platform for, what is put right, and acceptance by silence.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use yichuang_domain::{CaseState, FileRef, Phone, text::fold};
use yichuang_wire::payload::{
    Amended, Archived, Called, DeemedAccepted, Requested, Terminated, Voided, Withdrawn,
};

use super::{
    Arrived,
    case::{case_rid, due_day, insert_file, is_own, provisional},
};
use crate::{StoreError, column, search::sound};

pub(super) fn called(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Called,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/count_call.sql"))?
        .execute(named_params! { ":case_rid": rid, ":on": body.on.to_string() })?;
    Ok(())
}

pub(super) fn withdrawn(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Withdrawn,
) -> Result<(), StoreError> {
    keep(conn, entry, &body.files)?;
    close(conn, entry, CaseState::Withdrawn, body.withdrawn_on)
}

/// Pages that come with an entry belong to its case.
fn keep(conn: &Connection, entry: &Arrived<'_>, files: &[FileRef]) -> Result<(), StoreError> {
    let (Some(case), Some(rid)) = (entry.header.case, case_rid(conn, entry)?) else {
        return Ok(());
    };
    let own = is_own(conn, &entry.header.journal)?;
    for file in files {
        insert_file(conn, rid, case, file, own)?;
    }
    Ok(())
}

pub(super) fn terminated(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Terminated,
) -> Result<(), StoreError> {
    close(conn, entry, CaseState::Terminated, body.terminated_on)
}

pub(super) fn voided(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Voided,
) -> Result<(), StoreError> {
    close(conn, entry, CaseState::Voided, body.voided_on)
}

pub(super) fn archived(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Archived,
) -> Result<(), StoreError> {
    close(conn, entry, CaseState::Archived, body.on)
}

/// The day of the first ending stays: 归档 closes what had ended before.
fn close(
    conn: &Connection,
    entry: &Arrived<'_>,
    state: CaseState,
    on: NaiveDate,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/close_case.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":state": column::word(&state)?,
            ":closed_on": on.to_string(),
        })?;
    Ok(())
}

pub(super) fn requested(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Requested,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    keep(conn, entry, &body.files)?;
    conn.prepare_cached(include_str!("sql/ask_request.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":arrival": entry.arrival,
            ":what": body.what.key(),
            ":asked_on": body.on.to_string(),
        })?;
    Ok(())
}

/// Written by whoever notices first, terminal or platform; the second one changes nothing.
pub(super) fn deemed_accepted(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &DeemedAccepted,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/deem_accepted.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":state": column::word(&CaseState::Accepted)?,
            ":accepted_on": body.accepted_on.to_string(),
            ":promised": due_day(body.promised),
            ":promised_provisional": provisional(body.promised),
            ":statutory": due_day(body.statutory),
            ":statutory_provisional": provisional(body.statutory),
        })?;
    Ok(())
}

/// What lists and searches show is put right; the form is read from the entries themselves.
pub(super) fn amended(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Amended,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    for change in &body.changes {
        match change.field.as_str() {
            "applicant.name" => amend_name(conn, rid, &change.is)?,
            "applicant.phone" => {
                let phone = Phone::parse(&change.is).ok();
                conn.prepare_cached(include_str!("sql/amend_phone.sql"))?
                    .execute(named_params! {
                        ":case_rid": rid,
                        ":phone": phone.as_ref().map(Phone::reveal),
                    })?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The search forgets the old name before the row has the new one, and learns the new one after.
fn amend_name(conn: &Connection, rid: i64, name: &str) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/forget_case_text.sql"))?
        .execute([rid])?;
    conn.prepare_cached(include_str!("sql/forget_case_key.sql"))?
        .execute([rid])?;
    let sound = sound::of_person(name);
    conn.prepare_cached(include_str!("sql/amend_name.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":name": name,
            ":fold": fold(name),
            ":initials": sound.initials,
            ":pinyin": sound.pinyin,
        })?;
    conn.prepare_cached(include_str!("sql/insert_case_text.sql"))?
        .execute([rid])?;
    conn.prepare_cached(include_str!("sql/insert_case_key.sql"))?
        .execute([rid])?;
    Ok(())
}
