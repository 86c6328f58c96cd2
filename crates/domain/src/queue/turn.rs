//! Who comes before whom.

use chrono::{NaiveDateTime, NaiveTime, Timelike as _};

use super::Priority;

/// Minutes before and after the booked time in which somebody comes in time.
const GRACE_MINUTES: u32 = 15;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Booked,
    Priority,
    Plain,
}

/// A ticket's place among those that wait; the smaller comes first. People with a booking who came in
/// time come by the booked time, then those with priority, then everybody in the order of taking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    class: Class,
    booked: Option<NaiveTime>,
    place: u64,
}

impl Turn {
    /// The turn of a ticket taken at `taken`, on the point's wall clock; `place` rises with every act
    /// on any ticket. Whether a booking was kept is settled then: waiting long makes nobody late.
    #[must_use]
    pub fn taken(
        place: u64,
        taken: NaiveDateTime,
        booked: Option<NaiveTime>,
        priority: Option<Priority>,
    ) -> Self {
        let kept = booked
            .filter(|booked| minutes(*booked).abs_diff(minutes(taken.time())) <= GRACE_MINUTES);
        let class = match (kept, priority) {
            (Some(_), _) => Class::Booked,
            (None, Some(_)) => Class::Priority,
            (None, None) => Class::Plain,
        };
        Self {
            class,
            booked: kept,
            place,
        }
    }

    /// Behind everybody who waits now: whoever missed the call and came back.
    #[must_use]
    pub const fn at_the_end(place: u64) -> Self {
        Self {
            class: Class::Plain,
            booked: None,
            place,
        }
    }
}

/// Whole minutes of the day, as people read them off a ticket.
fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}
