//! 差评: somebody gets in touch within one working day (国办发〔2019〕51号), and says so.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar,
    calendar::{Light, light},
    case::CallPurpose,
};
use yichuang_store::{CaseRow, Rating, Reader};
use yichuang_wire::payload::Payload;

use crate::{
    ipc::{BadRating, DueView},
    report::Outcome,
};

/// Working days within which somebody is called back.
const CALL_WITHIN: u32 = 1;
/// Working days before the day at which it is amber: always.
const AMBER_DAYS: u32 = 1;
/// Bad ratings looked at, newest first.
const MOST: u32 = 200;

/// A bad rating with the case it is of.
pub(crate) struct Bad {
    pub(crate) case: CaseRow,
    pub(crate) due: DueView,
    rating: Rating,
    called_on: Option<NaiveDate>,
}

/// The bad ones nobody has been called about yet, the oldest first.
pub(crate) fn open_bad_ratings(
    read: &Reader<'_>,
    calendar: &Calendar,
    today: NaiveDate,
) -> Outcome<Vec<Bad>> {
    let mut open = all(read, calendar, today)?;
    open.retain(|bad| bad.called_on.is_none());
    open.reverse();
    Ok(open)
}

/// All of them: first those nobody has been called about, the oldest first; then the others, newest
/// first.
pub(crate) fn bad_ratings(
    read: &Reader<'_>,
    calendar: &Calendar,
    today: NaiveDate,
) -> Outcome<Vec<BadRating>> {
    let (mut open, called): (Vec<_>, Vec<_>) = all(read, calendar, today)?
        .into_iter()
        .partition(|bad| bad.called_on.is_none());
    open.reverse();
    Ok(open.into_iter().chain(called).map(view).collect())
}

fn all(read: &Reader<'_>, calendar: &Calendar, today: NaiveDate) -> Outcome<Vec<Bad>> {
    let mut found = Vec::new();
    for rating in read.bad_ratings(MOST)? {
        // A rating that came before its case waits for it.
        let Some(case) = read.case(rating.case)? else {
            continue;
        };
        found.push(Bad {
            due: due(rating.on, calendar, today),
            called_on: called(read, &rating)?,
            case,
            rating,
        });
    }
    Ok(found)
}

/// The day somebody was called about it, after it was given.
fn called(read: &Reader<'_>, rating: &Rating) -> Outcome<Option<NaiveDate>> {
    let after = read.timeline(rating.case)?.into_iter();
    let mut calls = after.filter(|entry| entry.arrival > rating.arrival);
    Ok(calls.find_map(|entry| match entry.payload {
        Some(Payload::Called(call))
            if call.purpose == CallPurpose::Rating && call.outcome.is_told() =>
        {
            Some(call.on)
        }
        _ => None,
    }))
}

fn due(on: NaiveDate, calendar: &Calendar, today: NaiveDate) -> DueView {
    let by = calendar.add_working_days(on, CALL_WITHIN);
    let (word, days) = match light(calendar, today, by.date, false, AMBER_DAYS) {
        Light::Calm { left } => ("calm", left),
        Light::Soon { left } => ("soon", left),
        Light::Over { by } => ("over", by),
        Light::Paused => ("paused", 0),
    };
    DueView {
        light: word.to_owned(),
        days,
        date: Some(by.date.to_string()),
        provisional: by.provisional,
    }
}

fn view(bad: Bad) -> BadRating {
    let Bad {
        case,
        due,
        rating,
        called_on,
    } = bad;
    BadRating {
        number: case.number.to_string(),
        short: case.number.short(),
        applicant: case.applicant_name,
        matter: case.matter_name,
        stage: rating.stage.key().to_owned(),
        level: rating.level.key().to_owned(),
        reasons: rating
            .reasons
            .iter()
            .map(|reason| reason.key().to_owned())
            .collect(),
        words: rating.words,
        on: rating.on.to_string(),
        due,
        called_on: called_on.map(|day| day.to_string()),
    }
}
