//! Giving out a ticket: its number is on disk before its paper is made.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use yichuang_domain::{
    queue::{
        BookingState, BusinessLine, LineLetter, Priority, ServiceHours, TicketAct, TicketState,
    },
    role::Act,
};
use yichuang_store::{Booking, NewTicket, QueueAct, QueueTicket, Reader, Tx};

use super::{
    board::{row, whole},
    day::Day,
    hours::service_hours,
    resumed::resumed,
    ticket_paper::paper_of,
    wrong,
};
use crate::{
    Desk, clock,
    ipc::{ApiError, ChangedKind, ErrorCode, TakeTicket, TicketTaken},
    paper::queue,
    report::Outcome,
};

impl Desk {
    /// Takes a ticket and prints it. When no paper comes out the ticket stands all the same.
    ///
    /// # Errors
    /// `CASE-001` naming `business` or `priority`, `QUEUE-003` when the booking is not one of today
    /// that stands, `OPS-…`.
    pub fn take_ticket(&self, input: TakeTicket) -> Outcome<TicketTaken> {
        let operator = self.allowed(Act::Queue)?;
        let priority = match input.priority.as_str() {
            "" => None,
            key => Some(Priority::from_key(key).ok_or_else(|| wrong("priority", "option"))?),
        };
        let (id, now) = (self.fresh_id()?, self.now());
        let (ticket, ahead) = self.store()?.write(|tx| -> Outcome<(QueueTicket, u32)> {
            let today = clock::day(now);
            let booking = booking_of(tx, &input.booking, today)?;
            let hours = service_hours(tx)?;
            let line = line_of(&hours, &input.business, booking.as_ref())?;
            let act = QueueAct {
                ticket: id,
                at: now,
                operator: operator.id,
                what: TicketAct::Take,
                reason: None,
            };
            let new = NewTicket {
                day: today,
                line: line.letter,
                business: &line.name,
                priority,
                booking: booking.map(|booking| booking.id),
                above: resumed(tx, now)?.map_or(0, |resumed| resumed.above),
            };
            tx.take_ticket(&act, &new)?;
            let (ticket, ahead) = standing(tx, id, now)?;
            queue(tx, id, &paper_of(ahead)?, now)?;
            Ok((ticket, ahead))
        })?;
        self.announce(ChangedKind::Queue, None);
        if let Err(error) = self.finish_papers() {
            tracing::warn!("a ticket has no paper yet: {error}");
        }
        Ok(TicketTaken {
            ticket: row(&ticket, now),
            ahead,
            paper: self.paper_info(id)?,
        })
    }
}

/// The booking somebody came with; none without one.
fn booking_of(tx: &Tx<'_>, id: &str, today: NaiveDate) -> Outcome<Option<Booking>> {
    if id.is_empty() {
        return Ok(None);
    }
    let moved = || ApiError::new(ErrorCode::TicketMoved);
    let id: Uuid = id.parse().map_err(|_| moved())?;
    let stands =
        |booking: &Booking| booking.day == today && booking.state(today) == BookingState::Booked;
    let found = tx.booking(id)?.filter(stands);
    Ok(Some(found.ok_or_else(moved)?))
}

/// The line that was asked for, else the booking's.
fn line_of<'a>(
    hours: &'a ServiceHours,
    asked: &str,
    booking: Option<&Booking>,
) -> Outcome<&'a BusinessLine> {
    let letter: Option<LineLetter> = match (asked, booking) {
        ("", Some(booking)) => Some(booking.line),
        _ => asked.parse().ok(),
    };
    let line = letter.and_then(|letter| hours.line(letter));
    line.ok_or_else(|| wrong("business", "option"))
}

/// The ticket just taken, and how many come before it.
fn standing(read: &Reader<'_>, id: Uuid, now: DateTime<Utc>) -> Outcome<(QueueTicket, u32)> {
    let day = Day::read(read, now)?;
    let mut waiting = day.that_are(TicketState::Waiting);
    let ahead = waiting.position(|ticket| ticket.id == id);
    let ticket = day.tickets.iter().find(|ticket| ticket.id == id).cloned();
    match (ticket, ahead) {
        (Some(ticket), Some(ahead)) => Ok((ticket, whole(ahead))),
        _ => Err(ApiError::new(ErrorCode::Internal)),
    }
}
