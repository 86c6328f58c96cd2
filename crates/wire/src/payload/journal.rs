//! Facts about a journal itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// The clock was found wrong and put right; deadlines of `suspect` entries are recomputed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockCorrected {
    /// The day the entries believed it was.
    pub was: NaiveDate,
    /// The day it is.
    pub is: NaiveDate,
    /// Sequence number of the first entry concerned, in the same epoch.
    pub from_seq: u64,
}
