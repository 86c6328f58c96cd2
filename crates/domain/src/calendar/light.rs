//! The light of a deadline: what to show beside a case.

use super::Calendar;
use chrono::NaiveDate;
use serde::Serialize;

/// How near a deadline is, in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "light")]
pub enum Light {
    /// More days are left than the amber threshold.
    Calm {
        /// Working days left, today not counted.
        left: u32,
    },
    /// As many days or fewer are left; 0 means it ends today.
    Soon {
        /// Working days left, today not counted.
        left: u32,
    },
    /// The day has passed.
    Over {
        /// Working days since, at least 1.
        by: u32,
    },
    /// The clock is stopped.
    Paused,
}

/// The light for a deadline on `due`; amber from `amber_days` working days left.
#[must_use]
pub fn light(
    calendar: &Calendar,
    today: NaiveDate,
    due: NaiveDate,
    paused: bool,
    amber_days: u32,
) -> Light {
    if paused {
        return Light::Paused;
    }
    if today > due {
        return Light::Over {
            by: calendar.working_days_between(due, today).max(1),
        };
    }
    let left = calendar.working_days_between(today, due);
    if left <= amber_days {
        Light::Soon { left }
    } else {
        Light::Calm { left }
    }
}
