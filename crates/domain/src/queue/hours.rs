//! When the point serves (服务时间): its week, and days that differ from it.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::LineLetter;
use crate::{form::FieldProblem, text::check};

/// Days of a week, Monday first.
pub const WEEKDAYS: usize = 7;
/// The most spans of a day.
pub const MAX_SPANS: usize = 3;
/// The most bookings of half a day.
pub const MAX_PLACES: u32 = 50;
/// The most lines.
pub const MAX_BUSINESSES: usize = 8;

const MAX_SPECIAL: usize = 200;
const MAX_NOTE_CHARS: usize = 30;
const MAX_LINE_CHARS: usize = 10;
const DEFAULT_PLACES: u32 = 8;
const TIME: &str = "%H:%M";

/// Not `HH:MM–HH:MM` with the end after the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not HH:MM–HH:MM")]
pub struct SpanProblem;

/// A stretch of a day, its end not included. Written `09:00–12:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Span {
    from: NaiveTime,
    to: NaiveTime,
}

impl Span {
    /// Whether it is that time in it.
    #[must_use]
    pub fn contains(self, time: NaiveTime) -> bool {
        self.from <= time && time < self.to
    }
}

impl FromStr for Span {
    type Err = SpanProblem;

    fn from_str(text: &str) -> Result<Self, SpanProblem> {
        let (from, to) = text.split_once(['–', '-']).ok_or(SpanProblem)?;
        let time = |text: &str| match text.len() {
            5 => NaiveTime::parse_from_str(text, TIME).map_err(|_| SpanProblem),
            _ => Err(SpanProblem),
        };
        let span = Self {
            from: time(from)?,
            to: time(to)?,
        };
        (span.from < span.to).then_some(span).ok_or(SpanProblem)
    }
}

impl TryFrom<String> for Span {
    type Error = SpanProblem;

    fn try_from(text: String) -> Result<Self, SpanProblem> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.from.format(TIME), self.to.format(TIME))
    }
}

/// A day with hours of its own: closed, or open at other times (节假日通道、错时、延时).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    /// The day.
    pub date: NaiveDate,
    /// Its hours; none is closed.
    pub spans: Vec<Span>,
    /// Why.
    pub note: String,
}

/// A line people choose between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessLine {
    /// Its letter.
    pub letter: LineLetter,
    /// Its name.
    pub name: String,
}

/// The hours of a point, its lines and how many it books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHours {
    /// Monday to Sunday.
    pub week: [Vec<Span>; WEEKDAYS],
    /// Days that differ.
    pub special: Vec<SpecialDay>,
    /// Bookings in half a day.
    pub places: u32,
    /// The lines.
    pub businesses: Vec<BusinessLine>,
}

impl Default for ServiceHours {
    /// Monday to Friday 09:00–12:00 and 13:00–17:00, one line.
    fn default() -> Self {
        let plain: Vec<Span> = [("09:00", "12:00"), ("13:00", "17:00")]
            .into_iter()
            .filter_map(|(from, to)| format!("{from}–{to}").parse().ok())
            .collect();
        Self {
            week: std::array::from_fn(|day| match day {
                0..5 => plain.clone(),
                _ => Vec::new(),
            }),
            special: Vec::new(),
            places: DEFAULT_PLACES,
            businesses: vec![BusinessLine {
                letter: LineLetter::A,
                name: "综合".to_owned(),
            }],
        }
    }
}

impl ServiceHours {
    /// The hours of a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &[Span] {
        match self.special_on(day) {
            Some(special) => &special.spans,
            None => self.plain(day),
        }
    }

    /// Whether the point serves then, on its own wall clock.
    #[must_use]
    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        within(self.on(at.date()), at.time())
    }

    /// Whether whoever is served then is served outside the ordinary hours (延时): on a rest day, at a
    /// time that is not the week's, or while the point is closed. A weekend day the State has made a
    /// working day is served like any day of the week.
    #[must_use]
    pub fn out_of_hours(&self, at: NaiveDateTime, working_day: bool) -> bool {
        let (day, time) = (at.date(), at.time());
        if !working_day {
            return true;
        }
        let plain = self.plain(day);
        let ordinary = match plain.is_empty() {
            false => within(plain, time),
            true => self.week.iter().any(|spans| within(spans, time)),
        };
        let kept = self
            .special_on(day)
            .is_none_or(|special| within(&special.spans, time));
        !(ordinary && kept)
    }

    /// The line with a letter.
    #[must_use]
    pub fn line(&self, letter: LineLetter) -> Option<&BusinessLine> {
        self.businesses.iter().find(|line| line.letter == letter)
    }

    /// What is wrong with it, each named by its field: `week.0`, `special.2.spans`, `businesses.1.name`,
    /// `places`, …
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        let mut wrong = |field: String, rule: &'static str, is: bool| {
            if is {
                problems.push(FieldProblem::new(field, rule));
            }
        };
        for (at, spans) in self.week.iter().enumerate() {
            wrong(format!("week.{at}"), "hours_order", !in_order(spans));
        }
        wrong(
            "special".to_owned(),
            "too_many",
            self.special.len() > MAX_SPECIAL,
        );
        for (at, special) in self.special.iter().enumerate() {
            let earlier = self.special.iter().take(at);
            let twice = earlier.clone().any(|other| other.date == special.date);
            wrong(format!("special.{at}.date"), "twice", twice);
            wrong(
                format!("special.{at}.spans"),
                "hours_order",
                !in_order(&special.spans),
            );
            let note = check(&special.note, MAX_NOTE_CHARS).is_err();
            wrong(format!("special.{at}.note"), "too_long", note);
        }
        let places = (1..=MAX_PLACES).contains(&self.places);
        wrong("places".to_owned(), "out_of_range", !places);
        let lines = (1..=MAX_BUSINESSES).contains(&self.businesses.len());
        wrong("businesses".to_owned(), "out_of_range", !lines);
        for (at, line) in self.businesses.iter().enumerate() {
            let earlier = self.businesses.iter().take(at);
            let twice = earlier.clone().any(|other| other.letter == line.letter);
            wrong(format!("businesses.{at}.letter"), "twice", twice);
            let name = format!("businesses.{at}.name");
            wrong(name.clone(), "required", line.name.trim().is_empty());
            wrong(name, "too_long", check(&line.name, MAX_LINE_CHARS).is_err());
        }
        problems
    }

    fn plain(&self, day: NaiveDate) -> &[Span] {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        self.week.get(weekday).map_or(&[], Vec::as_slice)
    }

    fn special_on(&self, day: NaiveDate) -> Option<&SpecialDay> {
        self.special.iter().find(|special| special.date == day)
    }
}

fn within(spans: &[Span], time: NaiveTime) -> bool {
    spans.iter().any(|span| span.contains(time))
}

/// Few enough, one after the other, with time between.
fn in_order(spans: &[Span]) -> bool {
    spans.len() <= MAX_SPANS && spans.windows(2).all(|pair| pair[0].to < pair[1].from)
}
