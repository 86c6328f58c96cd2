//! Calls out of turn, looked through by whoever answers for the point.

use chrono::TimeDelta;
use yichuang_app::ipc::{ErrorCode, ListOverrides, OverrideBook};
use yichuang_tests::kit::{Counter, Who};

use super::{next, out_of_turn, take, take_as};

fn book(counter: &Counter, day: &str) -> OverrideBook {
    let day = day.to_owned();
    counter.desk.list_overrides(ListOverrides { day }).unwrap()
}

#[test]
fn every_call_out_of_turn_is_listed_with_who_called_why_and_how_many_were_passed_over() {
    let counter = Counter::open();
    take(&counter);
    let (held, late) = (take(&counter), take(&counter));
    take_as(&counter, "age", "");
    next(&counter);
    // The elder is at the window: three wait, two of them before the last.
    let call = out_of_turn(&late.id, "带着病人");
    counter.desk.call_ticket(call).unwrap();
    counter.pass(TimeDelta::minutes(2));
    let call = out_of_turn(&held.id, "要赶末班车");
    counter.desk.call_ticket(call).unwrap();
    counter.sign_in(Who::Supervisor);
    let today = book(&counter, "");
    let told: Vec<_> = today
        .rows
        .iter()
        .map(|row| (row.number.as_str(), row.reason.as_str(), row.passed_over))
        .collect();
    assert_eq!(told, [("A003", "带着病人", 2), ("A002", "要赶末班车", 1)]);
    assert_eq!(today.rows[0].operator, Who::Clerk.name());
    assert_eq!(today.rows[0].at, "2026-11-23T09:00:00+08:00");
    assert_eq!(today.rows[0].business, "综合");
}

#[test]
fn past_days_are_kept_and_a_day_without_any_is_empty() {
    let counter = Counter::open();
    take(&counter);
    let late = take(&counter);
    let call = out_of_turn(&late.id, "带着病人");
    counter.desk.call_ticket(call).unwrap();
    counter.pass(TimeDelta::days(1));
    counter.sign_in(Who::Supervisor);
    let today = book(&counter, "");
    assert_eq!((today.date.as_str(), today.rows.len()), ("2026-11-24", 0));
    let days: Vec<_> = today
        .days
        .iter()
        .map(|day| (day.date.as_str(), day.calls))
        .collect();
    assert_eq!(days, [("2026-11-23", 1)]);
    assert_eq!(book(&counter, "2026-11-23").rows[0].number, "A002");
    let wrong = counter.desk.list_overrides(ListOverrides {
        day: "昨天".to_owned(),
    });
    assert_eq!(wrong.unwrap_err().code, ErrorCode::Invalid);
}

#[test]
fn a_clerk_sees_the_count_and_not_the_list() {
    let counter = Counter::open();
    let refused = counter
        .desk
        .list_overrides(ListOverrides { day: String::new() });
    let refused = refused.unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
    assert_eq!(refused.params["act"], "review_queue");
}
