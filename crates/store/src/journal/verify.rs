//! Checking the whole chain: every header continues the one before it, every payload that is
//! still there is the one its header names.

use std::collections::BTreeMap;

use rusqlite::Connection;
use yichuang_wire::{ChainHead, Entry, Hash, Header, JournalName, WireError, payload::Payload};

use super::each_arrived;
use crate::{Reader, StoreError};

/// The outcome of checking every journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Entries checked.
    pub entries: u64,
    /// Journals and epochs they belong to.
    pub epochs: usize,
    /// Entries whose payload was cleared by retention.
    pub cleared: u64,
    /// The first entry that does not fit; none when all is well.
    pub first_bad: Option<BadEntry>,
}

impl VerifyReport {
    /// Whether every entry fits.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.first_bad.is_none()
    }
}

/// Where a chain breaks: 「第 n 条起对不上」.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEntry {
    /// The entry's place in the local order.
    pub arrival: i64,
    /// Why, without personal data.
    pub why: String,
}

impl Reader<'_> {
    /// Verifies every journal of the home.
    ///
    /// # Errors
    /// Database errors; a broken chain is an answer, not an error.
    pub fn verify(&self) -> Result<VerifyReport, StoreError> {
        verify_all(self.conn)
    }
}

pub(crate) fn verify_all(conn: &Connection) -> Result<VerifyReport, StoreError> {
    let mut heads: BTreeMap<(JournalName, u32), ChainHead> = BTreeMap::new();
    let mut report = VerifyReport {
        entries: 0,
        epochs: 0,
        cleared: 0,
        first_bad: None,
    };
    each_arrived(conn, |arrival, entry| {
        report.entries += 1;
        report.cleared += u64::from(entry.payload().is_none());
        if report.first_bad.is_none()
            && let Err(error) = check_next(&mut heads, entry)
        {
            report.first_bad = Some(BadEntry {
                arrival,
                why: error.to_string(),
            });
        }
        Ok(())
    })?;
    report.epochs = heads.len();
    if report.first_bad.is_none() {
        report.first_bad = mislabelled(conn)?;
    }
    Ok(report)
}

fn check_next(
    heads: &mut BTreeMap<(JournalName, u32), ChainHead>,
    entry: &Entry,
) -> Result<(), WireError> {
    let header = Header::parse(entry.header_bytes())?;
    let key = (header.journal.clone(), header.epoch);
    let start = start_of(heads, entry, &header);
    heads.entry(key).or_insert(start).follow(entry).map(|_| ())
}

/// Where an epoch begins: behind the parent its first entry names.
fn start_of(
    heads: &BTreeMap<(JournalName, u32), ChainHead>,
    entry: &Entry,
    header: &Header,
) -> ChainHead {
    let opened = entry
        .payload()
        .and_then(|body| match Payload::parse(&header.kind, body) {
            Ok(Payload::EpochOpened(opened)) => Some(opened),
            _ => None,
        });
    let hash = match opened {
        Some(opened) => opened.parent.map_or(Hash::ZERO, |parent| parent.hash),
        None if heads.contains_key(&(header.journal.clone(), header.epoch)) => Hash::ZERO,
        None => header.previous,
    };
    ChainHead {
        journal: header.journal.clone(),
        epoch: header.epoch,
        seq: 0,
        hash,
    }
}

/// The columns beside the exact bytes are copies for finding; they must say the same.
fn mislabelled(conn: &Connection) -> Result<Option<BadEntry>, StoreError> {
    let mut statement = conn.prepare(include_str!("sql/all_labels.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let header_bytes: Vec<u8> = row.get("header")?;
        let entry = Entry::from_parts(header_bytes, None);
        let Ok(header) = entry.check() else { continue };
        let case: Option<[u8; 16]> = row.get("case_id")?;
        let same = row.get::<_, String>("journal")? == header.journal.to_string()
            && crate::column::small(row, "epoch")? == header.epoch
            && crate::column::count(row, "seq")? == header.seq
            && crate::column::hash(row, "hash")? == entry.hash()
            && row.get::<_, String>("kind")? == header.kind
            && case == header.case.map(|id| id.0.into_bytes());
        if !same {
            return Ok(Some(BadEntry {
                arrival: row.get("arrival")?,
                why: "columns differ from the entry".to_owned(),
            }));
        }
    }
    Ok(None)
}
