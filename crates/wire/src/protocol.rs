//! Names, bodies and errors of the HTTP protocol between a terminal and its platform, version 1.
//!
//! Transport never judges: the calls here store and answer, verdicts come in the feed. All paths
//! are under `/v1/`; bodies are JSON but for batches, feed pages, blobs and file chunks.
//!
//! | call | body → answer |
//! | --- | --- |
//! | `GET /v1/probe?nonce=N` | → [`crate::Signed`] [`crate::ProbeAnswer`] |
//! | `POST /v1/terminals` | [`EnrolRequest`] → [`crate::Signed`] [`crate::Certificate`] |
//! | `GET /v1/journals/t:CODE/heads` | → [`Heads`] |
//! | `POST /v1/journals/t:CODE/entries` | [`crate::Batch`] bytes → [`crate::Signed`] [`crate::Receipt`] |
//! | `GET /v1/journals/p:CODE/heads` | → [`Heads`] of the caller's feed |
//! | `POST /v1/journals/p:CODE/entries` | [`crate::Batch`] bytes a restored platform had signed → [`crate::Signed`] [`crate::Receipt`] |
//! | `POST /v1/files` (tus creation) | headers below → 201 with `Location`, or 200 and a [`FileState`] when it is stored |
//! | `HEAD /v1/files/ID` (tus) | → `Upload-Offset` |
//! | `PATCH /v1/files/ID` (tus) | chunk → 204 with `Upload-Offset` |
//! | `GET /v1/files/ID/receipt` | → [`crate::Signed`] [`crate::FileReceipt`] once complete |
//! | `GET /v1/feed?epoch=E&after=S` | → [`crate::Batch`] bytes of `p:CODE`, or 204 when there is nothing newer |
//! | `GET /v1/packs/latest` | → [`crate::Signed`] [`crate::Manifest`] |
//! | `GET /v1/packs/blobs/SHA256` | → the item's bytes |
//!
//! Every call but probe and enrolment carries [`HEADER_TERMINAL`], [`HEADER_TIME`] and
//! [`HEADER_SIGNATURE`]: the terminal's signature ([`crate::Purpose::Request`]) over
//! [`request_bytes`]. Every call carries [`HEADER_VERSION`].

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use yichuang_domain::{CaseId, TerminalCode};

use crate::{ChainHead, Hash, PublicKey};

/// The protocol version this program speaks.
pub const VERSION: u32 = 1;
/// The protocol version of the caller.
pub const HEADER_VERSION: &str = "yichuang-version";
/// The calling terminal's code.
pub const HEADER_TERMINAL: &str = "yichuang-terminal";
/// When the request was signed, RFC 3339.
pub const HEADER_TIME: &str = "yichuang-time";
/// Base64 signature over [`request_bytes`].
pub const HEADER_SIGNATURE: &str = "yichuang-signature";
/// tus 1.0: the version spoken for files.
pub const TUS_VERSION: &str = "1.0.0";
/// A chunk of a file is never larger than this, in bytes.
pub const MAX_CHUNK_BYTES: usize = 4 * 1024 * 1024;
/// A file is never larger than this, in bytes.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Content type of batches and feed pages.
pub const BATCH_TYPE: &str = "application/vnd.yichuang.batch+zstd";

/// What a terminal signs for one request: method, path with query, time, SHA-256 of the body, one
/// a line.
#[must_use]
pub fn request_bytes(
    method: &str,
    path_and_query: &str,
    time: &str,
    body_sha256: &Hash,
) -> Vec<u8> {
    format!("{method}\n{path_and_query}\n{time}\n{body_sha256}\n").into_bytes()
}

/// Claims an enrolled code with this machine's keys. Idempotent for the same token and keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The code from the enrolment file.
    pub terminal: TerminalCode,
    /// Its one-time token.
    pub token: String,
    /// The machine's verification key.
    pub signing: PublicKey,
    /// The machine's encryption key.
    pub encryption: PublicKey,
}

/// What the platform has of one journal: the newest entry of every epoch it knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heads {
    /// One a known epoch, ascending; empty when nothing is known.
    pub heads: Vec<ChainHead>,
}

/// The metadata of a tus creation, as `Upload-Metadata` pairs `case`, `sha256`, `type`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOffer {
    /// The case the file belongs to.
    pub case: CaseId,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// Media type.
    pub media_type: String,
}

/// Where a file stands at the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// Its upload's path, `/v1/files/ID`.
    pub location: String,
    /// Bytes stored so far.
    pub offset: u64,
    /// Whether all of it is stored and its hash matched.
    pub complete: bool,
}

/// The body of every answer that is not a success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// From the closed list, stable.
    pub code: RefusalCode,
    /// For the log; no personal data.
    pub detail: String,
    /// The platform's head of the journal, when the refusal is about the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<ChainHead>,
    /// The platform's clock.
    pub at: DateTime<Utc>,
}

/// Why the platform did not take something. What is not here is not refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalCode {
    /// The caller's version is no longer served; update.
    VersionTooOld,
    /// The terminal is not enrolled, or its certificate was withdrawn.
    TerminalUnknown,
    /// The request's signature or time is not good.
    RequestNotSigned,
    /// The token was used by another machine or never given.
    TokenSpent,
    /// The bytes are not of the format.
    Malformed,
    /// More bytes than the format allows.
    TooLarge,
    /// The entries do not continue what is stored; `head` says where that ends.
    ChainGap,
    /// The entries contradict what is stored: a clone.
    ChainFork,
    /// The file's offset is another one.
    OffsetMismatch,
    /// The file's bytes are not the ones its hash names.
    HashMismatch,
    /// No such thing.
    NotFound,
    /// The store cannot take it now; the same call may go through later.
    Busy,
}
