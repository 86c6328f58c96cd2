//! Cases and queues in SQLite.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Row, Transaction, params};
use yichuang_domain::{CaseId, CaseState, MatterCode, TerminalCode, calendar::shanghai_date};
use yichuang_wire::{Hash, payload::Progress};

use super::{
    SqliteStorage, department, failed,
    feed::{Notice, tell},
    row::{self, case_bytes, millis},
};
use crate::{
    judge::{ChainPlace, ResumedStep, is_decided},
    storage::{
        CaseEntry, CaseHistory, CaseRecord, Cases, DepartmentAct, QueuedCase, SilentCase,
        StorageResult,
    },
};

const COLUMNS: &str =
    "id, terminal, number, matter, matter_name, department, state, platform_number, blocked_by,
     step, dispatched_at, chain_whole, chain_place, chain_waits";

impl Cases for SqliteStorage {
    fn case_by_number(&self, number: &str) -> StorageResult<Option<CaseRecord>> {
        let sql =
            format!("SELECT {COLUMNS} FROM case_file WHERE number = ?1 OR platform_number = ?1");
        self.read(|tx| {
            let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
            let mut rows = statement.query([number]).map_err(failed)?;
            rows.next().map_err(failed)?.map(record).transpose()
        })
    }

    fn case(&self, id: CaseId) -> StorageResult<Option<CaseRecord>> {
        self.read(|tx| case_record(tx, id))
    }

    fn queue(&self, department: Option<&str>) -> StorageResult<Vec<QueuedCase>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM case_file
             WHERE dispatched_at IS NOT NULL AND (?1 IS NULL OR department = ?1)
             ORDER BY dispatched_at, platform_number LIMIT 1000"
        );
        self.read(|tx| {
            let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
            let mut rows = statement.query([department]).map_err(failed)?;
            let mut queue = Vec::new();
            while let Some(found) = rows.next().map_err(failed)? {
                let dispatched_at = row::time(row::get(found, 10)?)?;
                queue.push(QueuedCase {
                    case: record(found)?,
                    dispatched_at,
                });
            }
            Ok(queue)
        })
    }

    fn history(&self, number: &str) -> StorageResult<Option<CaseHistory>> {
        match self.case_by_number(number)? {
            Some(case) => self.history_of(case.id),
            None => Ok(None),
        }
    }

    fn history_of(&self, case: CaseId) -> StorageResult<Option<CaseHistory>> {
        self.read(|tx| department::history(tx, case))
    }

    fn record(&self, act: &DepartmentAct) -> StorageResult<bool> {
        self.write(|tx| department::record(tx, act))
    }

    fn asks(&self, limit: usize) -> StorageResult<Vec<(CaseId, CaseEntry)>> {
        self.read(|tx| department::asks(tx, limit))
    }

    fn silent_cases(&self, today: NaiveDate) -> StorageResult<Vec<SilentCase>> {
        self.read(|tx| department::silent_cases(tx, today))
    }
}

pub(super) fn case_record(tx: &Transaction<'_>, id: CaseId) -> StorageResult<Option<CaseRecord>> {
    let sql = format!("SELECT {COLUMNS} FROM case_file WHERE id = ?1");
    let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
    let mut rows = statement.query([case_bytes(id)]).map_err(failed)?;
    rows.next().map_err(failed)?.map(record).transpose()
}

fn record(found: &Row<'_>) -> StorageResult<CaseRecord> {
    let optional = |column: usize| row::get::<Option<String>>(found, column);
    Ok(CaseRecord {
        id: row::case_id(row::get(found, 0)?),
        terminal: row::text(found, 1, "terminal code")?,
        number: optional(2)?
            .map(|text| row::parse(&text, "case number"))
            .transpose()?,
        matter: optional(3)?
            .map(|text| row::parse(&text, "matter code"))
            .transpose()?,
        matter_name: optional(4)?,
        department: optional(5)?,
        state: optional(6)?
            .map(|text| row::from_json(&text, "case state"))
            .transpose()?,
        platform_number: optional(7)?,
        blocked_by: row::get::<Option<[u8; 32]>>(found, 8)?.map(Hash),
        step: optional(9)?,
        chain: chain(found)?,
    })
}

fn chain(found: &Row<'_>) -> StorageResult<Option<ChainPlace>> {
    let Some(whole) = row::get::<Option<String>>(found, 11)? else {
        return Ok(None);
    };
    let waits: Option<String> = row::get(found, 13)?;
    Ok(Some(ChainPlace {
        whole: row::parse(&whole, "case number")?,
        place: row::get(found, 12)?,
        waits_for: row::from_json(&waits.unwrap_or_else(|| "[]".to_owned()), "chain")?,
    }))
}

pub(super) fn set_state(tx: &Transaction<'_>, case: CaseId, state: CaseState) -> StorageResult<()> {
    let sql = "UPDATE case_file SET state = ?2, open = ?3, granted = granted OR ?4 WHERE id = ?1";
    tx.prepare_cached(sql)
        .map_err(failed)?
        .execute(params![
            case_bytes(case),
            row::json(&state)?,
            !is_decided(state),
            state == CaseState::Granted
        ])
        .map_err(failed)?;
    Ok(())
}

/// The 办件编号: implementation code, day, sequence of the day (domain.md §4.6).
pub(super) fn next_platform_number(
    tx: &Transaction<'_>,
    matter: &MatterCode,
    on: NaiveDate,
) -> StorageResult<String> {
    let day = on.format("%Y%m%d").to_string();
    loop {
        let sequence: u32 = tx
            .prepare_cached(
                "INSERT INTO platform_number (matter, day, last) VALUES (?1, ?2, 1)
                 ON CONFLICT (matter, day) DO UPDATE SET last = last + 1 RETURNING last",
            )
            .map_err(failed)?
            .query_row(params![matter.as_str(), day], |row| row.get(0))
            .map_err(failed)?;
        let number = format!("{matter}{day}{sequence:04}");
        // A number told before a restore may have come back ahead of the counter.
        let taken = tx
            .prepare_cached("SELECT 1 FROM case_file WHERE platform_number = ?1")
            .map_err(failed)?
            .exists([&number])
            .map_err(failed)?;
        if !taken {
            return Ok(number);
        }
    }
}

pub(super) fn mark_dispatched(
    tx: &Transaction<'_>,
    case: CaseId,
    platform_number: &str,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    tx.prepare_cached(
        "UPDATE case_file SET platform_number = ?2, dispatched_at = ?3 WHERE id = ?1",
    )
    .map_err(failed)?
    .execute(params![case_bytes(case), platform_number, millis(at)])
    .map_err(failed)?;
    set_state(tx, case, CaseState::Dispatched)
}

/// Puts back a step told `dispatched` before a restore. A platform number that was given anew
/// meanwhile gives way to the one the resident may have been told; when another case has that now,
/// the case gets a fresh one. What the terminal does not know yet of the outcome is told.
pub(super) fn resume(
    tx: &Transaction<'_>,
    case: CaseId,
    resumed: &ResumedStep,
    dispatched: DateTime<Utc>,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    let Some(record) = case_record(tx, case)? else {
        return Ok(());
    };
    let number = resumed_number(tx, &record, &resumed.step, at)?;
    let standing = Progress {
        platform_number: number,
        ..resumed.standing.clone()
    };
    tx.prepare_cached(
        "UPDATE case_file
         SET platform_number = ?2, dispatched_at = coalesce(dispatched_at, ?3), step = ?4
         WHERE id = ?1",
    )
    .map_err(failed)?
    .execute(params![
        case_bytes(case),
        standing.platform_number,
        millis(dispatched),
        standing.step
    ])
    .map_err(failed)?;
    set_state(tx, case, standing.state)?;
    // Not every step names the number.
    let told = Progress {
        platform_number: resumed
            .told
            .platform_number
            .clone()
            .or_else(|| standing.platform_number.clone()),
        ..resumed.told.clone()
    };
    if standing == told {
        return Ok(());
    }
    tell_progress(tx, &record.terminal, case, standing, at)?;
    tx.prepare_cached(
        "UPDATE entry SET resumed = 1 WHERE id = (SELECT max(id) FROM entry WHERE case_id = ?1)",
    )
    .map_err(failed)?
    .execute([case_bytes(case)])
    .map_err(failed)?;
    Ok(())
}

/// The number a resumed case goes on under.
fn resumed_number(
    tx: &Transaction<'_>,
    record: &CaseRecord,
    step: &Progress,
    at: DateTime<Utc>,
) -> StorageResult<Option<String>> {
    let Some(number) = &step.platform_number else {
        return Ok(record.platform_number.clone());
    };
    let taken = tx
        .prepare_cached("SELECT 1 FROM case_file WHERE platform_number = ?1 AND id <> ?2")
        .map_err(failed)?
        .exists(params![number, case_bytes(record.id)])
        .map_err(failed)?;
    match (taken, &record.platform_number, &record.matter) {
        (false, ..) => Ok(Some(number.clone())),
        (true, Some(given), _) => Ok(Some(given.clone())),
        (true, None, Some(matter)) => next_platform_number(tx, matter, shanghai_date(at)).map(Some),
        (true, None, None) => Ok(None),
    }
}

pub(super) fn tell_progress(
    tx: &Transaction<'_>,
    terminal: &TerminalCode,
    case: CaseId,
    progress: Progress,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    set_step(tx, case, &progress.step)?;
    tell(
        tx,
        Notice {
            terminal,
            payload: progress.into(),
            case: Some(case),
            at,
        },
    )
}

pub(super) fn set_step(tx: &Transaction<'_>, case: CaseId, step: &str) -> StorageResult<()> {
    tx.prepare_cached("UPDATE case_file SET step = ?2 WHERE id = ?1")
        .map_err(failed)?
        .execute(params![case_bytes(case), step])
        .map_err(failed)?;
    Ok(())
}
