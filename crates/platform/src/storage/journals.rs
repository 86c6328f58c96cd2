//! Journals as they arrived: entries byte for byte, heads, and evidence of clones.

use chrono::{DateTime, Utc};
use yichuang_wire::{ChainHead, Entry, FeedPosition, Hash, Header, JournalName};

use super::StorageResult;
use crate::judge::Judge;

/// One entry of a checked run.
#[derive(Debug, Clone)]
pub struct RunEntry {
    /// The parsed header.
    pub header: Header,
    /// The header's hash.
    pub hash: Hash,
    /// The entry as received.
    pub entry: Entry,
}

/// Entries of one epoch in order whose inner chain, payload hashes and signature were checked.
#[derive(Debug)]
pub struct Run<'a> {
    /// The journal.
    pub journal: &'a JournalName,
    /// The epoch.
    pub epoch: u32,
    /// At least one entry.
    pub entries: Vec<RunEntry>,
    /// The batch as received, kept when it is evidence.
    pub raw: &'a [u8],
    /// When it arrived.
    pub at: DateTime<Utc>,
}

/// What became of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Appended {
    /// All of it is stored, now or before; `head` is the furthest stored of the epoch.
    Stored {
        /// The furthest stored entry of the epoch.
        head: ChainHead,
        /// Entries that were new.
        new: usize,
    },
    /// Something before it is missing; nothing was stored.
    Gap {
        /// Where the stored chain ends.
        head: ChainHead,
    },
    /// It contradicts what is stored; kept aside as evidence.
    Fork {
        /// Where the stored chain ends.
        head: ChainHead,
    },
}

/// A batch that shows two machines writing as one terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloneEvidence {
    /// The journal.
    pub journal: JournalName,
    /// The epoch that is not the authorised one.
    pub epoch: u32,
    /// Where it contradicts or outgrows the authorised chain.
    pub seq: u64,
    /// When it arrived.
    pub at: DateTime<Utc>,
}

/// All journals: those of terminals and the feeds.
pub trait Journals: Send + Sync {
    /// The newest entry of every known epoch, ascending.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn heads(&self, journal: &JournalName) -> StorageResult<Vec<ChainHead>>;

    /// Stores the new part of a run exactly as received. Repetition is looked for before anything
    /// else; see `docs/PROTOCOL.md` §3.1 for gap and fork. New entries of a feed, which only this
    /// platform can have signed, are what it lost with a restore (§3.5): when they are of its
    /// present epoch or a later one, it goes on in a new epoch beyond theirs.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn append(&self, run: &Run<'_>) -> StorageResult<Appended>;

    /// Up to `limit` entries after a position, all of one epoch, with the head of the last one;
    /// none when there is nothing newer.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn page(
        &self,
        journal: &JournalName,
        after: FeedPosition,
        limit: usize,
    ) -> StorageResult<Option<(ChainHead, Vec<Entry>)>>;

    /// The newest entries of a kind that have their content, newest first, of every journal.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn newest_of_kind(&self, kind: &str, limit: usize) -> StorageResult<Vec<(JournalName, Entry)>>;

    /// Every journal there is.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn journals(&self) -> StorageResult<Vec<JournalName>>;

    /// Clone evidence, oldest first, at most 1,000.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn clone_evidence(&self) -> StorageResult<Vec<CloneEvidence>>;

    /// Judges up to `limit` entries that wait for a verdict, in order of arrival: the verdicts,
    /// what they change, the feed entries that tell of them and the dispatches they complete are
    /// one transaction. Returns how many entries were looked at; 0 means nothing is left.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn judge_pending(&self, judge: &Judge, at: DateTime<Utc>, limit: usize)
    -> StorageResult<usize>;

    /// Puts entries back in line whose `attend` a newer program or a newer catalogue may lift.
    /// Returns how many.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn reconsider(&self) -> StorageResult<usize>;
}
