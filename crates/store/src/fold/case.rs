//! Folding what moves a case.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, named_params};
use yichuang_domain::{CaseId, CaseState, FileRef, text::fold};
use yichuang_wire::{
    ClockState, Entry, JournalName, Salt,
    payload::{Accepted, CaseDue, CorrectionAsked, Received, Refused},
};

use super::{
    Arrived,
    supply::{self, Stage},
};
use crate::{StoreError, column, number, search::sound};

/// The row of the case an entry is about; none while its `received` has not arrived.
pub(super) fn case_rid(conn: &Connection, entry: &Arrived<'_>) -> Result<Option<i64>, StoreError> {
    let Some(case) = entry.header.case else {
        return Ok(None);
    };
    let rid = conn
        .prepare_cached(include_str!("sql/find_case.sql"))?
        .query_row([case.0.into_bytes()], |row| row.get("rid"))
        .optional()?;
    Ok(rid)
}

/// A case begins. A second `received` of one case changes nothing: the number was given once.
pub(super) fn received(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Received,
) -> Result<(), StoreError> {
    let Some(case) = entry.header.case else {
        return Ok(());
    };
    if case_rid(conn, entry)?.is_some() {
        return Ok(());
    }
    let own = is_own(conn, &entry.header.journal)?;
    let rid = insert_case(conn, entry, body, own)?;
    for (ord, material) in body.materials.iter().enumerate() {
        conn.prepare_cached(include_str!("sql/insert_material.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":ord": column::int(ord as u64),
                ":body": column::json(material)?,
            })?;
    }
    for file in body.files() {
        insert_file(conn, rid, case, file, own)?;
    }
    supply::signatures(conn, rid, &body.signed, &body.unsigned)?;
    if let Some(agent) = &body.agent {
        conn.prepare_cached(include_str!("sql/insert_case_agent.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":id_kind": column::word(&agent.person.id.kind())?,
                ":id_value": agent.person.id.reveal(),
            })?;
    }
    conn.prepare_cached(include_str!("sql/insert_case_text.sql"))?
        .execute([rid])?;
    conn.prepare_cached(include_str!("sql/insert_case_key.sql"))?
        .execute([rid])?;
    replay_early(conn, entry)
}

/// A file of a case, behind those it has. The same bytes twice in one case are one file.
pub(super) fn insert_file(
    conn: &Connection,
    rid: i64,
    case: CaseId,
    file: &FileRef,
    own: bool,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/insert_case_file.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":case_id": case.0.into_bytes(),
            ":sha256": file.sha256.0,
            ":size": column::int(file.size),
            ":media_type": file.media_type,
            ":own": own,
        })?;
    Ok(())
}

pub(super) fn is_own(conn: &Connection, journal: &JournalName) -> Result<bool, StoreError> {
    let own = conn
        .prepare_cached(include_str!("sql/is_own_journal.sql"))?
        .query_row([journal.to_string()], |row| row.get("own"))
        .optional()?;
    Ok(own.unwrap_or(false))
}

fn insert_case(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Received,
    own: bool,
) -> Result<i64, StoreError> {
    let Some(case) = entry.header.case else {
        return Err(StoreError::NoSuch("case"));
    };
    let agent = body.agent.as_ref().map(|agent| &agent.person);
    let number = body.number.to_string();
    conn.prepare_cached(include_str!("sql/insert_case.sql"))?.execute(named_params! {
        ":id": case.0.into_bytes(),
        ":number": number,
        ":number_key": number::key(&number),
        ":terminal": entry.header.journal.terminal().as_str(),
        ":own": own,
        ":arrival": entry.arrival,
        ":matter_code": body.matter.code.as_str(),
        ":matter_name": body.matter.name,
        ":matter_fold": fold(&body.matter.name),
        ":matter_initials": sound::of_words(&body.matter.name).initials,
        ":matter_sha256": body.matter.sha256.0,
        ":questions_sha256": body.matter.questions.map(|hash| hash.0),
        ":pack_version": column::int(body.matter.pack_version),
        ":department": body.matter.department,
        ":sample": body.matter.sample,
        ":state": column::word(&CaseState::Received)?,
        ":applicant_name": body.applicant.name,
        ":applicant_fold": fold(&body.applicant.name),
        ":applicant_initials": sound::of_person(&body.applicant.name).initials,
        ":applicant_pinyin": sound::of_person(&body.applicant.name).pinyin,
        ":id_kind": column::word(&body.applicant.id.kind())?,
        ":id_value": body.applicant.id.reveal(),
        ":phone": body.applicant.phone.as_ref().map(yichuang_domain::Phone::reveal),
        ":agent_name": agent.map(|person| &person.name),
        ":agent_fold": agent.map(|person| fold(&person.name)),
        ":agent_phone": agent.and_then(|person| person.phone.as_ref()).map(yichuang_domain::Phone::reveal),
        ":chain_whole": body.chain.as_ref().map(|part| part.whole.to_string()),
        ":chain_place": body.chain.as_ref().map_or(0, |part| part.place),
        ":received_on": body.received_on.to_string(),
        ":notify_by": day(body.notify_by),
        ":deferred_by": day(body.materials.iter().filter_map(|material| material.supply_by).min()),
        ":clerk": body.clerk,
        ":window": body.window,
        ":clock_suspect": entry.header.clock == ClockState::Suspect,
    })?;
    Ok(conn.last_insert_rowid())
}

/// Entries on the case that arrived before its `received` (an older own journal coming back after
/// the platform's progress) are folded now, in their order.
fn replay_early(conn: &Connection, received: &Arrived<'_>) -> Result<(), StoreError> {
    let Some(case) = received.header.case else {
        return Ok(());
    };
    let mut statement = conn.prepare_cached(include_str!("sql/early_entries.sql"))?;
    let mut rows = statement
        .query(named_params! { ":case_id": case.0.into_bytes(), ":before": received.arrival })?;
    while let Some(row) = rows.next()? {
        let salt: Option<Salt> = row.get("salt")?;
        let body: Option<Vec<u8>> = row.get("body")?;
        super::apply_stored(
            conn,
            row.get("arrival")?,
            &Entry::from_parts(row.get("header")?, salt.zip(body)),
        )?;
    }
    Ok(())
}

pub(super) fn accepted(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Accepted,
) -> Result<(), StoreError> {
    let (Some(case), Some(rid)) = (entry.header.case, case_rid(conn, entry)?) else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/accept_case.sql"))?
        .execute(named_params! {
            ":rid": rid,
            ":state": column::word(&body.state)?,
            ":accepted_on": body.accepted_on.to_string(),
            ":accept_suspect": entry.header.clock == ClockState::Suspect,
            ":promised": due_day(body.promised),
            ":promised_provisional": provisional(body.promised),
            ":statutory": due_day(body.statutory),
            ":statutory_provisional": provisional(body.statutory),
        })?;
    let own = is_own(conn, &entry.header.journal)?;
    for file in body.files() {
        insert_file(conn, rid, case, file, own)?;
    }
    supply::signatures(conn, rid, &body.signed, &body.unsigned)?;
    supply::settle_stage(conn, rid, Stage::Correction)?;
    supply::refresh(conn, rid)
}

pub(super) fn correction_asked(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &CorrectionAsked,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/correct_case.sql"))?
        .execute(named_params! {
            ":rid": rid,
            ":state": column::word(&CaseState::NeedsCorrection)?,
            ":supply_by": body.supply_by.to_string(),
        })?;
    supply::owe(conn, rid, Stage::Correction, &body.items, body.supply_by)
}

pub(super) fn refused(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Refused,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/refuse_case.sql"))?
        .execute(named_params! {
            ":rid": rid,
            ":state": column::word(&CaseState::Refused)?,
            ":closed_on": body.refused_on.to_string(),
        })?;
    Ok(())
}

/// Remembers the newest entry on a case.
pub(super) fn touched(conn: &Connection, entry: &Arrived<'_>) -> Result<(), StoreError> {
    let Some(case) = entry.header.case else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/touch_case.sql"))?
        .execute(named_params! { ":id": case.0.into_bytes(), ":arrival": entry.arrival })?;
    Ok(())
}

pub(super) fn day(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

pub(super) fn due_day(due: Option<CaseDue>) -> Option<String> {
    due.map(|due| due.date.to_string())
}

pub(super) fn provisional(due: Option<CaseDue>) -> bool {
    due.is_some_and(|due| due.provisional)
}
