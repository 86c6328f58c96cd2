//! Cases taken together (一链办理): which wait for which.

use chrono::{DateTime, Utc};
use rusqlite::{Transaction, params};
use yichuang_domain::{CaseId, CaseState, calendar::shanghai_date};
use yichuang_wire::payload::{Payload, Progress};

use super::{cases, department, failed, row};
use crate::{
    judge::{ChainPlace, is_decided},
    storage::{CaseRecord, StorageResult},
};

/// What a case that waits for sisters may do.
enum Outlook {
    /// All of them have come out in its favour.
    Free,
    /// These have no result yet.
    Waits(Vec<u32>),
    /// These came to nothing.
    Lost(Vec<u32>),
}

/// Whether a case need not wait for any sister. When it has to, its point is told so, once.
pub(super) fn is_free(
    tx: &Transaction<'_>,
    record: &CaseRecord,
    at: DateTime<Utc>,
) -> StorageResult<bool> {
    let Some(chain) = &record.chain else {
        return Ok(true);
    };
    let words = match outlook(tx, record, chain)? {
        Outlook::Free => return Ok(true),
        Outlook::Waits(places) => format!("等 {} 出结果后自动送出", list(&places)),
        Outlook::Lost(places) => format!("{} 未办成，等窗口处理", list(&places)),
    };
    say_once(tx, record, words, at)?;
    Ok(false)
}

fn outlook(
    tx: &Transaction<'_>,
    record: &CaseRecord,
    chain: &ChainPlace,
) -> StorageResult<Outlook> {
    let (mut waits, mut lost) = (Vec::new(), Vec::new());
    for place in chain
        .waits_for
        .iter()
        .filter(|place| **place != chain.place)
    {
        match sister(tx, record, chain, *place)? {
            Some((_, true)) => {}
            Some((Some(state), false)) if is_over(state) => lost.push(*place),
            _ => waits.push(*place),
        }
    }
    Ok(match (waits.is_empty(), lost.is_empty()) {
        (_, false) => Outlook::Lost(lost),
        (false, true) => Outlook::Waits(waits),
        (true, true) => Outlook::Free,
    })
}

/// Where the sister at a place stands, and whether it was granted.
fn sister(
    tx: &Transaction<'_>,
    record: &CaseRecord,
    chain: &ChainPlace,
    place: u32,
) -> StorageResult<Option<(Option<CaseState>, bool)>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT state, granted FROM case_file
             WHERE chain_whole = ?1 AND chain_place = ?2 AND terminal = ?3",
        )
        .map_err(failed)?;
    let whole = chain.whole.to_string();
    let mut rows = statement
        .query(params![whole, place, record.terminal.as_str()])
        .map_err(failed)?;
    let Some(found) = rows.next().map_err(failed)? else {
        return Ok(None);
    };
    let state: Option<String> = row::get(found, 0)?;
    let state = state
        .map(|text| row::from_json(&text, "case state"))
        .transpose()?;
    Ok(Some((state, row::get(found, 1)?)))
}

/// Whether nothing in its favour can come any more of a case that was not granted.
fn is_over(state: CaseState) -> bool {
    is_decided(state)
}

/// The cases taken together with one, itself left out.
pub(super) fn sisters(tx: &Transaction<'_>, record: &CaseRecord) -> StorageResult<Vec<CaseId>> {
    let Some(chain) = &record.chain else {
        return Ok(Vec::new());
    };
    let mut statement = tx
        .prepare_cached(
            "SELECT id FROM case_file WHERE chain_whole = ?1 AND terminal = ?2 AND id <> ?3
             ORDER BY chain_place",
        )
        .map_err(failed)?;
    let mut rows = statement
        .query(params![
            chain.whole.to_string(),
            record.terminal.as_str(),
            row::case_bytes(record.id)
        ])
        .map_err(failed)?;
    let mut sisters = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        sisters.push(row::case_id(row::get(found, 0)?));
    }
    Ok(sisters)
}

fn list(places: &[u32]) -> String {
    let places: Vec<String> = places.iter().map(ToString::to_string).collect();
    places.join("、")
}

fn say_once(
    tx: &Transaction<'_>,
    record: &CaseRecord,
    words: String,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    let (Some(number), Some(state)) = (record.number.clone(), record.state) else {
        return Ok(());
    };
    let told = department::history(tx, record.id)?.is_some_and(|history| {
        let mut entries = history.entries.iter();
        entries.any(|entry| matches!(&entry.payload, Payload::Progress(step) if step.step == words))
    });
    if told {
        return Ok(());
    }
    let step = Progress {
        number,
        platform_number: None,
        state,
        step: words,
        office: record.department.clone().unwrap_or_default(),
        note: None,
        on: shanghai_date(at),
        promised: None,
        statutory: None,
    };
    cases::tell_progress(tx, &record.terminal, record.id, step, at)
}
