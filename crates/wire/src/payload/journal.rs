//! Facts about a journal itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{CaseId, OperatorId};

use super::CaseDue;
use crate::EpochParent;

/// Why an epoch began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EpochReason {
    /// The terminal was enrolled.
    Enrolment,
    /// The home was restored from a backup.
    Restore,
    /// The home was opened on a machine with another mark.
    CopyDetected,
    /// The local chain did not verify.
    ChainBroken,
}

/// The first entry of every epoch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochOpened {
    /// What it continues; none for the first.
    pub parent: Option<EpochParent>,
    /// Signature suite of the epoch, [`crate::SUITE`].
    pub suite: u8,
    /// Why.
    pub reason: EpochReason,
    /// Two characters that join the prefix of numbers from the second epoch on.
    pub mark: Option<String>,
    /// The program's version.
    pub program: String,
}

/// The date a clock gave while it was suspect was found wrong, or right: a supervisor says which day
/// it was. The dates of the cases of that day are told as they are reckoned from the right one;
/// numbers never change. One entry holds at most [`ClockCorrected::MAX_CASES`] cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockCorrected {
    /// The day the entries believed it was.
    pub was: NaiveDate,
    /// The day it was.
    pub is: NaiveDate,
    /// How that is known.
    pub reason: String,
    /// The cases concerned.
    pub cases: Vec<Redated>,
    /// The supervisor who answers for it.
    pub supervisor: OperatorId,
}

impl ClockCorrected {
    /// The most cases of one entry, far below what an entry may hold.
    pub const MAX_CASES: usize = 500;
}

/// The dates of one case as they are now; those that are absent stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redated {
    /// The case.
    pub case: CaseId,
    /// The day of receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// By when the one notice must be given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify_by: Option<NaiveDate>,
    /// The day of acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<NaiveDate>,
    /// By when the promise ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<CaseDue>,
    /// By when the law ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statutory: Option<CaseDue>,
}
