//! Calling: whoever is next, somebody else with a reason, the same person again. Whoever is at the
//! window when another one is called is done with.

use yichuang_domain::{alias::said, queue::TicketAct};
use yichuang_store::QueueTicket;

use super::{Move, day::Day, wrong};
use crate::{
    Desk,
    ipc::{ApiError, CallTicket, ErrorCode, Nothing, QueueBoard},
    report::Outcome,
};

/// Most characters of a reason.
const LONGEST_REASON: usize = 100;

impl Desk {
    /// Calls whoever is next.
    ///
    /// # Errors
    /// `QUEUE-001` when nobody waits, `OPS-…`.
    pub fn call_next(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.in_queue(|queue| {
            let next = queue.day.next().cloned();
            let next = next.ok_or_else(|| ApiError::new(ErrorCode::QueueEmpty))?;
            call(queue, &next, TicketAct::Call, None)
        })
    }

    /// Calls somebody who is not next; why is kept. Whoever is next all the same is called as such.
    ///
    /// # Errors
    /// `CASE-001` naming `reason`, `QUEUE-003` when the ticket does not wait, `OPS-…`.
    pub fn call_ticket(&self, input: CallTicket) -> Outcome<QueueBoard> {
        let reason = said(&input.reason, LONGEST_REASON);
        let reason = reason.map_err(|why| wrong("reason", why.rule()))?;
        self.in_queue(|queue| {
            let ticket = of_today(&queue.day, &input.id)?;
            match queue.day.next() {
                Some(next) if next.id == ticket.id => call(queue, &ticket, TicketAct::Call, None),
                _ => call(queue, &ticket, TicketAct::CallOutOfTurn, Some(reason)),
            }
        })
    }

    /// Calls whoever is at the window once more.
    ///
    /// # Errors
    /// `QUEUE-002`, `OPS-…`.
    pub fn call_again(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.at_window(TicketAct::CallAgain, None)
    }
}

fn call(
    queue: &mut Move<'_, '_>,
    ticket: &QueueTicket,
    what: TicketAct,
    reason: Option<String>,
) -> Outcome<()> {
    if let Some(served) = queue.day.serving().cloned() {
        queue.act(&served, TicketAct::Finish, None)?;
    }
    queue.act(ticket, what, reason)
}

/// A ticket of today by its id.
///
/// # Errors
/// `QUEUE-003` when there is none.
pub(super) fn of_today(day: &Day, id: &str) -> Outcome<QueueTicket> {
    let mut tickets = day.tickets.iter();
    let found = tickets.find(|ticket| ticket.id.to_string() == id).cloned();
    found.ok_or_else(|| ApiError::new(ErrorCode::TicketMoved))
}
