//! The tickets of one day as they stand.

use chrono::{DateTime, Utc};
use yichuang_domain::queue::TicketState;
use yichuang_store::{QueueTicket, Reader};

use crate::{clock, report::Outcome};

/// Today's tickets, in the order of their turns.
pub(super) struct Day {
    pub(super) now: DateTime<Utc>,
    pub(super) tickets: Vec<QueueTicket>,
}

impl Day {
    pub(super) fn read(read: &Reader<'_>, now: DateTime<Utc>) -> Outcome<Self> {
        let mut tickets = read.queue_of(clock::day(now))?;
        tickets.sort_by_key(|ticket| ticket.standing.turn);
        Ok(Self { now, tickets })
    }

    /// Those that stand so.
    pub(super) fn that_are(&self, state: TicketState) -> impl Iterator<Item = &QueueTicket> {
        let tickets = self.tickets.iter();
        tickets.filter(move |ticket| ticket.standing.state == state)
    }

    /// Whoever is at the window.
    pub(super) fn serving(&self) -> Option<&QueueTicket> {
        self.that_are(TicketState::Serving).next()
    }

    /// Whoever comes next.
    pub(super) fn next(&self) -> Option<&QueueTicket> {
        self.that_are(TicketState::Waiting).next()
    }
}
