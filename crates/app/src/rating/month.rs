//! 好差评月报: the sheet of a month, for whoever answers for the point.

use chrono::{Days, Months, NaiveDate};
use yichuang_domain::{
    Calendar,
    rating::{RatingLevel, RatingReason},
    role::Act,
};
use yichuang_print::documents::{BadRatingLine, RatingMonth, Said};
use yichuang_store::{Rating, Reader};
use yichuang_wire::payload::Rated;

use super::{again, bad::due_day, given::shape, whole};
use crate::{
    Desk,
    catalogue::calendar,
    ipc::{MonthRef, PaperInfo},
    paper::{Paper, unprinted},
    report::Outcome,
};

impl Desk {
    /// Makes the sheet of a month, as what was said in it stands today.
    ///
    /// # Errors
    /// `INPUT-001` for what is no month or has not begun, `OPS-004`, `PAPER-002`.
    pub fn print_rating_month(&self, input: MonthRef) -> Outcome<PaperInfo> {
        self.allowed(Act::AskCorrectionAgain)?;
        let today = self.today();
        let (from, last) = days(&input.month).ok_or_else(|| shape("month"))?;
        if from > today {
            return Err(shape("month"));
        }
        let sheet = self.store()?.read(|read| sheet(read, from, last, today))?;
        self.make_paper(Paper::rating_month().saying(&sheet)?)
    }
}

/// The first and the last day of a month written `2026-11`.
fn days(month: &str) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    let next = first.checked_add_months(Months::new(1))?;
    Some((first, next.checked_sub_days(Days::new(1))?))
}

fn sheet(
    read: &Reader<'_>,
    from: NaiveDate,
    last: NaiveDate,
    today: NaiveDate,
) -> Outcome<RatingMonth> {
    let to = last.min(today);
    let share = read.rated_share(from, to)?;
    let ratings = read.ratings_between(from, to)?;
    let calendar = calendar(read)?;
    let bad: Vec<&Rating> = ratings.iter().filter(|one| one.level.is_bad()).collect();
    let mut lines = Vec::new();
    let mut called = 0;
    for rating in &bad {
        let (line, was_called) = bad_line(read, &calendar, rating)?;
        called += u32::from(was_called);
        lines.push(line);
    }
    let given = whole(ratings.len() as u64);
    let of_level = |level: &RatingLevel| {
        let count = ratings.iter().filter(|one| one.level == *level).count();
        said(level.label(), whole(count as u64), given)
    };
    let all_bad = whole(bad.len() as u64);
    let of_reason = |reason: &RatingReason| {
        let count = bad
            .iter()
            .filter(|one| one.reasons.contains(reason))
            .count();
        said(reason.label(), whole(count as u64), all_bad)
    };
    Ok(RatingMonth {
        imprint: unprinted(),
        organ: read.identity().enrolment.point.name.clone(),
        month: month_words(from, last, to),
        cases: whole(share.cases),
        rated: whole(share.rated),
        given,
        good_share: percent(given - all_bad, given),
        levels: RatingLevel::ALL.iter().map(of_level).collect(),
        reasons: RatingReason::ALL.iter().map(of_reason).collect(),
        bad: lines,
        called,
    })
}

fn bad_line(
    read: &Reader<'_>,
    calendar: &Calendar,
    rating: &Rating,
) -> Outcome<(BadRatingLine, bool)> {
    let timeline = read.timeline(rating.case)?;
    let case = read.case(rating.case)?;
    let reasons: Vec<_> = rating.reasons.iter().map(|one| one.label()).collect();
    let why = match reasons.is_empty() {
        true => String::new(),
        false => format!("：{}", reasons.join("、")),
    };
    let called = again::called(&timeline, rating);
    let line = BadRatingLine {
        number: case
            .as_ref()
            .map(|case| case.number.to_string())
            .unwrap_or_default(),
        matter: case.map(|case| case.matter_name).unwrap_or_default(),
        said: format!(
            "{} {}（{}）{why}",
            rating.on,
            rating.level.label(),
            rating.stage.label()
        ),
        called: match called {
            Some(day) => format!("{day} 已回访"),
            None => format!("应于 {} 前回访", due_day(calendar, rating.on).date),
        },
        again: again::said_again(&timeline, rating.stage)
            .map(later_words)
            .unwrap_or_default(),
    };
    Ok((line, called.is_some()))
}

fn later_words(later: &Rated) -> String {
    format!("{} {}", later.on, later.level.label())
}

fn month_words(from: NaiveDate, last: NaiveDate, to: NaiveDate) -> String {
    let month = from.format("%Y年%-m月");
    match to == last {
        true => month.to_string(),
        false => format!("{month}，截至{}", to.format("%-m月%-d日")),
    }
}

fn said(words: &str, count: u32, of: u32) -> Said {
    Said {
        words: words.to_owned(),
        count,
        share: percent(count, of),
    }
}

/// With one digit; nothing of nothing.
fn percent(count: u32, of: u32) -> String {
    match of {
        0 => String::new(),
        _ => format!("{:.1}%", f64::from(count) * 100.0 / f64::from(of)),
    }
}
