//! Acts that are written down because somebody may ask.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use yichuang_domain::{CaseNumber, DraftId, MatterCode};

/// An operator signed in at this terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The operator's name.
    pub name: String,
    /// `window`, `unlock` or `command`.
    pub how: String,
}

/// An operator confirmed the date while the machine's clock could not be trusted. The entry's own
/// time is the machine's at that moment, and its day, Asia/Shanghai, is `date`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateConfirmed {
    /// The day confirmed, Asia/Shanghai.
    pub date: NaiveDate,
    /// The latest time an entry of the own journal carried before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_entry_at: Option<DateTime<Utc>>,
    /// Minutes the platform's clock was ahead of the machine's by its last word, when it was too
    /// far off; negative when it was behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_ahead_minutes: Option<i64>,
}

/// A masked number was shown on purpose (PIPL; ux.md Alt+V).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmasked {
    /// Whose case.
    pub number: CaseNumber,
    /// Which fields were shown.
    pub fields: Vec<String>,
}

/// Fields of a case were taken over into a department's own system, which has no interface (多头申报:
/// what is typed again is counted).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcribed {
    /// Whose case.
    pub number: CaseNumber,
    /// Which fields, by key.
    pub fields: Vec<String>,
    /// Whose system.
    pub system: String,
}

/// A draft was thrown away. Nothing of its content is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftDiscarded {
    /// The draft.
    pub id: DraftId,
    /// Its matter.
    pub matter: MatterCode,
}

/// Somebody tried to demand what the published list does not have (疑似超清单要求).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffListDemand {
    /// The matter.
    pub matter: MatterCode,
    /// What was demanded, as typed, at most 200 characters.
    pub demanded: String,
}

/// A catalogue pack was installed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackInstalled {
    /// Its version.
    pub version: u64,
    /// Its publisher.
    pub publisher: String,
    /// SHA-256 of the signed manifest text.
    pub manifest: crate::Hash,
    /// Matters in force after it.
    pub matters: u32,
}
