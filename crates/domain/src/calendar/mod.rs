//! The official calendar and the clock of limits.
//!
//! Working day = (Monday to Friday and not a holiday) or a make-up working day. The
//! day of an event is not counted. Past the published years the calendar falls back to
//! weekdays and every result is `provisional` (暂定). Dates are Asia/Shanghai. Owns no
//! dates of its own: the years come from the catalogue pack.

mod light;
mod limit;
mod pause;
mod source;

pub use light::{Light, light};
pub use limit::{Due, Limit, LimitUnit, due, due_with_pauses};
pub use pause::{Pause, paused_working_days};
pub use source::CalendarYear;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// The most working days one count may cover (some forty years), so that a hostile
/// catalogue cannot make a count run for ever.
pub const MAX_WORKING_DAYS: u32 = 10_000;

/// The published working-day calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, Exceptions>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Exceptions {
    off: BTreeSet<NaiveDate>,
    work: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// Builds the calendar from published years; a later entry for the same year replaces
    /// the earlier, as a corrected notice would.
    #[must_use]
    pub fn from_years(years: impl IntoIterator<Item = CalendarYear>) -> Self {
        let years = years
            .into_iter()
            .map(|year| {
                let exceptions = Exceptions {
                    off: year.off.into_iter().collect(),
                    work: year.work.into_iter().collect(),
                };
                (year.year, exceptions)
            })
            .collect();
        Self { years }
    }

    /// Whether the calendar of that day's year has been published.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.years.contains_key(&day.year())
    }

    /// The last day the published calendar covers; none without any.
    #[must_use]
    pub fn covered_until(&self) -> Option<NaiveDate> {
        let year = *self.years.keys().next_back()?;
        NaiveDate::from_ymd_opt(year, 12, 31)
    }

    /// Whether the day is a working day; weekdays alone decide in unpublished years.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match self.years.get(&day.year()) {
            Some(exceptions) => {
                exceptions.work.contains(&day) || (weekday && !exceptions.off.contains(&day))
            }
            None => weekday,
        }
    }

    /// The day `count` working days after `from`, which itself is not counted. At most
    /// [`MAX_WORKING_DAYS`] are counted; zero gives `from`.
    #[must_use]
    pub fn add_working_days(&self, from: NaiveDate, count: u32) -> Due {
        let mut due = Due {
            date: from,
            provisional: !self.covers(from),
        };
        let mut left = count.min(MAX_WORKING_DAYS);
        while left > 0 {
            let Some(next) = due.date.succ_opt() else {
                break;
            };
            due.date = next;
            due.provisional |= !self.covers(next);
            if self.is_working_day(next) {
                left -= 1;
            }
        }
        due
    }

    /// The day itself when it is a working day, else the next one.
    #[must_use]
    pub fn on_or_after(&self, day: NaiveDate) -> Due {
        let mut due = Due {
            date: day,
            provisional: !self.covers(day),
        };
        while !self.is_working_day(due.date) {
            let Some(next) = due.date.succ_opt() else {
                break;
            };
            due.date = next;
            due.provisional |= !self.covers(next);
        }
        due
    }

    /// How many working days lie after `from` up to and including `to`; zero when `to` is
    /// not later.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        let count = days
            .filter(|day| self.is_working_day(*day))
            .take(MAX_WORKING_DAYS as usize)
            .count();
        u32::try_from(count).unwrap_or(MAX_WORKING_DAYS)
    }
}

/// China has used UTC+8 without summer time since 1991; the system's zone is not asked.
const SHANGHAI: TimeDelta = TimeDelta::hours(8);

/// The wall clock in Asia/Shanghai.
#[must_use]
pub fn shanghai(instant: DateTime<Utc>) -> NaiveDateTime {
    let utc = instant.naive_utc();
    utc.checked_add_signed(SHANGHAI).unwrap_or(utc)
}

/// The day in Asia/Shanghai.
#[must_use]
pub fn shanghai_date(instant: DateTime<Utc>) -> NaiveDate {
    shanghai(instant).date()
}

fn add_days(day: NaiveDate, count: u64) -> NaiveDate {
    day.checked_add_days(Days::new(count))
        .unwrap_or(NaiveDate::MAX)
}
