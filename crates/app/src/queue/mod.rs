//! Queue (排队叫号), booking book (预约) and hours of service (服务时间) of this terminal.
//!
//! Owns what is done with tickets and bookings, each act on the record; who comes before whom is the
//! domain's. Nothing here travels, and no name is on a ticket or on the residents' screen.
//! Must not know: cases.

mod at_window;
mod board;
mod bookings;
mod call;
mod day;
mod find_ticket;
mod hours;
mod list_overrides;
mod reprint_ticket;
mod resumed;
mod return_ticket;
mod screen;
mod set_hours;
mod take_ticket;
mod ticket_paper;

pub(crate) use hours::out_of_hours;
pub(crate) use screen::called;
pub(crate) use ticket_paper::{QUEUE_TICKET, ticket_paper};

use yichuang_domain::queue::TicketAct;
use yichuang_domain::role::Act;
use yichuang_store::{QueueAct, QueueTicket, Tx};

use self::day::Day;
use crate::{
    Desk,
    desk::Operator,
    ipc::{ApiError, ChangedKind, ErrorCode, FieldProblem, QueueBoard},
    report::{Outcome, field_problem},
};

/// One transaction on the queue of today.
struct Move<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    day: Day,
    operator: &'a Operator,
}

impl Move<'_, '_> {
    /// Keeps an act on a ticket.
    ///
    /// # Errors
    /// `QUEUE-003` when the ticket does not stand where this can be done with it.
    fn act(
        &mut self,
        ticket: &QueueTicket,
        what: TicketAct,
        reason: Option<String>,
    ) -> Outcome<()> {
        let at = self.day.now;
        let moved = |_| ApiError::new(ErrorCode::TicketMoved);
        ticket
            .standing
            .after(ticket.standing.last, at, what)
            .map_err(moved)?;
        self.tx.act_on_ticket(&QueueAct {
            ticket: ticket.id,
            at,
            operator: self.operator.id,
            what,
            reason,
        })?;
        Ok(())
    }
}

impl Desk {
    /// Does something with the queue as it stands, and gives it as it stands then.
    fn in_queue(&self, work: impl FnOnce(&mut Move<'_, '_>) -> Outcome<()>) -> Outcome<QueueBoard> {
        let operator = self.allowed(Act::Queue)?;
        let now = self.now();
        let board = self.store()?.write(|tx| -> Outcome<QueueBoard> {
            let day = Day::read(tx, now)?;
            work(&mut Move {
                tx,
                day,
                operator: &operator,
            })?;
            board::board(tx, now)
        })?;
        self.announce(ChangedKind::Queue, None);
        // Whose number is at the window stands on the residents' screen, which hears of nothing else.
        self.announce(ChangedKind::Resident, None);
        Ok(board)
    }
}

/// One field that cannot stay as it is.
fn wrong(field: &str, rule: &str) -> ApiError {
    ApiError::invalid(vec![field_problem(field, rule)])
}

/// A time that cannot be booked, by the field that says so.
fn not_bookable(problem: FieldProblem) -> ApiError {
    ApiError {
        problems: vec![problem.clone()],
        ..ApiError::new(ErrorCode::TimeTaken).with("reason", problem.rule)
    }
}
