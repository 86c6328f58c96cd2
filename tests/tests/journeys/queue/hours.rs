//! Hours of service, and cases taken in outside of them (延时).

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AddFile, BusinessLine, CaseRow, DayHours, ErrorCode, Nothing, PrintSlips,
    SaveDraft, ServiceHours, SetServiceHours, SpecialDay, TakeSlip, TakeTicket,
};
use yichuang_tests::kit::{Counter, Who, an_application};

use super::board;

/// The hours as they stand, to be changed.
fn hours(counter: &Counter) -> SetServiceHours {
    let ServiceHours {
        week,
        special,
        places,
        businesses,
        changeable: _,
    } = counter.desk.service_hours(Nothing {}).unwrap();
    SetServiceHours {
        week,
        special,
        places,
        businesses,
    }
}

/// A supervisor changes them, and the clerk sits down again.
fn change(counter: &Counter, to: SetServiceHours) -> ServiceHours {
    counter.sign_in(Who::Supervisor);
    let set = counter.desk.set_service_hours(to).unwrap();
    counter.sign_in(Who::Clerk);
    set
}

fn saturday(spans: &[&str]) -> SpecialDay {
    SpecialDay {
        date: "2026-11-28".to_owned(),
        spans: spans.iter().map(|span| (*span).to_owned()).collect(),
        note: "节假日通道".to_owned(),
    }
}

/// A case of the `who`th applicant, accepted now: its row in the list, and its promised day.
fn accept(counter: &Counter, who: u32) -> (CaseRow, Option<String>) {
    let number = counter.accept(&an_application().by_number(who)).number;
    let case = counter.show(&number);
    let listed = counter.find(&number).rows.remove(0);
    assert_eq!(listed.out_of_hours, case.row.out_of_hours);
    (listed, case.promised_on)
}

#[test]
fn whoever_answers_for_the_point_or_its_machine_sets_the_hours_and_nobody_else() {
    let counter = Counter::open();
    let usual = counter.desk.service_hours(Nothing {}).unwrap();
    assert_eq!(usual.week[0].spans, ["09:00–12:00", "13:00–17:00"]);
    assert!(usual.week[5].spans.is_empty() && !usual.changeable);
    assert_eq!(
        (usual.places, usual.businesses[0].name.as_str()),
        (8, "综合")
    );
    let refused = counter.desk.set_service_hours(hours(&counter)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);

    counter.sign_in(Who::Administrator);
    assert!(counter.desk.service_hours(Nothing {}).unwrap().changeable);
    let mut wanted = hours(&counter);
    wanted.week[4] = DayHours {
        spans: vec!["08:30-11:30".to_owned()],
    };
    wanted.businesses.push(BusinessLine {
        letter: "B".to_owned(),
        name: "医保".to_owned(),
    });
    let set = counter.desk.set_service_hours(wanted).unwrap();
    assert_eq!(set.week[4].spans, ["08:30–11:30"]);
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    let kept = counter.desk.service_hours(Nothing {}).unwrap();
    assert_eq!(kept.week[4].spans, ["08:30–11:30"]);
    for (line, number) in [("A", "A001"), ("B", "B001"), ("A", "A002")] {
        let taken = counter.desk.take_ticket(TakeTicket {
            business: line.to_owned(),
            priority: String::new(),
            booking: String::new(),
        });
        assert_eq!(
            taken.unwrap().ticket.number,
            number,
            "each line counts by itself"
        );
    }
}

#[test]
fn hours_that_cannot_be_are_named_and_nothing_is_changed() {
    let counter = Counter::open();
    counter.sign_in(Who::Supervisor);
    let mut wrong = hours(&counter);
    wrong.week[0].spans = vec!["9点".to_owned()];
    wrong.special = vec![SpecialDay {
        date: "周六".to_owned(),
        ..saturday(&[])
    }];
    let refused = counter.desk.set_service_hours(wrong).unwrap_err();
    let told: Vec<_> = refused
        .problems
        .iter()
        .map(|one| (one.field.as_str(), one.rule.as_str()))
        .collect();
    assert_eq!(
        told,
        [("week.0", "hours_shape"), ("special.0.date", "not_a_date")]
    );
    let mut wrong = hours(&counter);
    wrong.week.pop();
    wrong.places = 51;
    let refused = counter.desk.set_service_hours(wrong).unwrap_err();
    assert_eq!(refused.problems[0].field, "week");
    assert_eq!(hours(&counter).places, 8);
}

#[test]
fn a_case_of_a_saturday_is_marked_and_its_term_counts_from_the_next_working_day() {
    let counter = Counter::open();
    counter.pass(TimeDelta::days(4));
    let (friday, promised) = accept(&counter, 1);
    assert!(!friday.out_of_hours);
    let mut wanted = hours(&counter);
    wanted.special.push(saturday(&["09:00–11:30"]));
    change(&counter, wanted);
    counter.pass(TimeDelta::days(1));
    assert!(board(&counter).open, "open that Saturday");
    let (saturday, same) = accept(&counter, 2);
    assert!(saturday.out_of_hours);
    assert_eq!(saturday.received_on, "2026-11-28");
    assert!(promised.is_some());
    assert_eq!(same, promised, "Monday is the first day of both");
    counter.assert_sound();
}

#[test]
fn over_lunch_and_after_hours_is_marked_within_the_hours_is_not() {
    let counter = Counter::open();
    assert!(!accept(&counter, 3).0.out_of_hours, "nine on a Monday");
    counter.pass(TimeDelta::minutes(210));
    let received = counter.receive(&an_application().by_number(9)).number;
    assert!(counter.show(&received).row.out_of_hours, "half past twelve");
    counter.pass(TimeDelta::minutes(60));
    assert!(!accept(&counter, 4).0.out_of_hours, "half past one");
}

#[test]
fn what_is_entered_from_a_slip_is_never_marked() {
    let counter = Counter::open();
    counter.desk.print_slips(PrintSlips { count: 1 }).unwrap();
    let slip = counter.desk.list_slips(Nothing {}).unwrap().rows.remove(0);
    counter.pass(TimeDelta::days(5));
    let draft = counter.draft(&an_application());
    let taken = counter.desk.take_slip(TakeSlip {
        draft: draft.clone(),
        number: slip.number.clone(),
        on: "2026-11-28".to_owned(),
        reason: String::new(),
        supervisor: String::new(),
        password: String::new(),
    });
    let mut content = taken.unwrap().content;
    let page = AddFile {
        draft: Some(draft.clone()),
        number: None,
        name: "编号单.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    let mut photograph = vec![0xFF, 0xD8, 0xFF, 0xE0];
    photograph.extend([7; 600]);
    let page = counter.desk.add_file(page, &photograph).unwrap();
    let typed = content.slip.as_mut().unwrap();
    typed.why = "no_power".to_owned();
    typed.files = vec![page];
    let id = draft.clone();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap();
    counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let case = counter.show(&slip.number);
    assert!(case.row.slip_entered_on.is_some() && !case.row.out_of_hours);
}
