//! 差评: somebody gets in touch within one working day (国办发〔2019〕51号), and says so.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar,
    calendar::{Due, Light, light},
    rating::RatingReason,
};
use yichuang_store::{CaseRow, Rating, Reader};
use yichuang_wire::payload::Rated;

use super::again::{called, said_again, until};
use crate::{
    ipc::{BadRating, DueView, LaterRating},
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
    again: Option<Rated>,
    /// The last day for it, while it is still to come.
    again_until: Option<NaiveDate>,
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
        let timeline = read.timeline(rating.case)?;
        let called_on = called(&timeline, &rating);
        let again = said_again(&timeline, rating.stage).cloned();
        let last = until(calendar, rating.on, called_on).date;
        found.push(Bad {
            due: due(rating.on, calendar, today),
            again_until: (again.is_none() && today <= last).then_some(last),
            called_on,
            again,
            case,
            rating,
        });
    }
    Ok(found)
}

/// The last day on which somebody has to have been called about it.
pub(super) fn due_day(calendar: &Calendar, on: NaiveDate) -> Due {
    calendar.add_working_days(on, CALL_WITHIN)
}

fn due(on: NaiveDate, calendar: &Calendar, today: NaiveDate) -> DueView {
    let by = due_day(calendar, on);
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
        again,
        again_until,
    } = bad;
    BadRating {
        number: case.number.to_string(),
        short: case.number.short(),
        applicant: case.applicant_name,
        matter: case.matter_name,
        stage: rating.stage.key().to_owned(),
        level: rating.level.key().to_owned(),
        reasons: keys(&rating.reasons),
        words: rating.words,
        on: rating.on.to_string(),
        due,
        called_on: called_on.map(|day| day.to_string()),
        again: again.map(later),
        again_until: again_until.map(|day| day.to_string()),
    }
}

fn later(rated: Rated) -> LaterRating {
    LaterRating {
        level: rated.level.key().to_owned(),
        reasons: keys(&rated.reasons),
        words: rated.words,
        on: rated.on.to_string(),
        on_paper: rated.on_paper,
    }
}

fn keys(reasons: &[RatingReason]) -> Vec<String> {
    reasons.iter().map(|one| one.key().to_owned()).collect()
}
