//! Ticket printers that speak ESC/POS over a line of bytes.
//!
//! The line itself never says whether paper came out. The printer is asked before the first
//! byte and after the last; it is never asked in between, because the question would stand in
//! the middle of a picture and be printed as dots. One that never answers is taken at its word:
//! what it took, it printed.

mod line;
mod status;

use std::time::{Duration, Instant};

use super::{Condition, JobFormat, PrintJob, Printer, PrinterError, PrinterLink};
use super::{PrinterTimings, Progress, Reason, Submitted};
use line::{Broken, Line};
use status::Answer;

/// Bytes handed over at a time.
const CHUNK: usize = 1024;
/// The longest ticket in bytes; half a metre of pictures on the widest roll stays far below.
const MAX_TICKET: usize = 8 * 1024 * 1024;

/// A ticket printer at the end of some line.
pub(super) struct TicketPrinter {
    link: PrinterLink,
    timings: PrinterTimings,
    /// The last ticket that was handed over whole.
    last: Option<String>,
}

impl TicketPrinter {
    pub(super) fn new(link: &PrinterLink, timings: PrinterTimings) -> Self {
        Self {
            link: link.clone(),
            timings,
            last: None,
        }
    }

    fn open(&self) -> Result<Box<dyn Line>, Reason> {
        line::open(&self.link, self.timings.connect)
    }

    /// Hands `bytes` over; the number is how many were taken before it went wrong.
    fn send(&self, line: &mut dyn Line, bytes: &[u8]) -> Result<(), (usize, Setback)> {
        let until = Instant::now() + self.timings.job;
        let mut sent = 0;
        while sent < bytes.len() {
            let left = until.saturating_duration_since(Instant::now());
            let end = bytes.len().min(sent + CHUNK);
            let patience = left.min(self.timings.stall);
            match line.send(&bytes[sent..end], patience) {
                Ok(0) => return Err((sent, Setback::Stalled)),
                Ok(count) => sent += count,
                Err(Broken) => return Err((sent, Setback::Broken)),
            }
        }
        Ok(())
    }

    /// What a ticket that was not taken whole comes to.
    fn after_setback(&self, line: &mut dyn Line, sent: usize, setback: Setback) -> PrinterError {
        let reason = match setback {
            Setback::Broken if sent == 0 => Reason::NotReached,
            Setback::Broken => Reason::Lost,
            Setback::Stalled => self.why_stalled(line),
        };
        if sent == 0 {
            PrinterError::NotSent(reason)
        } else {
            PrinterError::InDoubt(reason)
        }
    }

    /// The ticket is spoilt by now, so the question may stand in the middle of it.
    fn why_stalled(&self, line: &mut dyn Line) -> Reason {
        match status::ask(line, self.timings.status) {
            Ok(Answer::Says(reasons)) => reasons.first().copied().unwrap_or(Reason::Timeout),
            Ok(Answer::Silent) => Reason::Timeout,
            Err(Broken) => Reason::Lost,
        }
    }

    /// Looks twice after the last byte: what is still in the printer's memory may run out of
    /// paper after the first look.
    fn settle(&self, line: &mut dyn Line) -> Result<(), PrinterError> {
        let first = self.timings.status + line.lag();
        look_after(line, first)?;
        std::thread::sleep(self.timings.settle);
        look_after(line, self.timings.status)
    }
}

/// Whether a printer that answered before still does, and has no trouble.
fn look_after(line: &mut dyn Line, patience: Duration) -> Result<(), PrinterError> {
    let trouble = match status::ask(line, patience) {
        Ok(Answer::Says(reasons)) => reasons.first().copied(),
        Ok(Answer::Silent) => Some(Reason::Timeout),
        Err(Broken) => Some(Reason::Lost),
    };
    trouble.map_or(Ok(()), |reason| Err(PrinterError::InDoubt(reason)))
}

/// Why bytes went no further.
#[derive(Clone, Copy)]
enum Setback {
    Stalled,
    Broken,
}

impl Printer for TicketPrinter {
    fn condition(&mut self) -> Condition {
        let asked = self
            .open()
            .and_then(|mut line| status::ask(line.as_mut(), self.timings.status).map_err(gone));
        match asked {
            Ok(Answer::Silent) => Condition::Silent,
            Ok(Answer::Says(reasons)) if reasons.is_empty() => Condition::Ready,
            Ok(Answer::Says(reasons)) => Condition::Attention(reasons),
            Err(reason) => Condition::Unreachable(reason),
        }
    }

    fn submit(&mut self, job: &PrintJob<'_>) -> Result<Submitted, PrinterError> {
        job.checked().map_err(PrinterError::NotSent)?;
        if job.format != JobFormat::EscPos || job.bytes.len() > MAX_TICKET {
            return Err(PrinterError::NotSent(Reason::Refused));
        }
        let mut line = self.open().map_err(PrinterError::NotSent)?;
        let before = status::ask(line.as_mut(), self.timings.status)
            .map_err(|broken| PrinterError::NotSent(gone(broken)))?;
        if let Answer::Says(reasons) = &before
            && let Some(reason) = reasons.first()
        {
            return Err(PrinterError::NotSent(*reason));
        }
        if let Err((sent, setback)) = self.send(line.as_mut(), job.bytes) {
            return Err(self.after_setback(line.as_mut(), sent, setback));
        }
        if let Answer::Says(_) = before {
            self.settle(line.as_mut())?;
        }
        line.finish(self.timings.status);
        self.last = Some(job.id.to_owned());
        Ok(Submitted {
            reference: job.id.to_owned(),
            progress: Progress::Done,
        })
    }

    fn find(&mut self, id: &str) -> Result<Option<Submitted>, PrinterError> {
        if self.last.as_deref() != Some(id) {
            return Err(PrinterError::InDoubt(Reason::Lost));
        }
        Ok(Some(Submitted {
            reference: id.to_owned(),
            progress: Progress::Done,
        }))
    }

    fn progress(&mut self, reference: &str) -> Result<Progress, PrinterError> {
        if self.last.as_deref() == Some(reference) {
            Ok(Progress::Done)
        } else {
            Ok(Progress::Unknown(Reason::Lost))
        }
    }

    /// A ticket that was handed over cannot be taken back.
    fn cancel(&mut self, reference: &str) -> Result<Progress, PrinterError> {
        self.progress(reference)
    }
}

fn gone(_: Broken) -> Reason {
    Reason::NotReached
}
