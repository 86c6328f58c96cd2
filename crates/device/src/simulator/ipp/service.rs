//! The jobs and answers of a print service with one queue. Pure: messages in, messages out.

use std::collections::VecDeque;

use super::{IppFault, IppOperation, JobState, JobStep, ReceivedJob};
use crate::printer::ipp::message::{GroupTag, Message, Value};

/// The queue's name.
pub(super) const QUEUE: &str = "receipt";

const OK: u16 = 0x0000;
const IGNORED_ATTRIBUTES: u16 = 0x0001;
const NOT_POSSIBLE: u16 = 0x0404;
const NOT_FOUND: u16 = 0x0406;
const NOT_SUPPORTED: u16 = 0x0501;
const NOT_ACCEPTING: u16 = 0x0506;

struct Job {
    received: ReceivedJob,
    steps: VecDeque<JobStep>,
    /// The step it is at.
    now: JobStep,
}

impl Job {
    /// Goes to its next step; the last one stays.
    fn step(&mut self) {
        if let Some(step) = self.steps.pop_front() {
            self.now = step;
        }
    }
}

/// The service behind an address.
pub(super) struct Service {
    pub(super) address: String,
    pub(super) is_stopped: bool,
    pub(super) is_accepting: bool,
    pub(super) reasons: Vec<String>,
    /// What it says in words, of itself and of its jobs.
    pub(super) words: String,
    /// The sheets it knows; any when empty.
    pub(super) sheets: Vec<String>,
    /// What becomes of the next jobs.
    pub(super) script: Vec<JobStep>,
    pub(super) prints_nothing: bool,
    faults: VecDeque<(IppOperation, IppFault)>,
    asked: Vec<IppOperation>,
    jobs: Vec<Job>,
    last_job: i32,
}

impl Service {
    pub(super) fn new(address: String) -> Self {
        Self {
            address,
            is_stopped: false,
            is_accepting: true,
            reasons: Vec::new(),
            words: String::new(),
            sheets: Vec::new(),
            script: vec![JobStep::of(JobState::Completed)],
            prints_nothing: false,
            faults: VecDeque::new(),
            asked: Vec::new(),
            jobs: Vec::new(),
            last_job: 0,
        }
    }

    pub(super) fn inject(&mut self, operation: IppOperation, fault: IppFault) {
        self.faults.push_back((operation, fault));
    }

    /// How the answer to this operation goes wrong, if it does.
    pub(super) fn fault(&mut self, code: u16) -> Option<IppFault> {
        let operation = IppOperation::of(code)?;
        self.asked.push(operation);
        let at = self.faults.iter().position(|(of, _)| *of == operation)?;
        self.faults.remove(at).map(|(_, fault)| fault)
    }

    pub(super) fn asked(&self, operation: IppOperation) -> usize {
        self.asked.iter().filter(|one| **one == operation).count()
    }

    pub(super) fn received(&self) -> Vec<ReceivedJob> {
        self.jobs.iter().map(|job| job.received.clone()).collect()
    }

    pub(super) fn came_out(&self) -> Vec<ReceivedJob> {
        let is_out = |job: &&Job| job.now.state == JobState::Completed && !self.prints_nothing;
        let out = self.jobs.iter().filter(is_out);
        out.map(|job| job.received.clone()).collect()
    }

    pub(super) fn forget_jobs(&mut self) {
        self.jobs.clear();
    }

    pub(super) fn answer(&mut self, request: &Message, document: &[u8]) -> Message {
        match IppOperation::of(request.code) {
            Some(IppOperation::GetPrinterAttributes) => self.printer(request),
            Some(IppOperation::ValidateJob) => self.checked(request),
            Some(IppOperation::PrintJob) => self.print(request, document),
            Some(IppOperation::GetJobAttributes) => self.job(request),
            Some(IppOperation::GetJobs) => self.list(request),
            Some(IppOperation::CancelJob) => self.cancel(request),
            Some(IppOperation::CupsGetPrinters) => self.queues(request),
            None => Message::new(NOT_SUPPORTED, request.request),
        }
    }

    fn printer(&self, request: &Message) -> Message {
        let is_busy = self
            .jobs
            .iter()
            .any(|job| job.now.state == JobState::Processing);
        let state = match () {
            () if self.is_stopped => 5,
            () if is_busy => 4,
            () => 3,
        };
        Message::new(OK, request.request)
            .group(GroupTag::PRINTER)
            .with("printer-state", Value::enumerated(state))
            .with_all("printer-state-reasons", keywords(&self.reasons))
            .with("printer-state-message", Value::text(&self.words))
            .with(
                "printer-is-accepting-jobs",
                Value::boolean(self.is_accepting),
            )
    }

    /// The answer to Validate-Job, which is that to a Print-Job that makes no job.
    fn checked(&self, request: &Message) -> Message {
        if !self.is_accepting {
            return Message::new(NOT_ACCEPTING, request.request);
        }
        let media = text(request.values(GroupTag::JOB, "media"));
        if self.sheets.is_empty() || self.sheets.contains(&media) {
            return Message::new(OK, request.request);
        }
        Message::new(IGNORED_ATTRIBUTES, request.request)
            .group(GroupTag::UNSUPPORTED)
            .with("media", Value::keyword(&media))
    }

    fn print(&mut self, request: &Message, document: &[u8]) -> Message {
        let answer = self.checked(request);
        if answer.code == NOT_ACCEPTING {
            return answer;
        }
        self.last_job += 1;
        let mut steps: VecDeque<JobStep> = self.script.clone().into();
        let now = JobStep::of(JobState::Pending);
        if steps.is_empty() {
            steps.push_back(now.clone());
        }
        let of = |tag, name: &str| text(request.values(tag, name));
        self.jobs.push(Job {
            received: ReceivedJob {
                id: self.last_job,
                name: of(GroupTag::OPERATION, "job-name"),
                user: of(GroupTag::OPERATION, "requesting-user-name"),
                format: of(GroupTag::OPERATION, "document-format"),
                media: of(GroupTag::JOB, "media"),
                scaling: of(GroupTag::JOB, "print-scaling"),
                bytes: document.to_vec(),
            },
            steps,
            now,
        });
        answer
            .group(GroupTag::JOB)
            .with("job-id", Value::integer(self.last_job))
            .with("job-state", Value::enumerated(JobState::Pending.number()))
    }

    fn job(&mut self, request: &Message) -> Message {
        let words = Value::text(&self.words);
        let Some(job) = self.find(request) else {
            return Message::new(NOT_FOUND, request.request);
        };
        job.step();
        described(Message::new(OK, request.request), job).with("job-printer-state-message", words)
    }

    fn list(&self, request: &Message) -> Message {
        let wants_completed =
            text(request.values(GroupTag::OPERATION, "which-jobs")) == "completed";
        let mut answer = Message::new(OK, request.request);
        for job in &self.jobs {
            if job.now.state.is_end() == wants_completed {
                answer = described(answer, job);
            }
        }
        answer
    }

    fn cancel(&mut self, request: &Message) -> Message {
        let Some(job) = self.find(request) else {
            return Message::new(NOT_FOUND, request.request);
        };
        if job.now.state.is_end() {
            return Message::new(NOT_POSSIBLE, request.request);
        }
        job.steps.clear();
        job.now = JobStep {
            state: JobState::Canceled,
            reasons: vec!["job-canceled-by-user".to_owned()],
            sheets: job.now.sheets,
        };
        Message::new(OK, request.request)
    }

    fn queues(&self, request: &Message) -> Message {
        // As print services do, it names itself by a name only it may know.
        let uri = format!("ipp://counter.invalid:631/printers/{QUEUE}");
        Message::new(OK, request.request)
            .group(GroupTag::PRINTER)
            .with("printer-name", Value::name(QUEUE))
            .with("printer-info", Value::name("二楼回执"))
            .with("printer-uri-supported", Value::uri(&uri))
    }

    fn find(&mut self, request: &Message) -> Option<&mut Job> {
        let id = request.values(GroupTag::OPERATION, "job-id");
        let id = id.iter().find_map(Value::as_number)?;
        self.jobs.iter_mut().find(|job| job.received.id == id)
    }
}

fn described(answer: Message, job: &Job) -> Message {
    answer
        .group(GroupTag::JOB)
        .with("job-id", Value::integer(job.received.id))
        .with("job-name", Value::name(&job.received.name))
        .with("job-state", Value::enumerated(job.now.state.number()))
        .with_all("job-state-reasons", keywords(&job.now.reasons))
        .with(
            "job-media-sheets-completed",
            Value::integer(i32::try_from(job.now.sheets).unwrap_or(i32::MAX)),
        )
}

/// Keywords as a printer sends them: `none` when there are none.
fn keywords(words: &[String]) -> Vec<Value> {
    if words.is_empty() {
        return vec![Value::keyword("none")];
    }
    words.iter().map(|word| Value::keyword(word)).collect()
}

fn text(values: &[Value]) -> String {
    values
        .iter()
        .find_map(Value::as_text)
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Message, NOT_SUPPORTED, Service};

    #[test]
    fn an_operation_it_does_not_have_is_refused_as_the_standard_says() {
        let mut service = Service::new("127.0.0.1:631".to_owned());
        let answer = service.answer(&Message::new(0x003B, 9), b"");
        assert_eq!((answer.code, answer.request), (NOT_SUPPORTED, 9));
    }
}
