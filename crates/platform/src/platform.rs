//! One opened data directory: its keys, its store, its files, and what may be done with them.

use std::{
    fs,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;
use yichuang_wire::{KeyPair, PublicKey, Signer as _, sha256};

use crate::{
    Clock, Config, PlatformError, demo,
    judge::Judge,
    key::{self, RestKey},
    sqlite::SqliteStorage,
    storage::Storage,
    vault::Vault,
};

/// Entries judged in one transaction.
const JUDGED_AT_ONCE: usize = 100;
/// A partial upload nothing was added to for this long is dropped; the terminal begins again.
const PARTIAL_UPLOAD_LIFE: TimeDelta = TimeDelta::days(7);
const REVIEW_TOKEN_FILE: &str = "review-token";

/// A platform over one data directory. Several processes may open the same directory; one serves.
pub struct Platform {
    data: PathBuf,
    pub(crate) storage: Arc<dyn Storage>,
    pub(crate) root: KeyPair,
    pub(crate) vault: Vault,
    pub(crate) clock: Clock,
    pub(crate) review_token: String,
    /// Wakes the judging worker.
    pub(crate) work: Notify,
    judge: Judge,
    judging: Mutex<()>,
}

impl Platform {
    /// Opens or makes the data directory. Does not listen; see [`Platform::start`].
    ///
    /// # Errors
    /// [`PlatformError`] when the directory, its keys or its store cannot be used.
    pub fn open(config: &Config) -> Result<Self, PlatformError> {
        make_directory(&config.data)?;
        let root = key::root_key(&config.data, config.demo)?;
        let rest = RestKey::open(&config.data)?;
        let storage =
            SqliteStorage::open(&config.data.join("platform.db"), &rest.derive("database"))?;
        let platform = Self {
            storage: Arc::new(storage),
            root,
            vault: Vault::open(config.data.join("files"), &rest.derive("files"))?,
            clock: config.clock.clone(),
            review_token: key::token_file(&config.data.join(REVIEW_TOKEN_FILE))?,
            work: Notify::new(),
            judge: Judge::new(rest.derive("applicants")),
            judging: Mutex::new(()),
            data: config.data.clone(),
        };
        if config.demo {
            demo::grant_terminals(&platform)?;
        }
        Ok(platform)
    }

    /// Opens a data directory that a platform has been started in before, as what it is.
    ///
    /// # Errors
    /// [`PlatformError::NoPlatform`] when there is none.
    pub fn open_existing(data: &Path) -> Result<Self, PlatformError> {
        let demo = key::is_demo(data)?.ok_or_else(|| PlatformError::NoPlatform(data.to_owned()))?;
        Self::open(&Config {
            demo,
            ..Config::loopback(data)
        })
    }

    /// The key every terminal of this platform trusts.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        self.root.public_key()
    }

    /// The data directory.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The store.
    #[must_use]
    pub fn storage(&self) -> &dyn Storage {
        self.storage.as_ref()
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Judges everything in line, and then notices what nobody told in time. Safe to repeat and to interrupt anywhere: each step is one
    /// transaction, and what is judged leaves the line in it. Returns how many were looked at.
    ///
    /// # Errors
    /// [`PlatformError::Storage`]; what was judged before stays judged.
    pub fn judge_pending(&self) -> Result<usize, PlatformError> {
        let _one_at_a_time = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        let mut total = 0;
        loop {
            match self
                .storage
                .judge_pending(&self.judge, self.now(), JUDGED_AT_ONCE)?
            {
                0 => break,
                judged => total += judged,
            }
        }
        self.notice_silence()?;
        Ok(total)
    }

    /// Puts entries back in line that a newer program may understand.
    pub(crate) fn reconsider(&self) -> Result<usize, PlatformError> {
        Ok(self.storage.reconsider()?)
    }

    /// Drops partial uploads nobody went on with. The row goes first: a file without a row is
    /// unreachable, a row without its file would promise an offset that is gone.
    ///
    /// # Errors
    /// [`PlatformError`] when the store or a file cannot be changed.
    pub fn drop_stale_uploads(&self) -> Result<usize, PlatformError> {
        let stale = self
            .storage
            .stale_uploads(self.now() - PARTIAL_UPLOAD_LIFE)?;
        for upload in &stale {
            self.storage.forget_upload(&upload.id)?;
            self.vault.remove(&upload.id)?;
        }
        Ok(stale.len())
    }

    /// Whether `token` is the reviewers'.
    pub(crate) fn is_review_token(&self, token: &str) -> bool {
        // Digests are compared, so the time taken says nothing about the token.
        sha256(token.as_bytes()) == sha256(self.review_token.as_bytes())
    }
}

fn make_directory(path: &Path) -> Result<(), PlatformError> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(PlatformError::io(path))
}
