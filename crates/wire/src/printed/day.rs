//! Days as numbers that fit sixteen bits: 0 is 2000-01-01, the last is in 2179.

use chrono::{Days, NaiveDate};

use super::PrintedError;

const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The number of a day.
pub(super) fn number(day: NaiveDate) -> Result<u16, PrintedError> {
    u16::try_from((day - FIRST).num_days())
        .map_err(|_| PrintedError::malformed("a day before 2000 or after 2179"))
}

/// The day with a number.
pub(super) fn of(number: u16) -> NaiveDate {
    FIRST + Days::new(u64::from(number))
}
