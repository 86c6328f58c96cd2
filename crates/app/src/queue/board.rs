//! The queue as this window sees it.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use yichuang_domain::{
    calendar::shanghai,
    queue::{Priority, ServiceHours, TicketState},
    role::Act,
};
use yichuang_store::{QueueTicket, Reader};

use super::{day::Day, hours::service_hours, resumed::resumed};
use crate::{
    Desk,
    clock::{day, stamp},
    ipc::{Nothing, QueueBoard, QueueBusiness, TicketRow},
    report::Outcome,
};

impl Desk {
    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn queue_board(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.allowed(Act::Queue)?;
        let now = self.now();
        self.store()?.read(|read| board(read, now))
    }
}

pub(super) fn board(read: &Reader<'_>, now: DateTime<Utc>) -> Outcome<QueueBoard> {
    let today = Day::read(read, now)?;
    let hours = service_hours(read)?;
    let rows = |state| -> Vec<TicketRow> {
        let tickets = today.that_are(state);
        tickets.map(|ticket| row(ticket, now)).collect()
    };
    let mut missed: Vec<_> = today.that_are(TicketState::Missed).collect();
    missed.sort_by_key(|ticket| Reverse(ticket.standing.last));
    let tickets = || today.tickets.iter();
    let called = tickets().filter(|ticket| ticket.standing.first_called.is_some());
    let waits: Vec<u32> = called.map(|ticket| ticket.standing.waited(now)).collect();
    let average = waits.iter().sum::<u32>().checked_div(whole(waits.len()));
    let still = today.that_are(TicketState::Waiting);
    let still = still.map(|ticket| ticket.standing.waited(now));
    let done = [TicketState::Served, TicketState::SentOn];
    Ok(QueueBoard {
        open: hours.is_open(shanghai(now)),
        hours: hours.on(day(now)).iter().map(ToString::to_string).collect(),
        serving: today.serving().map(|ticket| row(ticket, now)),
        waiting: rows(TicketState::Waiting),
        held: rows(TicketState::Held),
        missed: missed.into_iter().map(|one| row(one, now)).collect(),
        businesses: businesses(&hours, &today),
        served: whole(
            tickets()
                .filter(|ticket| done.contains(&ticket.standing.state))
                .count(),
        ),
        average_wait: average,
        longest_wait: waits.iter().copied().chain(still).max(),
        overrides: tickets().map(|ticket| ticket.standing.out_of_turn).sum(),
        resumed: resumed(read, now)?,
    })
}

fn businesses(hours: &ServiceHours, today: &Day) -> Vec<QueueBusiness> {
    let lines = hours.businesses.iter();
    lines
        .map(|line| QueueBusiness {
            letter: line.letter.to_string(),
            name: line.name.clone(),
            waiting: whole(
                today
                    .that_are(TicketState::Waiting)
                    .filter(|ticket| ticket.number.line == line.letter)
                    .count(),
            ),
        })
        .collect()
}

pub(super) fn row(ticket: &QueueTicket, now: DateTime<Utc>) -> TicketRow {
    let standing = &ticket.standing;
    TicketRow {
        id: ticket.id.to_string(),
        number: ticket.number.to_string(),
        business: ticket.business.clone(),
        priority: ticket.priority.map(Priority::key).map(str::to_owned),
        booked: ticket.booked.map(|at| at.format("%H:%M").to_string()),
        name: ticket.name.clone().unwrap_or_default(),
        taken_at: stamp(standing.taken_at),
        waited: standing.waited(now),
        state: standing.state.key().to_owned(),
        calls: standing.calls,
    }
}

pub(super) fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
