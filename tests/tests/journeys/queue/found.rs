//! A ticket found by the code on it.

use chrono::TimeDelta;
use yichuang_app::ipc::{FindTicket, TicketFound};
use yichuang_domain::queue::TicketCode;
use yichuang_tests::kit::{Counter, pdf_text};

use super::{next, take_as};

fn find(counter: &Counter, code: &str) -> TicketFound {
    let code = code.to_owned();
    counter.desk.find_ticket(FindTicket { code }).unwrap()
}

/// The code on the paper of the first ticket.
fn printed_code(counter: &Counter) -> (String, TicketCode) {
    let taken = take_as(counter, "", "");
    let id = taken.paper.id;
    let pdf = counter.desk.paper_pdf(yichuang_app::ipc::PaperRef { id });
    let text = pdf_text(&pdf.unwrap());
    let code = text
        .split_whitespace()
        .find_map(|word| word.parse::<TicketCode>().ok());
    (taken.ticket.id, code.expect("a code on the ticket"))
}

#[test]
fn the_code_on_a_ticket_and_its_bare_number_lead_to_its_row() {
    let counter = Counter::open();
    let (id, code) = printed_code(&counter);
    assert_eq!(
        (code.terminal.as_str(), code.number.to_string().as_str()),
        ("LY03", "A001")
    );
    for typed in [
        code.to_string(),
        code.to_string().to_lowercase(),
        " a001 ".to_owned(),
    ] {
        let found = find(&counter, &typed);
        assert_eq!(found.place, "here", "{typed}");
        assert_eq!(found.ticket.unwrap().id, id, "{typed}");
    }
    next(&counter);
    let found = find(&counter, &code.to_string());
    assert_eq!(found.ticket.unwrap().state, "serving");
}

#[test]
fn a_ticket_of_another_day_another_machine_or_nobody_says_so() {
    let counter = Counter::open();
    let (_, code) = printed_code(&counter);
    let elsewhere = TicketCode {
        terminal: "LY04".parse().unwrap(),
        ..code.clone()
    };
    let found = find(&counter, &elsewhere.to_string());
    assert_eq!(
        (found.place.as_str(), found.terminal.as_str()),
        ("other_terminal", "LY04")
    );
    let never = TicketCode {
        number: "A050".parse().unwrap(),
        ..code.clone()
    };
    assert_eq!(find(&counter, &never.to_string()).place, "unknown");
    assert_eq!(find(&counter, "B001").place, "unknown");
    let mistyped = code.to_string().replace("A001", "A002");
    assert_eq!(find(&counter, &mistyped).place, "mistyped");
    let long = "A".repeat(5_000);
    for strange in [
        "",
        "高龄津贴",
        "LY03-20261123-0012-6",
        "LY03-20261399-A001-6",
        &long,
    ] {
        assert_eq!(find(&counter, strange).place, "no_code", "{strange}");
    }
    counter.pass(TimeDelta::days(1));
    let found = find(&counter, &code.to_string());
    assert_eq!(
        (found.place.as_str(), found.day.as_str()),
        ("other_day", "2026-11-23")
    );
    assert!(found.ticket.is_none());
}
