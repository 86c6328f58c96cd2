//! The counts above the workbench, and the cases behind each. One clause per count, so a count and
//! the list it opens never differ.

use chrono::NaiveDate;
use rusqlite::named_params;

use crate::{Reader, StoreError, column};

/// One of the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// 今日受理: accepted that day.
    AcceptedToday,
    /// Of those, 容缺受理.
    DeferredToday,
    /// 今日办结: decided or closed that day.
    ClosedToday,
    /// Of those, taken in the same day.
    ClosedOnTheSpot,
    /// 即将到期: due from that day up to the last day that is soon.
    DueSoon,
    /// 已超期: due before that day.
    Overdue,
    /// 待上报: not yet wholly receipted by the platform.
    Waiting,
    /// 待打印: a paper was called for and has reached neither printer nor folder.
    ToPrint,
    /// 待补正: the resident was told what to correct and has not yet come back.
    Correcting,
    /// 待领取: decided, and the result is with the point.
    ToCollect,
    /// 要紧的事: whatever a person at the point has to see to.
    Pressing,
}

/// The day counts are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyDay {
    /// That day.
    pub today: NaiveDate,
    /// The last day that is "soon", reckoned with the calendar by the caller.
    pub soon_until: NaiveDate,
}

impl Tally {
    /// Every count.
    pub const ALL: [Self; 11] = [
        Self::AcceptedToday,
        Self::DeferredToday,
        Self::ClosedToday,
        Self::ClosedOnTheSpot,
        Self::DueSoon,
        Self::Overdue,
        Self::Waiting,
        Self::ToPrint,
        Self::Correcting,
        Self::ToCollect,
        Self::Pressing,
    ];

    /// The statement that counts.
    pub(crate) fn count_sql(self) -> String {
        let count = include_str!("sql/count_cases.sql");
        format!("{count} WHERE {}", self.sql())
    }

    /// Fixed SQL about `cases AS c` that takes `:today` and `:soon`, whichever it needs.
    pub(super) fn sql(self) -> String {
        format!("({}) AND :today <= :soon", self.clause())
    }

    fn clause(self) -> &'static str {
        match self {
            Self::AcceptedToday => "c.accepted_on = :today",
            Self::DeferredToday => "c.accepted_on = :today AND c.state = 'accepted_deferred'",
            Self::ClosedToday => "c.closed_on = :today",
            Self::ClosedOnTheSpot => "c.closed_on = :today AND c.received_on = :today",
            Self::DueSoon => "c.due >= :today AND c.due <= :soon",
            Self::Overdue => "c.due < :today",
            Self::Waiting => include_str!("sql/is_waiting.sql"),
            Self::ToPrint => include_str!("sql/has_paper_to_print.sql"),
            Self::Correcting => "c.state = 'needs_correction'",
            Self::ToCollect => "c.state IN ('granted', 'denied', 'ready_for_pickup')",
            Self::Pressing => include_str!("sql/is_pressing.sql"),
        }
    }
}

impl Reader<'_> {
    /// How many cases count; zero is told, never hidden.
    ///
    /// # Errors
    /// Database errors.
    pub fn tally(&self, which: Tally, day: TallyDay) -> Result<u64, StoreError> {
        let sql = which.count_sql();
        let today = day.today.to_string();
        let soon = day.soon_until.to_string();
        let count = self
            .conn
            .prepare_cached(&sql)?
            .query_row(named_params! { ":today": today, ":soon": soon }, |row| {
                column::count(row, "total")
            })?;
        Ok(count)
    }
}
