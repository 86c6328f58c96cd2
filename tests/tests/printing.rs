//! Real papers through a real print service and to a printer by IPP itself.
//!
//! Run by the test command, which starts both beside the tests; ignored elsewhere, because there
//! is neither.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use yichuang_app::ipc::{PaperRef, PrintGuide};
use yichuang_device::printer::{
    Condition, JobFormat, Media, PrintJob, Printer, PrinterError, PrinterLink, PrinterTimings,
    Progress, Reason, open,
};
use yichuang_tests::kit::{Counter, an_application, pdf_text, sample_matters};

const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks at a job.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What the test command says of the printer it started.
fn told(variable: &str) -> String {
    env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} is not set: run `cargo xtask test --only printing`"))
}

fn printer_at(variable: &str) -> Box<dyn Printer> {
    let link = PrinterLink::parse("ipp", &told(variable)).unwrap();
    open(&link, PrinterTimings::default())
}

/// The print service's queue.
fn queue() -> Box<dyn Printer> {
    printer_at("YICHUANG_TEST_PRINT_QUEUE")
}

/// The printer itself.
fn printer() -> Box<dyn Printer> {
    printer_at("YICHUANG_TEST_PRINTER")
}

fn job<'a>(id: &'a str, bytes: &'a [u8], media: Media) -> PrintJob<'a> {
    PrintJob {
        title: "受理回执",
        bytes,
        format: JobFormat::Pdf,
        media,
        id,
    }
}

/// A receipt of half a sheet and a guide of whole ones, as the counter makes them.
fn papers() -> [(Vec<u8>, Media); 2] {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let guide = counter.desk.print_guide(PrintGuide {
        style: "a4".to_owned(),
        code: sample_matters()[0].matter.code.to_string(),
        answers: BTreeMap::new(),
    });
    let guide = PaperRef {
        id: guide.unwrap().id,
    };
    [
        (counter.paper(&number, "receipt"), Media::A5),
        (counter.desk.paper_pdf(guide).unwrap(), Media::A4),
    ]
}

/// What the printer keeps of the job with this id; its files have the job's name.
fn printed(id: &str) -> Vec<u8> {
    let folder = PathBuf::from(told("YICHUANG_TEST_PRINTED"));
    let name = format!("{id}.pdf");
    let is_it = |path: &PathBuf| path.to_string_lossy().ends_with(&name);
    let files = std::fs::read_dir(&folder).unwrap();
    let file = files.map(|entry| entry.unwrap().path()).find(is_it);
    std::fs::read(file.expect("the printer keeps what it printed")).unwrap()
}

fn settled(printer: &mut dyn Printer, reference: &str) -> Progress {
    looked_at(printer, reference, Progress::is_settled)
}

/// What is said of a job once it is what is waited for, or after a while.
fn looked_at(
    printer: &mut dyn Printer,
    reference: &str,
    is_it: impl Fn(&Progress) -> bool,
) -> Progress {
    let until = Instant::now() + PATIENCE;
    loop {
        let progress = printer.progress(reference).unwrap();
        if is_it(&progress) || Instant::now() > until {
            return progress;
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

/// Width and height of the first page in millimetres, and how many pages there are.
fn pages(pdf: &[u8]) -> ((u32, u32), u32) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let said = info(file.path());
    let field = |name: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name} in {said}")).trim()
    };
    let mut size = field("Page size:").split_whitespace();
    let mut millimetres = || {
        let points: f64 = size.by_ref().find_map(|word| word.parse().ok()).unwrap();
        (points / 72.0 * 25.4).round() as u32
    };
    let width = millimetres();
    ((width, millimetres()), field("Pages:").parse().unwrap())
}

fn info(file: &Path) -> String {
    let output = Command::new("pdfinfo").arg(file).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn words(pdf: &[u8]) -> String {
    pdf_text(pdf).split_whitespace().collect()
}

#[test]
#[ignore = "needs a print service: cargo xtask test --only printing"]
fn papers_come_out_of_a_print_service_with_every_word_on_the_sheet_they_were_made_for() {
    let mut queue = queue();
    assert_eq!(queue.condition(), Condition::Ready);
    for (index, (paper, media)) in papers().into_iter().enumerate() {
        let id = format!("queue-{index}");
        let submitted = queue.submit(&job(&id, &paper, media)).unwrap();
        let progress = settled(queue.as_mut(), &submitted.reference);
        assert_eq!(progress, Progress::Done, "{media:?}");
        let came = printed(&id);
        assert_eq!(words(&came), words(&paper));
        assert_eq!(pages(&came), pages(&paper));
        assert_eq!(pages(&came).0, media.size_mm());
        let found = queue.find(&id).unwrap().unwrap();
        assert_eq!(found.reference, submitted.reference);
    }
}

#[test]
#[ignore = "needs a printer: cargo xtask test --only printing"]
fn papers_reach_a_printer_by_ipp_byte_for_byte() {
    let mut printer = printer();
    for (index, (paper, media)) in papers().into_iter().enumerate() {
        let id = format!("direct-{index}");
        let submitted = printer.submit(&job(&id, &paper, media)).unwrap();
        let progress = settled(printer.as_mut(), &submitted.reference);
        assert_eq!(progress, Progress::Done, "{media:?}");
        assert!(printed(&id) == paper, "{media:?}");
        let found = printer.find(&id).unwrap().unwrap();
        assert_eq!(found.progress, Progress::Done);
    }
}

#[test]
#[ignore = "needs a print service: cargo xtask test --only printing"]
fn a_sheet_the_printer_does_not_have_is_told_before_anything_is_sent() {
    for mut printer in [queue(), printer()] {
        let label = job("label", b"%PDF-1.4", Media::Label100x180);
        let refused = printer.submit(&label);
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::WrongMedia)));
        assert_eq!(printer.find("label"), Ok(None));
    }
}

#[test]
#[ignore = "needs a print service: cargo xtask test --only printing"]
fn what_is_no_document_waits_for_somebody_and_can_be_cancelled() {
    let mut queue = queue();
    let broken = job("broken", b"%PDF-1.4 and nothing behind it", Media::A4);
    let reference = queue.submit(&broken).unwrap().reference;
    let stopped = Progress::Waiting(vec![Reason::Stopped]);
    let progress = looked_at(queue.as_mut(), &reference, |progress| {
        progress.is_settled() || *progress == stopped
    });
    assert_eq!(progress, stopped);
    let cancelled = Progress::Failed(Reason::Cancelled);
    assert_eq!(queue.cancel(&reference), Ok(cancelled));
}

#[test]
#[ignore = "needs a print service: cargo xtask test --only printing"]
fn a_printer_that_is_off_behind_its_queue_is_told_and_the_job_can_be_taken_back() {
    let mut queue = printer_at("YICHUANG_TEST_DEAD_QUEUE");
    let [(paper, media), _] = papers();
    let reference = queue.submit(&job("off", &paper, media)).unwrap().reference;
    let unreached = Progress::Waiting(vec![Reason::NotReached]);
    let progress = looked_at(queue.as_mut(), &reference, |progress| {
        progress.is_settled() || *progress == unreached
    });
    assert_eq!(progress, unreached);
    queue.cancel(&reference).unwrap();
    let progress = settled(queue.as_mut(), &reference);
    assert!(
        matches!(
            progress,
            Progress::Failed(Reason::Cancelled) | Progress::Unknown(Reason::Cancelled)
        ),
        "{progress:?}"
    );
}

#[test]
#[ignore = "needs a print service: cargo xtask test --only printing"]
fn a_queue_that_is_not_there_is_not_reached() {
    let address = told("YICHUANG_TEST_PRINT_QUEUE").replace("/receipt", "/nobody");
    let link = PrinterLink::parse("ipp", &address).unwrap();
    let mut nobody = open(&link, PrinterTimings::default());
    let unreachable = Condition::Unreachable(Reason::NotReached);
    assert_eq!(nobody.condition(), unreachable);
    let refused = nobody.submit(&job("nobody", b"%PDF-1.4", Media::A4));
    assert_eq!(refused, Err(PrinterError::NotSent(Reason::NotReached)));
}
