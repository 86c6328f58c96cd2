//! Journals in SQLite.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Transaction, params};
use yichuang_wire::{ChainHead, Entry, FeedPosition, Hash, JournalName};

use super::{
    SqliteStorage, failed,
    feed::{Standing, insert, newest},
    judging,
    row::{self, int, millis},
};
use crate::{
    judge::Judge,
    storage::{Appended, CloneEvidence, Journals, Run, RunEntry, StorageResult},
};

/// The kind of every epoch's first entry; a name of the header, not of a payload.
const EPOCH_OPENED: &str = "epoch_opened";
/// Evidence kept of one journal; more of the same teaches nothing and fills the disk.
const MAX_EVIDENCE: i64 = 20;

impl Journals for SqliteStorage {
    fn heads(&self, journal: &JournalName) -> StorageResult<Vec<ChainHead>> {
        self.read(|tx| heads(tx, journal))
    }

    fn append(&self, run: &Run<'_>) -> StorageResult<Appended> {
        self.write(|tx| append(tx, run))
    }

    fn page(
        &self,
        journal: &JournalName,
        after: FeedPosition,
        limit: usize,
    ) -> StorageResult<Option<(ChainHead, Vec<Entry>)>> {
        self.read(|tx| page(tx, journal, after, limit))
    }

    fn newest_of_kind(&self, kind: &str, limit: usize) -> StorageResult<Vec<(JournalName, Entry)>> {
        self.read(|tx| newest_of_kind(tx, kind, limit))
    }

    fn journals(&self) -> StorageResult<Vec<JournalName>> {
        self.read(|tx| {
            let mut statement = tx
                .prepare_cached("SELECT DISTINCT journal FROM entry ORDER BY journal")
                .map_err(failed)?;
            let mut rows = statement.query([]).map_err(failed)?;
            let mut journals = Vec::new();
            while let Some(found) = rows.next().map_err(failed)? {
                journals.push(row::text(found, 0, "journal name")?);
            }
            Ok(journals)
        })
    }

    fn clone_evidence(&self) -> StorageResult<Vec<CloneEvidence>> {
        self.read(|tx| {
            let mut statement = tx
                .prepare_cached(
                    "SELECT journal, epoch, seq, at FROM clone_evidence ORDER BY id LIMIT 1000",
                )
                .map_err(failed)?;
            let mut rows = statement.query([]).map_err(failed)?;
            let mut evidence = Vec::new();
            while let Some(found) = rows.next().map_err(failed)? {
                evidence.push(CloneEvidence {
                    journal: row::text(found, 0, "journal name")?,
                    epoch: row::get(found, 1)?,
                    seq: row::uint(found, 2)?,
                    at: row::time(row::get(found, 3)?)?,
                });
            }
            Ok(evidence)
        })
    }

    fn judge_pending(
        &self,
        judge: &Judge,
        at: DateTime<Utc>,
        limit: usize,
    ) -> StorageResult<usize> {
        self.write(|tx| judging::judge_pending(tx, judge, at, limit))
    }

    fn reconsider(&self) -> StorageResult<usize> {
        self.write(judging::reconsider)
    }
}

fn heads(tx: &Transaction<'_>, journal: &JournalName) -> StorageResult<Vec<ChainHead>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT epoch, max(seq), hash FROM entry WHERE journal = ?1 GROUP BY epoch ORDER BY epoch",
        )
        .map_err(failed)?;
    let mut rows = statement.query([journal.to_string()]).map_err(failed)?;
    let mut heads = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        heads.push(row::head(found, 0, journal)?);
    }
    Ok(heads)
}

fn append(tx: &Transaction<'_>, run: &Run<'_>) -> StorageResult<Appended> {
    let stored = epoch_head(tx, run.journal, run.epoch)?;
    let furthest = stored.as_ref().map_or(0, |head| head.seq);
    // What repeats is looked at before anything else: a lost answer must find success.
    let (known, new): (Vec<&RunEntry>, Vec<&RunEntry>) = run
        .entries
        .iter()
        .partition(|entry| entry.header.seq <= furthest);
    for entry in known {
        if stored_hash(tx, run, entry.header.seq)? != Some(entry.hash) {
            return fork(tx, run, entry.header.seq, stored);
        }
        restore_payload(tx, run, entry)?;
    }
    let Some(first) = new.first() else {
        return Ok(Appended::Stored {
            head: furthest_head(run, stored),
            new: 0,
        });
    };
    go_beyond(tx, run)?;
    if first.header.seq > furthest + 1 {
        return Ok(Appended::Gap {
            head: furthest_head(run, stored),
        });
    }
    match &stored {
        Some(head) if head.hash != first.header.previous => {
            return fork(tx, run, first.header.seq, stored);
        }
        None if !opens_epoch(tx, run.journal, first)? => return gap_before_epoch(tx, run),
        _ => {}
    }
    if outgrown(tx, run)? {
        keep_evidence(tx, run, first.header.seq)?;
    }
    store(tx, run, &new)
}

/// A feed entry the platform signed and does not have shows that it was restored, whether it fits or
/// not. An epoch that it had written in is not written in again, whoever forgot to say that this is a
/// backup.
fn go_beyond(tx: &Transaction<'_>, run: &Run<'_>) -> StorageResult<()> {
    if let JournalName::Feed(_) = run.journal {
        tx.execute(
            "UPDATE platform SET epoch = ?1 + 1 WHERE epoch <= ?1",
            [run.epoch],
        )
        .map_err(failed)?;
    }
    Ok(())
}

fn store(tx: &Transaction<'_>, run: &Run<'_>, new: &[&RunEntry]) -> StorageResult<Appended> {
    let mut head = ChainHead::start(run.journal.clone(), run.epoch, None);
    for entry in new {
        insert(
            tx,
            &entry.entry,
            &entry.header,
            entry.hash,
            Standing::Arrived,
            run.at,
        )?;
        head.seq = entry.header.seq;
        head.hash = entry.hash;
    }
    Ok(Appended::Stored {
        head,
        new: new.len(),
    })
}

/// Whether an entry may begin an epoch: it says so, and continues a known entry or is the first.
fn opens_epoch(
    tx: &Transaction<'_>,
    journal: &JournalName,
    first: &RunEntry,
) -> StorageResult<bool> {
    if first.header.seq != 1 || first.header.kind != EPOCH_OPENED {
        return Ok(false);
    }
    if first.header.previous == Hash::ZERO {
        // A terminal enrolled after a restore has its feed from that epoch on.
        let feed = matches!(journal, JournalName::Feed(_));
        return Ok(feed || first.header.epoch == 1);
    }
    tx.prepare_cached("SELECT 1 FROM entry WHERE hash = ?1 AND journal = ?2 AND epoch < ?3")
        .map_err(failed)?
        .exists(params![
            first.header.previous.0,
            journal.to_string(),
            first.header.epoch
        ])
        .map_err(failed)
}

/// The answer to an epoch whose parent is not here: the newest head there is.
fn gap_before_epoch(tx: &Transaction<'_>, run: &Run<'_>) -> StorageResult<Appended> {
    let head = newest(tx, run.journal)?;
    Ok(Appended::Gap {
        head: furthest_head(run, head),
    })
}

fn furthest_head(run: &Run<'_>, stored: Option<ChainHead>) -> ChainHead {
    stored.unwrap_or_else(|| ChainHead::start(run.journal.clone(), run.epoch, None))
}

/// Whether a later epoch exists already: an epoch that still grows then is a clone's.
fn outgrown(tx: &Transaction<'_>, run: &Run<'_>) -> StorageResult<bool> {
    let later = newest(tx, run.journal)?.is_some_and(|head| head.epoch > run.epoch);
    Ok(later && matches!(run.journal, JournalName::Terminal(_)))
}

fn fork(
    tx: &Transaction<'_>,
    run: &Run<'_>,
    seq: u64,
    stored: Option<ChainHead>,
) -> StorageResult<Appended> {
    keep_evidence(tx, run, seq)?;
    go_beyond(tx, run)?;
    Ok(Appended::Fork {
        head: furthest_head(run, stored),
    })
}

fn keep_evidence(tx: &Transaction<'_>, run: &Run<'_>, seq: u64) -> StorageResult<()> {
    // The same entries in another wrapping are the same evidence.
    let Some(last) = run.entries.last() else {
        return Ok(());
    };
    tx.execute(
        "INSERT OR IGNORE INTO clone_evidence (journal, epoch, seq, last, batch, at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6
         WHERE (SELECT count(*) FROM clone_evidence WHERE journal = ?1) < ?7",
        params![
            run.journal.to_string(),
            run.epoch,
            int(seq),
            last.hash.0,
            run.raw,
            millis(run.at),
            MAX_EVIDENCE,
        ],
    )
    .map_err(failed)?;
    Ok(())
}

/// Fills in a payload that came cleared the first time.
fn restore_payload(tx: &Transaction<'_>, run: &Run<'_>, entry: &RunEntry) -> StorageResult<()> {
    let (Some(salt), Some(payload)) = (entry.entry.salt(), entry.entry.payload()) else {
        return Ok(());
    };
    tx.prepare_cached(
        "UPDATE entry SET salt = ?4, payload = ?5, pending = (settled = 0)
         WHERE journal = ?1 AND epoch = ?2 AND seq = ?3 AND payload IS NULL",
    )
    .map_err(failed)?
    .execute(params![
        run.journal.to_string(),
        run.epoch,
        int(entry.header.seq),
        salt,
        payload
    ])
    .map_err(failed)?;
    Ok(())
}

fn stored_hash(tx: &Transaction<'_>, run: &Run<'_>, seq: u64) -> StorageResult<Option<Hash>> {
    tx.prepare_cached("SELECT hash FROM entry WHERE journal = ?1 AND epoch = ?2 AND seq = ?3")
        .map_err(failed)?
        .query_row(
            params![run.journal.to_string(), run.epoch, int(seq)],
            |row| row.get(0).map(Hash),
        )
        .optional()
        .map_err(failed)
}

fn epoch_head(
    tx: &Transaction<'_>,
    journal: &JournalName,
    epoch: u32,
) -> StorageResult<Option<ChainHead>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT epoch, seq, hash FROM entry WHERE journal = ?1 AND epoch = ?2
             ORDER BY seq DESC LIMIT 1",
        )
        .map_err(failed)?;
    let mut rows = statement
        .query(params![journal.to_string(), epoch])
        .map_err(failed)?;
    rows.next()
        .map_err(failed)?
        .map(|found| row::head(found, 0, journal))
        .transpose()
}

fn newest_of_kind(
    tx: &Transaction<'_>,
    kind: &str,
    limit: usize,
) -> StorageResult<Vec<(JournalName, Entry)>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT journal, header, salt, payload FROM entry
             WHERE kind = ?1 AND payload IS NOT NULL ORDER BY id DESC LIMIT ?2",
        )
        .map_err(failed)?;
    let mut rows = statement
        .query(params![kind, int(limit as u64)])
        .map_err(failed)?;
    let mut entries = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        entries.push((row::text(found, 0, "journal name")?, row::entry(found, 1)?));
    }
    Ok(entries)
}

fn page(
    tx: &Transaction<'_>,
    journal: &JournalName,
    after: FeedPosition,
    limit: usize,
) -> StorageResult<Option<(ChainHead, Vec<Entry>)>> {
    let next: Option<u32> = tx
        .prepare_cached(
            "SELECT min(epoch) FROM entry WHERE journal = ?1 AND (epoch > ?2 OR (epoch = ?2 AND seq > ?3))",
        )
        .map_err(failed)?
        .query_row(params![journal.to_string(), after.epoch, int(after.seq)], |row| row.get(0))
        .map_err(failed)?;
    let Some(epoch) = next else { return Ok(None) };
    let from = if epoch == after.epoch { after.seq } else { 0 };
    let mut statement = tx
        .prepare_cached(
            "SELECT epoch, seq, hash, header, salt, payload FROM entry
             WHERE journal = ?1 AND epoch = ?2 AND seq > ?3 ORDER BY seq LIMIT ?4",
        )
        .map_err(failed)?;
    let mut rows = statement
        .query(params![
            journal.to_string(),
            epoch,
            int(from),
            int(limit as u64)
        ])
        .map_err(failed)?;
    let mut found = None;
    let mut entries = Vec::new();
    while let Some(next) = rows.next().map_err(failed)? {
        found = Some(row::head(next, 0, journal)?);
        entries.push(row::entry(next, 3)?);
    }
    Ok(found.map(|head| (head, entries)))
}
