//! Uploads and stored files: what is known of them beside their bytes.

use chrono::{DateTime, Utc};
use yichuang_domain::{CaseId, TerminalCode};
use yichuang_wire::Hash;

use super::StorageResult;

/// A file that begins to arrive.
#[derive(Debug, Clone)]
pub struct NewUpload {
    /// A random id, 32 hex digits.
    pub id: String,
    /// Who sends it.
    pub terminal: TerminalCode,
    /// The case it belongs to.
    pub case: CaseId,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
    /// Media type.
    pub media_type: String,
    /// Its own key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A file on its way, or stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// Who sends it.
    pub terminal: TerminalCode,
    /// The case it belongs to.
    pub case: CaseId,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
    /// Bytes stored so far.
    pub offset: u64,
    /// Bytes of the file at rest that count; anything after them is an interrupted write.
    pub rest_len: u64,
    /// Its own key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// When all of it was stored and its hash matched.
    pub completed_at: Option<DateTime<Utc>>,
}

/// What opening gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// The new upload.
    New(Upload),
    /// One of the same terminal, case and hash that was there already.
    Existing(Upload),
}

/// A chunk that lies durably at rest.
#[derive(Debug, Clone)]
pub struct Advance {
    /// The upload.
    pub id: String,
    /// The offset the chunk began at.
    pub from: u64,
    /// The offset after it.
    pub to: u64,
    /// The length at rest after it.
    pub rest_len: u64,
    /// When.
    pub at: DateTime<Utc>,
}

/// Uploads and stored files.
pub trait Files: Send + Sync {
    /// Opens an upload, or finds the one of the same terminal, case and hash.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn open_upload(&self, new: &NewUpload) -> StorageResult<Opened>;

    /// An upload of one terminal; never anybody else's.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn upload(&self, terminal: &TerminalCode, id: &str) -> StorageResult<Option<Upload>>;

    /// Counts a chunk. False when the offset is no longer `from`.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn advance(&self, advance: &Advance) -> StorageResult<bool>;

    /// Marks a file stored, and puts the entries that waited for it back in line.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn complete(&self, id: &str, at: DateTime<Utc>) -> StorageResult<()>;

    /// Forgets an upload that is not complete.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn forget_upload(&self, id: &str) -> StorageResult<()>;

    /// Forgets a stored file whose bytes a backup did not bring back, so that it is taken again.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn forget_lost_file(&self, id: &str) -> StorageResult<()>;

    /// Incomplete uploads that nothing was added to since `before`.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn stale_uploads(&self, before: DateTime<Utc>) -> StorageResult<Vec<Upload>>;

    /// Stored files, 500 at most, after an id; the empty text begins.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn stored_files(&self, after: &str) -> StorageResult<Vec<Upload>>;
}
