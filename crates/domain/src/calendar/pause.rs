//! Pauses: spans of days that do not count toward a limit.

use super::Calendar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One pause. It starts the day the written notice is served and ends on the day of the
/// result; neither the day of service nor any later day up to and including the end is
/// counted, and a pause that starts and ends on one day stops that one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pause {
    /// The day the notice was served.
    pub from: NaiveDate,
    /// The day of the result; none while it runs.
    pub to: Option<NaiveDate>,
}

/// How many working days after `from` up to `until` are paused; overlapping pauses
/// count once, an open one runs to `today`.
#[must_use]
pub fn paused_working_days(
    calendar: &Calendar,
    pauses: &[Pause],
    from: NaiveDate,
    until: NaiveDate,
    today: NaiveDate,
) -> u32 {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = pauses
        .iter()
        .map(|pause| (pause.from, pause.to.unwrap_or(today)))
        .filter(|(start, end)| start <= end)
        .collect();
    spans.sort_unstable();
    let mut counted_to = from;
    let mut days = 0;
    for (start, end) in spans {
        let before_start = start.pred_opt().unwrap_or(start);
        let after = counted_to.max(before_start);
        let last = end.min(until);
        if after < last {
            days += calendar.working_days_between(after, last);
            counted_to = last;
        }
    }
    days
}
