//! The queue, the booking book and the hours of service.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use yichuang_domain::queue::{
    BookingProblem, BookingState, BusinessLine, Half, LineLetter, Priority, ServiceHours, Span,
    SpecialDay, Standing, TicketAct, TicketNumber, TicketState, check_booking, times,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn at(date: &str, clock: &str) -> NaiveDateTime {
    day(date).and_time(time(clock))
}

/// The moment it is that time in China on Monday, 23 November 2026.
fn monday(clock: &str) -> DateTime<Utc> {
    at("2026-11-23", clock).and_utc() - TimeDelta::hours(8)
}

fn span(text: &str) -> Span {
    text.parse().unwrap()
}

fn special(date: &str, spans: &[&str]) -> SpecialDay {
    SpecialDay {
        date: day(date),
        spans: spans.iter().map(|text| span(text)).collect(),
        note: "样例".to_owned(),
    }
}

fn rules(hours: &ServiceHours) -> Vec<(String, String)> {
    let problems = hours.problems().into_iter();
    problems.map(|one| (one.field, one.rule)).collect()
}

#[test]
fn a_number_is_the_letter_of_its_line_and_three_digits() {
    let line: LineLetter = "B".parse().unwrap();
    let number = |count| TicketNumber { line, count }.to_string();
    assert_eq!(number(1), "B001");
    assert_eq!(number(120), "B120");
    assert_eq!(number(1000), "B1000", "nobody is sent home for a digit");
    for wrong in ["", "b", "AA", "甲", "1"] {
        assert!(wrong.parse::<LineLetter>().is_err(), "{wrong}");
    }
}

#[test]
fn a_booking_is_kept_a_quarter_of_an_hour_around_its_time() {
    let plain = Standing::taken(1, monday("09:00"), None, None);
    let in_time = ["10:15", "10:30", "10:45"];
    for clock in in_time {
        let booked = Standing::taken(2, monday(clock), Some(time("10:30")), None);
        assert!(booked.turn < plain.turn, "{clock}");
    }
    for clock in ["10:14", "10:46"] {
        let late = Standing::taken(2, monday(clock), Some(time("10:30")), None);
        assert!(late.turn > plain.turn, "{clock}");
    }
}

#[test]
fn what_cannot_be_done_with_a_ticket_changes_nothing() {
    let taken = Standing::taken(1, monday("09:00"), None, None);
    for act in [
        TicketAct::CallAgain,
        TicketAct::Miss,
        TicketAct::Hold,
        TicketAct::SendOn,
        TicketAct::Finish,
        TicketAct::Return,
        TicketAct::Take,
    ] {
        let refused = taken.after(2, monday("09:01"), act).unwrap_err();
        assert_eq!((refused.from, refused.act), (TicketState::Waiting, act));
    }
    let called = taken.after(2, monday("09:05"), TicketAct::Call).unwrap();
    let served = called.after(3, monday("09:09"), TicketAct::Finish).unwrap();
    for act in TicketAct::ALL {
        assert!(served.after(4, monday("09:10"), *act).is_err(), "{act:?}");
    }
    assert_eq!(served.waited(monday("12:00")), 5, "until it was called");
    assert_eq!(taken.waited(monday("08:00")), 0, "a clock put back");
}

#[test]
fn hours_are_written_in_one_way_and_in_order() {
    assert_eq!(span("09:00-12:00").to_string(), "09:00–12:00");
    for wrong in [
        "9:00–12:00",
        "12:00–12:00",
        "13:00–12:00",
        "09:00",
        "09:00–25:00",
        "",
    ] {
        assert!(wrong.parse::<Span>().is_err(), "{wrong}");
    }
    let text = serde_json::to_string(&ServiceHours::default()).unwrap();
    let read: ServiceHours = serde_json::from_str(&text).unwrap();
    assert_eq!(read, ServiceHours::default());
    assert!(rules(&read).is_empty());
}

#[test]
fn hours_that_touch_repeat_or_lack_something_are_named() {
    let line = |letter: &str, name: &str| BusinessLine {
        letter: letter.parse().unwrap(),
        name: name.to_owned(),
    };
    let mut hours = ServiceHours {
        special: vec![
            special("2026-11-28", &["09:00–12:00"]),
            special("2026-11-28", &["10:00–12:00", "11:00–13:00"]),
        ],
        places: 0,
        businesses: vec![line("A", "综合"), line("A", "  ")],
        ..ServiceHours::default()
    };
    hours.week[2] = vec![span("09:00–12:00"), span("12:00–17:00")];
    let found = rules(&hours);
    let expected = [
        ("week.2", "hours_order"),
        ("special.1.date", "twice"),
        ("special.1.spans", "hours_order"),
        ("places", "out_of_range"),
        ("businesses.1.letter", "twice"),
        ("businesses.1.name", "required"),
    ];
    let expected = expected.map(|(field, rule)| (field.to_owned(), rule.to_owned()));
    assert_eq!(found, expected);
    hours.businesses.clear();
    assert!(rules(&hours).contains(&("businesses".to_owned(), "out_of_range".to_owned())));
}

#[test]
fn a_special_day_replaces_the_hours_of_its_weekday() {
    let hours = ServiceHours {
        special: vec![
            special("2026-11-24", &[]),
            special("2026-11-28", &["09:00–11:30"]),
        ],
        ..ServiceHours::default()
    };
    assert!(hours.is_open(at("2026-11-23", "09:00")));
    assert!(
        !hours.is_open(at("2026-11-23", "12:00")),
        "the end is not in it"
    );
    assert!(!hours.is_open(at("2026-11-24", "10:00")), "closed that day");
    assert!(
        hours.is_open(at("2026-11-28", "11:29")),
        "open that Saturday"
    );
    assert!(!hours.is_open(at("2026-11-29", "10:00")));
}

#[test]
fn what_is_outside_the_ordinary_hours_is_marked_and_nothing_else() {
    let hours = ServiceHours {
        special: vec![
            special("2026-11-24", &[]),
            special("2026-11-25", &["09:00–12:00", "13:00–20:00"]),
            special("2026-11-28", &["09:00–11:30"]),
        ],
        ..ServiceHours::default()
    };
    let marked = |date, clock, working| hours.out_of_hours(at(date, clock), working);
    assert!(!marked("2026-11-23", "16:59", true));
    assert!(marked("2026-11-23", "12:30", true), "over lunch");
    assert!(marked("2026-11-23", "08:59", true));
    assert!(marked("2026-11-23", "10:00", false), "a public holiday");
    assert!(marked("2026-11-24", "10:00", true), "closed that day");
    assert!(!marked("2026-11-25", "14:00", true), "the week's hours");
    assert!(
        marked("2026-11-25", "18:00", true),
        "open longer than usual"
    );
    assert!(marked("2026-11-28", "10:00", false), "a special opening");
    // The State makes up for a long holiday on a Saturday.
    assert!(!marked("2026-11-21", "10:00", true));
    assert!(marked("2026-11-21", "12:30", true));
}

#[test]
fn times_to_book_begin_every_half_hour_in_the_hours_of_the_day() {
    let hours = ServiceHours::default();
    let spans = hours.on(day("2026-11-23"));
    let morning = times(spans, Half::Morning);
    assert_eq!(morning.first(), Some(&time("09:00")));
    assert_eq!(morning.last(), Some(&time("11:30")));
    assert_eq!((morning.len(), times(spans, Half::Afternoon).len()), (6, 8));
    assert!(times(hours.on(day("2026-11-28")), Half::Morning).is_empty());
    assert_eq!(
        times(&[span("08:45–09:15")], Half::Morning),
        [time("09:00")]
    );
}

#[test]
fn a_time_is_booked_while_it_is_to_come_open_near_and_not_full() {
    let hours = ServiceHours::default();
    let now = at("2026-11-23", "10:00");
    let wanted = |date, clock, standing| check_booking(&hours, at(date, clock), now, standing);
    assert_eq!(wanted("2026-11-23", "10:30", 7), Ok(()));
    assert_eq!(
        wanted("2026-12-23", "09:00", 0),
        Ok(()),
        "thirty days ahead"
    );
    let refused = [
        (wanted("2026-11-23", "10:30", 8), BookingProblem::Full),
        (
            wanted("2026-11-23", "10:00", 0),
            BookingProblem::Over { day: false },
        ),
        (
            wanted("2026-11-20", "10:00", 0),
            BookingProblem::Over { day: true },
        ),
        (wanted("2026-11-24", "12:30", 0), BookingProblem::NoSuchTime),
        (wanted("2026-11-24", "10:10", 0), BookingProblem::NoSuchTime),
        (wanted("2026-11-28", "10:00", 0), BookingProblem::Closed),
        (wanted("2026-12-24", "10:00", 0), BookingProblem::Far),
    ];
    for (found, why) in refused {
        assert_eq!(found, Err(why));
    }
}

#[test]
fn a_booking_nobody_came_for_is_missed_once_its_day_is_over() {
    let of = |arrived, cancelled, today| {
        BookingState::of(day("2026-11-23"), arrived, cancelled, day(today))
    };
    assert_eq!(of(false, false, "2026-11-23"), BookingState::Booked);
    assert_eq!(of(false, false, "2026-11-24"), BookingState::Missed);
    assert_eq!(of(true, false, "2026-11-24"), BookingState::Arrived);
    assert_eq!(of(false, true, "2026-11-24"), BookingState::Cancelled);
}

/// A happening at the window, as the model and the domain both see it.
#[derive(Debug, Clone)]
enum Happening {
    Take { priority: bool, booked: Option<u32> },
    CallNext,
    CallOther(prop::sample::Index),
    Miss,
    Hold,
    Finish,
    Return(prop::sample::Index),
    Minutes(u32),
}

fn happening() -> impl Strategy<Value = Happening> {
    use Happening as H;
    prop_oneof![
        4 => (any::<bool>(), prop::option::of(0u32..16))
            .prop_map(|(priority, booked)| H::Take { priority, booked }),
        2 => Just(H::CallNext),
        1 => any::<prop::sample::Index>().prop_map(H::CallOther),
        1 => Just(H::Miss),
        1 => Just(H::Hold),
        1 => Just(H::Finish),
        2 => any::<prop::sample::Index>().prop_map(H::Return),
        2 => (1u32..25).prop_map(H::Minutes),
    ]
}

/// One person of the model: what they are, in words, and the moments that count.
#[derive(Debug, Clone)]
struct Somebody {
    state: TicketState,
    priority: bool,
    /// The booked minute of the day, when they came within a quarter of an hour of it.
    in_time: Option<u32>,
    /// When they last joined the end of the line.
    joined: usize,
}

impl Somebody {
    /// The rule as people say it, of two who wait.
    fn comes_before(&self, other: &Self) -> bool {
        match (self.in_time, other.in_time) {
            (Some(mine), Some(theirs)) if mine != theirs => return mine < theirs,
            (Some(_), None) => return true,
            (None, Some(_)) => return false,
            _ => {}
        }
        if self.in_time.is_none() && self.priority != other.priority {
            return self.priority;
        }
        self.joined < other.joined
    }
}

/// Whoever waits and comes before everybody else who waits.
fn first(people: &[Somebody]) -> Option<usize> {
    let waits = |one: &Somebody| one.state == TicketState::Waiting;
    (0..people.len()).find(|&me| {
        waits(&people[me])
            && (0..people.len())
                .filter(|&other| other != me && waits(&people[other]))
                .all(|other| people[me].comes_before(&people[other]))
    })
}

/// Both sides of one story.
#[derive(Default)]
struct Story {
    minute: u32,
    acts: usize,
    model: Vec<Somebody>,
    real: Vec<Standing>,
}

impl Story {
    fn now(&self) -> DateTime<Utc> {
        monday("09:00") + TimeDelta::minutes(i64::from(self.minute))
    }

    fn take(&mut self, priority: bool, booked: Option<u32>) {
        self.acts += 1;
        let booked = booked.map(|half| 9 * 60 + half * 30);
        let minute = 9 * 60 + self.minute;
        let in_time = booked.filter(|booked| booked.abs_diff(minute) <= 15);
        self.model.push(Somebody {
            state: TicketState::Waiting,
            priority,
            in_time,
            joined: self.acts,
        });
        let at = booked.and_then(|at| NaiveTime::from_hms_opt(at / 60, at % 60, 0));
        let why = priority.then_some(Priority::Age);
        let place = self.acts as u64;
        self.real.push(Standing::taken(place, self.now(), at, why));
    }

    fn act(&mut self, who: usize, act: TicketAct) {
        self.acts += 1;
        let (place, now) = (self.acts as u64, self.now());
        self.real[who] = self.real[who].after(place, now, act).unwrap();
        let one = &mut self.model[who];
        if one.state == TicketState::Missed && act == TicketAct::Return {
            (one.in_time, one.priority, one.joined) = (None, false, self.acts);
        }
        one.state = match act {
            TicketAct::Miss => TicketState::Missed,
            TicketAct::Hold => TicketState::Held,
            TicketAct::Finish => TicketState::Served,
            TicketAct::Return => TicketState::Waiting,
            _ => TicketState::Serving,
        };
    }

    fn at_the_window(&self) -> Option<usize> {
        let mut people = self.model.iter();
        people.position(|one| one.state == TicketState::Serving)
    }

    fn call(&mut self, who: usize, act: TicketAct) {
        if let Some(served) = self.at_the_window() {
            self.act(served, TicketAct::Finish);
        }
        self.act(who, act);
    }

    fn any_of(&self, states: &[TicketState], index: &prop::sample::Index) -> Option<usize> {
        let people = 0..self.model.len();
        let fit: Vec<_> = people
            .filter(|&one| states.contains(&self.model[one].state))
            .collect();
        (!fit.is_empty()).then(|| fit[index.index(fit.len())])
    }

    fn happen(&mut self, happening: &Happening) {
        use TicketState as S;
        match happening {
            Happening::Take { priority, booked } => self.take(*priority, *booked),
            Happening::Minutes(minutes) => self.minute = (self.minute + minutes).min(470),
            Happening::CallNext => {
                if let Some(next) = first(&self.model) {
                    self.call(next, TicketAct::Call);
                }
            }
            Happening::CallOther(index) => {
                if let Some(other) = self.any_of(&[S::Waiting], index) {
                    self.call(other, TicketAct::CallOutOfTurn);
                }
            }
            Happening::Return(index) => {
                if let Some(back) = self.any_of(&[S::Held, S::Missed], index) {
                    self.act(back, TicketAct::Return);
                }
            }
            Happening::Miss | Happening::Hold | Happening::Finish => {
                let act = match happening {
                    Happening::Miss => TicketAct::Miss,
                    Happening::Hold => TicketAct::Hold,
                    _ => TicketAct::Finish,
                };
                if let Some(serving) = self.at_the_window() {
                    self.act(serving, act);
                }
            }
        }
    }

    /// Everybody who waits, as the domain orders them.
    fn ordered(&self) -> Vec<usize> {
        let people = 0..self.real.len();
        let mut waiting: Vec<_> = people
            .filter(|&one| self.real[one].state == TicketState::Waiting)
            .collect();
        waiting.sort_by_key(|&one| self.real[one].turn);
        waiting
    }
}

proptest! {
    #[test]
    fn people_are_called_in_the_order_the_rule_says(
        story in prop::collection::vec(happening(), 1..60)
    ) {
        let mut told = Story::default();
        for happening in &story {
            told.happen(happening);
            let states: Vec<_> = told.real.iter().map(|one| one.state).collect();
            let model: Vec<_> = told.model.iter().map(|one| one.state).collect();
            prop_assert_eq!(states, model);
            let mut left = told.model.clone();
            for one in told.ordered() {
                prop_assert_eq!(first(&left), Some(one));
                left[one].state = TicketState::Served;
            }
            prop_assert_eq!(first(&left), None);
        }
    }
}
