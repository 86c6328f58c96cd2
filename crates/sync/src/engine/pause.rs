//! Holding back: how long, and for whom.

use chrono::{DateTime, TimeDelta, Utc};

/// Minutes of the first, second … failure in a row (ux.md C16); the last one repeats.
const LADDER_MINUTES: [i64; 5] = [1, 2, 5, 10, 30];

/// One random number, so that seventy thousand terminals do not come back in the same second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roll(pub u16);

impl Roll {
    /// `span` spread evenly over ±20 %.
    pub(super) fn spread(self, span: TimeDelta) -> TimeDelta {
        let permille = 800 + i64::from(self.0) * 400 / i64::from(u16::MAX);
        TimeDelta::milliseconds(span.num_milliseconds() * permille / 1000)
    }
}

/// How long to hold back after `failures` in a row (from 1): 1, 2, 5, 10, 30 minutes ±20 %.
#[must_use]
pub fn back_off(failures: u32, roll: Roll) -> TimeDelta {
    let rung = (failures.max(1) as usize - 1).min(LADDER_MINUTES.len() - 1);
    roll.spread(TimeDelta::minutes(LADDER_MINUTES[rung]))
}

/// A stretch of time. Outside of it, on either side, it is over: a clock that was put back ends
/// a pause instead of making it last a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pause {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Pause {
    pub(super) fn new(now: DateTime<Utc>, span: TimeDelta) -> Self {
        Self {
            from: now,
            until: now + span,
        }
    }

    /// The end, while it lasts.
    pub(super) fn pending(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.from <= now && now < self.until).then_some(self.until)
    }
}

/// One thing that can fail by itself: failures in a row and the pause they earned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lane {
    failures: u32,
    pause: Option<Pause>,
}

impl Lane {
    pub(super) fn pending(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.pause.and_then(|pause| pause.pending(now))
    }

    pub(super) fn open(&self, now: DateTime<Utc>) -> bool {
        self.pending(now).is_none()
    }

    /// Counts a failure; the first `grace` in a row earn no pause.
    pub(super) fn fail_after(&mut self, grace: u32, now: DateTime<Utc>, roll: Roll) {
        self.failures = self.failures.saturating_add(1);
        if self.failures > grace {
            self.pause = Some(Pause::new(now, back_off(self.failures - grace, roll)));
        }
    }

    pub(super) fn fail(&mut self, now: DateTime<Utc>, roll: Roll) {
        self.fail_after(0, now, roll);
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_ladder_is_one_two_five_ten_thirty_minutes_and_stays_at_thirty() {
        let middle = Roll(u16::MAX / 2 + 1);
        let minutes: Vec<i64> = (1..=7)
            .map(|n| (back_off(n, middle).num_seconds() + 30) / 60)
            .collect();
        assert_eq!(minutes, [1, 2, 5, 10, 30, 30, 30]);
    }

    #[test]
    fn retries_are_spread_by_twenty_percent_and_no_more() {
        assert_eq!(back_off(1, Roll(0)), TimeDelta::seconds(48));
        assert_eq!(back_off(1, Roll(u16::MAX)), TimeDelta::seconds(72));
        assert_eq!(back_off(9, Roll(u16::MAX)), TimeDelta::minutes(36));
    }

    #[test]
    fn a_clock_put_back_ends_a_pause() {
        let noon = "2026-11-23T12:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let mut lane = Lane::default();
        lane.fail(noon, Roll(0));
        assert!(!lane.open(noon + TimeDelta::seconds(47)));
        assert!(lane.open(noon + TimeDelta::seconds(48)));
        assert!(
            lane.open(noon - TimeDelta::days(365)),
            "a year back must not mean a year's wait"
        );
    }
}
