//! 补录: cases taken on numbered paper while the machine could not be used, entered later.
//!
//! Owns why that was and how old a slip may be. The numbers on slips are the terminal's own case
//! numbers, given ahead: what the resident holds is final.

use chrono::{Days, NaiveDate};

use crate::closed::coded_set;

/// Slips printed in one lot.
pub const MOST_IN_A_LOT: u32 = 50;
/// Days within which a slip is entered without a supervisor's leave.
pub const ENTERED_WITHIN: u64 = 30;

coded_set!(
    /// Why a case was taken on paper.
    SlipReason {
        /// No power.
        NoPower = "no_power", "停电";
        /// The machine was broken or being mended.
        MachineDown = "machine_down", "电脑故障";
        /// Off the premises without the laptop.
        OffSite = "off_site", "上门未带电脑";
        /// Another reason, in words.
        Other = "other", "其他原因";
    }
);

/// Why a day cannot stand on a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlipDayProblem {
    /// The slip was not printed yet.
    #[error("the slip was not printed yet")]
    BeforePrinting,
    /// The day is still to come.
    #[error("the day is still to come")]
    Future,
    /// It lies further back than a clerk may enter alone; a supervisor may agree.
    #[error("too long ago to be entered without a supervisor")]
    TooOld,
}

impl SlipDayProblem {
    /// The name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::BeforePrinting => "before_printed",
            Self::Future => "future_date",
            Self::TooOld => "too_old",
        }
    }
}

/// Whether materials can have been taken on `day` on a slip printed on `printed_on`, entered
/// `today`; `vouched` when a supervisor answers for one that lies far back.
///
/// # Errors
/// The first reason not to.
pub fn check_day(
    day: NaiveDate,
    printed_on: NaiveDate,
    today: NaiveDate,
    vouched: bool,
) -> Result<(), SlipDayProblem> {
    let oldest = today
        .checked_sub_days(Days::new(ENTERED_WITHIN))
        .unwrap_or(today);
    if day > today {
        Err(SlipDayProblem::Future)
    } else if day < printed_on {
        Err(SlipDayProblem::BeforePrinting)
    } else if day < oldest && !vouched {
        Err(SlipDayProblem::TooOld)
    } else {
        Ok(())
    }
}
