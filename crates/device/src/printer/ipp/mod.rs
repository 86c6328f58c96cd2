//! Page printers by IPP (RFC 8011): a queue of a print service, or a printer itself.
//!
//! The sheet is always named, because IPP Everywhere falls back to Letter; scaling is always
//! off, because a form is measured. A job is looked at before its document is sent, so that one
//! the printer would refuse or put on another sheet is told while nothing is on paper.

mod exchange;
mod meaning;
pub(crate) mod message;
mod sheets;

use std::net::IpAddr;
#[cfg(not(windows))]
use std::time::Duration;

use super::{Condition, PrintJob, Printer, PrinterError, PrinterTimings, Progress};
use super::{Reason, Submitted};
use exchange::{Exchange, Fault};
use message::{GroupTag, Message, Value};

/// Operations of RFC 8011 and of CUPS.
pub(crate) mod operation {
    pub(crate) const PRINT_JOB: u16 = 0x0002;
    pub(crate) const VALIDATE_JOB: u16 = 0x0004;
    pub(crate) const CANCEL_JOB: u16 = 0x0008;
    pub(crate) const GET_JOB_ATTRIBUTES: u16 = 0x0009;
    pub(crate) const GET_JOBS: u16 = 0x000A;
    pub(crate) const GET_PRINTER_ATTRIBUTES: u16 = 0x000B;
    #[cfg(not(windows))]
    pub(crate) const CUPS_GET_PRINTERS: u16 = 0x4002;
}

/// What is asked about a job.
const JOB_ATTRIBUTES: [&str; 7] = [
    "job-id",
    "job-name",
    "job-state",
    "job-state-reasons",
    "job-impressions-completed",
    "job-media-sheets-completed",
    "job-printer-state-message",
];
/// In whose name jobs are sent; lists of jobs show it, and its own jobs it may cancel.
const USER: &str = "yichuang";

/// A printer or queue at an IPP address.
pub(super) struct IppPrinter {
    uri: String,
    exchange: Exchange,
    timings: PrinterTimings,
    last_request: i32,
}

impl IppPrinter {
    pub(super) fn new(uri: &str, timings: PrinterTimings) -> Self {
        Self {
            uri: uri.to_owned(),
            exchange: Exchange::new(uri, timings.connect),
            timings,
            last_request: 0,
        }
    }

    fn question(&mut self, operation: u16) -> Message {
        self.last_request = self.last_request.wrapping_add(1);
        Message::new(operation, self.last_request).with("printer-uri", Value::uri(&self.uri))
    }

    /// A question about one job.
    fn question_about(&mut self, operation: u16, job: i32) -> Message {
        self.question(operation)
            .with("job-id", Value::integer(job))
            .with("requesting-user-name", Value::name(USER))
    }

    fn ask(&self, message: &Message) -> Result<Message, Fault> {
        self.exchange.ask(message, &[], self.timings.reply)
    }

    /// Validate-Job or Print-Job; both carry the same attributes.
    fn request(&mut self, operation: u16, job: &PrintJob<'_>) -> Message {
        let media = job.media.pwg_name();
        self.question(operation)
            .with("requesting-user-name", Value::name(USER))
            .with("job-name", Value::name(&job.label()))
            .with("ipp-attribute-fidelity", Value::boolean(false))
            .with(
                "document-format",
                Value::media_type(job.format.media_type()),
            )
            .group(GroupTag::JOB)
            .with("media", Value::keyword(&media))
            .with("print-scaling", Value::keyword("none"))
    }

    /// Whether the printer would take the job as it is, before it gets the document. A print
    /// service takes any sheet and finds out later, so the sheets are looked at first.
    fn validate(&mut self, job: &PrintJob<'_>) -> Result<(), PrinterError> {
        let question = self
            .question(operation::GET_PRINTER_ATTRIBUTES)
            .with("requested-attributes", Value::keyword("media-supported"));
        if let Ok(answer) = self.ask(&question)
            && !sheets::takes(&answer, job.media)
        {
            return Err(PrinterError::NotSent(Reason::WrongMedia));
        }
        let request = self.request(operation::VALIDATE_JOB, job);
        let answer = self
            .ask(&request)
            .map_err(|fault| PrinterError::NotSent(self.reason(fault)))?;
        if answer.code == meaning::OPERATION_NOT_SUPPORTED {
            return Ok(());
        }
        meaning::refusal(&answer).map_or(Ok(()), |reason| Err(PrinterError::NotSent(reason)))
    }

    /// What to make of a Print-Job whose answer did not come.
    fn after_lost_answer(
        &mut self,
        fault: Fault,
        job: &PrintJob<'_>,
    ) -> Result<Submitted, PrinterError> {
        let reason = match fault {
            Fault::NotConnected | Fault::Forbidden => {
                return Err(PrinterError::NotSent(self.reason(fault)));
            }
            Fault::TimedOut => Reason::Timeout,
            Fault::Broken | Fault::Garbled => Reason::Lost,
        };
        match self.find(job.id) {
            Ok(Some(submitted)) => Ok(submitted),
            Err(PrinterError::NoAnswer(gone)) => Err(PrinterError::InDoubt(gone)),
            _ => Err(PrinterError::InDoubt(reason)),
        }
    }

    /// What to make of a job that was taken.
    fn after_answer(&mut self, answer: &Message) -> Result<Submitted, PrinterError> {
        let id = answer.values(GroupTag::JOB, "job-id");
        let Some(id) = id.iter().find_map(Value::as_number).filter(|id| *id > 0) else {
            return Err(PrinterError::InDoubt(Reason::Lost));
        };
        let submitted = Submitted {
            reference: id.to_string(),
            progress: Progress::Waiting(Vec::new()),
        };
        if answer.values(GroupTag::UNSUPPORTED, "media").is_empty() {
            return Ok(submitted);
        }
        // It would come out on whatever sheet lies in the tray.
        match self.cancel(&submitted.reference) {
            Ok(Progress::Failed(_)) => Err(PrinterError::NotSent(Reason::WrongMedia)),
            _ => Err(PrinterError::InDoubt(Reason::WrongMedia)),
        }
    }

    /// Why the printer stands still, as far as it says so itself.
    fn printer_reasons(&mut self) -> Vec<Reason> {
        let question = self.printer_question();
        let answer = self.ask(&question);
        answer.map_or_else(|_| Vec::new(), |answer| meaning::printer_reasons(&answer))
    }

    fn printer_question(&mut self) -> Message {
        self.question(operation::GET_PRINTER_ATTRIBUTES).with_all(
            "requested-attributes",
            keywords(&[
                "printer-state",
                "printer-state-reasons",
                "printer-state-message",
                "printer-is-accepting-jobs",
            ]),
        )
    }

    /// Why a question got no answer. Whoever breaks off or answers something else is not the
    /// printer that should be there.
    fn reason(&self, fault: Fault) -> Reason {
        match fault {
            Fault::TimedOut => Reason::Timeout,
            Fault::Forbidden => Reason::Refused,
            Fault::NotConnected | Fault::Broken | Fault::Garbled if is_here(&self.uri) => {
                Reason::SpoolerGone
            }
            Fault::NotConnected | Fault::Broken | Fault::Garbled => Reason::NotReached,
        }
    }

    fn no_answer(&self, fault: Fault) -> PrinterError {
        PrinterError::NoAnswer(self.reason(fault))
    }

    /// The job with this id among those the printer still has, or had.
    fn find_among(&mut self, which: &str, id: &str) -> Result<Option<Submitted>, PrinterError> {
        let question = self
            .question(operation::GET_JOBS)
            .with("requesting-user-name", Value::name(USER))
            .with("which-jobs", Value::keyword(which))
            .with("my-jobs", Value::boolean(true))
            .with_all("requested-attributes", keywords(&JOB_ATTRIBUTES));
        let answer = self.ask(&question).map_err(|fault| self.no_answer(fault))?;
        if !meaning::is_success(answer.code) {
            return Err(PrinterError::NoAnswer(Reason::Refused));
        }
        let label = super::job::mark(id);
        let ours = answer.groups_of(GroupTag::JOB).find(|job| {
            let name = job.values("job-name").iter().find_map(Value::as_text);
            name.is_some_and(|name| name.ends_with(&label))
        });
        Ok(ours.and_then(|job| {
            let id = job.values("job-id").iter().find_map(Value::as_number)?;
            Some(Submitted {
                reference: id.to_string(),
                progress: meaning::progress(job, &[]),
            })
        }))
    }
}

impl Printer for IppPrinter {
    fn condition(&mut self) -> Condition {
        let question = self.printer_question();
        match self.ask(&question) {
            Ok(answer) => meaning::condition(&answer),
            Err(fault) => Condition::Unreachable(self.reason(fault)),
        }
    }

    fn submit(&mut self, job: &PrintJob<'_>) -> Result<Submitted, PrinterError> {
        job.checked().map_err(PrinterError::NotSent)?;
        self.validate(job)?;
        let request = self.request(operation::PRINT_JOB, job);
        let sent = self.exchange.ask(&request, job.bytes, self.timings.job);
        match sent {
            Ok(answer) if meaning::is_success(answer.code) => self.after_answer(&answer),
            Ok(answer) => {
                let reason = meaning::refusal(&answer).unwrap_or(Reason::Refused);
                Err(PrinterError::NotSent(reason))
            }
            Err(fault) => self.after_lost_answer(fault, job),
        }
    }

    fn find(&mut self, id: &str) -> Result<Option<Submitted>, PrinterError> {
        if !super::job::is_id(id) {
            return Ok(None);
        }
        for which in ["not-completed", "completed"] {
            if let Some(submitted) = self.find_among(which, id)? {
                return Ok(Some(submitted));
            }
        }
        // A print service remembers what it printed; a printer may have forgotten it.
        if is_here(&self.uri) {
            Ok(None)
        } else {
            Err(PrinterError::InDoubt(Reason::Lost))
        }
    }

    fn progress(&mut self, reference: &str) -> Result<Progress, PrinterError> {
        let Some(job) = job_id(reference) else {
            return Ok(Progress::Unknown(Reason::Lost));
        };
        let question = self
            .question_about(operation::GET_JOB_ATTRIBUTES, job)
            .with_all("requested-attributes", keywords(&JOB_ATTRIBUTES));
        let answer = self.ask(&question).map_err(|fault| self.no_answer(fault))?;
        if meaning::is_gone(answer.code) {
            return Ok(Progress::Unknown(Reason::Lost));
        }
        let job = answer.groups_of(GroupTag::JOB).next();
        let Some(job) = job.filter(|_| meaning::is_success(answer.code)) else {
            return Err(PrinterError::NoAnswer(Reason::Refused));
        };
        let progress = meaning::progress(job, &[]);
        if progress.is_settled() {
            return Ok(progress);
        }
        Ok(meaning::progress(job, &self.printer_reasons()))
    }

    fn cancel(&mut self, reference: &str) -> Result<Progress, PrinterError> {
        let Some(job) = job_id(reference) else {
            return self.progress(reference);
        };
        let question = self.question_about(operation::CANCEL_JOB, job);
        let answer = self.ask(&question).map_err(|fault| self.no_answer(fault))?;
        let progress = self.progress(reference)?;
        // Not every service says of a job who cancelled it.
        Ok(match progress {
            other if !meaning::is_success(answer.code) => other,
            Progress::Failed(_) => Progress::Failed(Reason::Cancelled),
            Progress::Unknown(Reason::Refused) => Progress::Unknown(Reason::Cancelled),
            other => other,
        })
    }
}

/// A queue a print service offers.
#[cfg(not(windows))]
pub(super) struct Queue {
    /// Its address at that service.
    pub(super) uri: String,
    /// What people call it.
    pub(super) name: String,
}

/// The queues of the print service at `ipp://host[:port]/`, at most `most`; `None` when it does
/// not answer.
#[cfg(not(windows))]
pub(super) fn queues(service: &str, most: usize, patience: Duration) -> Option<Vec<Queue>> {
    let question = Message::new(operation::CUPS_GET_PRINTERS, 1)
        .with("requesting-user-name", Value::name(USER))
        .with_all(
            "requested-attributes",
            keywords(&["printer-name", "printer-info", "printer-uri-supported"]),
        );
    let answer = Exchange::new(service, patience)
        .ask(&question, &[], patience)
        .ok()?;
    // A print service without a single queue says that none was found.
    let printers = answer.groups_of(GroupTag::PRINTER).take(most);
    Some(printers.filter_map(|one| queue(service, one)).collect())
}

#[cfg(not(windows))]
fn queue(service: &str, printer: message::Group<'_>) -> Option<Queue> {
    let text = |name: &str| printer.values(name).iter().find_map(Value::as_text);
    let path = text("printer-uri-supported")?
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| path)?;
    // The service names itself as others see it; it is asked where it answered.
    let host = service.strip_prefix("ipp://")?.split('/').next()?;
    let called = text("printer-info").filter(|info| !info.trim().is_empty());
    Some(Queue {
        uri: format!("ipp://{host}/{path}"),
        name: called.or_else(|| text("printer-name"))?.to_owned(),
    })
}

fn keywords(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| Value::keyword(name)).collect()
}

fn job_id(reference: &str) -> Option<i32> {
    reference.parse().ok().filter(|id| *id > 0)
}

/// Whether the address is this machine, so that what listens there is its print service.
fn is_here(uri: &str) -> bool {
    let authority = uri
        .strip_prefix("ipp://")
        .and_then(|rest| rest.split('/').next());
    let Some(authority) = authority else {
        return false;
    };
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_this_machines_own_address_is_its_print_service() {
        for here in [
            "ipp://localhost/printers/a",
            "ipp://127.0.0.1:631/",
            "ipp://[::1]:631/",
        ] {
            assert!(is_here(here), "{here}");
        }
        for elsewhere in [
            "ipp://192.168.1.9:631/ipp",
            "ipp://localhost.example/",
            "ipp://[fe80::1]/",
        ] {
            assert!(!is_here(elsewhere), "{elsewhere}");
        }
    }
}
