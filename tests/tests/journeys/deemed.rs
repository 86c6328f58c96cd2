//! Silence is acceptance (行政许可法 Art. 32 (4)): written down when it is first noticed.

use chrono::TimeDelta;
use yichuang_app::ipc::Nothing;
use yichuang_tests::kit::{Counter, Who, an_application};

const LICENCE: &str = "林木采伐许可";

#[test]
fn a_licence_nobody_decided_about_counts_as_accepted_from_its_receipt() {
    let counter = Counter::open();
    let application = an_application().for_matter(LICENCE);
    let number = counter.receive(&application).number;
    // The fifth working day after Monday 23 November is Monday 30 November.
    counter.pass(TimeDelta::days(7));
    assert_eq!(counter.show(&number).row.state, "received", "the last day");
    counter.pass(TimeDelta::days(1));
    let view = counter.show(&number);
    assert_eq!(view.row.state, "accepted");
    assert_eq!(view.accepted_on.as_deref(), Some("2026-11-23"));
    assert!(view.promised_on.is_some());
    let told: Vec<_> = view
        .events
        .iter()
        .filter(|one| one.kind == "deemed_accepted")
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].actor, "", "nobody did it");
    assert_eq!(told[0].params["notifyBy"], "2026-11-30");
    assert_eq!(
        counter.show(&number).events.len(),
        view.events.len(),
        "once"
    );
    assert!(!view.verbs.iter().any(|verb| verb == "accept"));
    let notice = counter.paper_text(&number, "acceptance");
    assert!(notice.contains("2026年11月23日"), "{notice}");
    counter.assert_sound();
}

#[test]
fn whoever_looks_first_notices_it_the_workbench_or_the_next_start() {
    let counter = Counter::open();
    let number = counter
        .receive(&an_application().for_matter(LICENCE))
        .number;
    counter.pass(TimeDelta::days(10));
    let bench = counter.desk.workbench(Nothing {}).unwrap();
    let todo = bench.pressing.iter().find(|one| one.row.number == number);
    assert!(todo.is_none_or(|one| one.todo != "decide"));
    assert_eq!(counter.find(&number).rows[0].state, "accepted");

    let counter = Counter::open();
    let number = counter
        .receive(&an_application().for_matter(LICENCE))
        .number;
    counter.pass(TimeDelta::days(10));
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    assert_eq!(counter.find(&number).rows[0].state, "accepted");
}

#[test]
fn what_is_no_licence_waits_for_a_person() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    counter.pass(TimeDelta::days(60));
    assert_eq!(counter.show(&number).row.state, "received");
}
