//! The numbers of the log-in policy. Defaults of design and law (等保 level 2); a point may set its
//! own through settings.

use chrono::{DateTime, TimeDelta, Utc};

/// Wrong passwords before a lock.
pub(super) const TRIES: u32 = 5;
/// How long a lock lasts.
pub(super) const LOCK: TimeDelta = TimeDelta::minutes(10);
/// Shortest password, in characters.
pub(super) const SHORTEST: usize = 8;
/// Days a sign-in is good for without a word from the platform.
const OFFLINE_DAYS: i64 = 30;
/// From how many days left the screen says so.
const WARN_DAYS: i64 = 5;

/// Tries left after `failures`.
pub(super) fn tries_left(failures: u32) -> u32 {
    TRIES.saturating_sub(failures)
}

/// Days left before a check against the network is due, once it is near; a counter is never locked
/// out for want of a network, so past the date it stays at 0 and a 负责人 is asked for.
pub(super) fn days_left(last_contact: DateTime<Utc>, now: DateTime<Utc>) -> Option<u32> {
    let left = OFFLINE_DAYS - (now - last_contact).num_days();
    (left <= WARN_DAYS).then(|| u32::try_from(left).unwrap_or(0))
}
