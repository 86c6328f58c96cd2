//! 好差评: given by the resident on their own screen, counted for the counter, called back about when
//! it is bad.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    ApiError, CaseRef, Done, ErrorCode, LogCall, Nothing, RatingBoard, Reprint, ResidentRated,
    ResidentShows, ResidentTurn, Workbench,
};
use yichuang_tests::kit::{Centre, Counter, Who, an_application, sample_id, sample_name};

fn ask(counter: &Counter, number: &str) -> Result<Done, ApiError> {
    counter.desk.ask_rating(CaseRef {
        number: number.to_owned(),
    })
}

fn turn(counter: &Counter) -> u32 {
    counter.desk.resident_screen(Nothing {}).unwrap().turn
}

fn give(counter: &Counter, level: &str, reasons: &[&str]) -> Result<Done, ApiError> {
    counter.desk.resident_rated(ResidentRated {
        turn: turn(counter),
        level: level.to_owned(),
        reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
        words: String::new(),
    })
}

fn board(counter: &Counter) -> RatingBoard {
    counter.desk.rating_board(Nothing {}).unwrap()
}

fn workbench(counter: &Counter) -> Workbench {
    counter.desk.workbench(Nothing {}).unwrap()
}

fn levels(counter: &Counter) -> Vec<u32> {
    board(counter)
        .levels
        .iter()
        .map(|level| level.count)
        .collect()
}

fn with_screen() -> Counter {
    let counter = Counter::open();
    counter.desk.resident_window_opened();
    counter
}

#[test]
fn a_case_that_can_be_rated_has_a_form_and_a_ticket_to_rate_it_on_paper() {
    let counter = Counter::open();
    let print = |number: &str, document: &str| {
        counter.desk.reprint(Reprint {
            number: number.to_owned(),
            document: document.to_owned(),
            reason: None,
        })
    };
    let waiting = counter.receive(&an_application()).number;
    assert_eq!(
        print(&waiting, "rating_form").unwrap_err().code,
        ErrorCode::PaperUnknown,
        "nothing to rate yet"
    );
    let number = counter.accept(&an_application().by_number(2)).number;
    for document in ["rating_form", "rating_ticket"] {
        let made = print(&number, document).unwrap();
        assert_eq!(made.copy, 1);
        assert_eq!(
            print(&number, document).unwrap_err().code,
            ErrorCode::ReprintUnexplained
        );
        let text = counter.paper_text(&number, document);
        for words in ["非常满意", "非常不满意", "受理", number.as_str()] {
            assert!(text.contains(words), "{words} is not on:\n{text}");
        }
        assert!(!text.contains(&sample_name()), "it names nobody");
    }
    counter.assert_sound();
}

#[test]
fn a_rating_is_the_residents_own_once_for_a_case_and_stage() {
    let counter = with_screen();
    let number = counter.accept(&an_application()).number;
    assert_eq!(ask(&counter, &number).map(|_| ()), Ok(()));
    let shown = counter.desk.resident_screen(Nothing {}).unwrap();
    assert_eq!(shown.rating.as_ref().unwrap().stage, "acceptance");
    assert!(
        !serde_json::to_string(&shown)
            .unwrap()
            .contains(&sample_name()),
        "no name stands there"
    );
    give(&counter, "satisfied", &[]).unwrap();
    let thanks = counter.desk.resident_screen(Nothing {}).unwrap();
    assert_eq!((thanks.shows, thanks.bad), (ResidentShows::Thanks, false));
    assert_eq!(
        ask(&counter, &number).unwrap_err().code,
        ErrorCode::RatedBefore
    );
    let event = counter.show(&number).events.pop().unwrap();
    assert_eq!((event.kind.as_str(), event.actor.as_str()), ("rated", ""));
    assert_eq!(levels(&counter), [0, 1, 0, 0, 0]);
    counter.assert_sound();
}

#[test]
fn who_says_nothing_leaves_nothing() {
    let counter = with_screen();
    let number = counter.accept(&an_application()).number;
    ask(&counter, &number).unwrap();
    let before = counter.show(&number).events.len();
    let answered = ResidentTurn {
        turn: turn(&counter),
    };
    counter.desk.resident_put_away(answered.clone()).unwrap();
    assert_eq!(counter.show(&number).events.len(), before);
    assert_eq!((board(&counter).cases, board(&counter).rated), (1, 0));
    let late = counter.desk.resident_put_away(answered).unwrap_err();
    assert_eq!(late.code, ErrorCode::ScreenChanged);
    assert_eq!(
        give(&counter, "fair", &[]).unwrap_err().code,
        ErrorCode::ScreenChanged
    );
    assert!(ask(&counter, &number).is_ok(), "it can be asked for again");
}

#[test]
fn nothing_is_rated_before_it_is_decided_about_and_good_ones_need_no_reason() {
    let counter = with_screen();
    let received = counter.receive_unsigned(&an_application());
    assert_eq!(
        ask(&counter, &received).unwrap_err().code,
        ErrorCode::IllegalMove
    );
    let number = counter
        .accept(&an_application().by(&sample_name(), &sample_id(7)))
        .number;
    ask(&counter, &number).unwrap();
    for (level, reasons) in [
        ("splendid", &[][..]),
        ("satisfied", &["slow"][..]),
        ("dissatisfied", &["weather"][..]),
    ] {
        let refused = give(&counter, level, reasons).unwrap_err();
        assert_eq!(refused.code, ErrorCode::InputShape, "{level} {reasons:?}");
    }
    give(&counter, "dissatisfied", &["slow", "slow", "manner"]).unwrap();
    assert_eq!(levels(&counter), [0, 0, 0, 1, 0]);
}

#[test]
fn a_bad_rating_is_a_call_within_a_working_day_for_whoever_answers_for_the_point() {
    let counter = with_screen();
    let number = counter.accept(&an_application()).number;
    ask(&counter, &number).unwrap();
    give(&counter, "very_dissatisfied", &["again"]).unwrap();
    assert!(board(&counter).bad.is_none(), "a clerk sees totals alone");
    let todo = |counter: &Counter| {
        let bench = workbench(counter);
        let mut todo = bench.pressing.iter();
        todo.any(|one| one.todo == "call_back" && one.row.number == number)
    };
    assert!(!todo(&counter));
    assert_eq!(workbench(&counter).ratings[4].count, 1);
    counter.sign_in(Who::Supervisor);
    assert!(todo(&counter));
    let bad = board(&counter).bad.unwrap().pop().unwrap();
    assert_eq!(bad.reasons, ["again"]);
    assert_eq!(bad.due.date.as_deref(), Some("2026-11-24"));
    assert_eq!(bad.called_on, None);
    counter.pass(TimeDelta::days(2));
    counter.sign_in(Who::Supervisor);
    let late = board(&counter).bad.unwrap().pop().unwrap();
    assert_eq!((late.due.light.as_str(), late.due.days), ("over", 1));
    for (outcome, called_on) in [("no_answer", None), ("reached", Some("2026-11-25"))] {
        let call = LogCall {
            number: number.clone(),
            purpose: "rating".to_owned(),
            outcome: outcome.to_owned(),
            words: String::new(),
        };
        counter.desk.log_call(call).unwrap();
        let bad = board(&counter).bad.unwrap().pop().unwrap();
        assert_eq!(bad.called_on.as_deref(), called_on, "{outcome}");
        assert_eq!(todo(&counter), called_on.is_none(), "{outcome}");
    }
    counter.assert_sound();
}

#[test]
fn a_rating_survives_the_end_of_the_program_and_a_rebuild() {
    let counter = with_screen();
    let number = counter.accept(&an_application()).number;
    ask(&counter, &number).unwrap();
    give(&counter, "very_satisfied", &[]).unwrap();
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    assert_eq!(levels(&counter), [1, 0, 0, 0, 0]);
    assert_eq!((board(&counter).cases, board(&counter).rated), (1, 1));
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rating_travels_with_its_case() {
    let counter = with_screen();
    let centre = Centre::start(&counter.clock).await;
    let counter = {
        drop(counter);
        let counter = Counter::reaching(&centre.url());
        counter.desk.resident_window_opened();
        counter
    };
    let number = counter.accept(&an_application()).number;
    ask(&counter, &number).unwrap();
    give(&counter, "satisfied", &[]).unwrap();
    counter.sync().await;
    centre.judge();
    counter.sync().await;
    assert_eq!(counter.mark(&number), "reported");
    centre.assert_sound();
}
