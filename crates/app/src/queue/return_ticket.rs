//! Somebody who was put aside, or missed the call, waits again.

use yichuang_domain::queue::TicketAct;

use super::call::of_today;
use crate::{
    Desk,
    ipc::{QueueBoard, TicketRef},
    report::Outcome,
};

impl Desk {
    /// Brings a ticket back: one that was put aside to its own place, one that was missed to the end.
    ///
    /// # Errors
    /// `QUEUE-003` when it is neither, `OPS-…`.
    pub fn return_ticket(&self, input: TicketRef) -> Outcome<QueueBoard> {
        self.in_queue(|queue| {
            let ticket = of_today(&queue.day, &input.id)?;
            queue.act(&ticket, TicketAct::Return, None)
        })
    }
}
