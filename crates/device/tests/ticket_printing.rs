//! Tickets on a printer that is played, good and bad.
#![cfg(target_os = "linux")]

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;

use yichuang_device::printer::{
    Condition, JobFormat, Media, PrintJob, PrinterError, PrinterLink, PrinterTimings, Progress,
    Reason, open,
};
use yichuang_device::simulator::{TicketEvent, TicketPrinter, TicketState, TicketTrouble};

/// Patient wherever a printer answers, so that only a defect is waited for.
const PATIENT: PrinterTimings = PrinterTimings {
    connect: Duration::from_secs(20),
    reply: Duration::from_secs(20),
    status: Duration::from_secs(20),
    stall: Duration::from_secs(20),
    job: Duration::from_secs(60),
    settle: Duration::ZERO,
};
/// For printers that do not answer anyway.
const SHORT: PrinterTimings = PrinterTimings {
    status: Duration::from_millis(30),
    stall: Duration::from_millis(50),
    ..PATIENT
};
const TROUBLES: [(TicketTrouble, Reason); 4] = [
    (TicketTrouble::PaperOut, Reason::PaperOut),
    (TicketTrouble::CoverOpen, Reason::CoverOpen),
    (TicketTrouble::CutterStuck, Reason::Jam),
    (TicketTrouble::HeadFailed, Reason::Stopped),
];

fn job(bytes: &[u8]) -> PrintJob<'_> {
    PrintJob {
        title: "受理回执",
        bytes,
        format: JobFormat::EscPos,
        media: Media::Roll {
            width_mm: 80,
            length_mm: 160,
        },
        id: "0198-1",
    }
}

/// Ten lines of text and a cut, 117 bytes.
fn ticket() -> Vec<u8> {
    let mut bytes = b"\x1b@\x1c&".to_vec();
    (0..10).for_each(|line| bytes.extend(format!("line {line:05}\n").bytes()));
    bytes.extend(b"\x1dV\x00");
    bytes
}

fn has_cut(printer: &TicketPrinter) -> bool {
    printer.paper().last() == Some(&TicketEvent::Cut(0))
}

#[test]
fn a_ticket_comes_out_whole_over_every_kind_of_line() {
    let network = TicketPrinter::on_network(TicketState::Well).unwrap();
    let line = TicketPrinter::on_line(TicketState::Well).unwrap();
    for (simulated, link) in [
        (&network, network.link()),
        (&line, line.link()),
        (&line, line.device_file().unwrap()),
    ] {
        let mut printer = open(&link, PATIENT);
        assert_eq!(printer.condition(), Condition::Ready, "{link}");
        let submitted = printer.submit(&job(&ticket())).unwrap();
        assert_eq!(submitted.progress, Progress::Done);
        assert!(has_cut(simulated), "{link}: {:?}", simulated.paper());
        let again = printer.progress(&submitted.reference);
        assert_eq!(again, Ok(Progress::Done));
        assert_eq!(printer.find("0198-1"), Ok(Some(submitted)));
    }
    let lines = |events: &[TicketEvent]| {
        let line = |event: &&TicketEvent| **event == TicketEvent::Line;
        events.iter().filter(line).count()
    };
    assert_eq!(lines(&network.paper()), 10);
    assert_eq!(lines(&line.paper()), 20, "two tickets on one roll");
}

#[test]
fn a_printer_in_trouble_gets_nothing_and_says_why() {
    for (trouble, reason) in TROUBLES {
        let simulated = TicketPrinter::on_network(TicketState::Trouble(trouble)).unwrap();
        let mut printer = open(&simulated.link(), PATIENT);
        assert_eq!(printer.condition(), Condition::Attention(vec![reason]));
        let refused = printer.submit(&job(&ticket()));
        assert_eq!(refused, Err(PrinterError::NotSent(reason)));
        simulated.set(TicketState::Well);
        assert_eq!(simulated.paper(), [], "not a byte of it was sent");
        printer.submit(&job(&ticket())).unwrap();
        assert!(has_cut(&simulated));
    }
}

#[test]
fn trouble_in_the_middle_of_a_ticket_leaves_it_in_doubt() {
    for (trouble, reason) in TROUBLES {
        let state = TicketState::TroubleAfter(60, trouble);
        for simulated in [
            TicketPrinter::on_network(state).unwrap(),
            TicketPrinter::on_line(state).unwrap(),
        ] {
            let mut printer = open(&simulated.link(), PATIENT);
            let outcome = printer.submit(&job(&ticket()));
            assert_eq!(outcome, Err(PrinterError::InDoubt(reason)), "{trouble:?}");
            assert!(!simulated.paper().is_empty() && !has_cut(&simulated));
            let later = printer.progress("0198-1");
            assert_eq!(later, Ok(Progress::Unknown(Reason::Lost)));
        }
    }
}

#[test]
fn what_a_printer_kept_comes_out_when_a_roll_is_laid_in() {
    let state = TicketState::TroubleAfter(60, TicketTrouble::PaperOut);
    let simulated = TicketPrinter::on_network(state).unwrap();
    let outcome = open(&simulated.link(), PATIENT).submit(&job(&ticket()));
    assert_eq!(outcome, Err(PrinterError::InDoubt(Reason::PaperOut)));
    simulated.set(TicketState::Well);
    assert!(has_cut(&simulated), "which is why a person has to look");
}

#[test]
fn a_printer_switched_off_in_the_middle_leaves_the_ticket_in_doubt() {
    for simulated in [
        TicketPrinter::on_network(TicketState::DiesAfter(60)).unwrap(),
        TicketPrinter::on_line(TicketState::DiesAfter(60)).unwrap(),
    ] {
        let mut printer = open(&simulated.link(), PATIENT);
        let outcome = printer.submit(&job(&ticket()));
        assert_eq!(outcome, Err(PrinterError::InDoubt(Reason::Lost)));
        let unreachable = Condition::Unreachable(Reason::NotReached);
        assert_eq!(printer.condition(), unreachable);
        let refused = printer.submit(&job(&ticket()));
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::NotReached)));
    }
}

#[test]
fn a_printer_that_takes_no_more_is_not_waited_for_ever() {
    let simulated = TicketPrinter::on_line(TicketState::StallsAfter(60)).unwrap();
    let long = b"0123456789\n".repeat(20_000);
    let mut printer = open(&simulated.link(), SHORT);
    let outcome = printer.submit(&job(&long));
    assert_eq!(outcome, Err(PrinterError::InDoubt(Reason::Timeout)));
    let refused = printer.submit(&job(&long));
    let full = Err(PrinterError::NotSent(Reason::Timeout));
    assert_eq!(refused, full, "the line is still full of the last one");
}

#[test]
fn a_printer_that_never_answers_is_silent_and_prints() {
    for simulated in [
        TicketPrinter::on_network(TicketState::Silent).unwrap(),
        TicketPrinter::on_line(TicketState::Silent).unwrap(),
    ] {
        let mut printer = open(&simulated.link(), SHORT);
        assert_eq!(printer.condition(), Condition::Silent);
        let submitted = printer.submit(&job(&ticket())).unwrap();
        assert_eq!(submitted.progress, Progress::Done);
        wait_until(|| has_cut(&simulated));
    }
}

#[test]
fn a_printer_that_prints_nothing_and_says_all_is_well_is_believed() {
    let simulated = TicketPrinter::on_network(TicketState::Blank).unwrap();
    let submitted = open(&simulated.link(), PATIENT).submit(&job(&ticket()));
    assert_eq!(submitted.unwrap().progress, Progress::Done);
    assert_eq!(simulated.paper(), [], "only a person can see this");
}

#[test]
fn a_printer_that_is_not_there_is_not_reached() {
    let address = {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.local_addr().unwrap()
    };
    let dir = tempfile::tempdir().unwrap();
    let absent = |name: &str| -> PathBuf { dir.path().join(name) };
    for link in [
        PrinterLink::TicketNetwork { address },
        PrinterLink::TicketSerial {
            port: absent("ttyUSB0"),
            baud: 9600,
        },
        PrinterLink::TicketUsb {
            device: absent("lp0"),
        },
        PrinterLink::Queue {
            name: "HP".to_owned(),
        },
    ] {
        let mut printer = open(&link, PATIENT);
        let unreachable = Condition::Unreachable(Reason::NotReached);
        assert_eq!(printer.condition(), unreachable, "{link}");
        let refused = printer.submit(&job(&ticket()));
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::NotReached)));
    }
}

#[test]
fn a_ticket_is_never_written_into_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("lp0");
    std::fs::write(&file, b"kept").unwrap();
    let links = [
        PrinterLink::TicketUsb {
            device: file.clone(),
        },
        PrinterLink::TicketSerial {
            port: file.clone(),
            baud: 9600,
        },
    ];
    for link in links {
        let refused = open(&link, PATIENT).submit(&job(&ticket()));
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::Refused)));
    }
    assert_eq!(std::fs::read(&file).unwrap(), b"kept");
}

#[test]
fn a_job_no_ticket_printer_can_print_is_refused_before_anything_is_sent() {
    let simulated = TicketPrinter::on_network(TicketState::Well).unwrap();
    let mut printer = open(&simulated.link(), PATIENT);
    let bytes = ticket();
    let sound = job(&bytes);
    for bad in [
        PrintJob {
            format: JobFormat::Pdf,
            ..sound
        },
        PrintJob {
            bytes: b"",
            ..sound
        },
        PrintJob {
            id: "号 1",
            ..sound
        },
    ] {
        let refused = printer.submit(&bad);
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::Refused)));
    }
    assert_eq!(simulated.received(), [], "not even a question");
}

#[test]
fn a_ticket_of_another_life_of_the_program_is_unknown() {
    let simulated = TicketPrinter::on_network(TicketState::Well).unwrap();
    let mut printer = open(&simulated.link(), PATIENT);
    let unknown = Ok(Progress::Unknown(Reason::Lost));
    assert_eq!(printer.progress("0198-1"), unknown);
    assert_eq!(printer.cancel("0198-1"), unknown);
    let doubt = Err(PrinterError::InDoubt(Reason::Lost));
    assert_eq!(printer.find("0198-1"), doubt);
}

/// What is printed without an answer is printed a moment after it was sent.
fn wait_until(holds: impl Fn() -> bool) {
    while !holds() {
        std::thread::yield_now();
    }
}
