//! The number of a ticket, the code on it, and who waits before whom.

use chrono::{DateTime, NaiveTime, Utc};
use yichuang_domain::queue::{Standing, TicketAct, TicketCode, TicketCodeProblem, TicketNumber};

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// The moment it is that time in China on Monday, 23 November 2026.
fn monday(clock: &str) -> DateTime<Utc> {
    format!("2026-11-23T{clock}:00+08:00").parse().unwrap()
}

#[test]
fn a_number_is_read_in_its_one_form() {
    for text in ["A001", "B120", "Z9999", "A10801"] {
        let number: TicketNumber = text.parse().unwrap();
        assert_eq!(number.to_string(), text);
    }
    for wrong in [
        "", "A", "A1", "A000", "A0017", "a001", "A-01", "0012", "甲001", "A123456",
    ] {
        assert!(wrong.parse::<TicketNumber>().is_err(), "{wrong}");
    }
}

#[test]
fn a_code_names_one_ticket_of_one_machine_and_day_and_a_slip_of_the_finger_is_seen() {
    let code = TicketCode {
        terminal: "LY03".parse().unwrap(),
        day: "2026-11-23".parse().unwrap(),
        number: "A017".parse().unwrap(),
    };
    let text = code.to_string();
    assert_eq!(text, "LY03-20261123-A017-V");
    assert_eq!(text.parse(), Ok(code.clone()));
    assert_eq!(" ly03-20261123-a017-v ".parse(), Ok(code));
    for slip in [
        "LY03-20261123-A071-V",
        "LY08-20261123-A017-V",
        "LY03-20261124-A017-V",
    ] {
        assert_eq!(
            slip.parse::<TicketCode>(),
            Err(TicketCodeProblem::Check),
            "{slip}"
        );
    }
    for other in [
        "",
        "A017",
        "LY03-20261123-0017-V",
        "LY03-20261323-A017-V",
        "LY03-20261123-A017",
    ] {
        assert_eq!(
            other.parse::<TicketCode>(),
            Err(TicketCodeProblem::Form),
            "{other}"
        );
    }
}

#[test]
fn numbers_that_go_on_after_a_loss_are_past_every_number_given_before_and_rise_with_the_day() {
    let by = |clock| TicketNumber::never_reached_by(time(clock));
    assert!(by("08:30") > 1_000, "a busy morning does not reach it");
    // Restored twice, with a ticket every twelve seconds between.
    assert!(by("10:42") + 5 * 18 <= by("11:00"));
    assert!(by("23:59") < 10_000, "four digits");
    assert!(by("00:00") > 0);
}

#[test]
fn whoever_waits_with_an_earlier_turn_comes_before_and_nobody_else_does() {
    let first = Standing::taken(1, monday("09:00"), None, None);
    let second = Standing::taken(2, monday("09:01"), None, None);
    assert!(first.waits_before(&second) && !second.waits_before(&first));
    let called = first.after(3, monday("09:02"), TicketAct::Call).unwrap();
    assert!(!called.waits_before(&second), "they are at the window");
}
