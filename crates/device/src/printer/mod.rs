//! Printers: how one is reached, what it takes, and what became of a job.
//!
//! Owns the ways bytes reach a machine (IPP with or without a print service, ticket printers on a
//! network, a serial line or a USB device file, the queues of Windows) and the reading of what a
//! machine says of itself and of a job. Callers see [`Printer`], [`Progress`] and [`Reason`];
//! they never see a byte of a protocol.
//!
//! Must not know: documents, cases, the store, any words shown to people. Bytes are sent as they
//! are given. Whatever a printer answers is bounded and never believed further than it goes: a
//! job is [`Progress::Done`] when the printer says so, which is not the same as paper in a hand.

mod address;
pub(crate) mod ipp;
mod job;
#[cfg(windows)]
mod queue;
mod reason;
mod search;
mod ticket;

use std::time::Duration;

pub use address::{AddressError, DEFAULT_BAUD, PrinterLink};
pub use job::{JobFormat, MAX_JOB_LEN, Media, PrintJob};
pub use reason::{PrinterError, Reason};
pub use search::{FoundPrinter, LookOutcome, LookedAt, Place, Places, Search, search};

/// One printer. A call blocks for as long as [`PrinterTimings`] allow and keeps nothing open.
pub trait Printer: Send {
    /// What the printer says of itself just now.
    fn condition(&mut self) -> Condition;

    /// Hands a job over. Blocks until the printer or its queue has all of it.
    ///
    /// # Errors
    /// [`PrinterError::NotSent`] when nothing can have been printed, [`PrinterError::InDoubt`]
    /// when some of it may have been.
    fn submit(&mut self, job: &PrintJob<'_>) -> Result<Submitted, PrinterError>;

    /// Looks for the job with this [`PrintJob::id`], whose handing over nobody saw the end of.
    /// `None`: it never arrived.
    ///
    /// # Errors
    /// [`PrinterError::NoAnswer`] when it cannot be asked now, [`PrinterError::InDoubt`] when the
    /// printer keeps no list of jobs, or may have forgotten this one.
    fn find(&mut self, id: &str) -> Result<Option<Submitted>, PrinterError>;

    /// What has become of the job with this [`Submitted::reference`].
    ///
    /// # Errors
    /// [`PrinterError::NoAnswer`]: ask again later.
    fn progress(&mut self, reference: &str) -> Result<Progress, PrinterError>;

    /// Asks for the job to be dropped, and tells what has become of it then; it may have been
    /// printed in the meantime.
    ///
    /// # Errors
    /// [`PrinterError::NoAnswer`] as for [`progress`](Self::progress).
    fn cancel(&mut self, reference: &str) -> Result<Progress, PrinterError>;
}

/// A job that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// By what the printer knows the job; ASCII, at most 64 bytes.
    pub reference: String,
    /// What was known when it was handed over.
    pub progress: Progress,
}

/// What has become of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is there and nothing comes out yet; with reasons somebody has to see to the printer.
    Waiting(Vec<Reason>),
    /// It is coming out.
    Printing,
    /// The printer says that it came out.
    Done,
    /// Nothing came out.
    Failed(Reason),
    /// Nobody knows whether it came out, or how much of it.
    Unknown(Reason),
}

impl Progress {
    /// Whether it will never change again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Done | Self::Failed(_) | Self::Unknown(_))
    }
}

/// What a printer says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It would print now.
    Ready,
    /// It is printing something.
    Busy,
    /// Somebody has to see to it; never empty.
    Attention(Vec<Reason>),
    /// It does not answer where it should be.
    Unreachable(Reason),
    /// It is there and cannot be asked.
    Silent,
}

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub struct PrinterTimings {
    /// For a connection.
    pub connect: Duration,
    /// For the answer to a question over IPP.
    pub reply: Duration,
    /// For a ticket printer's answer about its state.
    pub status: Duration,
    /// Between two bytes taken; longer and the printer is stuck.
    pub stall: Duration,
    /// For handing a whole job over.
    pub job: Duration,
    /// Between the last byte of a ticket and the last look at the printer's state.
    pub settle: Duration,
}

impl Default for PrinterTimings {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            reply: Duration::from_secs(5),
            status: Duration::from_millis(500),
            stall: Duration::from_secs(20),
            job: Duration::from_secs(300),
            settle: Duration::from_millis(1500),
        }
    }
}

/// The printer behind `link`. Nothing is opened before the first call.
#[must_use]
pub fn open(link: &PrinterLink, timings: PrinterTimings) -> Box<dyn Printer> {
    match link {
        PrinterLink::Ipp { uri } => Box::new(ipp::IppPrinter::new(uri, timings)),
        PrinterLink::TicketNetwork { .. }
        | PrinterLink::TicketSerial { .. }
        | PrinterLink::TicketUsb { .. } => Box::new(ticket::TicketPrinter::new(link, timings)),
        #[cfg(windows)]
        PrinterLink::Queue { name } => Box::new(queue::QueuePrinter::new(name)),
        #[cfg(not(windows))]
        PrinterLink::Queue { .. } => Box::new(NoSuchPrinter),
    }
}

/// A printer of another operating system.
#[cfg(not(windows))]
struct NoSuchPrinter;

#[cfg(not(windows))]
impl Printer for NoSuchPrinter {
    fn condition(&mut self) -> Condition {
        Condition::Unreachable(Reason::NotReached)
    }

    fn submit(&mut self, _: &PrintJob<'_>) -> Result<Submitted, PrinterError> {
        Err(PrinterError::NotSent(Reason::NotReached))
    }

    fn find(&mut self, _: &str) -> Result<Option<Submitted>, PrinterError> {
        Err(PrinterError::NoAnswer(Reason::NotReached))
    }

    fn progress(&mut self, _: &str) -> Result<Progress, PrinterError> {
        Err(PrinterError::NoAnswer(Reason::NotReached))
    }

    fn cancel(&mut self, _: &str) -> Result<Progress, PrinterError> {
        Err(PrinterError::NoAnswer(Reason::NotReached))
    }
}
