//! What the store knows of an entry's claims, for the judge.

use rusqlite::{OptionalExtension as _, ToSql, Transaction, params};
use yichuang_domain::{CaseId, MatterCode};
use yichuang_wire::{
    Hash, Header, JournalName,
    payload::{Payload, Progress},
};

use super::{cases::case_record, failed, row::case_bytes};
use crate::{
    judge::{Facts, Pending, Reading},
    storage::{CaseRecord, StorageResult},
};

/// Gathers what the judge needs; `id` is the entry's own row.
pub(super) fn gather(
    tx: &Transaction<'_>,
    id: i64,
    entry: &Pending,
    reading: &Reading,
) -> StorageResult<Facts> {
    let header = &entry.header;
    let mut facts = Facts {
        missing_base: missing_base(tx, header)?,
        missing_file: missing_file(tx, header.case, &reading.files)?,
        ..Facts::default()
    };
    let Some(case) = header.case else {
        return Ok(facts);
    };
    facts.case = case_record(tx, case)?;
    if let JournalName::Feed(_) = header.journal {
        facts.told_since = told_since(tx, case, header)?;
        return Ok(facts);
    }
    facts.outsider = match &facts.case {
        Some(record) => is_outsider(tx, header, record)?,
        None => false,
    };
    if reading.moves {
        moving(tx, id, case, header, reading, &mut facts)?;
    }
    Ok(facts)
}

/// What only entries that move a case are asked about.
fn moving(
    tx: &Transaction<'_>,
    id: i64,
    case: CaseId,
    header: &Header,
    reading: &Reading,
    facts: &mut Facts,
) -> StorageResult<()> {
    facts.prefix = prefix(tx, header)?;
    facts.rival = rival(tx, id, case, header)?;
    if let Some(number) = &reading.number {
        let sql = "SELECT 1 FROM case_file WHERE number = ?1 AND id <> ?2";
        let values: &[&dyn ToSql] = &[&number.to_string(), &case_bytes(case)];
        facts.number_taken = exists(tx, sql, values)?;
    }
    if let Some((code, sha256)) = &reading.matter {
        facts.packs_published = exists(tx, "SELECT 1 FROM pack", &[])?;
        let sql = "SELECT 1 FROM pack_item WHERE sha256 = ?1 AND kind = 'matter' AND code = ?2";
        facts.matter_known = exists(tx, sql, &[&sha256.0, &code.as_str()])?;
        facts.duplicate = match reading.applicant {
            Some(applicant) => is_duplicate(tx, case, header, &applicant, code)?,
            None => false,
        };
    }
    Ok(())
}

fn missing_base(tx: &Transaction<'_>, header: &Header) -> StorageResult<Option<Hash>> {
    let Some(base) = header.base else {
        return Ok(None);
    };
    let sql = "SELECT 1 FROM entry WHERE hash = ?1 AND settled = 1";
    Ok((!exists(tx, sql, &[&base.0])?).then_some(base))
}

fn missing_file(
    tx: &Transaction<'_>,
    case: Option<CaseId>,
    files: &[Hash],
) -> StorageResult<Option<Hash>> {
    let Some(case) = case else {
        return Ok(files.first().copied());
    };
    let sql =
        "SELECT 1 FROM upload WHERE case_id = ?1 AND sha256 = ?2 AND completed_at IS NOT NULL";
    for file in files {
        if !exists(tx, sql, &[&case_bytes(case), &file.0])? {
            return Ok(Some(*file));
        }
    }
    Ok(None)
}

/// The last step told of a case in a later epoch of the same feed.
fn told_since(
    tx: &Transaction<'_>,
    case: CaseId,
    header: &Header,
) -> StorageResult<Option<Progress>> {
    let payload: Option<Vec<u8>> = tx
        .prepare_cached(
            "SELECT payload FROM entry
             WHERE case_id = ?1 AND journal = ?2 AND epoch > ?3 AND kind = 'progress'
               AND payload IS NOT NULL
             ORDER BY epoch DESC, seq DESC LIMIT 1",
        )
        .map_err(failed)?
        .query_row(
            params![case_bytes(case), header.journal.to_string(), header.epoch],
            |row| row.get(0),
        )
        .optional()
        .map_err(failed)?;
    let payload = payload.and_then(|bytes| Payload::parse("progress", &bytes).ok());
    Ok(match payload {
        Some(Payload::Progress(step)) => Some(step),
        _ => None,
    })
}

/// A case is moved by the terminals of the point that took it (journal.md, ownership).
fn is_outsider(tx: &Transaction<'_>, header: &Header, case: &CaseRecord) -> StorageResult<bool> {
    let author = header.journal.terminal();
    if *author == case.terminal {
        return Ok(false);
    }
    let sql = "SELECT 1 FROM terminal a JOIN terminal b ON a.point = b.point
               WHERE a.code = ?1 AND b.code = ?2";
    Ok(!exists(
        tx,
        sql,
        &[&author.as_str(), &case.terminal.as_str()],
    )?)
}

/// An entry with the same base that has moved the case already.
fn rival(
    tx: &Transaction<'_>,
    id: i64,
    case: CaseId,
    header: &Header,
) -> StorageResult<Option<Hash>> {
    let Some(base) = header.base else {
        return Ok(None);
    };
    tx.prepare_cached(
        "SELECT hash FROM entry
         WHERE case_id = ?1 AND base = ?2 AND applied = 1 AND id <> ?3 LIMIT 1",
    )
    .map_err(failed)?
    .query_row(params![case_bytes(case), base.0, id], |row| {
        row.get(0).map(Hash)
    })
    .optional()
    .map_err(failed)
}

fn is_duplicate(
    tx: &Transaction<'_>,
    case: CaseId,
    header: &Header,
    applicant: &Hash,
    matter: &MatterCode,
) -> StorageResult<bool> {
    let sql = "SELECT 1 FROM case_file
               WHERE applicant = ?1 AND matter = ?2 AND open = 1 AND terminal <> ?3 AND id <> ?4";
    let terminal = header.journal.terminal().as_str();
    let values: &[&dyn ToSql] = &[&applicant.0, &matter.as_str(), &terminal, &case_bytes(case)];
    exists(tx, sql, values)
}

/// What numbers of the entry's epoch begin with: the code, and from the second epoch on its mark.
fn prefix(tx: &Transaction<'_>, header: &Header) -> StorageResult<Option<String>> {
    let code = header.journal.terminal().as_str();
    let mark: Option<String> = tx
        .prepare_cached("SELECT mark FROM epoch_mark WHERE journal = ?1 AND epoch = ?2")
        .map_err(failed)?
        .query_row(params![header.journal.to_string(), header.epoch], |row| {
            row.get(0)
        })
        .optional()
        .map_err(failed)?;
    // From the second epoch on a number without a mark could repeat one of the first.
    Ok(mark
        .filter(|mark| header.epoch == 1 || !mark.is_empty())
        .map(|mark| format!("{code}{mark}")))
}

/// Whether a query finds anything.
pub(super) fn exists(
    tx: &Transaction<'_>,
    sql: &str,
    values: &[&dyn ToSql],
) -> StorageResult<bool> {
    tx.prepare_cached(sql)
        .map_err(failed)?
        .exists(values)
        .map_err(failed)
}
