//! Reading journals back: runs to send, a case's timeline, the audit list.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, named_params};
use yichuang_domain::CaseId;
use yichuang_wire::{
    ChainHead, Entry, FeedPosition, Hash, Header, JournalName, Salt, Verdict, payload::Payload,
};

use crate::{Reader, StoreError, column};

/// An entry as people look at it.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalEntry {
    /// Its place in the local order over all journals.
    pub arrival: i64,
    /// What names it.
    pub hash: Hash,
    /// Who, when, in which journal.
    pub header: Header,
    /// What it says; none after the case was cleared.
    pub payload: Option<Payload>,
    /// The platform's newest word on it.
    pub verdict: Option<Verdict>,
}

/// Which entries to list, newest first.
#[derive(Debug, Clone, Default)]
pub struct JournalFilter {
    /// Of these kinds; empty for all.
    pub kinds: Vec<String>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
    /// Older than this arrival: the last one of the page before.
    pub before: Option<i64>,
}

impl Reader<'_> {
    /// The newest entry of one epoch of a journal; none while nothing of it is here.
    ///
    /// # Errors
    /// Database errors.
    pub fn head(&self, journal: &JournalName, epoch: u32) -> Result<Option<ChainHead>, StoreError> {
        super::head(self.conn, journal, epoch)
    }

    /// Exact entries of one epoch after `seq`, in order, at most `limit`.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn entries_after(
        &self,
        journal: &JournalName,
        epoch: u32,
        seq: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/entries_after.sql"))?;
        let entries = statement
            .query_map(
                named_params! {
                    ":journal": journal.to_string(),
                    ":epoch": epoch,
                    ":seq": column::int(seq),
                    ":limit": column::int(limit as u64),
                },
                exact,
            )?
            .collect::<Result<_, _>>()?;
        Ok(entries)
    }

    /// How far the platform's journal for this terminal has been read.
    ///
    /// # Errors
    /// Database errors.
    pub fn feed_position(&self) -> Result<FeedPosition, StoreError> {
        super::feed_position(self.conn, &self.identity().feed())
    }

    /// Everything that happened to a case, in the order it arrived here.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn timeline(&self, case: CaseId) -> Result<Vec<JournalEntry>, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("sql/timeline.sql"))?;
        read_all(statement.query([case.0.into_bytes()])?)
    }

    /// Entries of every journal for the audit list, newest first, at most `limit`.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn journal(
        &self,
        filter: &JournalFilter,
        limit: usize,
    ) -> Result<Vec<JournalEntry>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/list_journal.sql"))?;
        read_all(statement.query(named_params! {
            ":kinds": column::json(&filter.kinds)?,
            ":from_ms": filter.from.map(column::millis),
            ":until_ms": filter.until.map(column::millis),
            ":before": filter.before,
            ":limit": column::int(limit as u64),
        })?)
    }
}

/// Calls `each` with every entry in order of arrival.
pub(crate) fn each_arrived(
    conn: &Connection,
    mut each: impl FnMut(i64, &Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare(include_str!("sql/all_arrived.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get("arrival")?, &exact(row)?)?;
    }
    Ok(())
}

fn exact(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let salt: Option<Salt> = row.get("salt")?;
    let body: Option<Vec<u8>> = row.get("body")?;
    Ok(Entry::from_parts(row.get("header")?, salt.zip(body)))
}

fn read_all(mut rows: rusqlite::Rows<'_>) -> Result<Vec<JournalEntry>, StoreError> {
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = exact(row)?;
        let header = Header::parse(entry.header_bytes())?;
        // A payload that cannot be read is shown like one of a newer version, never hidden.
        let payload = entry.payload().map(|body| {
            Payload::parse(&header.kind, body).unwrap_or(Payload::Unknown(header.kind.clone()))
        });
        let verdict: Option<String> = row.get("verdict")?;
        entries.push(JournalEntry {
            arrival: row.get("arrival")?,
            hash: column::hash(row, "hash")?,
            header,
            payload,
            verdict: verdict.and_then(|body| serde_json::from_str(&body).ok()),
        });
    }
    Ok(entries)
}
