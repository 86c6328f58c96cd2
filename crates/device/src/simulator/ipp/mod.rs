//! A print service that is not there, with one queue whose jobs follow a script.

mod http;
mod service;

use std::io;
use std::net::{TcpListener, TcpStream};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustix::event::{PollFd, PollFlags, poll};

use super::pty::Player;
use crate::printer::PrinterLink;
use crate::printer::ipp::message::Message;
use crate::printer::ipp::operation;
use service::{QUEUE, Service};

/// What a print service is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IppOperation {
    /// Get-Printer-Attributes.
    GetPrinterAttributes,
    /// Validate-Job.
    ValidateJob,
    /// Print-Job.
    PrintJob,
    /// Get-Job-Attributes.
    GetJobAttributes,
    /// Get-Jobs.
    GetJobs,
    /// Cancel-Job.
    CancelJob,
    /// CUPS-Get-Printers.
    CupsGetPrinters,
}

impl IppOperation {
    fn of(code: u16) -> Option<Self> {
        match code {
            operation::GET_PRINTER_ATTRIBUTES => Some(Self::GetPrinterAttributes),
            operation::VALIDATE_JOB => Some(Self::ValidateJob),
            operation::PRINT_JOB => Some(Self::PrintJob),
            operation::GET_JOB_ATTRIBUTES => Some(Self::GetJobAttributes),
            operation::GET_JOBS => Some(Self::GetJobs),
            operation::CANCEL_JOB => Some(Self::CancelJob),
            operation::CUPS_GET_PRINTERS => Some(Self::CupsGetPrinters),
            _ => None,
        }
    }
}

/// One way for one answer to go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IppFault {
    /// This IPP status and nothing else; nothing is done.
    Status(u16),
    /// This HTTP status and nothing else; nothing is done.
    Http(u16),
    /// These bytes instead of the IPP answer; nothing is done.
    Garbage(Vec<u8>),
    /// What was asked is done, and the connection breaks instead of an answer.
    BreakAfter,
    /// The connection breaks and nothing is done.
    BreakBefore,
    /// No answer ever comes, and nothing is done.
    Silence,
}

/// States of a job (RFC 8011, 5.3.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It waits for its turn.
    Pending,
    /// It is held back.
    Held,
    /// It is being printed.
    Processing,
    /// It was being printed, and the printer stands still.
    Stopped,
    /// Somebody cancelled it.
    Canceled,
    /// The service gave it up.
    Aborted,
    /// It was printed.
    Completed,
}

impl JobState {
    fn number(self) -> i32 {
        match self {
            Self::Pending => 3,
            Self::Held => 4,
            Self::Processing => 5,
            Self::Stopped => 6,
            Self::Canceled => 7,
            Self::Aborted => 8,
            Self::Completed => 9,
        }
    }

    fn is_end(self) -> bool {
        self.number() >= Self::Canceled.number()
    }
}

/// What a job says of itself at one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobStep {
    /// Its state.
    pub state: JobState,
    /// Keywords such as `media-empty`.
    pub reasons: Vec<String>,
    /// Sheets that came out so far.
    pub sheets: u32,
}

impl JobStep {
    /// A step without reasons and sheets.
    #[must_use]
    pub fn of(state: JobState) -> Self {
        Self {
            state,
            reasons: Vec::new(),
            sheets: 0,
        }
    }

    /// The same with a reason.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reasons.push(reason.to_owned());
        self
    }

    /// The same with sheets.
    #[must_use]
    pub fn after_sheets(mut self, sheets: u32) -> Self {
        self.sheets = sheets;
        self
    }
}

/// A job as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedJob {
    /// Its number.
    pub id: i32,
    /// `job-name`.
    pub name: String,
    /// `requesting-user-name`.
    pub user: String,
    /// `document-format`.
    pub format: String,
    /// `media`.
    pub media: String,
    /// `print-scaling`.
    pub scaling: String,
    /// The document.
    pub bytes: Vec<u8>,
}

/// A simulated print service on 127.0.0.1; it is gone when dropped.
pub struct IppPrinter {
    service: Arc<Mutex<Service>>,
    _player: Player,
}

impl IppPrinter {
    /// Starts a service with an idle queue; its jobs are completed at the first look.
    ///
    /// # Errors
    /// When the system has no port or thread to give.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?.to_string();
        let service = Arc::new(Mutex::new(Service::new(address)));
        let served = Arc::clone(&service);
        let player = Player::start("print-service-simulator", move |stop| {
            // An I/O error here means that the port is gone.
            let _ = listen(&listener, stop, &served);
        })?;
        Ok(Self {
            service,
            _player: player,
        })
    }

    /// How its queue is reached.
    #[must_use]
    pub fn link(&self) -> PrinterLink {
        PrinterLink::Ipp {
            uri: format!("ipp://{}/printers/{QUEUE}", self.service().address),
        }
    }

    /// The address of the service itself, `ipp://127.0.0.1:port/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("ipp://{}/", self.service().address)
    }

    /// What becomes of the jobs that come from now on: a step at each look, the last one stays.
    pub fn script(&self, steps: &[JobStep]) {
        self.service().script = steps.to_vec();
    }

    /// Stops or resumes the queue and says why, in keywords such as `media-empty-error`.
    pub fn stand_still(&self, is_stopped: bool, reasons: &[&str]) {
        let mut service = self.service();
        service.is_stopped = is_stopped;
        service.reasons = reasons.iter().map(|&reason| reason.to_owned()).collect();
    }

    /// What it says in words, of itself and of its jobs, as CUPS does while it tries to reach a
    /// printer.
    pub fn say(&self, words: &str) {
        words.clone_into(&mut self.service().words);
    }

    /// Whether it takes jobs.
    pub fn accept(&self, is_accepting: bool) {
        self.service().is_accepting = is_accepting;
    }

    /// The sheets it knows, by their PWG names; any when empty.
    pub fn lay_in(&self, sheets: &[&str]) {
        self.service().sheets = sheets.iter().map(|&sheet| sheet.to_owned()).collect();
    }

    /// Says that jobs are completed, and nothing comes out.
    pub fn print_nothing(&self) {
        self.service().prints_nothing = true;
    }

    /// Makes the next answer to `operation` go wrong; several queue up.
    pub fn inject(&self, operation: IppOperation, fault: IppFault) {
        self.service().inject(operation, fault);
    }

    /// Drops every job from memory, as a service does after a while.
    pub fn forget_jobs(&self) {
        self.service().forget_jobs();
    }

    /// How often it was asked this.
    #[must_use]
    pub fn asked(&self, operation: IppOperation) -> usize {
        self.service().asked(operation)
    }

    /// The jobs that arrived and are not forgotten.
    #[must_use]
    pub fn received(&self) -> Vec<ReceivedJob> {
        self.service().received()
    }

    /// The jobs of which paper came out whole, as far as anybody looked at them.
    #[must_use]
    pub fn came_out(&self) -> Vec<ReceivedJob> {
        self.service().came_out()
    }

    fn service(&self) -> MutexGuard<'_, Service> {
        locked(&self.service)
    }
}

fn locked(service: &Mutex<Service>) -> MutexGuard<'_, Service> {
    service.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers one request per connection until `stop` hangs up.
fn listen(listener: &TcpListener, stop: &OwnedFd, service: &Mutex<Service>) -> io::Result<()> {
    // Callers that wait for an answer which never comes.
    let mut waiting = Vec::new();
    loop {
        let mut ends = [
            PollFd::from_borrowed_fd(listener.as_fd(), PollFlags::IN),
            PollFd::new(stop, PollFlags::IN),
        ];
        poll(&mut ends, None)?;
        if !ends[1].revents().is_empty() {
            return Ok(());
        }
        let (caller, _) = listener.accept()?;
        // A caller that does not speak HTTP or went away is nobody's loss.
        if let Ok(false) = serve(&caller, service) {
            waiting.push(caller);
        }
    }
}

/// Answers one request; false when the caller is left waiting.
fn serve(caller: &TcpStream, service: &Mutex<Service>) -> io::Result<bool> {
    let body = http::read_body(caller)?;
    let Ok((request, document)) = Message::decode(&body) else {
        http::refuse(caller, 400)?;
        return Ok(true);
    };
    let fault = locked(service).fault(request.code);
    match fault {
        None => {
            let answer = locked(service).answer(&request, document);
            http::answer(caller, &answer.encode())?;
        }
        Some(IppFault::Status(status)) => {
            http::answer(caller, &Message::new(status, request.request).encode())?;
        }
        Some(IppFault::Http(status)) => http::refuse(caller, status)?,
        Some(IppFault::Garbage(bytes)) => http::answer(caller, &bytes)?,
        Some(IppFault::BreakAfter) => drop(locked(service).answer(&request, document)),
        Some(IppFault::BreakBefore) => {}
        Some(IppFault::Silence) => return Ok(false),
    }
    Ok(true)
}
