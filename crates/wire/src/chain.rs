//! The hash chain over headers, and the place an entry takes in it.

use serde::{Deserialize, Serialize};

use crate::{Entry, Hash, Header, JournalName, WireError};

/// The newest entry of one epoch of a journal; `seq` 0 before the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainHead {
    /// Whose journal.
    pub journal: JournalName,
    /// Which epoch of it.
    pub epoch: u32,
    /// Sequence number of the newest entry; 0 when the epoch is empty.
    pub seq: u64,
    /// Its header's hash; the parent's, or zero, when the epoch is empty.
    pub hash: Hash,
}

/// What the first entry of a later epoch continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochParent {
    /// The parent epoch.
    pub epoch: u32,
    /// The last entry known of it.
    pub seq: u64,
    /// That entry's hash.
    pub hash: Hash,
}

/// Why an entry does not continue a chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainBreak {
    /// The entry belongs to another journal or epoch.
    #[error("entry is of another journal or epoch")]
    OtherJournal,
    /// A sequence number is missing or repeated.
    #[error("expected sequence number {expected}, found {found}")]
    Sequence {
        /// The next number of the chain.
        expected: u64,
        /// The entry's number.
        found: u64,
    },
    /// The entry names another predecessor.
    #[error("entry {seq} does not continue the chain")]
    Previous {
        /// The entry's number.
        seq: u64,
    },
}

impl ChainHead {
    /// The head before the first entry of an epoch.
    #[must_use]
    pub fn start(journal: JournalName, epoch: u32, parent: Option<EpochParent>) -> Self {
        Self {
            journal,
            epoch,
            seq: 0,
            hash: parent.map_or(Hash::ZERO, |p| p.hash),
        }
    }

    /// Checks that `entry` comes next and moves the head onto it.
    ///
    /// # Errors
    /// Those of [`Entry::check`], and [`WireError::Chain`]; the head is unchanged then.
    pub fn follow(&mut self, entry: &Entry) -> Result<Header, WireError> {
        let header = entry.check()?;
        if header.journal != self.journal || header.epoch != self.epoch {
            return Err(ChainBreak::OtherJournal.into());
        }
        if header.seq != self.seq + 1 {
            return Err(ChainBreak::Sequence {
                expected: self.seq + 1,
                found: header.seq,
            }
            .into());
        }
        if header.previous != self.hash {
            return Err(ChainBreak::Previous { seq: header.seq }.into());
        }
        self.seq = header.seq;
        self.hash = entry.hash();
        Ok(header)
    }

    /// The bytes a signature over this head covers: journal, epoch, seq and hash, one a line.
    #[must_use]
    pub fn signed_bytes(&self) -> Vec<u8> {
        format!(
            "{}\n{}\n{}\n{}\n",
            self.journal, self.epoch, self.seq, self.hash
        )
        .into_bytes()
    }
}
