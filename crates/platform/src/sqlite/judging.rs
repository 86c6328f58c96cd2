//! Judging in SQLite: facts, verdicts, projections, feed and dispatch in one transaction.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use yichuang_domain::{CaseId, TerminalCode, calendar::shanghai_date};
use yichuang_wire::{
    Hash, Header, JournalName, Verdict,
    payload::{Payload, VerdictGiven},
};

use super::{
    cases::{self, case_record},
    chain, facts, failed,
    feed::{Notice, release, tell},
    row::{self, case_bytes},
};
use crate::{
    judge::{Change, Judge, Judgement, OpenedCase, Pending},
    storage::{StorageError, StorageResult},
};

pub(super) fn judge_pending(
    tx: &Transaction<'_>,
    judge: &Judge,
    at: DateTime<Utc>,
    limit: usize,
) -> StorageResult<usize> {
    let line = in_line(tx, limit)?;
    for (id, entry) in &line {
        let reading = judge.read(entry);
        let known = facts::gather(tx, *id, entry, &reading)?;
        let judgement = judge.decide(entry, &reading, &known);
        apply(tx, entry, &judgement, at)?;
        settle(tx, *id, entry, &judgement)?;
        if announces(told(tx, entry)?.as_ref(), &judgement.verdict) {
            announce(tx, entry, judgement.verdict, at)?;
        }
        if let Some(case) = entry.header.case {
            dispatch_with_sisters(tx, case, at)?;
        }
    }
    Ok(line.len())
}

/// A newer program knows more kinds, a newer catalogue more matters.
pub(super) fn reconsider(tx: &Transaction<'_>) -> StorageResult<usize> {
    tx.execute(
        "UPDATE entry SET pending = 1 WHERE reason IN ('not_understood', 'unreadable', 'matter_unknown')",
        [],
    )
    .map_err(failed)
}

fn in_line(tx: &Transaction<'_>, limit: usize) -> StorageResult<Vec<(i64, Pending)>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT id, hash, header, salt, payload, applied, verdict FROM entry
             WHERE pending = 1 ORDER BY id LIMIT ?1",
        )
        .map_err(failed)?;
    let mut rows = statement.query([row::int(limit as u64)]).map_err(failed)?;
    let mut line = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        line.push((row::get(found, 0)?, pending(found)?));
    }
    Ok(line)
}

fn pending(found: &Row<'_>) -> StorageResult<Pending> {
    let entry = row::entry(found, 2)?;
    let verdict: Option<String> = row::get(found, 6)?;
    Ok(Pending {
        header: Header::parse(entry.header_bytes()).map_err(|_| StorageError::Corrupt("header"))?,
        hash: row::hash(found, 1)?,
        payload: entry.payload().map(<[u8]>::to_vec),
        applied: row::get(found, 5)?,
        verdict: verdict
            .map(|text| row::from_json(&text, "verdict"))
            .transpose()?,
    })
}

fn apply(
    tx: &Transaction<'_>,
    entry: &Pending,
    judgement: &Judgement,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    let header = &entry.header;
    if let Change::Epoch { mark } = &judgement.change {
        tx.execute(
            "INSERT OR REPLACE INTO epoch_mark (journal, epoch, mark) VALUES (?1, ?2, ?3)",
            params![
                header.journal.to_string(),
                header.epoch,
                mark.as_deref().unwrap_or_default()
            ],
        )
        .map_err(failed)?;
    }
    if let Change::Recall(given) = &judgement.change {
        recall(tx, header, given)?;
    }
    let Some(case) = header.case else {
        return Ok(());
    };
    match &judgement.change {
        Change::Open(opened) => {
            open_case(tx, case, header.journal.terminal(), opened)?;
            call_steps(tx, case)?;
        }
        Change::Move(state) => {
            cases::set_state(tx, case, *state)?;
            call_steps(tx, case)?;
        }
        Change::Resume(resumed) => cases::resume(tx, case, resumed, header.at, at)?,
        Change::None | Change::Epoch { .. } | Change::Recall(_) => {}
    }
    if judgement.blocks {
        block(tx, case, header.journal.terminal(), &entry.hash)
    } else {
        unblock(tx, case, entry, judgement)
    }
}

fn open_case(
    tx: &Transaction<'_>,
    case: CaseId,
    terminal: &TerminalCode,
    opened: &OpenedCase,
) -> StorageResult<()> {
    let chain = opened.chain.as_ref();
    tx.prepare_cached(
        "INSERT INTO case_file (id, terminal, number, matter, matter_name, department, applicant,
                                state, notify_by, chain_whole, chain_place, chain_waits, open)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)
         ON CONFLICT (id) DO UPDATE SET number = excluded.number, matter = excluded.matter,
             matter_name = excluded.matter_name, department = excluded.department,
             applicant = excluded.applicant, state = excluded.state,
             notify_by = excluded.notify_by, chain_whole = excluded.chain_whole,
             chain_place = excluded.chain_place, chain_waits = excluded.chain_waits, open = 1",
    )
    .map_err(failed)?
    .execute(params![
        case_bytes(case),
        terminal.as_str(),
        opened.number.to_string(),
        opened.matter.as_str(),
        opened.matter_name,
        opened.department,
        opened.applicant.0,
        row::json(&yichuang_domain::CaseState::Received)?,
        opened.notify_by.map(|day| day.to_string()),
        chain.map(|chain| chain.whole.to_string()),
        chain.map_or(0, |chain| chain.place),
        chain.map(|chain| row::json(&chain.waits_for)).transpose()?,
    ])
    .map_err(failed)?;
    Ok(())
}

/// Puts the steps back in line that were given back and waited for their case to be accepted again;
/// while they are in line the case is not dispatched.
fn call_steps(tx: &Transaction<'_>, case: CaseId) -> StorageResult<()> {
    tx.prepare_cached(
        "UPDATE entry SET pending = 1
         WHERE case_id = ?1 AND class = 'waiting' AND substr(journal, 1, 2) = 'p:'",
    )
    .map_err(failed)?
    .execute([case_bytes(case)])
    .map_err(failed)?;
    Ok(())
}

/// Remembers a verdict told before a restore; of several on one entry the last.
fn recall(tx: &Transaction<'_>, header: &Header, given: &VerdictGiven) -> StorageResult<()> {
    tx.prepare_cached(
        "INSERT INTO told (entry, epoch, seq, verdict) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (entry) DO UPDATE
         SET epoch = excluded.epoch, seq = excluded.seq, verdict = excluded.verdict
         WHERE (excluded.epoch, excluded.seq) > (told.epoch, told.seq)",
    )
    .map_err(failed)?
    .execute(params![
        given.entry.0,
        header.epoch,
        row::int(header.seq),
        row::json(&given.verdict)?
    ])
    .map_err(failed)?;
    Ok(())
}

/// The terminal's last word on an entry: the verdict in force, or the one told before a restore.
fn told(tx: &Transaction<'_>, entry: &Pending) -> StorageResult<Option<Verdict>> {
    if entry.verdict.is_some() {
        return Ok(entry.verdict.clone());
    }
    let verdict: Option<String> = tx
        .prepare_cached("SELECT verdict FROM told WHERE entry = ?1")
        .map_err(failed)?
        .query_row([entry.hash.0], |row| row.get(0))
        .optional()
        .map_err(failed)?;
    verdict
        .map(|text| row::from_json(&text, "verdict"))
        .transpose()
}

/// Everything later of the case waits behind its first `attend`.
fn block(
    tx: &Transaction<'_>,
    case: CaseId,
    terminal: &TerminalCode,
    by: &Hash,
) -> StorageResult<()> {
    tx.prepare_cached(
        "INSERT INTO case_file (id, terminal, open, blocked_by) VALUES (?1, ?2, 0, ?3)
         ON CONFLICT (id) DO UPDATE SET blocked_by = coalesce(blocked_by, excluded.blocked_by)",
    )
    .map_err(failed)?
    .execute(params![case_bytes(case), terminal.as_str(), by.0])
    .map_err(failed)?;
    Ok(())
}

/// An entry that was attended to and now stands lets the rest of its case go on.
fn unblock(
    tx: &Transaction<'_>,
    case: CaseId,
    entry: &Pending,
    judgement: &Judgement,
) -> StorageResult<()> {
    let was_attended = matches!(entry.verdict, Some(Verdict::Attend { .. }));
    if was_attended && (judgement.verdict == Verdict::Ok || judgement.change != Change::None) {
        tx.prepare_cached(
            "UPDATE case_file SET blocked_by = NULL WHERE id = ?1 AND blocked_by = ?2",
        )
        .map_err(failed)?
        .execute(params![case_bytes(case), entry.hash.0])
        .map_err(failed)?;
    }
    Ok(())
}

/// Writes the verdict on the entry's row, and lets those go on that waited for it.
fn settle(
    tx: &Transaction<'_>,
    id: i64,
    entry: &Pending,
    judgement: &Judgement,
) -> StorageResult<()> {
    let applied = entry.applied || judgement.change.is_act();
    let (class, reason, missing) = match &judgement.verdict {
        Verdict::Ok => ("ok", None, None),
        Verdict::Waiting { missing } => ("waiting", None, Some(missing.0)),
        Verdict::Attend { reason, .. } => ("attend", Some(reason), None),
        Verdict::Conflict { .. } => ("conflict", None, None),
    };
    let reason = reason
        .map(|reason| row::json(reason).map(|text| text.trim_matches('"').to_owned()))
        .transpose()?;
    let settled = applied || judgement.stands || class != "waiting";
    tx.prepare_cached(
        "UPDATE entry SET pending = 0, settled = ?2, applied = ?3, verdict = ?4, class = ?5, reason = ?6,
                          missing = ?7 WHERE id = ?1",
    )
    .map_err(failed)?
    .execute(params![id, settled, applied, row::json(&judgement.verdict)?, class, reason, missing])
    .map_err(failed)?;
    if settled && entry.verdict.as_ref() != Some(&judgement.verdict) {
        release(tx, &entry.hash)?;
    }
    Ok(())
}

/// Which file or entry is waited for is nobody's concern outside; that it still waits is no news.
fn announces(before: Option<&Verdict>, now: &Verdict) -> bool {
    match (before, now) {
        (Some(Verdict::Waiting { .. }), Verdict::Waiting { .. }) => false,
        (before, now) => before != Some(now),
    }
}

fn announce(
    tx: &Transaction<'_>,
    entry: &Pending,
    verdict: Verdict,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    let JournalName::Terminal(terminal) = &entry.header.journal else {
        return Ok(());
    };
    let given = VerdictGiven {
        epoch: entry.header.epoch,
        seq: entry.header.seq,
        entry: entry.hash,
        verdict,
    };
    tell(
        tx,
        Notice {
            terminal,
            payload: Payload::from(given),
            case: entry.header.case,
            at,
        },
    )
}

/// Sends a case to its department, and those taken with it that may have waited for it.
pub(super) fn dispatch_with_sisters(
    tx: &Transaction<'_>,
    case: CaseId,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    dispatch(tx, case, at)?;
    let Some(record) = case_record(tx, case)? else {
        return Ok(());
    };
    for sister in chain::sisters(tx, &record)? {
        dispatch(tx, sister, at)?;
    }
    Ok(())
}

/// Sends a complete accepted case to its department, once.
fn dispatch(tx: &Transaction<'_>, case: CaseId, at: DateTime<Utc>) -> StorageResult<()> {
    let Some(record) = case_record(tx, case)?.filter(Judge::is_dispatchable) else {
        return Ok(());
    };
    // What is blocked is out already. A file may still be missing, two acts contradict one another,
    // or an entry that has just arrived may change everything: also a step that was given back and
    // says that the case was dispatched already.
    let unsettled = "SELECT 1 FROM entry WHERE case_id = ?1
                     AND (pending = 1 OR class = 'conflict' OR (class = 'waiting' AND settled = 1))";
    if facts::exists(tx, unsettled, &[&case_bytes(case)])? {
        return Ok(());
    }
    if !chain::is_free(tx, &record, at)? {
        return Ok(());
    }
    let (Some(number), Some(matter), Some(department)) =
        (record.number, record.matter, record.department)
    else {
        return Ok(());
    };
    let on = shanghai_date(at);
    let platform_number = cases::next_platform_number(tx, &matter, on)?;
    cases::mark_dispatched(tx, case, &platform_number, at)?;
    let step = Judge::dispatch_step(number, platform_number, department, on);
    cases::tell_progress(tx, &record.terminal, case, step, at)
}
