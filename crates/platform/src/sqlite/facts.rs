//! What the store knows of an entry's claims, for the judge.

use rusqlite::{OptionalExtension as _, ToSql, Transaction, params};
use yichuang_domain::{CaseId, MatterCode};
use yichuang_wire::{Hash, Header, JournalName, payload::Payload};

use super::{
    cases::case_record,
    failed,
    row::{self, case_bytes},
};
use crate::{
    judge::{Facts, Pending, Reading, Rival, step_of},
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
        told_since(tx, case, header, &mut facts)?;
        return Ok(facts);
    }
    facts.outsider = match &facts.case {
        Some(record) => is_outsider(tx, header, record)?,
        None => false,
    };
    if reading.moves {
        moving(tx, id, case, header, reading, &mut facts)?;
        told(tx, entry, case, &mut facts)?;
    }
    Ok(facts)
}

/// What the platform has told of the case, and whether the entry's author had read it.
fn told(
    tx: &Transaction<'_>,
    entry: &Pending,
    case: CaseId,
    facts: &mut Facts,
) -> StorageResult<()> {
    facts.deemed_accepted = exists(
        tx,
        "SELECT 1 FROM entry WHERE case_id = ?1 AND kind = 'deemed_accepted' AND applied = 1",
        &[&case_bytes(case)],
    )?;
    for word in words(tx, case)? {
        if let Payload::RequestAnswered(answer) = &word.payload {
            facts.answered |= answer.request == entry.hash;
        }
        if word.is_read_by(&entry.header) {
            continue;
        }
        match &word.payload {
            Payload::DeemedAccepted(_) => facts.unseen_deemed = Some(word.hash),
            payload if step_of(payload).is_some() => facts.unseen_step = Some(word.hash),
            _ => {}
        }
    }
    Ok(())
}

/// Something the platform told of a case.
struct Word {
    journal: JournalName,
    place: (u32, u64),
    hash: Hash,
    payload: Payload,
    /// Told only because something came back after a restore.
    resumed: bool,
}

impl Word {
    /// Whether the author of an entry had read it: a terminal says how far it has read its own
    /// feed, another one of the same point only what it wrote upon.
    fn is_read_by(&self, header: &Header) -> bool {
        if self.journal.terminal() == header.journal.terminal() {
            self.place <= (header.seen.epoch, header.seen.seq)
        } else {
            header.base == Some(self.hash)
        }
    }
}

/// What feeds say of a case, oldest first, verdicts aside.
fn words(tx: &Transaction<'_>, case: CaseId) -> StorageResult<Vec<Word>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT journal, epoch, seq, hash, kind, payload, resumed FROM entry
             WHERE case_id = ?1 AND substr(journal, 1, 2) = 'p:' AND kind <> 'verdict_given'
               AND payload IS NOT NULL
             ORDER BY epoch, seq",
        )
        .map_err(failed)?;
    let mut rows = statement.query([case_bytes(case)]).map_err(failed)?;
    let mut words = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        let (kind, bytes): (String, Vec<u8>) = (row::get(found, 4)?, row::get(found, 5)?);
        if let Ok(payload) = Payload::parse(&kind, &bytes) {
            words.push(Word {
                journal: row::text(found, 0, "journal name")?,
                place: (row::get(found, 1)?, row::uint(found, 2)?),
                hash: row::hash(found, 3)?,
                payload,
                resumed: row::get(found, 6)?,
            });
        }
    }
    Ok(words)
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

/// The last steps of a case in later epochs of the same feed than an entry's own.
fn told_since(
    tx: &Transaction<'_>,
    case: CaseId,
    header: &Header,
    facts: &mut Facts,
) -> StorageResult<()> {
    for word in words(tx, case)? {
        let later = word.journal == header.journal && word.place.0 > header.epoch;
        let Some(step) = step_of(&word.payload).filter(|_| later) else {
            continue;
        };
        if !word.resumed {
            facts.decided_since = Some(step.clone());
        }
        facts.told_since = Some(step);
    }
    Ok(())
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
) -> StorageResult<Option<Rival>> {
    let Some(base) = header.base else {
        return Ok(None);
    };
    let mut statement = tx
        .prepare_cached(
            "SELECT hash, journal FROM entry
             WHERE case_id = ?1 AND base = ?2 AND applied = 1 AND id <> ?3 LIMIT 1",
        )
        .map_err(failed)?;
    let mut rows = statement
        .query(params![case_bytes(case), base.0, id])
        .map_err(failed)?;
    let Some(found) = rows.next().map_err(failed)? else {
        return Ok(None);
    };
    Ok(Some(Rival {
        entry: row::hash(found, 0)?,
        journal: row::text(found, 1, "journal name")?,
    }))
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
