//! Taking in entries others wrote: the feed, own entries lost with an older database, later other
//! terminals of the point. Nothing here assumes that the author is the platform.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, named_params};
use yichuang_domain::CaseId;
use yichuang_wire::{
    Batch, ChainHead, Entry, Hash, Header, JournalName,
    payload::{EpochOpened, Payload},
};

use super::{feed_proof, head, journal_rid, take};
use crate::{StoreError, Tx, column, home::HomeRow};

/// What came of admitting entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Admitted {
    /// Entries that were not here before.
    pub new: usize,
    /// Entries that were; taking them again changed nothing.
    pub known: usize,
    /// Cases touched by the new ones.
    pub cases: Vec<CaseId>,
}

impl Tx<'_> {
    /// Admits a page of the platform's journal for this terminal, and keeps its signature so that
    /// the page can be given back ([`crate::Reader::feed_run`]).
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Signature`] unless the enrolled root signed the page, and those
    /// of [`Tx::admit`].
    pub fn admit_feed(&mut self, page: &Batch) -> Result<Admitted, StoreError> {
        use yichuang_wire::{Purpose, Verifier as _};
        let root = &self.identity().enrolment.root;
        root.verify(
            "feed",
            Purpose::Batch,
            &page.head.signed_bytes(),
            &page.signature,
        )?;
        let admitted = self.admit(&page.entries)?;
        let ends = page.entries.last().map(Entry::hash);
        if ends != Some(page.head.hash) {
            return Err(yichuang_wire::WireError::Signature("feed").into());
        }
        feed_proof::keep(self.conn, page)?;
        Ok(admitted)
    }

    /// Admits entries of any journals, each run in order. Entries already here are recognised by
    /// their hash. Who signed them is the caller's to check.
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Chain`] when one does not continue what is here,
    /// [`StoreError::ChainFork`] when one contradicts it, or extends the epoch this home itself is
    /// writing.
    pub fn admit(&mut self, entries: &[Entry]) -> Result<Admitted, StoreError> {
        let own = self.identity().journal();
        let writing = HomeRow::load(self.conn)?.epoch;
        let mut admitted = Admitted::default();
        let mut cases = BTreeSet::new();
        for entry in entries {
            let header = entry.check()?;
            let hash = entry.hash();
            match stored_at(self.conn, &header)? {
                Some(stored) if stored == hash => {
                    admitted.known += 1;
                    continue;
                }
                Some(_) => return Err(fork(&header)),
                None if header.journal == own && header.epoch == writing => {
                    return Err(fork(&header));
                }
                None => {}
            }
            follow(self.conn, entry, &header)?;
            let is_own = header.journal == own;
            let rid = journal_rid(self.conn, &header.journal, is_own)?;
            if is_own {
                remember_own_epoch(self.conn, rid, entry, &header)?;
            }
            take(self.conn, rid, entry, &header)?;
            admitted.new += 1;
            cases.extend(header.case);
        }
        admitted.cases = cases.into_iter().collect();
        Ok(admitted)
    }
}

fn fork(header: &Header) -> StoreError {
    StoreError::ChainFork {
        journal: header.journal.to_string(),
        epoch: header.epoch,
        seq: header.seq,
    }
}

fn stored_at(conn: &Connection, header: &Header) -> Result<Option<Hash>, StoreError> {
    let hash = conn
        .prepare_cached(include_str!("sql/find_entry.sql"))?
        .query_row(
            named_params! {
                ":journal": header.journal.to_string(),
                ":epoch": header.epoch,
                ":seq": column::int(header.seq),
            },
            |row| column::hash(row, "hash"),
        )
        .optional()?;
    Ok(hash)
}

/// Checks that the entry comes next in its epoch. The first of an epoch is taken at its word for
/// what it continues, unless its own payload says otherwise.
fn follow(conn: &Connection, entry: &Entry, header: &Header) -> Result<(), StoreError> {
    let known = head(conn, &header.journal, header.epoch)?;
    let mut head = known.unwrap_or_else(|| ChainHead {
        journal: header.journal.clone(),
        epoch: header.epoch,
        seq: 0,
        hash: first_continues(entry, header),
    });
    head.follow(entry)?;
    Ok(())
}

fn first_continues(entry: &Entry, header: &Header) -> Hash {
    match epoch_opened(entry, header) {
        Some(opened) => opened.parent.map_or(Hash::ZERO, |parent| parent.hash),
        None => header.previous,
    }
}

fn epoch_opened(entry: &Entry, header: &Header) -> Option<EpochOpened> {
    match Payload::parse(&header.kind, entry.payload()?) {
        Ok(Payload::EpochOpened(opened)) => Some(opened),
        _ => None,
    }
}

/// An own entry that comes back was receipted before it was lost here.
fn remember_own_epoch(
    conn: &Connection,
    rid: i64,
    entry: &Entry,
    header: &Header,
) -> Result<(), StoreError> {
    debug_assert!(
        matches!(header.journal, JournalName::Terminal(_)),
        "only terminals own journals"
    );
    let mark = epoch_opened(entry, header).and_then(|opened| opened.mark);
    conn.prepare_cached(include_str!("sql/insert_own_epoch.sql"))?
        .execute(named_params! {
            ":epoch": header.epoch,
            ":journal": rid,
            ":mark": mark,
            ":receipted": column::int(header.seq),
        })?;
    Ok(())
}
