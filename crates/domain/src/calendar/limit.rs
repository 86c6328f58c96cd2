//! Limits (时限) and the days they end on.

use super::{Calendar, MAX_WORKING_DAYS, Pause, add_days, paused_working_days};
use crate::closed::closed_set;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

closed_set!(
    /// The unit of a limit.
    LimitUnit {
        /// Working days of the official calendar.
        WorkingDays = "工作日",
        /// Calendar days; an end on a rest day moves to the next working day (民法典 203).
        CalendarDays = "自然日",
        /// Hours, rounded up to whole calendar days.
        Hours = "小时",
        /// On the spot; the value is 0.
        Immediate = "即时",
    }
);

/// A statutory or promised limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many units.
    pub value: u32,
    /// Of what.
    pub unit: LimitUnit,
}

impl Limit {
    /// On the spot.
    pub const IMMEDIATE: Self = Self {
        value: 0,
        unit: LimitUnit::Immediate,
    };

    /// A limit in working days.
    #[must_use]
    pub const fn working_days(value: u32) -> Self {
        Self {
            value,
            unit: LimitUnit::WorkingDays,
        }
    }

    /// As printed: 「20个工作日」, 「45日」, 「24小时」, 「即时」.
    #[must_use]
    pub fn label(self) -> String {
        match self.unit {
            LimitUnit::WorkingDays => format!("{}个工作日", self.value),
            LimitUnit::CalendarDays => format!("{}日", self.value),
            LimitUnit::Hours => format!("{}小时", self.value),
            LimitUnit::Immediate => "即时".to_owned(),
        }
    }

    /// Working days for comparison only (calendar days at 5/7, hours at 24 to a calendar
    /// day), as tenths so that no fraction is lost to rounding.
    #[must_use]
    pub fn comparable_tenths(self) -> u64 {
        let value = u64::from(self.value) * 10;
        match self.unit {
            LimitUnit::WorkingDays => value,
            LimitUnit::CalendarDays => value * 5 / 7,
            LimitUnit::Hours => value * 5 / 7 / 24,
            LimitUnit::Immediate => 0,
        }
    }
}

/// The last day of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Due {
    /// The day, Asia/Shanghai.
    pub date: NaiveDate,
    /// 暂定: counted past the published calendar, may move when it is published.
    pub provisional: bool,
}

/// The last day of `limit` when the event happened on `from`, which is not counted.
#[must_use]
pub fn due(calendar: &Calendar, from: NaiveDate, limit: Limit) -> Due {
    let value = limit.value.min(MAX_WORKING_DAYS);
    match limit.unit {
        LimitUnit::WorkingDays => calendar.add_working_days(from, value),
        LimitUnit::CalendarDays => calendar.on_or_after(add_days(from, u64::from(value))),
        LimitUnit::Hours => calendar.on_or_after(add_days(from, u64::from(value.div_ceil(24)))),
        LimitUnit::Immediate => Due {
            date: from,
            provisional: !calendar.covers(from),
        },
    }
}

/// The last day when pauses (行政许可法 Art. 45) and an approved extension (Art. 42) are
/// counted in: the limit's day moved by the extension, then by one further day that counts for
/// every paused working day passed on the way. An open pause counts up to `today`.
#[must_use]
pub fn due_with_pauses(
    calendar: &Calendar,
    from: NaiveDate,
    limit: Limit,
    extension: u32,
    pauses: &[Pause],
    today: NaiveDate,
) -> Due {
    let base = due(calendar, from, limit);
    let extended = calendar.add_working_days(base.date, extension);
    let owed = paused_working_days(calendar, pauses, from, extended.date, today);
    let end = days_that_count(calendar, extended.date, pauses, today)
        .take(owed as usize)
        .last()
        .unwrap_or(extended.date);
    Due {
        date: end,
        provisional: base.provisional || extended.provisional || !calendar.covers(end),
    }
}

/// The working days after `from` that no pause takes out, as far as any limit reaches.
fn days_that_count(
    calendar: &Calendar,
    from: NaiveDate,
    pauses: &[Pause],
    today: NaiveDate,
) -> impl Iterator<Item = NaiveDate> {
    let stopped = move |day: NaiveDate| {
        let mut spans = pauses.iter();
        spans.any(|pause| pause.from <= day && day <= pause.to.unwrap_or(today))
    };
    from.iter_days()
        .skip(1)
        .take(MAX_WORKING_DAYS as usize)
        .filter(move |day| calendar.is_working_day(*day) && !stopped(*day))
}
