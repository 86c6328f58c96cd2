//! Folding what the deciding department says of a case: steps, special procedures, extensions, what
//! it still needs, its decision, its answers.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use yichuang_domain::{CaseState, case::RequestKind};
use yichuang_wire::payload::{
    CaseDue, ExaminationCorrectionAsked, LimitExtended, Payload, Progress, RequestAnswered,
    ResultIssued, SpecialProcedureBegun, SpecialProcedureEnded,
};

use super::{
    Arrived,
    case::{case_rid, due_day, provisional},
    delivery,
    supply::{self, Stage},
};
use crate::{StoreError, column};

/// Folds one of the kinds in which a department speaks; others are not for it.
pub(super) fn said(
    conn: &Connection,
    entry: &Arrived<'_>,
    payload: &Payload,
) -> Result<(), StoreError> {
    match payload {
        Payload::Progress(body) => progress(conn, entry, body),
        Payload::SpecialProcedureBegun(body) => special_procedure_begun(conn, entry, body),
        Payload::SpecialProcedureEnded(body) => special_procedure_ended(conn, entry, body),
        Payload::LimitExtended(body) => limit_extended(conn, entry, body),
        Payload::ExaminationCorrectionAsked(body) => {
            examination_correction_asked(conn, entry, body)
        }
        Payload::ResultIssued(body) => {
            result_issued(conn, entry, body)?;
            delivery::documents_issued(conn, entry, body)
        }
        Payload::RequestAnswered(body) => request_answered(conn, entry, body),
        _ => Ok(()),
    }
}

/// Where a case stands at its department, whatever kind of entry says so.
struct Step<'a> {
    state: CaseState,
    step: &'a str,
    office: &'a str,
    note: Option<&'a str>,
    on: NaiveDate,
    platform_number: Option<&'a str>,
    promised: Option<CaseDue>,
    statutory: Option<CaseDue>,
}

impl<'a> Step<'a> {
    /// A step named like the state it leads to, at dates that stay.
    fn to(state: CaseState, office: &'a str, note: &'a str, on: NaiveDate) -> Self {
        Self {
            state,
            step: state.label(),
            office,
            note: Some(note).filter(|note| !note.is_empty()),
            on,
            platform_number: None,
            promised: None,
            statutory: None,
        }
    }
}

/// Moves a case. One that goes on was not closed, whatever its point had thought.
fn step_to(conn: &Connection, rid: i64, step: &Step<'_>) -> Result<(), StoreError> {
    let decided = matches!(step.state, CaseState::Granted | CaseState::Denied);
    let over = decided || step.state.is_final() || step.state == CaseState::ReadyForPickup;
    conn.prepare_cached(include_str!("sql/progress_case.sql"))?
        .execute(named_params! {
            ":rid": rid,
            ":state": column::word(&step.state)?,
            ":platform_number": step.platform_number,
            ":step": step.step,
            ":office": step.office,
            ":note": step.note,
            ":on": step.on.to_string(),
            ":promised": due_day(step.promised),
            ":promised_provisional": provisional(step.promised),
            ":statutory": due_day(step.statutory),
            ":statutory_provisional": provisional(step.statutory),
            ":over": over,
            ":closed_on": (over && step.state != CaseState::ReadyForPickup).then(|| step.on.to_string()),
        })?;
    Ok(())
}

fn progress(conn: &Connection, entry: &Arrived<'_>, body: &Progress) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    let step = Step {
        state: body.state,
        step: &body.step,
        office: &body.office,
        note: body.note.as_deref(),
        on: body.on,
        platform_number: body.platform_number.as_deref(),
        promised: body.promised,
        statutory: body.statutory,
    };
    step_to(conn, rid, &step)
}

fn special_procedure_begun(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &SpecialProcedureBegun,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/begin_pause.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":id": body.id.into_bytes(),
            ":what": body.what.key(),
            ":reason": body.reason,
            ":begun_on": body.from.to_string(),
            ":expected_days": body.expected_days,
            ":office": body.office,
        })?;
    let step = Step {
        step: body.what.label(),
        ..Step::to(CaseState::Suspended, &body.office, &body.reason, body.from)
    };
    step_to(conn, rid, &step)
}

fn special_procedure_ended(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &SpecialProcedureEnded,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/end_pause.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":id": body.id.into_bytes(),
            ":ended_on": body.to.to_string(),
            ":result": body.result,
        })?;
    let step = Step {
        promised: body.promised,
        statutory: body.statutory,
        ..Step::to(CaseState::InProcess, &body.office, &body.result, body.to)
    };
    step_to(conn, rid, &step)
}

/// It moves no state, only the days.
fn limit_extended(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &LimitExtended,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/extend_limit.sql"))?
        .execute(named_params! {
            ":rid": rid,
            ":days": body.days,
            ":promised": due_day(body.promised),
            ":promised_provisional": provisional(body.promised),
            ":statutory": due_day(body.statutory),
            ":statutory_provisional": provisional(body.statutory),
        })?;
    Ok(())
}

/// 审查阶段补正: owed until it is supplied; it stops no clock.
fn examination_correction_asked(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &ExaminationCorrectionAsked,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    supply::owe(conn, rid, Stage::Examination, &body.items, body.supply_by)?;
    supply::refresh(conn, rid)
}

/// 办结. What the department needed for it is not owed any more.
fn result_issued(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &ResultIssued,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    let state = if body.granted {
        CaseState::Granted
    } else {
        CaseState::Denied
    };
    supply::settle_stage(conn, rid, Stage::Examination)?;
    supply::refresh(conn, rid)?;
    let step = Step::to(state, &body.office, &body.reason, body.decided_on);
    step_to(conn, rid, &step)
}

/// The answer to a request; one that grants an end ends the case.
fn request_answered(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &RequestAnswered,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/answer_request.sql"))?
        .execute(named_params! {
            ":entry": body.request.0,
            ":answered_on": body.on.to_string(),
            ":granted": body.granted,
        })?;
    let state = match body.what {
        RequestKind::Withdraw => CaseState::Withdrawn,
        RequestKind::Terminate | RequestKind::Void => CaseState::Terminated,
        RequestKind::Urge => return Ok(()),
    };
    if !body.granted {
        return Ok(());
    }
    step_to(
        conn,
        rid,
        &Step::to(state, &body.office, &body.words, body.on),
    )
}
