//! What becomes of whoever is at the window.

use yichuang_domain::{queue::TicketAct, text::check};

use super::wrong;
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, Nothing, QueueBoard, SendTicket},
    report::Outcome,
};

/// Most characters of a window's name.
const LONGEST_WINDOW: usize = 30;

impl Desk {
    /// Nobody came (过号).
    ///
    /// # Errors
    /// `QUEUE-002`, `OPS-…`.
    pub fn miss_ticket(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.at_window(TicketAct::Miss, None)
    }

    /// Puts them aside, their place kept (挂起).
    ///
    /// # Errors
    /// `QUEUE-002`, `OPS-…`.
    pub fn hold_ticket(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.at_window(TicketAct::Hold, None)
    }

    /// Sends them to another window (转窗); they leave this queue.
    ///
    /// # Errors
    /// `CASE-001` naming `window`, `QUEUE-002`, `OPS-…`.
    pub fn send_ticket(&self, input: SendTicket) -> Outcome<QueueBoard> {
        let window = input.window.trim();
        if window.is_empty() {
            return Err(wrong("window", "required"));
        }
        check(window, LONGEST_WINDOW).map_err(|_| wrong("window", "too_long"))?;
        self.at_window(TicketAct::SendOn, Some(window.to_owned()))
    }

    /// They are done with.
    ///
    /// # Errors
    /// `QUEUE-002`, `OPS-…`.
    pub fn finish_ticket(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.at_window(TicketAct::Finish, None)
    }

    pub(super) fn at_window(&self, what: TicketAct, reason: Option<String>) -> Outcome<QueueBoard> {
        self.in_queue(|queue| {
            let serving = queue.day.serving().cloned();
            let serving = serving.ok_or_else(|| ApiError::new(ErrorCode::NobodyAtWindow))?;
            queue.act(&serving, what, reason)
        })
    }
}
