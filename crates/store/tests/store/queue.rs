//! Tickets and bookings as they are kept.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use yichuang_domain::{
    OperatorId, Phone,
    queue::{BookingState, LineLetter, TicketAct, TicketState},
};
use yichuang_store::{NewBooking, NewTicket, QueueAct, Store, StoreError};

use crate::support::*;

const CLERK: OperatorId = OperatorId(Uuid::from_u128(0xc1));
const GUEST: &str = "样例预约人";

fn nine() -> DateTime<Utc> {
    "2026-11-23T01:00:00Z".parse().unwrap()
}

fn act_on(ticket: u128, what: TicketAct, minutes: i64) -> QueueAct {
    QueueAct {
        ticket: Uuid::from_u128(ticket),
        at: nine() + TimeDelta::minutes(minutes),
        operator: CLERK,
        what,
        reason: None,
    }
}

fn take(store: &Store, ticket: u128, on: &str, booking: Option<u128>) -> Result<(), StoreError> {
    take_above(store, ticket, on, booking, 0)
}

fn take_above(
    store: &Store,
    ticket: u128,
    on: &str,
    booking: Option<u128>,
    above: u32,
) -> Result<(), StoreError> {
    let new = NewTicket {
        day: day(on),
        line: LineLetter::A,
        business: "综合",
        priority: None,
        booking: booking.map(Uuid::from_u128),
        above,
    };
    let act = act_on(ticket, TicketAct::Take, 0);
    store.write(|tx| tx.take_ticket(&act, &new))
}

fn book(store: &Store, booking: u128, on: &str) {
    let new = NewBooking {
        id: Uuid::from_u128(booking),
        day: day(on),
        at: "10:30:00".parse().unwrap(),
        line: LineLetter::A,
        name: GUEST.to_owned(),
        phone: Phone::parse("13800006120").unwrap(),
        about: "高龄津贴".to_owned(),
    };
    assert!(!format!("{new:?}").contains(GUEST));
    let kept = store.write(|tx| tx.add_booking(&new, nine(), CLERK));
    kept.unwrap();
}

fn numbers(store: &Store, on: &str) -> Vec<String> {
    let tickets = store.read(|read| read.queue_of(day(on))).unwrap();
    tickets.iter().map(|one| one.number.to_string()).collect()
}

#[test]
fn numbers_of_a_line_run_by_the_day_and_a_failed_write_uses_none() {
    let desk = Desk::new();
    let store = desk.store();
    for ticket in 1..=2 {
        take(store, ticket, "2026-11-23", None).unwrap();
    }
    assert!(
        take(store, 2, "2026-11-23", None).is_err(),
        "that id is taken"
    );
    take(store, 3, "2026-11-24", None).unwrap();
    take(store, 4, "2026-11-23", None).unwrap();
    assert_eq!(numbers(store, "2026-11-23"), ["A001", "A002", "A003"]);
    assert_eq!(numbers(store, "2026-11-24"), ["A001"]);
}

#[test]
fn a_number_is_above_what_is_asked_for_and_above_the_last_of_its_line() {
    let desk = Desk::new();
    let store = desk.store();
    take(store, 1, "2026-11-23", None).unwrap();
    take_above(store, 2, "2026-11-23", None, 3_215).unwrap();
    take_above(store, 3, "2026-11-23", None, 3_215).unwrap();
    take(store, 4, "2026-11-23", None).unwrap();
    let expected = ["A001", "A3216", "A3217", "A3218"];
    assert_eq!(numbers(store, "2026-11-23"), expected);
    let first = store.read(|read| read.epoch_after_first()).unwrap();
    assert_eq!(first, None, "nothing was lost");
}

#[test]
fn a_ticket_stands_as_its_acts_say_and_they_are_never_changed() {
    let desk = Desk::new();
    let store = desk.store();
    take(store, 1, "2026-11-23", None).unwrap();
    for (what, minutes) in [(TicketAct::Call, 5), (TicketAct::Miss, 7)] {
        let kept = store.write(|tx| tx.act_on_ticket(&act_on(1, what, minutes)));
        kept.unwrap();
    }
    let id = Uuid::from_u128(1);
    let found = store.read(|read| read.queue_ticket(id)).unwrap().unwrap();
    assert_eq!(found.standing.state, TicketState::Missed);
    assert_eq!(found.standing.waited(nine() + TimeDelta::hours(3)), 5);
    let acts = store.read(|read| read.queue_acts(id)).unwrap();
    let told: Vec<_> = acts.iter().map(|act| (act.what, act.operator)).collect();
    let expected = [TicketAct::Take, TicketAct::Call, TicketAct::Miss];
    assert_eq!(told, expected.map(|what| (what, CLERK)));
}

#[test]
fn acts_that_contradict_each_other_are_damage_and_not_a_guess() {
    let desk = Desk::new();
    let store = desk.store();
    take(store, 1, "2026-11-23", None).unwrap();
    let kept = store.write(|tx| tx.act_on_ticket(&act_on(1, TicketAct::Finish, 1)));
    kept.unwrap();
    let refused = store.read(|read| read.queue_of(day("2026-11-23")));
    assert!(matches!(refused, Err(StoreError::Damaged(_))));
}

#[test]
fn a_booking_has_one_ticket_and_loses_its_name_but_not_its_row() {
    let desk = Desk::new();
    let store = desk.store();
    book(store, 7, "2026-11-23");
    book(store, 8, "2026-11-24");
    take(store, 1, "2026-11-23", Some(7)).unwrap();
    assert!(take(store, 2, "2026-11-23", Some(7)).is_err());
    let read = |id: u128| {
        let found = store.read(|read| read.booking(Uuid::from_u128(id)));
        found.unwrap().unwrap()
    };
    assert_eq!(read(7).state(day("2026-11-23")), BookingState::Arrived);
    let shown = format!(
        "{:?} {:?}",
        read(7),
        store.read(|r| r.queue_of(day("2026-11-23")))
    );
    assert!(!shown.contains(GUEST), "{shown}");

    let erased = store.write(|tx| tx.erase_bookings(day("2026-11-24")));
    assert_eq!(erased.unwrap(), 1);
    let gone = read(7);
    assert!(gone.name.is_none() && gone.phone.is_none() && gone.about.is_none());
    assert_eq!(gone.state(day("2026-11-25")), BookingState::Arrived);
    assert_eq!(read(8).name.as_deref(), Some(GUEST));
    let ticket = store.read(|read| read.queue_ticket(Uuid::from_u128(1)));
    assert_eq!(ticket.unwrap().unwrap().name, None);
    rebuilt(store);
}

/// The queue is part of no rebuild.
fn rebuilt(store: &Store) {
    store.write(|tx| tx.rebuild()).unwrap();
    assert_eq!(numbers(store, "2026-11-23"), ["A001"]);
}

#[test]
fn a_case_taken_in_outside_the_ordinary_hours_is_marked_after_a_rebuild_too() {
    let desk = Desk::new();
    let store = desk.store();
    let number = store.write(|tx| tx.next_number(day("2026-11-28"))).unwrap();
    let mut body = received(number, "王秀兰");
    let plain = serde_json::to_value(&body).unwrap();
    assert!(
        plain.get("out_of_hours").is_none(),
        "as before there was one"
    );
    body.out_of_hours = true;
    append(store, Some(case_id(1)), body);
    let marked = || {
        let found = store.read(|read| read.case(case_id(1)));
        found.unwrap().unwrap().out_of_hours
    };
    assert!(marked());
    let live = store.read(|read| read.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
    assert!(marked());
}
