//! The queue at a window (叫号), the booking book (预约) and the hours of service.

mod bookings;
mod found;
mod hours;
mod overrides;
mod paper;
mod restored;

use chrono::TimeDelta;
use yichuang_app::{
    Clock as _,
    ipc::{
        AddBooking, BookingBook, BookingDay, CallTicket, ErrorCode, Nothing, PaperRef, QueueBoard,
        ResidentScreen, SendTicket, TakeTicket, TicketRef, TicketRow, TicketTaken,
    },
};
use yichuang_tests::kit::{Counter, Who, pdf_text};

const GUEST: &str = "样例预约人";
const PHONE: &str = "13800006120";

fn take_as(counter: &Counter, priority: &str, booking: &str) -> TicketTaken {
    let taken = counter.desk.take_ticket(TakeTicket {
        business: "A".to_owned(),
        priority: priority.to_owned(),
        booking: booking.to_owned(),
    });
    taken.unwrap()
}

/// Somebody without priority or booking takes a ticket.
fn take(counter: &Counter) -> TicketRow {
    take_as(counter, "", "").ticket
}

fn board(counter: &Counter) -> QueueBoard {
    counter.desk.queue_board(Nothing {}).unwrap()
}

fn waiting(board: &QueueBoard) -> Vec<&str> {
    board
        .waiting
        .iter()
        .map(|one| one.number.as_str())
        .collect()
}

fn serving(board: &QueueBoard) -> Option<&str> {
    board.serving.as_ref().map(|one| one.number.as_str())
}

fn screen(counter: &Counter) -> ResidentScreen {
    counter.desk.resident_screen(Nothing {}).unwrap()
}

fn next(counter: &Counter) -> QueueBoard {
    counter.desk.call_next(Nothing {}).unwrap()
}

fn back(counter: &Counter, id: &str) -> QueueBoard {
    let id = id.to_owned();
    counter.desk.return_ticket(TicketRef { id }).unwrap()
}

fn out_of_turn(id: &str, reason: &str) -> CallTicket {
    CallTicket {
        id: id.to_owned(),
        reason: reason.to_owned(),
    }
}

fn booking(day: &str, at: &str) -> AddBooking {
    AddBooking {
        day: day.to_owned(),
        at: at.to_owned(),
        name: GUEST.to_owned(),
        phone: PHONE.to_owned(),
        business: "A".to_owned(),
        about: "高龄津贴".to_owned(),
    }
}

/// The first day of a week of the book.
fn first_day(book: BookingBook) -> BookingDay {
    book.days.into_iter().next().unwrap()
}

#[test]
fn bookings_come_before_priority_and_priority_before_the_order_of_taking() {
    let counter = Counter::open();
    let book = counter.desk.add_booking(booking("2026-11-23", "09:30"));
    let booked = first_day(book.unwrap()).rows[0].id.clone();
    counter.pass(TimeDelta::minutes(10));
    take(&counter);
    counter.pass(TimeDelta::minutes(5));
    let elder = take_as(&counter, "age", "");
    assert_eq!((elder.ahead, elder.ticket.number.as_str()), (0, "A002"));
    let guest = take_as(&counter, "", &booked);
    assert_eq!(guest.ticket.booked.as_deref(), Some("09:30"));
    assert_eq!(guest.ticket.name, GUEST);
    let now = board(&counter);
    assert_eq!(waiting(&now), ["A003", "A002", "A001"]);
    assert!(now.open);
    assert_eq!(now.hours, ["09:00–12:00", "13:00–17:00"]);
    assert_eq!(now.businesses[0].waiting, 3);

    assert_eq!(serving(&next(&counter)), Some("A003"));
    assert_eq!(waiting(&board(&counter)), ["A002", "A001"]);
    counter.pass(TimeDelta::minutes(6));
    let now = next(&counter);
    assert_eq!(serving(&now), Some("A002"));
    assert_eq!(now.served, 1, "whoever was at the window is done with");
    let waits = (now.average_wait, now.longest_wait);
    assert_eq!(waits, (Some(3), Some(11)), "0 and 6 called, 11 still there");
    counter.assert_sound();
}

#[test]
fn whoever_missed_goes_to_the_end_and_whoever_was_held_keeps_their_place() {
    let counter = Counter::open();
    let elder = take_as(&counter, "disability", "").ticket;
    let (first, _, _) = (take(&counter), take(&counter), take(&counter));
    next(&counter);
    counter.desk.hold_ticket(Nothing {}).unwrap();
    next(&counter);
    for _ in 0..2 {
        counter.desk.call_again(Nothing {}).unwrap();
    }
    let now = counter.desk.miss_ticket(Nothing {}).unwrap();
    assert_eq!(
        (now.missed[0].number.as_str(), now.missed[0].calls),
        ("A002", 3)
    );
    assert_eq!(now.held[0].number, "A001");
    assert_eq!(waiting(&now), ["A003", "A004"]);

    assert_eq!(
        waiting(&back(&counter, &first.id)),
        ["A003", "A004", "A002"]
    );
    let now = back(&counter, &elder.id);
    assert_eq!(waiting(&now), ["A001", "A003", "A004", "A002"]);
    let twice = counter.desk.return_ticket(TicketRef { id: first.id });
    assert_eq!(twice.unwrap_err().code, ErrorCode::TicketMoved);

    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    assert_eq!(waiting(&board(&counter)), ["A001", "A003", "A004", "A002"]);
    assert_eq!(take(&counter).number, "A005", "no number twice");
}

#[test]
fn a_call_out_of_turn_has_a_reason_and_is_counted() {
    let counter = Counter::open();
    let (first, second) = (take(&counter), take(&counter));
    let unsaid = counter.desk.call_ticket(out_of_turn(&second.id, " "));
    assert_eq!(unsaid.unwrap_err().problems[0].field, "reason");
    assert!(board(&counter).serving.is_none());
    let now = counter
        .desk
        .call_ticket(out_of_turn(&second.id, "要赶班车"));
    let now = now.unwrap();
    assert_eq!((serving(&now), now.overrides), (Some("A002"), 1));
    let gone = counter
        .desk
        .call_ticket(out_of_turn(&second.id, "再来一次"));
    assert_eq!(gone.unwrap_err().code, ErrorCode::TicketMoved);
    assert_eq!(serving(&board(&counter)), Some("A002"), "still there");
    let now = counter.desk.call_ticket(out_of_turn(&first.id, "轮到了"));
    assert_eq!(
        now.unwrap().overrides,
        1,
        "whoever is next is called in turn"
    );
}

#[test]
fn whoever_is_sent_to_another_window_has_left_this_queue() {
    let counter = Counter::open();
    take(&counter);
    next(&counter);
    let nowhere = counter.desk.send_ticket(SendTicket {
        window: "  ".to_owned(),
    });
    assert_eq!(nowhere.unwrap_err().problems[0].field, "window");
    let sent = counter.desk.send_ticket(SendTicket {
        window: "5 号社保窗口".to_owned(),
    });
    let sent = sent.unwrap();
    assert_eq!((serving(&sent), sent.served), (None, 1));
    take(&counter);
    next(&counter);
    let done = counter.desk.finish_ticket(Nothing {}).unwrap();
    assert_eq!((serving(&done), done.served), (None, 2));
}

#[test]
fn nobody_to_call_and_nobody_at_the_window_are_said_and_change_nothing() {
    let counter = Counter::open();
    let nobody = counter.desk.call_next(Nothing {}).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::QueueEmpty);
    let desk = &counter.desk;
    for refused in [
        desk.call_again(Nothing {}),
        desk.miss_ticket(Nothing {}),
        desk.hold_ticket(Nothing {}),
        desk.finish_ticket(Nothing {}),
    ] {
        assert_eq!(refused.unwrap_err().code, ErrorCode::NobodyAtWindow);
    }
    take(&counter);
    next(&counter);
    let nobody = counter.desk.call_next(Nothing {}).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::QueueEmpty);
    assert_eq!(
        serving(&board(&counter)),
        Some("A001"),
        "still at the window"
    );
    let unknown = counter.desk.take_ticket(TakeTicket {
        business: "B".to_owned(),
        priority: String::new(),
        booking: String::new(),
    });
    assert_eq!(unknown.unwrap_err().problems[0].field, "business");
    counter.sign_in(Who::Administrator);
    let refused = counter.desk.queue_board(Nothing {}).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
}

#[test]
fn residents_see_a_number_and_every_call_and_nobodys_name() {
    let counter = Counter::open();
    let book = counter.desk.add_booking(booking("2026-11-23", "09:30"));
    let booked = first_day(book.unwrap()).rows[0].id.clone();
    counter.pass(TimeDelta::minutes(20));
    take_as(&counter, "", &booked);
    assert_eq!(
        (screen(&counter).serving, screen(&counter).calls),
        (None, 0)
    );
    next(&counter);
    let shown = screen(&counter);
    assert_eq!((shown.serving.as_deref(), shown.calls), (Some("A001"), 1));
    counter.desk.call_again(Nothing {}).unwrap();
    assert_eq!(screen(&counter).calls, 2);
    let whole = serde_json::to_string(&screen(&counter)).unwrap();
    assert!(!whole.contains(GUEST), "{whole}");
    counter.desk.lock(Nothing {}).unwrap();
    assert_eq!(screen(&counter).serving.as_deref(), Some("A001"));
}

#[test]
fn a_ticket_says_whose_turn_it_is_names_nobody_and_leaves_the_journal_alone() {
    let counter = Counter::open();
    take(&counter);
    let entries = counter.desk.verify_journal().unwrap().entries;
    let book = counter.desk.add_booking(booking("2026-11-23", "11:00"));
    let booked = first_day(book.unwrap()).rows[0].id.clone();
    let taken = take_as(&counter, "pregnancy", &booked);
    assert_eq!(taken.ahead, 0, "too early for the booking, with priority");
    assert_eq!(taken.paper.title, "排队号票");
    let pdf = counter.desk.paper_pdf(PaperRef {
        id: taken.paper.id.clone(),
    });
    let text = pdf_text(&pdf.unwrap());
    for told in ["A002", "优先：孕妇", "前面等候", "综合", "排到队尾"] {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(!text.contains(GUEST), "{text}");
    next(&counter);
    let after = counter.desk.verify_journal().unwrap().entries;
    assert_eq!(after, entries, "the queue is this terminal's alone");
    counter.assert_sound();
}

#[test]
fn every_day_begins_with_the_first_number_and_an_empty_queue() {
    let counter = Counter::open();
    take(&counter);
    take(&counter);
    next(&counter);
    counter.pass(TimeDelta::days(1));
    let now = board(&counter);
    assert!(now.waiting.is_empty() && now.serving.is_none());
    assert_eq!((now.served, now.longest_wait), (0, None));
    assert_eq!(screen(&counter).serving, None);
    assert_eq!(take(&counter).number, "A001");
    // A clock put back by a day gives none of that day's numbers again.
    counter.clock.set(counter.clock.now() - TimeDelta::days(1));
    assert_eq!(take(&counter).number, "A003");
}
