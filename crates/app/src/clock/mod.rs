//! What time it is, as a value the host gives: the system's clock in the product, a fixed one in
//! tests. Days are Asia/Shanghai whatever the system zone.
//!
//! A clock may be wrong. [`trust`] says when it is suspect; [`confirm_date`] is how an operator
//! answers for the date, without which no number is given and no legal term begins; [`correct_date`]
//! is how a supervisor says afterwards which day it was.

mod confirm_date;
mod correct_date;
mod trust;

pub(crate) use correct_date::suspect_days;

use std::sync::Mutex;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc};

/// Seconds Asia/Shanghai is ahead of UTC; it has had no summer time since 1991.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

/// A source of the present moment.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

/// The operating system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands where a test puts it.
#[derive(Debug)]
pub struct FixedClock(Mutex<DateTime<Utc>>);

impl FixedClock {
    /// Stands at `at`.
    #[must_use]
    pub fn new(at: DateTime<Utc>) -> Self {
        Self(Mutex::new(at))
    }

    /// Moves to `at`, forwards or backwards.
    pub fn set(&self, at: DateTime<Utc>) {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The same moment on a Chinese wall clock.
pub(crate) fn shanghai(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    match FixedOffset::east_opt(SHANGHAI_SECONDS) {
        Some(zone) => at.with_timezone(&zone),
        None => at.fixed_offset(),
    }
}

/// The day it is in China.
pub(crate) fn day(at: DateTime<Utc>) -> NaiveDate {
    shanghai(at).date_naive()
}

/// The first instant of a day in China.
pub(crate) fn first_instant(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() - TimeDelta::seconds(i64::from(SHANGHAI_SECONDS))
}

/// RFC 3339 with +08:00, to the second: how moments cross the interface.
pub(crate) fn stamp(at: DateTime<Utc>) -> String {
    shanghai(at).to_rfc3339_opts(SecondsFormat::Secs, false)
}
