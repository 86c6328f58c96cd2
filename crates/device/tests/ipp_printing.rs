//! Jobs at a print service that is played, good and bad.
#![cfg(target_os = "linux")]

use std::time::Duration;

use yichuang_device::printer::{
    Condition, JobFormat, Media, PrintJob, Printer, PrinterError, PrinterLink, PrinterTimings,
    Progress, Reason, Submitted, open,
};
use yichuang_device::simulator::{IppFault, IppOperation, IppPrinter, JobState, JobStep};

/// Patient wherever a service answers, so that only a defect is waited for.
const PATIENT: PrinterTimings = PrinterTimings {
    connect: Duration::from_secs(20),
    reply: Duration::from_secs(20),
    status: Duration::from_secs(20),
    stall: Duration::from_secs(20),
    job: Duration::from_secs(60),
    settle: Duration::ZERO,
};
/// For services that do not answer anyway.
const SHORT: PrinterTimings = PrinterTimings {
    reply: Duration::from_millis(200),
    job: Duration::from_millis(200),
    ..PATIENT
};
const DOCUMENT: &[u8] = b"%PDF-1.7 a receipt \x00\x03\xff";

fn job() -> PrintJob<'static> {
    PrintJob {
        title: "受理回执\n",
        bytes: DOCUMENT,
        format: JobFormat::Pdf,
        media: Media::A5,
        id: "0198-7",
    }
}

fn submit(service: &IppPrinter) -> (Box<dyn Printer>, Result<Submitted, PrinterError>) {
    let mut printer = open(&service.link(), PATIENT);
    let outcome = printer.submit(&job());
    (printer, outcome)
}

/// What is said of a job whose steps are these, at its first look.
fn first_look(step: JobStep) -> Progress {
    let service = IppPrinter::start().unwrap();
    service.script(&[step]);
    let (mut printer, submitted) = submit(&service);
    printer.progress(&submitted.unwrap().reference).unwrap()
}

#[test]
fn a_document_arrives_as_it_is_with_its_sheet_named_and_nothing_scaled() {
    let service = IppPrinter::start().unwrap();
    let (mut printer, submitted) = submit(&service);
    let submitted = submitted.unwrap();
    assert_eq!(submitted.progress, Progress::Waiting(vec![]));
    let jobs = service.received();
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].bytes, DOCUMENT);
    assert_eq!(jobs[0].media, "iso_a5_148x210mm");
    assert_eq!(jobs[0].scaling, "none");
    assert_eq!(jobs[0].format, "application/pdf");
    assert_eq!(jobs[0].name, "受理回执 #0198-7");
    assert_eq!(printer.progress(&submitted.reference), Ok(Progress::Done));
    assert_eq!(service.came_out(), jobs);
}

#[test]
fn a_job_is_followed_to_its_end() {
    let service = IppPrinter::start().unwrap();
    service.script(&[
        JobStep::of(JobState::Pending),
        JobStep::of(JobState::Processing),
        JobStep::of(JobState::Completed),
    ]);
    let (mut printer, submitted) = submit(&service);
    let reference = submitted.unwrap().reference;
    let mut look = || printer.progress(&reference).unwrap();
    assert_eq!(look(), Progress::Waiting(vec![]));
    assert_eq!(look(), Progress::Printing);
    assert_eq!(look(), Progress::Done);
    assert_eq!(look(), Progress::Done);
}

#[test]
fn every_end_of_a_job_is_told_for_what_it_is() {
    use JobState::{Aborted, Canceled, Completed, Held, Stopped};
    let failed = Progress::Failed;
    let unknown = Progress::Unknown;
    let waiting = |reason| Progress::Waiting(vec![reason]);
    for (step, expected) in [
        (
            JobStep::of(Canceled).because("job-canceled-by-user"),
            failed(Reason::Cancelled),
        ),
        (
            JobStep::of(Canceled)
                .because("job-canceled-by-user")
                .after_sheets(1),
            unknown(Reason::Cancelled),
        ),
        (JobStep::of(Canceled), failed(Reason::Refused)),
        (
            JobStep::of(Aborted).because("document-format-error"),
            failed(Reason::Refused),
        ),
        (
            JobStep::of(Aborted).because("aborted-by-system"),
            failed(Reason::Refused),
        ),
        (
            JobStep::of(Aborted).because("media-jam").after_sheets(2),
            unknown(Reason::Jam),
        ),
        (
            JobStep::of(Completed).because("job-completed-with-errors"),
            unknown(Reason::Stopped),
        ),
        (
            JobStep::of(Completed).because("job-completed-with-warnings"),
            Progress::Done,
        ),
        (JobStep::of(Stopped), waiting(Reason::Stopped)),
        (
            JobStep::of(Stopped).because("media-needed"),
            waiting(Reason::WrongMedia),
        ),
        (
            JobStep::of(Held).because("cups-held-for-authentication"),
            waiting(Reason::Refused),
        ),
    ] {
        assert_eq!(first_look(step.clone()), expected, "{step:?}");
    }
}

#[test]
fn a_printer_that_stands_still_says_why_of_itself_and_of_its_jobs() {
    for (is_stopped, keywords, reason) in [
        (true, &["media-empty-error"][..], Reason::PaperOut),
        (
            false,
            &["media-empty-warning", "media-low-report"],
            Reason::PaperOut,
        ),
        (true, &["cover-open-error"], Reason::CoverOpen),
        (true, &["door-open"], Reason::CoverOpen),
        (true, &["media-jam"], Reason::Jam),
        (true, &["media-needed-report"], Reason::WrongMedia),
        (false, &["connecting-to-device"], Reason::NotReached),
        (false, &["offline-report"], Reason::NotReached),
        (true, &["paused"], Reason::Stopped),
        (true, &["toner-empty"], Reason::Stopped),
        (true, &[], Reason::Stopped),
    ] {
        let service = IppPrinter::start().unwrap();
        service.stand_still(is_stopped, keywords);
        service.script(&[JobStep::of(JobState::Processing)]);
        let (mut printer, submitted) = submit(&service);
        let reference = submitted.unwrap().reference;
        let waiting = Ok(Progress::Waiting(vec![reason]));
        assert_eq!(printer.progress(&reference), waiting, "{keywords:?}");
        assert_eq!(printer.condition(), Condition::Attention(vec![reason]));
        service.stand_still(false, &["none"]);
        assert_eq!(printer.progress(&reference), Ok(Progress::Printing));
        assert_eq!(printer.condition(), Condition::Busy);
    }
}

#[test]
fn a_printer_its_service_cannot_reach_is_told_though_no_keyword_says_so() {
    let service = IppPrinter::start().unwrap();
    let tried = JobStep::of(JobState::Processing);
    service.script(&[tried, JobStep::of(JobState::Completed)]);
    service.say("The printer may not exist or is unavailable at this time.");
    let (mut printer, submitted) = submit(&service);
    let reference = submitted.unwrap().reference;
    let waiting = Ok(Progress::Waiting(vec![Reason::NotReached]));
    assert_eq!(printer.progress(&reference), waiting);
    let condition = printer.condition();
    assert_eq!(condition, Condition::Attention(vec![Reason::NotReached]));
    assert_eq!(printer.progress(&reference), Ok(Progress::Done));
    assert_eq!(printer.condition(), Condition::Ready, "those words are old");
}

#[test]
fn what_is_only_running_low_stops_nothing() {
    let service = IppPrinter::start().unwrap();
    service.stand_still(false, &["toner-low", "media-low-report", "unheard-of"]);
    let mut printer = open(&service.link(), PATIENT);
    assert_eq!(printer.condition(), Condition::Ready);
}

#[test]
fn a_job_for_a_sheet_that_is_not_there_is_never_sent() {
    let not_supported = || IppFault::Status(0x0501);
    for keeps_its_sheets_to_itself in [false, true] {
        let service = IppPrinter::start().unwrap();
        service.lay_in(&["iso_a4_210x297mm"]);
        if keeps_its_sheets_to_itself {
            service.inject(IppOperation::GetPrinterAttributes, not_supported());
        }
        let (_, refused) = submit(&service);
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::WrongMedia)));
        assert_eq!(service.asked(IppOperation::PrintJob), 0);
    }
}

#[test]
fn a_job_put_on_another_sheet_by_a_printer_that_checks_nothing_before_is_cancelled() {
    let service = IppPrinter::start().unwrap();
    service.lay_in(&["iso_a4_210x297mm"]);
    for check in [
        IppOperation::GetPrinterAttributes,
        IppOperation::ValidateJob,
    ] {
        service.inject(check, IppFault::Status(0x0501));
    }
    let (_, refused) = submit(&service);
    assert_eq!(refused, Err(PrinterError::NotSent(Reason::WrongMedia)));
    assert_eq!(service.received().len(), 1);
    assert_eq!(service.came_out(), []);
}

#[test]
fn a_printer_that_refuses_a_job_is_told_from_one_that_lost_it() {
    for (status, reason) in [
        (0x0401, Reason::Refused),
        (0x0406, Reason::NotReached),
        (0x040A, Reason::Refused),
        (0x0502, Reason::Stopped),
        (0x0506, Reason::Refused),
        (0x0507, Reason::Timeout),
    ] {
        for operation in [IppOperation::ValidateJob, IppOperation::PrintJob] {
            let service = IppPrinter::start().unwrap();
            service.inject(operation, IppFault::Status(status));
            let (_, refused) = submit(&service);
            assert_eq!(refused, Err(PrinterError::NotSent(reason)), "{status:04x}");
            assert_eq!(service.received(), []);
        }
    }
}

#[test]
fn a_queue_that_takes_no_jobs_says_so() {
    let service = IppPrinter::start().unwrap();
    service.accept(false);
    let (mut printer, refused) = submit(&service);
    assert_eq!(refused, Err(PrinterError::NotSent(Reason::Refused)));
    let condition = printer.condition();
    assert_eq!(condition, Condition::Attention(vec![Reason::Refused]));
}

#[test]
fn a_print_service_that_is_gone_is_told_at_every_call() {
    let service = IppPrinter::start().unwrap();
    let (mut printer, submitted) = submit(&service);
    let reference = submitted.unwrap().reference;
    drop(service);
    let gone = Reason::SpoolerGone;
    assert_eq!(printer.condition(), Condition::Unreachable(gone));
    assert_eq!(printer.submit(&job()), Err(PrinterError::NotSent(gone)));
    let unanswered = PrinterError::NoAnswer(gone);
    assert_eq!(printer.progress(&reference), Err(unanswered));
    assert_eq!(printer.cancel(&reference), Err(unanswered));
    assert_eq!(printer.find("0198-7"), Err(unanswered));
}

#[test]
fn a_job_whose_answer_was_lost_is_found_again_and_not_sent_twice() {
    let service = IppPrinter::start().unwrap();
    service.inject(IppOperation::PrintJob, IppFault::BreakAfter);
    let (mut printer, submitted) = submit(&service);
    let reference = submitted.unwrap().reference;
    assert_eq!(service.received().len(), 1);
    assert_eq!(printer.progress(&reference), Ok(Progress::Done));
}

#[test]
fn a_job_that_broke_off_on_the_way_is_in_doubt() {
    let service = IppPrinter::start().unwrap();
    service.inject(IppOperation::PrintJob, IppFault::BreakBefore);
    let (_, outcome) = submit(&service);
    assert_eq!(outcome, Err(PrinterError::InDoubt(Reason::Lost)));
}

#[test]
fn a_service_that_never_answers_is_not_waited_for() {
    let service = IppPrinter::start().unwrap();
    for (operation, expected) in [
        (
            IppOperation::ValidateJob,
            PrinterError::NotSent(Reason::Timeout),
        ),
        (
            IppOperation::PrintJob,
            PrinterError::InDoubt(Reason::Timeout),
        ),
    ] {
        service.inject(operation, IppFault::Silence);
        let outcome = open(&service.link(), SHORT).submit(&job());
        assert_eq!(outcome, Err(expected));
    }
}

#[test]
fn a_job_the_service_forgot_is_lost() {
    let service = IppPrinter::start().unwrap();
    let (mut printer, submitted) = submit(&service);
    service.forget_jobs();
    let lost = Ok(Progress::Unknown(Reason::Lost));
    assert_eq!(printer.progress(&submitted.unwrap().reference), lost);
    for strange in ["", "-1", "0", "x", "99999999999999999999"] {
        assert_eq!(printer.progress(strange), lost);
    }
}

#[test]
fn a_job_is_cancelled_while_it_can_be() {
    let pending = JobStep::of(JobState::Pending);
    let halfway = JobStep::of(JobState::Processing).after_sheets(1);
    let done = JobStep::of(JobState::Completed);
    for (step, expected) in [
        (pending, Progress::Failed(Reason::Cancelled)),
        (halfway, Progress::Unknown(Reason::Cancelled)),
        (done, Progress::Done),
    ] {
        let service = IppPrinter::start().unwrap();
        service.script(&[step]);
        let (mut printer, submitted) = submit(&service);
        let reference = submitted.unwrap().reference;
        printer.progress(&reference).unwrap();
        assert_eq!(printer.cancel(&reference), Ok(expected));
    }
}

#[test]
fn a_job_is_found_by_its_id_and_no_other() {
    let service = IppPrinter::start().unwrap();
    let (mut printer, submitted) = submit(&service);
    let reference = submitted.unwrap().reference;
    let found = printer.find("0198-7").unwrap().unwrap();
    assert_eq!(found.reference, reference);
    printer.progress(&reference).unwrap();
    let ended = printer.find("0198-7").unwrap().unwrap();
    assert_eq!(ended.progress, Progress::Done);
    for other in ["198-7", "0198-77", "7", "", "#"] {
        assert_eq!(printer.find(other), Ok(None), "{other}");
    }
}

/// The same service, reached as one of another machine is.
fn elsewhere(service: &IppPrinter) -> Box<dyn Printer> {
    let uri = service.link().to_string().replace("127.0.0.1", "0.0.0.0");
    open(&PrinterLink::Ipp { uri }, PATIENT)
}

#[test]
fn a_printer_that_has_a_job_no_more_is_not_taken_to_have_never_had_it() {
    let service = IppPrinter::start().unwrap();
    let mut printer = elsewhere(&service);
    printer.submit(&job()).unwrap();
    assert!(printer.find("0198-7").unwrap().is_some());
    service.forget_jobs();
    let doubt = Err(PrinterError::InDoubt(Reason::Lost));
    assert_eq!(printer.find("0198-7"), doubt);
}

#[test]
fn a_printer_of_another_machine_that_is_gone_is_not_reached() {
    let service = IppPrinter::start().unwrap();
    let printer = elsewhere(&service);
    drop(service);
    let nameless = PrinterLink::Ipp {
        uri: "ipp://printer.invalid/ipp/print".to_owned(),
    };
    let hurried = PrinterTimings {
        connect: Duration::from_millis(500),
        ..PATIENT
    };
    for mut printer in [printer, open(&nameless, hurried)] {
        let unreachable = Condition::Unreachable(Reason::NotReached);
        assert_eq!(printer.condition(), unreachable);
        let refused = printer.submit(&job());
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::NotReached)));
    }
}

#[test]
fn a_service_that_says_done_is_believed_though_nothing_came_out() {
    let service = IppPrinter::start().unwrap();
    service.print_nothing();
    let (mut printer, submitted) = submit(&service);
    let progress = printer.progress(&submitted.unwrap().reference);
    assert_eq!(progress, Ok(Progress::Done));
    assert_eq!(service.came_out(), [], "only a person can see this");
}
