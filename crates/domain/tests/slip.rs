//! Slips for days without a machine: which day may stand on one.

use chrono::{Days, NaiveDate};
use yichuang_domain::slip::{ENTERED_WITHIN, SlipDayProblem, check_day};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_slip_is_of_a_day_between_its_printing_and_today() {
    let (printed, today) = (day("2026-11-20"), day("2026-11-23"));
    for on in [printed, day("2026-11-21"), today] {
        assert_eq!(check_day(on, printed, today, false), Ok(()), "{on}");
    }
    let before = check_day(day("2026-11-19"), printed, today, false);
    assert_eq!(before, Err(SlipDayProblem::BeforePrinting));
    let tomorrow = check_day(day("2026-11-24"), printed, today, false);
    assert_eq!(tomorrow, Err(SlipDayProblem::Future));
}

#[test]
fn a_day_more_than_a_month_back_takes_a_supervisor_who_cannot_allow_the_impossible() {
    let (printed, today) = (day("2026-09-01"), day("2026-11-23"));
    let oldest = today - Days::new(ENTERED_WITHIN);
    let older = oldest.pred_opt().unwrap();
    assert_eq!(check_day(oldest, printed, today, false), Ok(()));
    assert_eq!(
        check_day(older, printed, today, false),
        Err(SlipDayProblem::TooOld)
    );
    assert_eq!(check_day(older, printed, today, true), Ok(()));
    let unprinted = check_day(day("2026-08-31"), printed, today, true);
    assert_eq!(unprinted, Err(SlipDayProblem::BeforePrinting));
    let tomorrow = check_day(day("2026-11-24"), printed, today, true);
    assert_eq!(tomorrow, Err(SlipDayProblem::Future));
}
