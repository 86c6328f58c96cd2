//! What residents see of the queue: a number, and that it was called.

use chrono::{DateTime, Utc};
use yichuang_store::Reader;

use super::day::Day;
use crate::report::Outcome;

/// The number at the window, and how many calls there were today.
pub(crate) fn called(read: &Reader<'_>, now: DateTime<Utc>) -> Outcome<(Option<String>, u32)> {
    let day = Day::read(read, now)?;
    let calls = day.tickets.iter().map(|ticket| ticket.standing.calls).sum();
    let serving = day.serving().map(|ticket| ticket.number.to_string());
    Ok((serving, calls))
}
