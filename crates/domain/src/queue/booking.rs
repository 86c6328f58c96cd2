//! Booking a time (预约): which times there are, and which can still be had.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use super::{ServiceHours, Span};
use crate::closed::coded_set;

/// How many days ahead of today a time can be booked.
pub const DAYS_AHEAD: i64 = 30;

const NOON_HOUR: u32 = 12;
/// Bookings begin at the full and at the half hour.
const STEP_MINUTES: u32 = 30;

coded_set!(
    /// Half a day.
    Half {
        /// Before twelve.
        Morning = "morning", "上午";
        /// From twelve on.
        Afternoon = "afternoon", "下午";
    }
);

impl Half {
    /// The half a time lies in.
    #[must_use]
    pub fn of(at: NaiveTime) -> Self {
        match at.hour() < NOON_HOUR {
            true => Self::Morning,
            false => Self::Afternoon,
        }
    }
}

coded_set!(
    /// Where a booking stands.
    BookingState {
        /// Somebody is to come.
        Booked = "booked", "已约";
        /// They came and took a ticket.
        Arrived = "arrived", "已到";
        /// It was cancelled.
        Cancelled = "cancelled", "已取消";
        /// Its day is over and nobody came.
        Missed = "missed", "未到";
    }
);

impl BookingState {
    /// The state of a booking of `day`, as seen on `today`.
    #[must_use]
    pub fn of(day: NaiveDate, arrived: bool, cancelled: bool, today: NaiveDate) -> Self {
        match (arrived, cancelled) {
            (true, _) => Self::Arrived,
            (false, true) => Self::Cancelled,
            (false, false) if day < today => Self::Missed,
            (false, false) => Self::Booked,
        }
    }

    /// Whether it takes one of the places.
    #[must_use]
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Cancelled)
    }
}

/// The times of a half of a day with these hours, over or not.
#[must_use]
pub fn times(spans: &[Span], half: Half) -> Vec<NaiveTime> {
    let all = (0..24 * 60).step_by(STEP_MINUTES as usize);
    all.filter_map(|minutes| NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0))
        .filter(|at| Half::of(*at) == half)
        .filter(|at| spans.iter().any(|span| span.contains(*at)))
        .collect()
}

/// Why a time cannot be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookingProblem {
    /// The day or the time is over.
    #[error("the time is over")]
    Over {
        /// The whole day is.
        day: bool,
    },
    /// Too many days ahead.
    #[error("more than 30 days ahead")]
    Far,
    /// The point does not serve that day.
    #[error("closed that day")]
    Closed,
    /// It serves that day, not at that time; or no half hour begins then.
    #[error("not a time of that day")]
    NoSuchTime,
    /// Every place of that half of the day is taken.
    #[error("full")]
    Full,
}

impl BookingProblem {
    /// The stable word.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Over { .. } => "over",
            Self::Far => "far",
            Self::Closed => "closed",
            Self::NoSuchTime => "time",
            Self::Full => "full",
        }
    }

    /// The field it is about: `day` or `at`.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Over { day: true } | Self::Far | Self::Closed => "day",
            Self::Over { day: false } | Self::NoSuchTime | Self::Full => "at",
        }
    }
}

/// Whether a time can be booked at `now`, with so many bookings that stand in its half of the day.
///
/// # Errors
/// The first reason not to.
pub fn check_booking(
    hours: &ServiceHours,
    wanted: NaiveDateTime,
    now: NaiveDateTime,
    standing: u32,
) -> Result<(), BookingProblem> {
    let (day, at) = (wanted.date(), wanted.time());
    if day < now.date() {
        return Err(BookingProblem::Over { day: true });
    }
    if (day - now.date()).num_days() > DAYS_AHEAD {
        return Err(BookingProblem::Far);
    }
    let spans = hours.on(day);
    if spans.is_empty() {
        return Err(BookingProblem::Closed);
    }
    if !times(spans, Half::of(at)).contains(&at) {
        return Err(BookingProblem::NoSuchTime);
    }
    if wanted <= now {
        return Err(BookingProblem::Over { day: false });
    }
    match standing < hours.places {
        true => Ok(()),
        false => Err(BookingProblem::Full),
    }
}
