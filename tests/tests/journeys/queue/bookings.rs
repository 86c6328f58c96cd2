//! The booking book.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AddBooking, ApiError, BookingBook, BookingDay, BookingRef, ErrorCode, ShowBookings, TakeTicket,
};
use yichuang_tests::kit::{Counter, Who};

use super::{GUEST, board, booking, first_day, take, take_as, waiting};

fn show(counter: &Counter, from: &str) -> BookingBook {
    let from = from.to_owned();
    counter.desk.show_bookings(ShowBookings { from }).unwrap()
}

fn add(counter: &Counter, day: &str, at: &str) -> Result<BookingDay, ApiError> {
    let book = counter.desk.add_booking(booking(day, at))?;
    Ok(first_day(book))
}

fn rule(refused: Result<BookingDay, ApiError>) -> (ErrorCode, String, String) {
    let refused = refused.unwrap_err();
    let problem = &refused.problems[0];
    (refused.code, problem.field.clone(), problem.rule.clone())
}

#[test]
fn the_book_shows_a_week_with_what_is_taken_and_what_can_still_be_had() {
    let counter = Counter::open();
    add(&counter, "2026-11-23", "10:00").unwrap();
    let book = show(&counter, "");
    assert_eq!(book.days.len(), 7);
    let today = &book.days[0];
    let (morning, afternoon) = (&today.halves[0], &today.halves[1]);
    assert_eq!(
        (today.date.as_str(), morning.half.as_str()),
        ("2026-11-23", "morning")
    );
    assert_eq!((morning.taken, morning.places, afternoon.taken), (1, 8, 0));
    assert_eq!(morning.times[0], "09:30", "nine o'clock is now");
    assert_eq!(afternoon.times.len(), 8);
    let row = &today.rows[0];
    assert_eq!((row.at.as_str(), row.state.as_str()), ("10:00", "booked"));
    assert_eq!(
        (row.name.as_str(), row.phone_masked.as_str()),
        (GUEST, "138****6120")
    );
    let saturday = &book.days[5];
    assert!(
        saturday
            .halves
            .iter()
            .all(|half| half.places == 0 && half.times.is_empty())
    );
}

#[test]
fn half_a_day_is_full_when_its_places_are_taken_and_a_cancelled_one_is_free_again() {
    let counter = Counter::open();
    let mut last = add(&counter, "2026-11-24", "09:00").unwrap();
    for _ in 1..8 {
        last = add(&counter, "2026-11-24", "10:30").unwrap();
    }
    assert!(last.halves[0].times.is_empty());
    let full = ("at".to_owned(), "full".to_owned());
    let refused = rule(add(&counter, "2026-11-24", "11:30"));
    assert_eq!((refused.1, refused.2), full);
    assert_eq!(refused.0, ErrorCode::TimeTaken);
    add(&counter, "2026-11-24", "13:00").expect("the afternoon has places of its own");

    let id = last.rows[0].id.clone();
    let cancel = || counter.desk.cancel_booking(BookingRef { id: id.clone() });
    let book = first_day(cancel().unwrap());
    assert_eq!(
        (book.rows[0].state.as_str(), book.halves[0].taken),
        ("cancelled", 7)
    );
    assert_eq!(cancel().unwrap_err().code, ErrorCode::TicketMoved);
    add(&counter, "2026-11-24", "11:30").unwrap();
    counter.assert_sound();
}

#[test]
fn a_time_that_is_over_closed_or_far_is_refused_by_its_field() {
    let counter = Counter::open();
    for (day, at, field, why) in [
        ("2026-11-23", "09:00", "at", "over"),
        ("2026-11-20", "09:00", "day", "over"),
        ("2026-11-28", "09:00", "day", "closed"),
        ("2026-11-24", "12:00", "at", "time"),
        ("2026-12-24", "09:00", "day", "far"),
    ] {
        let refused = rule(add(&counter, day, at));
        let expected = (ErrorCode::TimeTaken, field.to_owned(), why.to_owned());
        assert_eq!(refused, expected, "{day} {at}");
    }
    let wrong = counter.desk.add_booking(AddBooking {
        name: " ".to_owned(),
        phone: "12".to_owned(),
        business: "B".to_owned(),
        about: "电话 13800006120".to_owned(),
        day: "后天".to_owned(),
        at: "早上".to_owned(),
    });
    let wrong = wrong.unwrap_err();
    assert_eq!(wrong.code, ErrorCode::Invalid);
    let fields: Vec<_> = wrong
        .problems
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    assert_eq!(fields, ["name", "phone", "business", "about", "day", "at"]);
    assert!(
        show(&counter, "2026-11-23")
            .days
            .iter()
            .all(|day| day.rows.is_empty())
    );
}

#[test]
fn whoever_comes_with_a_booking_has_one_ticket_and_out_of_time_no_advantage() {
    let counter = Counter::open();
    let early = add(&counter, "2026-11-23", "09:30").unwrap().rows[0]
        .id
        .clone();
    let tomorrow = add(&counter, "2026-11-24", "09:00").unwrap().rows[0]
        .id
        .clone();
    take(&counter);
    counter.pass(TimeDelta::minutes(46));
    take_as(&counter, "", &early);
    assert_eq!(
        waiting(&board(&counter)),
        ["A001", "A002"],
        "sixteen minutes late"
    );
    assert_eq!(show(&counter, "").days[0].rows[0].state, "arrived");
    for id in [early.as_str(), tomorrow.as_str(), "nobody"] {
        let refused = counter.desk.take_ticket(TakeTicket {
            business: String::new(),
            priority: String::new(),
            booking: id.to_owned(),
        });
        assert_eq!(refused.unwrap_err().code, ErrorCode::TicketMoved, "{id}");
    }
    counter.pass(TimeDelta::days(2));
    let book = show(&counter, "2026-11-23");
    let state = |at: usize| book.days[at].rows[0].state.clone();
    assert_eq!(
        (state(0), state(1)),
        ("arrived".to_owned(), "missed".to_owned())
    );
}

#[test]
fn who_booked_is_forgotten_after_thirty_days_and_the_row_still_counts() {
    let counter = Counter::open();
    let booked = add(&counter, "2026-11-23", "09:30").unwrap().rows[0]
        .id
        .clone();
    add(&counter, "2026-11-24", "09:30").unwrap();
    take_as(&counter, "", &booked);
    counter.pass(TimeDelta::days(31));
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    let book = show(&counter, "2026-11-23");
    let gone = &book.days[0].rows[0];
    let told = (
        gone.name.as_str(),
        gone.phone_masked.as_str(),
        gone.about.as_str(),
    );
    assert_eq!(told, ("", "", ""));
    assert_eq!(
        (gone.state.as_str(), book.days[0].halves[0].taken),
        ("arrived", 1)
    );
    assert_eq!(book.days[1].rows[0].name, GUEST, "a day later");
    counter.assert_sound();
}
