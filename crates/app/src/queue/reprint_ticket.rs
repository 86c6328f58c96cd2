//! A ticket somebody lost, or that cannot be read, on paper again: the same number.

use yichuang_domain::{queue::TicketState, role::Act};

use super::{QUEUE_TICKET, call::of_today, day::Day};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, PaperInfo, ReprintTicket},
    paper::{Paper, queue, said_again},
    report::Outcome,
};

impl Desk {
    /// Makes the paper of a ticket again, as 补打. Whoever was called already needs none.
    ///
    /// # Errors
    /// `PAPER-007` without a reason, `INPUT-001` for one nobody may give, `QUEUE-003` when the ticket
    /// neither waits nor is put aside, `PAPER-001`, `PAPER-002`, `OPS-…`.
    pub fn reprint_ticket(&self, input: ReprintTicket) -> Outcome<PaperInfo> {
        self.allowed(Act::Queue)?;
        let why = said_again(input.reason.as_deref(), QUEUE_TICKET)?;
        let (id, now) = (self.fresh_id()?, self.now());
        self.store()?.write(|tx| -> Outcome<()> {
            let ticket = of_today(&Day::read(tx, now)?, &input.id)?;
            if !matches!(
                ticket.standing.state,
                TicketState::Waiting | TicketState::Held
            ) {
                return Err(ApiError::new(ErrorCode::TicketMoved));
            }
            let first = tx.paper(ticket.id)?;
            let first = first.ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
            queue(tx, id, &Paper::again(&first).because(Some(why)), now)
        })?;
        self.settled(id)
    }
}
