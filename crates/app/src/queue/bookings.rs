//! The booking book: looking, adding, cancelling; and forgetting who came.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;
use yichuang_domain::{
    Phone,
    alias::said,
    calendar::shanghai,
    queue::{BookingState, Half, LineLetter, ServiceHours, check_booking, times},
    role::Act,
    text::check,
};
use yichuang_store::{Booking, NewBooking, Reader};

use super::{board::whole, hours::service_hours, not_bookable, wrong};
use crate::{
    Desk, clock,
    ipc::{
        AddBooking, ApiError, BookingBook, BookingDay, BookingRef, BookingRow, ChangedKind,
        ErrorCode, HalfDay, ShowBookings,
    },
    report::{Outcome, field_problem},
};

/// Days of the book that are shown at once.
const SHOWN_DAYS: u64 = 7;
/// Days after a booking's own until what names somebody is erased.
const KEPT_DAYS: i64 = 30;
/// Most characters of a name, and of what somebody comes for.
const LONGEST_NAME: usize = 50;
const LONGEST_ABOUT: usize = 50;
const TIME: &str = "%H:%M";

impl Desk {
    /// Seven days of the booking book.
    ///
    /// # Errors
    /// `CASE-001` naming `from`, `OPS-…`.
    pub fn show_bookings(&self, input: ShowBookings) -> Outcome<BookingBook> {
        self.allowed(Act::Queue)?;
        let now = self.now();
        let from = match input.from.trim() {
            "" => clock::day(now),
            day => day.parse().map_err(|_| wrong("from", "not_a_date"))?,
        };
        self.store()?.read(|read| book(read, from, now))
    }

    /// Books a time. Gives the week from that day on.
    ///
    /// # Errors
    /// `CASE-001` naming `name`, `phone`, `business`, `about`, `day` or `at`; `QUEUE-004` naming `day`
    /// or `at` with `over`, `far`, `closed`, `time` or `full`; `OPS-…`.
    pub fn add_booking(&self, input: AddBooking) -> Outcome<BookingBook> {
        let operator = self.allowed(Act::Queue)?;
        let (id, now) = (self.fresh_id()?, self.now());
        let book = self.store()?.write(|tx| -> Outcome<BookingBook> {
            let hours = service_hours(tx)?;
            let new = read_booking(&input, id, &hours)?;
            let half = Half::of(new.at);
            let standing = standing(&tx.bookings(new.day, new.day)?, half, clock::day(now));
            check_booking(&hours, new.day.and_time(new.at), shanghai(now), standing)
                .map_err(|why| not_bookable(field_problem(why.field(), why.rule())))?;
            tx.add_booking(&new, now, operator.id)?;
            book(tx, new.day, now)
        })?;
        self.announce(ChangedKind::Queue, None);
        Ok(book)
    }

    /// Cancels a booking. Gives the week from its day on.
    ///
    /// # Errors
    /// `QUEUE-003` when it does not stand any more, `OPS-…`.
    pub fn cancel_booking(&self, input: BookingRef) -> Outcome<BookingBook> {
        let operator = self.allowed(Act::Queue)?;
        let now = self.now();
        let moved = || ApiError::new(ErrorCode::TicketMoved);
        let id: Uuid = input.id.parse().map_err(|_| moved())?;
        let book = self.store()?.write(|tx| -> Outcome<BookingBook> {
            let booked = |one: &Booking| one.state(clock::day(now)) == BookingState::Booked;
            let found = tx.booking(id)?.filter(booked).ok_or_else(moved)?;
            tx.cancel_booking(id, now, operator.id)?;
            book(tx, found.day, now)
        })?;
        self.announce(ChangedKind::Queue, None);
        Ok(book)
    }

    /// Erases who booked, thirty days after the day they were to come.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn forget_bookings(&self) -> Outcome<()> {
        let before = self.today() - TimeDelta::days(KEPT_DAYS);
        self.store()?.write(|tx| tx.erase_bookings(before))?;
        Ok(())
    }
}

fn read_booking(input: &AddBooking, id: Uuid, hours: &ServiceHours) -> Outcome<NewBooking> {
    let mut unread = Vec::new();
    let name = input.name.trim();
    match check(name, LONGEST_NAME) {
        _ if name.is_empty() => unread.push(field_problem("name", "required")),
        Err(_) => unread.push(field_problem("name", "too_long")),
        Ok(()) => {}
    }
    let mut noted = |field: &str, rule: &str| unread.push(field_problem(field, rule));
    let phone = Phone::parse(input.phone.trim());
    if phone.is_err() {
        let empty = input.phone.trim().is_empty();
        noted("phone", if empty { "required" } else { "phone" });
    }
    let line = input.business.parse::<LineLetter>().ok();
    let line = line.filter(|letter| hours.line(*letter).is_some());
    if line.is_none() {
        noted("business", "option");
    }
    let about = match input.about.trim() {
        "" => Ok(String::new()),
        words => said(words, LONGEST_ABOUT),
    };
    if let Err(why) = &about {
        noted("about", why.rule());
    }
    let day = input.day.trim().parse::<NaiveDate>();
    if day.is_err() {
        noted("day", "not_a_date");
    }
    let at = NaiveTime::parse_from_str(input.at.trim(), TIME);
    if at.is_err() {
        noted("at", "time");
    }
    match (phone, line, about, day, at) {
        (Ok(phone), Some(line), Ok(about), Ok(day), Ok(at)) if unread.is_empty() => {
            Ok(NewBooking {
                id,
                day,
                at,
                line,
                name: name.to_owned(),
                phone,
                about,
            })
        }
        _ => Err(ApiError::invalid(unread)),
    }
}

fn book(read: &Reader<'_>, from: NaiveDate, now: DateTime<Utc>) -> Outcome<BookingBook> {
    let hours = service_hours(read)?;
    let last = from
        .checked_add_days(Days::new(SHOWN_DAYS - 1))
        .unwrap_or(from);
    let bookings = read.bookings(from, last)?;
    let days = from.iter_days().take_while(|day| *day <= last);
    Ok(BookingBook {
        days: days
            .map(|day| {
                let of_day = bookings.iter().filter(|one| one.day == day);
                let of_day: Vec<_> = of_day.cloned().collect();
                book_day(&hours, day, &of_day, now)
            })
            .collect(),
    })
}

fn book_day(
    hours: &ServiceHours,
    day: NaiveDate,
    bookings: &[Booking],
    now: DateTime<Utc>,
) -> BookingDay {
    let today = clock::day(now);
    let half = |half: &Half| {
        let taken = standing(bookings, *half, today);
        let all = times(hours.on(day), *half);
        let free =
            |at: &NaiveTime| check_booking(hours, day.and_time(*at), shanghai(now), taken).is_ok();
        HalfDay {
            half: half.key().to_owned(),
            taken,
            places: if all.is_empty() { 0 } else { hours.places },
            times: all.into_iter().filter(free).map(written).collect(),
        }
    };
    BookingDay {
        date: day.to_string(),
        halves: Half::ALL.iter().map(half).collect(),
        rows: bookings.iter().map(|one| row(one, today)).collect(),
    }
}

/// How many bookings of a half of their day take a place.
fn standing(bookings: &[Booking], half: Half, today: NaiveDate) -> u32 {
    let of_half = bookings.iter().filter(|one| Half::of(one.at) == half);
    whole(of_half.filter(|one| one.state(today).stands()).count())
}

fn row(booking: &Booking, today: NaiveDate) -> BookingRow {
    BookingRow {
        id: booking.id.to_string(),
        at: written(booking.at),
        name: booking.name.clone().unwrap_or_default(),
        phone_masked: booking
            .phone
            .as_ref()
            .map(Phone::masked)
            .unwrap_or_default(),
        business: booking.line.to_string(),
        about: booking.about.clone().unwrap_or_default(),
        state: booking.state(today).key().to_owned(),
    }
}

fn written(at: NaiveTime) -> String {
    at.format(TIME).to_string()
}
