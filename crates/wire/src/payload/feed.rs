//! What the platform tells a terminal, as entries of the feed it keeps for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{CaseNumber, CaseState};

use super::CaseDue;
use crate::{Hash, Verdict};

/// A verdict on one entry of the terminal's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictGiven {
    /// Epoch of the entry judged.
    pub epoch: u32,
    /// Its sequence number.
    pub seq: u64,
    /// Its hash.
    pub entry: Hash,
    /// The word.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// A step at the department that decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The case's number at the terminal.
    pub number: CaseNumber,
    /// The platform's own number (上级受理号), once it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_number: Option<String>,
    /// The state it is in now.
    pub state: CaseState,
    /// The step's name, such as 「镇民政办审核」.
    pub step: String,
    /// Which office has it.
    pub office: String,
    /// What the office says to the resident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day it counts from, Asia/Shanghai.
    pub on: NaiveDate,
    /// A changed promise, when the office names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<CaseDue>,
    /// A changed statutory day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statutory: Option<CaseDue>,
}

/// A catalogue pack is in force; the terminal fetches what it lacks by hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackPublished {
    /// Its version.
    pub version: u64,
    /// SHA-256 of the signed manifest text.
    pub manifest: Hash,
}
