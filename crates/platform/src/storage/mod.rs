//! What the platform asks of a database, in words of the product.
//!
//! Every method is one transaction: it has happened durably when it returns `Ok`, or not at all.
//! No type here belongs to a database library. Methods block; the HTTP edge calls them off its
//! event loop. An implementation must give serialisable isolation to the writing methods.

mod cases;
mod files;
mod journals;
mod packs;
mod registry;

pub use cases::{CaseEntry, CaseHistory, CaseRecord, Cases, DepartmentAct, QueuedCase, SilentCase};
pub use files::{Advance, Files, NewUpload, Opened, Upload};
pub use journals::{Appended, CloneEvidence, Journals, Run, RunEntry};
pub use packs::{NewPack, Packs, Published};
pub use registry::{Claim, Claimed, EnrolledTerminal, Grant, Granted, Registry};

/// All of it.
pub trait Storage: Registry + Journals + Cases + Files + Packs {}

impl<T: Registry + Journals + Cases + Files + Packs> Storage for T {}

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// Somebody else holds it; the same call may go through later.
    #[error("STOR-001 the store is busy")]
    Busy,
    /// No room left.
    #[error("STOR-002 no space left for the store")]
    Full,
    /// Stored bytes are not what they were.
    #[error("STOR-003 stored {0} cannot be read")]
    Corrupt(&'static str),
    /// The database failed in another way; the text is its own.
    #[error("STOR-004 database: {0}")]
    Failed(String),
    /// Was written by a newer version of the program.
    #[error("STOR-005 the store has version {found}, this program reads up to {known}")]
    Newer {
        /// The store's version.
        found: u32,
        /// The newest this program reads.
        known: u32,
    },
}

/// What storage methods give.
pub type StorageResult<T> = Result<T, StorageError>;
