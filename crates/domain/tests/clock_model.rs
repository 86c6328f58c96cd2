//! The clock of limits against a slow model that walks from day to day: whatever the limit, the
//! extension and the pauses, the last day, what is left and the light are the same.

use std::sync::LazyLock;

use crate::catalogue_assets::{calendar, day};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use yichuang_domain::calendar::{
    Calendar, Light, Limit, LimitUnit, Pause, due_with_pauses, light, paused_working_days,
};
use yichuang_domain::case::{deemed_acceptance, notify_by};
use yichuang_domain::matter::PowerType;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(calendar);

/// One day of the model: whether it counts.
fn counts(on: NaiveDate, pauses: &[Pause], today: NaiveDate) -> bool {
    let stopped = |pause: &Pause| pause.from <= on && on <= pause.to.unwrap_or(today);
    CALENDAR.is_working_day(on) && !pauses.iter().any(stopped)
}

/// Walks until `days` days that count have passed; the day of the event is not one of them.
fn walk(from: NaiveDate, days: u32, pauses: &[Pause], today: NaiveDate) -> NaiveDate {
    let mut on = from;
    let mut passed = 0;
    while passed < days {
        on = on.succ_opt().unwrap();
        passed += u32::from(counts(on, pauses, today));
    }
    on
}

fn start() -> impl Strategy<Value = NaiveDate> {
    (0..800_u64).prop_map(|after| day("2024-12-20") + Days::new(after))
}

/// A pause that begins some days after the start and is over, or still runs.
fn pause() -> impl Strategy<Value = (u64, Option<u64>)> {
    (0..60_u64, proptest::option::weighted(0.8, 0..90_u64))
}

fn pauses(from: NaiveDate, spans: &[(u64, Option<u64>)]) -> Vec<Pause> {
    let span = |(after, length): &(u64, Option<u64>)| {
        let begun = from + Days::new(*after);
        Pause {
            from: begun,
            to: length.map(|days| begun + Days::new(days)),
        }
    };
    spans.iter().map(span).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_last_day_of_a_limit_with_pauses_is_the_one_the_model_walks_to(
        from in start(),
        limit in 1..70_u32,
        extension in 0..16_u32,
        spans in proptest::collection::vec(pause(), 0..4),
        elapsed in 0..200_u64,
    ) {
        let pauses = pauses(from, &spans);
        let today = from + Days::new(elapsed);
        let counted = due_with_pauses(&CALENDAR, from, Limit::working_days(limit), extension, &pauses, today);
        prop_assert_eq!(counted.date, walk(from, limit + extension, &pauses, today));
    }

    #[test]
    fn days_that_are_paused_and_days_that_count_are_all_working_days(
        from in start(),
        length in 0..120_u64,
        spans in proptest::collection::vec(pause(), 0..4),
        elapsed in 0..200_u64,
    ) {
        let pauses = pauses(from, &spans);
        let (until, today) = (from + Days::new(length), from + Days::new(elapsed));
        let working = CALENDAR.working_days_between(from, until);
        let paused = paused_working_days(&CALENDAR, &pauses, from, until, today);
        let days = from.iter_days().skip(1).take_while(|on| *on <= until);
        let counting = days.filter(|on| counts(*on, &pauses, today)).count();
        prop_assert_eq!(u32::try_from(counting).unwrap(), working - paused);
    }

    #[test]
    fn the_light_is_what_the_model_counts_by_hand(due in start(), offset in -60..60_i64, amber in 0..6_u32) {
        let today = due + chrono::TimeDelta::days(offset);
        let between = |from: NaiveDate, to: NaiveDate| {
            let days = from.iter_days().skip(1).take_while(|on| *on <= to);
            u32::try_from(days.filter(|on| CALENDAR.is_working_day(*on)).count()).unwrap()
        };
        let expected = if today > due {
            Light::Over { by: between(due, today).max(1) }
        } else {
            let left = between(today, due);
            if left <= amber { Light::Soon { left } } else { Light::Calm { left } }
        };
        prop_assert_eq!(light(&CALENDAR, today, due, false, amber), expected);
        prop_assert_eq!(light(&CALENDAR, today, due, true, amber), Light::Paused);
    }

    #[test]
    fn silence_is_acceptance_after_the_fifth_working_day_and_for_licences_alone(
        received in start(),
        elapsed in 0..30_u64,
    ) {
        let today = received + Days::new(elapsed);
        let last = walk(received, 5, &[], today);
        prop_assert_eq!(notify_by(received, &CALENDAR).date, last);
        let deemed = deemed_acceptance(received, today, &CALENDAR, PowerType::Licence);
        prop_assert_eq!(deemed, (today > last).then_some(received));
        prop_assert_eq!(deemed_acceptance(received, today, &CALENDAR, PowerType::PublicService), None);
    }
}

#[test]
fn a_pause_longer_than_the_limit_itself_is_left_out_whole() {
    let from = day("2026-03-02");
    let long = Pause {
        from: day("2026-03-09"),
        to: Some(day("2026-07-31")),
    };
    let today = day("2026-08-03");
    let counted = due_with_pauses(&CALENDAR, from, Limit::working_days(10), 0, &[long], today);
    assert_eq!(counted.date, walk(from, 10, &[long], today));
    let calendar_days = Limit {
        value: 14,
        unit: LimitUnit::CalendarDays,
    };
    let counted = due_with_pauses(&CALENDAR, from, calendar_days, 0, &[long], today);
    assert_eq!(counted.date, walk(day("2026-07-31"), 6, &[], today));
}
