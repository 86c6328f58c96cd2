//! Visits: who came, how often, and what the reform saved them.

use chrono::TimeDelta;
use yichuang_app::ipc::{AcceptCase, DraftRef, GreenLaneInput, Nothing, PersonRef, SaveDraft};
use yichuang_tests::kit::{Counter, an_application};

#[test]
fn two_cases_of_one_person_on_one_day_are_one_visit_and_on_another_day_another() {
    let counter = Counter::open();
    let first = counter.accept(&an_application()).number;
    let second = counter
        .accept(&an_application().for_matter("失业登记"))
        .number;
    assert_eq!(counter.show(&first).visit.together, 2);
    assert_eq!(counter.show(&second).visit.together, 2);
    counter.pass(TimeDelta::days(1));
    let third = counter.accept(&an_application()).number;
    assert_eq!(counter.show(&third).visit.together, 1);
    counter.accept(&an_application().by_number(3));
    let today = counter.desk.workbench(Nothing {}).unwrap().today;
    assert_eq!(today.visits, 2, "two people");
    counter.assert_sound();
}

#[test]
fn a_case_and_the_day_tell_what_nobody_had_to_bring() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let case = counter.show(&number);
    let how = |word: &str| {
        let lines = case.materials.iter();
        lines.filter(|one| one.how.as_deref() == Some(word)).count() as u32
    };
    assert!(how("waived") > 0, "the sample list waives something");
    assert_eq!(case.visit.waived, how("waived"));
    assert_eq!(case.visit.reused, how("held"));
    let today = counter.desk.workbench(Nothing {}).unwrap().today;
    assert_eq!((today.waived, today.reused), (how("waived"), how("held")));
    assert_eq!(today.visits, 1);
}

#[test]
fn a_person_is_listed_with_every_day_they_came_and_what_was_done() {
    let counter = Counter::open();
    let first = counter.accept(&an_application()).number;
    counter.pass(TimeDelta::days(2));
    let second = counter.accept(&an_application()).number;
    let person = PersonRef {
        number: first.clone(),
        agent: false,
    };
    let visits = counter.desk.show_person(person).unwrap().visits;
    let days: Vec<_> = visits.iter().map(|visit| visit.on.as_str()).collect();
    assert_eq!(days, ["2026-11-25", "2026-11-23"]);
    let deed = &visits[0].deeds[0];
    assert_eq!(deed.deed, "handed_in");
    assert_eq!(deed.number.as_deref(), Some(second.as_str()));
}

fn by_green_lane(counter: &Counter, why: &str, words: &str) -> String {
    let id = counter.draft(&an_application().by_number(7));
    let draft = DraftRef { id: id.clone() };
    let mut content = counter.desk.show_draft(draft).unwrap().content;
    content.green_lane = Some(GreenLaneInput {
        why: why.to_owned(),
        words: words.to_owned(),
    });
    let saved = SaveDraft {
        id: id.clone(),
        content,
    };
    counter.desk.save_draft(saved).unwrap();
    id
}

#[test]
fn who_goes_by_the_green_lane_has_a_reason_and_stands_first_among_those_due_the_same_day() {
    let counter = Counter::open();
    for (why, words, field) in [
        ("", "", "greenLane.why"),
        ("hurry", "", "greenLane.why"),
        ("other", " ", "greenLane.words"),
    ] {
        let draft = by_green_lane(&counter, why, words);
        let refused = counter.desk.accept_case(AcceptCase { draft }).unwrap_err();
        assert_eq!(refused.problems[0].field, field, "{why}");
    }
    let licence = || an_application().for_matter("公共场所卫生许可（新办）");
    let plain = counter.receive(&licence()).number;
    let draft = by_green_lane(&counter, "other", "远道而来");
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let case = counter.show(&done.number);
    assert_eq!(case.row.green_lane.as_deref(), Some("other"));
    assert_eq!(case.green_words, "远道而来");
    assert_eq!(counter.show(&plain).row.green_lane, None);
    counter.assert_sound();
}
