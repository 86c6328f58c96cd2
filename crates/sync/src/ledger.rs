//! What sync needs of the terminal's store, as a trait.
//!
//! Every method is one short, blocking piece of work: the driver calls it away from the network,
//! so nothing of the store is ever held while waiting for an answer. The store implements it; the
//! tests have one in memory.

use chrono::{DateTime, Utc};
use yichuang_wire::{
    Batch, Certificate, ChainHead, Entry, FileReceipt, Hash, JournalName, Manifest, PackItem,
    Receipt, Signed,
};

use crate::{FileKey, Outlook};

/// The store failed; sync waits and tries again, and a person is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// The store's own error, by its stable code.
    #[error("{code}: {detail}")]
    Store {
        /// Such as `STORE-004` or `DISK-FULL`.
        code: &'static str,
        /// For the log; no personal data.
        detail: String,
    },
    /// A file named by an entry is not on this disk or does not decrypt.
    #[error("file {0} cannot be read")]
    FileUnreadable(Hash),
    /// The feed contradicts what was admitted before; nothing was changed.
    #[error("the feed does not continue: {0}")]
    FeedBroken(String),
    /// The pack's content is not acceptable; the old pack stays in force.
    #[error("the pack is refused: {0}")]
    PackRefused(String),
}

/// What the platform was found to hold at one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The platform's own epoch.
    pub platform_epoch: u32,
    /// Its head of every epoch of this terminal's journal.
    pub heads: Vec<ChainHead>,
    /// The platform lost something it had receipted: receipts past `heads`, and every file
    /// receipt of an earlier platform epoch, no longer count (F16).
    pub lost: bool,
    /// The platform's clock.
    pub platform_clock: DateTime<Utc>,
    /// This machine's clock.
    pub at: DateTime<Utc>,
}

/// The terminal's side of sync. All methods block; none may be called on an async thread.
pub trait Ledger: Send + Sync + 'static {
    /// Everything the engine plans from, read in one snapshot.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn outlook(&self) -> Result<Outlook, LedgerError>;

    /// At most `limit` entries after `after`, in order.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn entries_after(
        &self,
        journal: &JournalName,
        epoch: u32,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, LedgerError>;

    /// A run of the feed after `after` that ends where a kept signature of the platform vouches for
    /// it, with that signature; none when there is none.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn feed_run(&self, epoch: u32, after: u64) -> Result<Option<Batch>, LedgerError>;

    /// Hash of one entry; none when the journal does not reach that far.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn hash_at(
        &self,
        journal: &JournalName,
        epoch: u32,
        seq: u64,
    ) -> Result<Option<Hash>, LedgerError>;

    /// Keeps the verified certificate.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn record_certificate(
        &self,
        signed: &Signed,
        certificate: &Certificate,
    ) -> Result<(), LedgerError>;

    /// Keeps what the platform was found to hold, and voids receipts when it lost something.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn record_contact(&self, contact: &Contact) -> Result<(), LedgerError>;

    /// Keeps a verified receipt; repeating one changes nothing, and one that reaches beyond what is
    /// here covers all that is.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn record_receipt(
        &self,
        signed: &Signed,
        receipt: &Receipt,
        at: DateTime<Utc>,
    ) -> Result<(), LedgerError>;

    /// Keeps where a file is being uploaded to and how far it got.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn record_upload(&self, file: &FileKey, location: &str, offset: u64)
    -> Result<(), LedgerError>;

    /// At most `len` bytes of a file from `offset` on, in the clear.
    ///
    /// # Errors
    /// [`LedgerError::FileUnreadable`] or [`LedgerError::Store`].
    fn file_chunk(&self, file: &FileKey, offset: u64, len: usize) -> Result<Vec<u8>, LedgerError>;

    /// Keeps a verified receipt for a file; repeating one changes nothing.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn record_file_receipt(
        &self,
        signed: &Signed,
        receipt: &FileReceipt,
        at: DateTime<Utc>,
    ) -> Result<(), LedgerError>;

    /// Applies one verified page of the feed in one transaction, and keeps its signature.
    ///
    /// # Errors
    /// [`LedgerError::FeedBroken`] or [`LedgerError::Store`]; nothing is changed then.
    fn admit_feed(&self, page: &Batch) -> Result<(), LedgerError>;

    /// The items of a pack whose bytes are not here yet.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn missing_items(&self, manifest: &Manifest) -> Result<Vec<PackItem>, LedgerError>;

    /// Installs a verified pack whole or not at all.
    ///
    /// # Errors
    /// [`LedgerError::PackRefused`] or [`LedgerError::Store`]; nothing is changed then.
    fn install_pack(
        &self,
        signed: &Signed,
        manifest: &Manifest,
        blobs: Vec<(Hash, Vec<u8>)>,
        at: DateTime<Utc>,
    ) -> Result<(), LedgerError>;

    /// Keeps why the platform was not reached and when it is tried again, for the sync centre
    /// after a restart and for commands that only read.
    ///
    /// # Errors
    /// [`LedgerError::Store`].
    fn record_failure(
        &self,
        code: &'static str,
        at: DateTime<Utc>,
        next_try: Option<DateTime<Utc>>,
    ) -> Result<(), LedgerError>;
}
