//! The workbench over a few days of a counter's work.

use chrono::TimeDelta;
use yichuang_app::ipc::{AcceptReceived, ErrorCode, Nothing, Workbench};
use yichuang_tests::kit::{Application, Counter, an_application};

/// A matter bound by 行政许可法, so that receipt starts the five days.
const LICENCE: &str = "林木采伐许可";

fn licence(n: u32) -> Application {
    an_application().for_matter(LICENCE).by_number(n)
}

fn bench(counter: &Counter) -> Workbench {
    counter.desk.workbench(Nothing {}).unwrap()
}

/// The counts that are not zero, each seen to be the length of the list it opens.
fn told(counter: &Counter) -> Vec<(String, u32, u32)> {
    let counts = bench(counter).tallies.into_iter();
    counts
        .inspect(|one| {
            let behind = counter.behind(&one.tally).unwrap().total;
            assert_eq!(behind, one.count, "{}", one.tally);
        })
        .filter(|one| one.count > 0)
        .map(|one| (one.tally, one.count, one.part))
        .collect()
}

fn todo(counter: &Counter) -> Vec<(String, String)> {
    let pressing = bench(counter).pressing.into_iter();
    pressing.map(|one| (one.row.due.light, one.todo)).collect()
}

#[test]
fn a_case_becomes_pressing_when_its_day_comes_near_and_overdue_when_it_has_passed() {
    let counter = Counter::open();
    counter.accept(&an_application());
    assert_eq!(todo(&counter), [], "ten working days are far");
    counter.pass(TimeDelta::days(12));
    let soon = ("soon".to_owned(), "follow_up".to_owned());
    assert_eq!(todo(&counter), [soon]);
    counter.pass(TimeDelta::days(5));
    let over = ("over".to_owned(), "urge".to_owned());
    assert_eq!(todo(&counter), [over]);
    let counts = told(&counter);
    assert!(counts.contains(&("overdue".to_owned(), 1, 0)), "{counts:?}");
}

#[test]
fn what_is_not_decided_is_pressing_until_it_is() {
    let counter = Counter::open();
    let received = counter.receive(&licence(1));
    assert_eq!(todo(&counter)[0].1, "decide");
    counter
        .desk
        .accept_received(AcceptReceived {
            number: received.number,
            signed: Vec::new(),
            unsigned: Vec::new(),
        })
        .unwrap();
    assert_eq!(todo(&counter), []);
    let counts = told(&counter);
    assert!(
        counts.contains(&("accepted_today".to_owned(), 1, 0)),
        "{counts:?}"
    );
}

#[test]
fn a_filter_that_is_no_count_is_refused() {
    let counter = Counter::open();
    let refused = counter.behind("everything").unwrap_err();
    assert_eq!(refused.code, ErrorCode::InputShape);
    assert_eq!(counter.behind("pressing").unwrap().total, 0);
}
