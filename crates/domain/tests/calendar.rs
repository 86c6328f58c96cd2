//! Working days, limits and lights.

use crate::catalogue_assets::{calendar, day};
use chrono::{Datelike, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use yichuang_domain::calendar::{
    Calendar, Light, Limit, LimitUnit, Pause, due, due_with_pauses, light, paused_working_days,
    shanghai, shanghai_date,
};

#[test]
fn the_nine_published_vectors_hold() {
    let calendar = calendar();
    let vectors = [
        ("2026-02-13", 5, "2026-02-27", false),
        ("2026-02-14", 5, "2026-02-28", false),
        ("2026-02-23", 5, "2026-02-28", false),
        ("2025-12-31", 1, "2026-01-04", false),
        ("2026-04-29", 5, "2026-05-09", false),
        ("2026-09-18", 20, "2026-10-22", false),
        ("2025-09-26", 20, "2025-10-30", false),
        ("2024-02-08", 5, "2024-02-21", false),
        ("2026-12-18", 20, "2027-01-15", true),
    ];
    for (from, count, end, provisional) in vectors {
        let due = calendar.add_working_days(day(from), count);
        assert_eq!(
            (due.date, due.provisional),
            (day(end), provisional),
            "{from} + {count}"
        );
    }
}

#[test]
fn the_published_years_have_the_published_number_of_working_days() {
    let calendar = calendar();
    for (year, expected) in [(2024, 251), (2025, 248), (2026, 248)] {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let count = first
            .iter_days()
            .take_while(|d| d.year() == year)
            .filter(|d| calendar.is_working_day(*d))
            .count();
        assert_eq!(count, expected, "{year}");
    }
}

#[test]
fn an_unpublished_year_falls_back_to_weekdays_and_says_so() {
    let calendar = calendar();
    assert!(calendar.covers(day("2026-12-31")));
    assert!(!calendar.covers(day("2027-01-01")));
    assert!(calendar.is_working_day(day("2027-01-01")));
    assert!(!calendar.is_working_day(day("2027-01-02")));
    assert!(
        Calendar::default()
            .add_working_days(day("2026-11-23"), 1)
            .provisional
    );
}

#[test]
fn a_limit_ends_by_its_unit() {
    let calendar = calendar();
    let ends = |value, unit| due(&calendar, day("2026-09-23"), Limit { value, unit }).date;
    assert_eq!(ends(0, LimitUnit::Immediate), day("2026-09-23"));
    assert_eq!(ends(1, LimitUnit::WorkingDays), day("2026-09-24"));
    assert_eq!(ends(1, LimitUnit::CalendarDays), day("2026-09-24"));
    assert_eq!(
        ends(2, LimitUnit::CalendarDays),
        day("2026-09-28"),
        "moves over the holiday"
    );
    assert_eq!(ends(24, LimitUnit::Hours), day("2026-09-24"));
    assert_eq!(ends(25, LimitUnit::Hours), day("2026-09-28"));
}

#[test]
fn a_hostile_limit_does_not_count_for_ever() {
    let calendar = calendar();
    for unit in LimitUnit::ALL {
        let end = due(
            &calendar,
            day("2026-01-05"),
            Limit {
                value: u32::MAX,
                unit: *unit,
            },
        );
        assert!(end.date < day("2100-01-01"));
    }
    assert_eq!(
        calendar.add_working_days(NaiveDate::MAX, 5).date,
        NaiveDate::MAX
    );
}

#[test]
fn the_light_turns_by_working_days() {
    let calendar = calendar();
    let at = |today: &str| light(&calendar, day(today), day("2026-02-27"), false, 2);
    assert_eq!(at("2026-02-13"), Light::Calm { left: 5 });
    assert_eq!(at("2026-02-24"), Light::Calm { left: 3 });
    assert_eq!(at("2026-02-25"), Light::Soon { left: 2 });
    assert_eq!(at("2026-02-27"), Light::Soon { left: 0 });
    assert_eq!(at("2026-02-28"), Light::Over { by: 1 });
    assert_eq!(
        light(&calendar, day("2026-03-01"), day("2026-02-28"), false, 2),
        Light::Over { by: 1 },
        "Sunday is over too"
    );
    assert_eq!(
        light(&calendar, day("2027-03-01"), day("2026-02-28"), true, 2),
        Light::Paused
    );
}

#[test]
fn overlapping_pauses_count_once_and_an_open_one_runs_to_today() {
    let calendar = calendar();
    let pause = |from: &str, to: Option<&str>| Pause {
        from: day(from),
        to: to.map(day),
    };
    let pauses = [
        pause("2026-03-09", Some("2026-03-11")),
        pause("2026-03-10", Some("2026-03-12")),
    ];
    let count = |pauses: &[Pause], today: &str| {
        paused_working_days(
            &calendar,
            pauses,
            day("2026-03-02"),
            day("2026-12-31"),
            day(today),
        )
    };
    assert_eq!(count(&pauses, "2026-03-20"), 4);
    assert_eq!(
        count(&[pause("2026-03-09", Some("2026-03-09"))], "2026-03-20"),
        1,
        "a pause of one day stops that day"
    );
    assert_eq!(count(&[pause("2026-03-09", None)], "2026-03-10"), 2);
    assert_eq!(
        count(&[pause("2026-03-12", Some("2026-03-09"))], "2026-03-20"),
        0,
        "a reversed span is nothing"
    );
    let moved = due_with_pauses(
        &calendar,
        day("2026-03-02"),
        Limit::working_days(10),
        0,
        &pauses,
        day("2026-03-20"),
    );
    assert_eq!(
        moved.date,
        calendar.add_working_days(day("2026-03-02"), 14).date
    );
    let extended = due_with_pauses(
        &calendar,
        day("2026-03-02"),
        Limit::working_days(10),
        10,
        &[],
        day("2026-03-20"),
    );
    assert_eq!(
        extended.date,
        calendar.add_working_days(day("2026-03-02"), 20).date
    );
}

#[test]
fn a_pause_reached_only_through_another_pause_counts() {
    let calendar = calendar();
    let pauses = [
        Pause {
            from: day("2026-03-09"),
            to: Some(day("2026-03-13")),
        },
        Pause {
            from: day("2026-03-18"),
            to: Some(day("2026-03-19")),
        },
    ];
    let end = due_with_pauses(
        &calendar,
        day("2026-03-02"),
        Limit::working_days(8),
        0,
        &pauses,
        day("2026-04-01"),
    );
    assert_eq!(
        end.date,
        calendar.add_working_days(day("2026-03-02"), 15).date
    );
}

#[test]
fn the_day_is_the_day_in_shanghai() {
    let late = Utc.with_ymd_and_hms(2026, 11, 22, 16, 0, 0).unwrap();
    assert_eq!(shanghai_date(late), day("2026-11-23"));
    assert_eq!(shanghai(late).to_string(), "2026-11-23 00:00:00");
    assert_eq!(
        shanghai_date(late - chrono::TimeDelta::seconds(1)),
        day("2026-11-22")
    );
}

#[test]
fn a_calendar_that_contradicts_itself_is_refused() {
    let file = |off: &str, work: &str| {
        format!(
            r#"{{"note":"","years":[{{"year":2026,"source":{{"title":"t","document_no":"n"}},"holidays":[],
            "all_holidays":[{off}],"all_make_up_workdays":[{work}]}}]}}"#
        )
    };
    assert!(Calendar::parse(file("\"2026-01-01\"", "\"2026-01-04\"").as_bytes()).is_ok());
    for (off, work) in [
        ("\"2025-01-01\"", ""),
        ("\"2026-01-04\"", "\"2026-01-04\""),
        ("", "\"2026-01-05\""),
        ("\"2026-02-30\"", ""),
    ] {
        assert!(
            Calendar::parse(file(off, work).as_bytes()).is_err(),
            "{off} {work}"
        );
    }
    assert_eq!(
        Calendar::parse(&vec![b' '; 300 * 1024]).unwrap_err().code,
        "CAT-001"
    );
    assert_eq!(Calendar::parse(b"[]").unwrap_err().code, "CAT-002");
}

proptest! {
    #[test]
    fn adding_and_counting_working_days_agree(offset in 0u64..1000, count in 0u32..120) {
        let calendar = calendar();
        let from = day("2024-01-01") + chrono::Days::new(offset);
        let end = calendar.add_working_days(from, count).date;
        prop_assert_eq!(calendar.working_days_between(from, end), count);
        prop_assert!(count == 0 || calendar.is_working_day(end));
    }
}
