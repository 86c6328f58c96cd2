//! What can go wrong in a home, with codes a clerk can read out.

use yichuang_domain::{CaseNumber, FileHash, catalogue::CatalogueProblem};
use yichuang_wire::WireError;

/// Why the store did not do what was asked. Whenever this comes back from a write, nothing was
/// changed. The text never holds personal data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program has this home open for writing.
    #[error("HOME-BUSY the home is held by {held_by}")]
    HomeBusy {
        /// What the holder called itself.
        held_by: String,
    },
    /// No room left on the disk; works again once there is.
    #[error("DISK-FULL no space left for the home")]
    DiskFull,
    /// There is no home in the folder.
    #[error("STORE-001 no home here")]
    NoHome,
    /// There is already a home, or something else, in the folder.
    #[error("STORE-002 the folder is not empty")]
    HomeExists,
    /// No key slot opens the database, or the key does not fit it.
    #[error("STORE-003 no key opens this home")]
    KeyRefused,
    /// A newer program has written this home.
    #[error("STORE-004 the home has schema {found}, this program knows {known}")]
    Newer {
        /// Schema of the home.
        found: u32,
        /// Newest schema of this program.
        known: u32,
    },
    /// A migration was applied whose text is not this program's.
    #[error("STORE-005 migration {0} of the home is not this program's")]
    MigrationChanged(u32),
    /// The database refused.
    #[error("STORE-006 database: {0}")]
    Database(rusqlite::Error),
    /// The file system refused.
    #[error("STORE-007 {during}: {source}")]
    Io {
        /// What was being done.
        during: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// Bytes are not of the format, or do not continue their chain.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// Stored bytes cannot be read back.
    #[error("STORE-008 damaged: {0}")]
    Damaged(String),
    /// The store was opened for reading only.
    #[error("STORE-009 the home is open for reading only")]
    ReadOnly,
    /// The number already belongs to another case of this home.
    #[error("STORE-010 number {0} is taken")]
    NumberTaken(CaseNumber),
    /// An entry contradicts one that is already stored: a clone of its author exists.
    #[error("STORE-011 entry {epoch}/{seq} of {journal} contradicts the one stored")]
    ChainFork {
        /// The journal.
        journal: String,
        /// Its epoch.
        epoch: u32,
        /// The entry's number.
        seq: u64,
    },
    /// What was named does not exist.
    #[error("STORE-012 no such {0}")]
    NoSuch(&'static str),
    /// A file of a case is not on the disk any more; its record is.
    #[error("STORE-013 file {0} is missing")]
    FileMissing(FileHash),
    /// A file of a case does not decrypt to what was stored.
    #[error("STORE-014 file {0} is damaged")]
    FileDamaged(FileHash),
    /// A catalogue pack cannot be installed; nothing of it was.
    #[error("STORE-015 the pack is refused: {what}, {} problems", problems.len())]
    PackRefused {
        /// The item.
        what: String,
        /// What is wrong with it; empty when the item is missing or misplaced.
        problems: Vec<CatalogueProblem>,
    },
    /// A newer pack is in force.
    #[error("STORE-016 pack {found} is older than {installed}")]
    PackOlder {
        /// Version of the pack offered.
        found: u64,
        /// Version in force.
        installed: u64,
    },
    /// The name is already an operator's.
    #[error("STORE-017 an operator of that name exists")]
    OperatorExists,
    /// The number cannot be made.
    #[error("STORE-018 number: {0}")]
    Number(String),
    /// The system gave no randomness.
    #[error("STORE-019 no randomness available")]
    NoEntropy,
    /// A file is larger than the format allows, or empty.
    #[error("STORE-020 a file of {size} bytes cannot be kept")]
    FileSize {
        /// Its size in bytes.
        size: u64,
    },
    /// The backup does not hold what its manifest says.
    #[error("STORE-021 the backup does not verify: {0}")]
    BackupDamaged(String),
    /// The home was enrolled with data that cannot be used.
    #[error("STORE-022 the enrolment is not usable: {0}")]
    Enrolment(String),
}

impl StoreError {
    /// The stable code shown on screen.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::HomeBusy { .. } => "HOME-BUSY",
            Self::DiskFull => "DISK-FULL",
            Self::NoHome => "STORE-001",
            Self::HomeExists => "STORE-002",
            Self::KeyRefused => "STORE-003",
            Self::Newer { .. } => "STORE-004",
            Self::MigrationChanged(_) => "STORE-005",
            Self::Database(_) => "STORE-006",
            Self::Io { .. } => "STORE-007",
            Self::Wire(error) => error.code(),
            Self::Damaged(_) => "STORE-008",
            Self::ReadOnly => "STORE-009",
            Self::NumberTaken(_) => "STORE-010",
            Self::ChainFork { .. } => "STORE-011",
            Self::NoSuch(_) => "STORE-012",
            Self::FileMissing(_) => "STORE-013",
            Self::FileDamaged(_) => "STORE-014",
            Self::PackRefused { .. } => "STORE-015",
            Self::PackOlder { .. } => "STORE-016",
            Self::OperatorExists => "STORE-017",
            Self::Number(_) => "STORE-018",
            Self::NoEntropy => "STORE-019",
            Self::FileSize { .. } => "STORE-020",
            Self::BackupDamaged(_) => "STORE-021",
            Self::Enrolment(_) => "STORE-022",
        }
    }

    /// Wraps a file-system error with what was being done; a full disk is told as such.
    pub(crate) fn io(during: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io { during, source },
        }
    }

    /// Whether the connection that met this error should not be used again.
    pub(crate) fn spoils_connection(&self) -> bool {
        use rusqlite::ErrorCode::{CannotOpen, DatabaseCorrupt, SystemIoFailure};
        let Self::Database(error) = self else {
            return matches!(self, Self::DiskFull);
        };
        matches!(
            error.sqlite_error_code(),
            Some(SystemIoFailure | CannotOpen | DatabaseCorrupt)
        )
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DiskFull, NotADatabase};
        match &error {
            rusqlite::Error::InvalidColumnType(_, column, _) => {
                Self::Damaged(format!("column {column}"))
            }
            _ => match error.sqlite_error_code() {
                Some(DiskFull) => Self::DiskFull,
                Some(NotADatabase) => Self::KeyRefused,
                _ => Self::Database(error),
            },
        }
    }
}
