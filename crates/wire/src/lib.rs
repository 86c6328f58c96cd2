//! The bytes both ends of the product share.
//!
//! Owns: the entry (header and payload), the chain over headers, batches, receipts,
//! verdicts, enrolment, certificates, catalogue packs and the names of the HTTP protocol.
//! Must not know: files on disk, databases, sockets, clocks. Everything here is a value or a
//! check on values, so a terminal, a platform, a USB file and a test read the same bytes.
//!
//! `docs/PROTOCOL.md` says the same in prose, precise enough for a second implementation.

mod batch;
mod cbor;
mod chain;
mod enrol;
mod entry;
mod hash;
mod pack;
pub mod payload;
mod printed;
pub mod protocol;
mod receipt;
mod suite;
mod verdict;

pub use batch::{Batch, MAX_BATCH_BYTES, MAX_BATCH_ENTRIES};
pub use chain::{ChainBreak, ChainHead, EpochParent};
pub use enrol::{Certificate, EnrolmentFile, PointIdentity, TerminalMode};
pub use entry::{
    ClockState, Entry, EntryDraft, FeedPosition, Header, JournalName, MAX_ENTRY_BYTES,
    MAX_ENTRY_BYTES_PLATFORM, Salt,
};
pub use hash::{Hash, sha256, sm3};
pub use pack::{Manifest, Pack, PackItem, PackKind};
pub use printed::{
    MAX_RECEIPT_BYTES, MaskedName, PrintedError, PrintedReceipt, RECEIPT_LINE_MARK,
    ReceiptCertificate, ReceiptLine, ShortHash,
};
pub use receipt::{FileReceipt, ProbeAnswer, Receipt};
pub use suite::{KeyPair, PublicKey, Purpose, SUITE, Signature, Signed, Signer, Verifier};
pub use verdict::{AttendReason, Verdict};

/// Why foreign bytes were not taken. `code` is stable and may be read out to support.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// More bytes than the format allows.
    #[error("WIRE-001 too large: {what} is {size} bytes, limit {limit}")]
    TooLarge {
        /// What was measured.
        what: &'static str,
        /// Its size in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The bytes are not of the format at all.
    #[error("WIRE-002 malformed {what}: {why}")]
    Malformed {
        /// What was being read.
        what: &'static str,
        /// The reader's reason, without personal data.
        why: String,
    },
    /// The payload is not the one the header names.
    #[error("WIRE-003 payload does not match its hash")]
    PayloadHash,
    /// A signature does not verify.
    #[error("WIRE-004 signature of {0} does not verify")]
    Signature(&'static str),
    /// The entries do not continue the chain.
    #[error("WIRE-005 {0}")]
    Chain(#[from] ChainBreak),
    /// A format or suite this version does not speak.
    #[error("WIRE-006 {what} version {version} is not spoken here")]
    Version {
        /// What carried the version.
        what: &'static str,
        /// The version it carried.
        version: u32,
    },
    /// A blob of a pack or a file is not the one its hash names.
    #[error("WIRE-007 content does not match its hash: {0}")]
    ContentHash(String),
}

impl WireError {
    /// The stable code, `WIRE-001` … `WIRE-007`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "WIRE-001",
            Self::Malformed { .. } => "WIRE-002",
            Self::PayloadHash => "WIRE-003",
            Self::Signature(_) => "WIRE-004",
            Self::Chain(_) => "WIRE-005",
            Self::Version { .. } => "WIRE-006",
            Self::ContentHash(_) => "WIRE-007",
        }
    }

    pub(crate) fn malformed(what: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Malformed {
            what,
            why: why.to_string(),
        }
    }
}
