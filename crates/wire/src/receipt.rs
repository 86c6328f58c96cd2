//! What the platform signs when it has stored something.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{ChainHead, Hash};

/// The platform's word that it has stored a journal up to `head`. Travels as a [`crate::Signed`]
/// document with [`crate::Purpose::Receipt`]; that alone makes an entry 「已上报」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Everything up to here is stored.
    pub head: ChainHead,
    /// The platform's own epoch when it signed.
    pub platform_epoch: u32,
    /// When, by the platform's clock.
    pub at: DateTime<Utc>,
}

/// The platform's word that it has stored one file of one case. A [`crate::Signed`] document with
/// [`crate::Purpose::FileReceipt`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReceipt {
    /// The case the file belongs to.
    pub case: yichuang_domain::CaseId,
    /// SHA-256 of the file's bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
    /// The platform's own epoch when it signed.
    pub platform_epoch: u32,
    /// When, by the platform's clock.
    pub at: DateTime<Utc>,
}

/// The answer to a probe: only a platform that holds the enrolled root key can give it, so a
/// captive portal or a proxy's page is never taken for the network. A [`crate::Signed`] document
/// with [`crate::Purpose::Probe`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProbeAnswer {
    /// The asker's random text, given back.
    pub nonce: String,
    /// The platform's clock.
    pub at: DateTime<Utc>,
    /// The platform's epoch: it changes when the platform was restored from a backup.
    pub platform_epoch: u32,
    /// The oldest protocol version the platform still serves.
    pub oldest: u32,
    /// The newest it speaks.
    pub newest: u32,
}
