//! The folder of one terminal and what is in it.
//!
//! Owns: the names of files in a home, the file lock, `epoch.json`, making a new home, and durable
//! small writes. Must not know: what the database holds beyond the row about the home itself.

mod create;
mod epoch;
mod files;
mod identity;
mod lock;

use std::path::{Path, PathBuf};

pub use create::{FirstEpoch, NewHome, OperatorSlot};
pub(crate) use epoch::{EpochFile, draw_mark};
pub(crate) use files::{sync_dir, write_durable, write_private};
pub use identity::Identity;
pub(crate) use identity::{HomeRow, machine_digest};
pub(crate) use lock::HomeLock;

/// Where things are in a home's folder.
#[derive(Debug, Clone)]
pub struct Home {
    root: PathBuf,
}

impl Home {
    /// The home in `folder`, which need not exist yet.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self {
            root: folder.to_owned(),
        }
    }

    /// Whether there is a home in `folder`.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        Self::at(folder).database().is_file()
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The encrypted database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.root.join("yichuang.db")
    }

    /// The key slots.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys.json")
    }

    /// The machine's key file, readable by the product's account alone.
    #[must_use]
    pub fn machine_key(&self) -> PathBuf {
        self.root.join("machine.key")
    }

    /// Epochs and marks this folder has seen; outlives a restored database.
    #[must_use]
    pub fn epochs(&self) -> PathBuf {
        self.root.join("epoch.json")
    }

    /// Encrypted material pages.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }

    /// Rendered papers on their way to a printer.
    #[must_use]
    pub fn spool(&self) -> PathBuf {
        self.root.join("spool")
    }

    /// Copies made before migrations and on demand.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    pub(crate) fn holder(&self) -> PathBuf {
        self.root.join("holder")
    }

    /// Bytes free for this account on the disk the home is on; none where the system cannot say.
    #[must_use]
    pub fn free_space(&self) -> Option<u64> {
        files::free_space(&self.root)
    }
}
