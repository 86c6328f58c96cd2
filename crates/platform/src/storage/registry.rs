//! Terminals: granted codes, claimed keys, and the platform's own epoch.

use chrono::{DateTime, Utc};
use yichuang_domain::TerminalCode;
use yichuang_wire::{Hash, PublicKey, Signed};

use super::StorageResult;

/// A code that one machine may claim.
#[derive(Debug, Clone)]
pub struct Grant {
    /// The code.
    pub terminal: TerminalCode,
    /// SHA-256 of the one-time token; the token itself is not kept.
    pub token: Hash,
    /// Catalogue id of its point.
    pub point: String,
}

/// What became of a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Granted {
    /// Recorded; an earlier token that nobody used is void.
    Recorded,
    /// A machine has claimed the code already; nothing changed.
    Taken,
    /// With an epoch's two-character mark one of the two codes could read as the other, and so
    /// could their numbers; nothing changed.
    Confusable(TerminalCode),
}

/// A machine's claim on a code.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The code.
    pub terminal: TerminalCode,
    /// SHA-256 of the token shown.
    pub token: Hash,
    /// Verifies the machine's batches and requests.
    pub signing: PublicKey,
    /// Seals files for it.
    pub encryption: PublicKey,
    /// The certificate to keep when the claim is good and the first.
    pub certificate: Signed,
    /// When.
    pub at: DateTime<Utc>,
}

/// What became of a claim.
#[derive(Debug, Clone)]
pub enum Claimed {
    /// The certificate in force: the offered one, or the one stored by an equal earlier claim.
    Certified(Signed),
    /// The token is not the granted one, or another machine used it.
    Refused,
}

/// A terminal that has been claimed.
#[derive(Debug, Clone)]
pub struct EnrolledTerminal {
    /// Its code.
    pub code: TerminalCode,
    /// Verifies its batches and requests.
    pub signing: PublicKey,
    /// Catalogue id of its point.
    pub point: String,
}

/// Who may speak to the platform, and since when the platform is what it is.
pub trait Registry: Send + Sync {
    /// The platform's epoch, from 1.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn platform_epoch(&self) -> StorageResult<u32>;

    /// Begins a new epoch after a restore, and returns it.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn begin_epoch(&self) -> StorageResult<u32>;

    /// Records a grant, replacing an unclaimed one.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn grant(&self, grant: &Grant) -> StorageResult<Granted>;

    /// Spends a token, keeps keys and certificate, and tells the new feed of the pack in force.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn claim(&self, claim: &Claim) -> StorageResult<Claimed>;

    /// A claimed terminal.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn terminal(&self, code: &TerminalCode) -> StorageResult<Option<EnrolledTerminal>>;
}
