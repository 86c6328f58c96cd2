//! Printers that say what no printer says. Everything ends by itself, with a reason.
#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use proptest::prelude::*;
use yichuang_device::printer::{
    Condition, JobFormat, Media, PrintJob, Printer, PrinterError, PrinterLink, PrinterTimings,
    Progress, Reason, open,
};
use yichuang_device::simulator::{IppFault, IppOperation, IppPrinter};

const TIMINGS: PrinterTimings = PrinterTimings {
    connect: Duration::from_secs(20),
    reply: Duration::from_secs(20),
    status: Duration::from_secs(20),
    stall: Duration::from_secs(20),
    job: Duration::from_secs(60),
    settle: Duration::ZERO,
};

fn job(format: JobFormat) -> PrintJob<'static> {
    PrintJob {
        title: "试打页",
        bytes: b"content",
        format,
        media: Media::A4,
        id: "1",
    }
}

/// Listens and does `talk` with each caller until the test ends.
fn server(talk: impl Fn(TcpStream) + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || listener.incoming().flatten().for_each(talk));
    address
}

/// A print service that answers every request with these bytes, however often, until nobody
/// listens any more.
fn http_server(head: &'static str, body: &'static [u8], is_endless: bool) -> Box<dyn Printer> {
    let address = server(move |mut caller| {
        let mut request = [0; 64 * 1024];
        if caller.read(&mut request).is_err() || caller.write_all(head.as_bytes()).is_err() {
            return;
        }
        while caller.write_all(body).is_ok() && is_endless {}
    });
    let uri = format!("ipp://{address}/printers/a");
    open(&PrinterLink::Ipp { uri }, TIMINGS)
}

fn assert_nothing_believed(printer: &mut dyn Printer) {
    assert!(matches!(printer.condition(), Condition::Unreachable(_)));
    let refused = printer.submit(&job(JobFormat::Pdf));
    assert!(matches!(refused, Err(PrinterError::NotSent(_))));
    let progress = printer.progress("1");
    assert!(matches!(progress, Err(PrinterError::NoAnswer(_))));
}

#[test]
fn an_answer_without_end_is_cut_off() {
    for (head, body) in [
        ("HTTP/1.1 200 OK\r\n\r\n", &[0x44; 4096][..]),
        ("HTTP/1.1 200 OK\r\nX: ", &[b'x'; 4096]),
        ("", &[b'H'; 4096]),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"10\r\n0123456789abcdef\r\n",
        ),
    ] {
        assert_nothing_believed(http_server(head, body, true).as_mut());
    }
}

#[test]
fn an_answer_that_is_no_answer_is_not_believed() {
    for (head, body) in [
        ("", &b""[..]),
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b""),
        ("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", b"short"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
            b"short",
        ),
        (
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
            b"",
        ),
        ("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", b""),
        (
            // An answer to another question.
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
            b"\x01\x01\x00\x00\x00\x00\x7f\xff\x03",
        ),
    ] {
        assert_nothing_believed(http_server(head, body, false).as_mut());
    }
}

#[test]
fn a_service_that_wants_a_password_refuses() {
    for status in [401, 403] {
        let service = IppPrinter::start().unwrap();
        service.inject(IppOperation::PrintJob, IppFault::Http(status));
        let refused = open(&service.link(), TIMINGS).submit(&job(JobFormat::Pdf));
        assert_eq!(refused, Err(PrinterError::NotSent(Reason::Refused)));
        assert_eq!(service.received(), []);
    }
}

#[test]
fn attributes_larger_than_any_printers_are_not_read() {
    let mut huge = b"\x01\x01\x00\x00\x00\x00\x00\x01\x04".to_vec();
    for _ in 0..100_000 {
        huge.extend(b"\x34\x00\x01c\x00\x00");
    }
    let service = IppPrinter::start().unwrap();
    let garbage = IppFault::Garbage(huge);
    service.inject(IppOperation::GetPrinterAttributes, garbage);
    let mut printer = open(&service.link(), TIMINGS);
    let condition = printer.condition();
    assert_eq!(condition, Condition::Unreachable(Reason::SpoolerGone));
    assert_eq!(
        printer.condition(),
        Condition::Ready,
        "the next is asked afresh"
    );
}

#[test]
fn garbage_after_the_document_leaves_the_job_where_it_can_be_found() {
    let service = IppPrinter::start().unwrap();
    let garbage = IppFault::Garbage(b"thanks".to_vec());
    service.inject(IppOperation::PrintJob, garbage);
    let doubt = open(&service.link(), TIMINGS).submit(&job(JobFormat::Pdf));
    assert_eq!(doubt, Err(PrinterError::InDoubt(Reason::Lost)));
}

#[test]
fn a_ticket_printer_that_chatters_on_is_not_listened_to_for_ever() {
    for noise in [&[0xFF; 512][..], &[0x12; 512]] {
        let address = server(move |mut caller| while caller.write_all(noise).is_ok() {});
        let link = PrinterLink::TicketNetwork { address };
        let timings = PrinterTimings {
            status: Duration::from_millis(200),
            ..TIMINGS
        };
        let mut printer = open(&link, timings);
        let condition = printer.condition();
        assert!(
            matches!(condition, Condition::Silent | Condition::Ready),
            "{condition:?}"
        );
        // Nobody can say what becomes of a ticket there; only that asking ends.
        let _ = printer.submit(&job(JobFormat::EscPos));
    }
}

#[test]
fn a_ticket_printer_that_hangs_up_at_once_gets_nothing() {
    let link = PrinterLink::TicketNetwork {
        address: server(drop),
    };
    let mut printer = open(&link, TIMINGS);
    let refused = printer.submit(&job(JobFormat::EscPos));
    assert_eq!(refused, Err(PrinterError::NotSent(Reason::NotReached)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_make_a_job_done_that_the_printer_never_had(
        body in prop::collection::vec(any::<u8>(), 0..120),
        is_framed in any::<bool>(),
    ) {
        let service = IppPrinter::start().unwrap();
        let head = if is_framed { &b"\x01\x01\x00\x00\x00\x00\x00\x01\x02"[..] } else { b"" };
        let garbage = IppFault::Garbage([head, &body].concat());
        service.inject(IppOperation::GetJobAttributes, garbage);
        let progress = open(&service.link(), TIMINGS).progress("1");
        prop_assert!(!matches!(progress, Ok(Progress::Done)));
    }
}
