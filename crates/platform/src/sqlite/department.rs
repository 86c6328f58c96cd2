//! What departments say of cases, and what points ask of them, in SQLite.

use chrono::NaiveDate;
use rusqlite::{Row, Transaction, params};
use yichuang_domain::{CaseId, TerminalCode, calendar::shanghai_date};
use yichuang_wire::{
    Hash, Header, JournalName, Verdict,
    payload::{Payload, VerdictGiven},
};

use super::{
    cases::{self, case_record},
    failed,
    feed::{Notice, newest, tell},
    judging,
    row::{self, case_bytes},
};
use crate::{
    judge::step_of,
    storage::{CaseEntry, CaseHistory, DepartmentAct, SilentCase, StorageError, StorageResult},
};

const COLUMNS: &str = "hash, journal, kind, payload, verdict, case_id";
/// Cases looked at in one round; the next round finds the rest.
const MOST_SILENT: usize = 100;

/// A case with its entries.
pub(super) fn history(tx: &Transaction<'_>, case: CaseId) -> StorageResult<Option<CaseHistory>> {
    let Some(record) = case_record(tx, case)? else {
        return Ok(None);
    };
    Ok(Some(CaseHistory {
        case: record,
        entries: entries(tx, case)?,
    }))
}

fn entries(tx: &Transaction<'_>, case: CaseId) -> StorageResult<Vec<CaseEntry>> {
    let sql = format!("SELECT {COLUMNS} FROM entry WHERE case_id = ?1 ORDER BY id");
    let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
    let mut rows = statement.query([case_bytes(case)]).map_err(failed)?;
    let mut entries = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        entries.extend(entry(found)?);
    }
    Ok(entries)
}

/// An entry that can be read; what cannot says nothing of its case.
fn entry(found: &Row<'_>) -> StorageResult<Option<CaseEntry>> {
    let kind: String = row::get(found, 2)?;
    let bytes: Option<Vec<u8>> = row::get(found, 3)?;
    let verdict: Option<String> = row::get(found, 4)?;
    let Some(payload) = bytes.and_then(|bytes| Payload::parse(&kind, &bytes).ok()) else {
        return Ok(None);
    };
    Ok(Some(CaseEntry {
        hash: row::hash(found, 0)?,
        journal: row::text(found, 1, "journal name")?,
        verdict: verdict
            .map(|text| row::from_json(&text, "verdict"))
            .transpose()?,
        payload,
    }))
}

/// The newest thing a case's terminal was told of it, verdicts aside.
fn told_last(tx: &Transaction<'_>, case: CaseId) -> StorageResult<Option<Hash>> {
    let told = entries(tx, case)?.into_iter().rfind(CaseEntry::is_told);
    Ok(told.map(|entry| entry.hash))
}

/// Moves a case and tells its terminal, in one transaction.
pub(super) fn record(tx: &Transaction<'_>, act: &DepartmentAct) -> StorageResult<bool> {
    let Some(case) = case_record(tx, act.case)?.filter(|case| case.state == Some(act.from)) else {
        return Ok(false);
    };
    if told_last(tx, act.case)? != act.after {
        return Ok(false);
    }
    if act.from != act.to {
        cases::set_state(tx, act.case, act.to)?;
    }
    if let Some(step) = step_of(&act.told) {
        cases::set_step(tx, act.case, &step.step)?;
    }
    if let Some(settled) = &act.settles {
        settle(tx, act, settled)?;
    }
    tell(
        tx,
        Notice {
            terminal: &case.terminal,
            payload: act.told.clone(),
            case: Some(act.case),
            at: act.at,
        },
    )?;
    judging::dispatch_with_sisters(tx, act.case, act.at)?;
    Ok(true)
}

/// What had met with the platform's own step is settled by a person's word; its author hears so.
fn settle(tx: &Transaction<'_>, act: &DepartmentAct, settled: &Hash) -> StorageResult<()> {
    let mut statement = tx
        .prepare_cached(
            "UPDATE entry SET class = 'ok', verdict = ?2 WHERE hash = ?1 AND class = 'conflict'
             RETURNING journal, epoch, seq",
        )
        .map_err(failed)?;
    let mut rows = statement
        .query(params![settled.0, row::json(&Verdict::Ok)?])
        .map_err(failed)?;
    let Some(found) = rows.next().map_err(failed)? else {
        return Ok(());
    };
    let journal: JournalName = row::text(found, 0, "journal name")?;
    let given = VerdictGiven {
        epoch: row::get(found, 1)?,
        seq: row::uint(found, 2)?,
        entry: *settled,
        verdict: Verdict::Ok,
    };
    drop(rows);
    drop(statement);
    tell(
        tx,
        Notice {
            terminal: journal.terminal(),
            payload: given.into(),
            case: Some(act.case),
            at: act.at,
        },
    )
}

/// What points asked for, and what came too late to be done without asking; newest first.
pub(super) fn asks(tx: &Transaction<'_>, limit: usize) -> StorageResult<Vec<(CaseId, CaseEntry)>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry
         WHERE kind IN ('requested', 'withdrawn', 'terminated', 'voided') AND case_id IS NOT NULL
           AND ((kind = 'requested' AND class = 'ok') OR (kind <> 'requested' AND class = 'conflict'))
         ORDER BY id DESC LIMIT ?1"
    );
    let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
    let mut rows = statement.query([row::int(limit as u64)]).map_err(failed)?;
    let mut asks = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        let case = row::case_id(row::get(found, 5)?);
        asks.extend(entry(found)?.map(|entry| (case, entry)));
    }
    Ok(asks)
}

/// Cases received and told nothing of in time, as far as their terminals have reported.
pub(super) fn silent_cases(
    tx: &Transaction<'_>,
    today: NaiveDate,
) -> StorageResult<Vec<SilentCase>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT id, terminal, notify_by FROM case_file AS c
             WHERE notify_by IS NOT NULL AND state = '\"received\"'
               AND notify_by < ?1 AND blocked_by IS NULL
               AND NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.case_id = c.id
                               AND (e.pending = 1 OR e.class = 'conflict'
                                    OR (e.class = 'waiting' AND e.settled = 0)))
             ORDER BY notify_by",
        )
        .map_err(failed)?;
    let mut rows = statement.query([today.to_string()]).map_err(failed)?;
    let mut silent = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        let terminal: TerminalCode = row::text(found, 1, "terminal code")?;
        let notify_by: NaiveDate = row::text(found, 2, "day")?;
        if heard_until(tx, &terminal)?.is_some_and(|day| day > notify_by) {
            let case = row::case_id(row::get(found, 0)?);
            silent.push(SilentCase { case, notify_by });
        }
        if silent.len() == MOST_SILENT {
            break;
        }
    }
    Ok(silent)
}

/// The day of the newest entry a terminal has reported.
fn heard_until(tx: &Transaction<'_>, terminal: &TerminalCode) -> StorageResult<Option<NaiveDate>> {
    let Some(head) = newest(tx, &JournalName::Terminal(terminal.clone()))? else {
        return Ok(None);
    };
    let header: Vec<u8> = tx
        .prepare_cached("SELECT header FROM entry WHERE hash = ?1")
        .map_err(failed)?
        .query_row([head.hash.0], |row| row.get(0))
        .map_err(failed)?;
    let header = Header::parse(&header).map_err(|_| StorageError::Corrupt("header"))?;
    Ok(Some(shanghai_date(header.at)))
}
