//! 追评, paper forms out of the box, and the sheet of a month.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    ApiError, BadRating, CaseRef, Done, EnterRating, ErrorCode, LogCall, MonthRef, Nothing,
    PaperRef, ResidentRated,
};
use yichuang_tests::kit::{Counter, Who, an_application, pdf_text, sample_name};

fn enter(counter: &Counter, number: &str, level: &str, words: &str) -> Result<Done, ApiError> {
    counter.desk.enter_rating(EnterRating {
        number: number.to_owned(),
        stage: "acceptance".to_owned(),
        level: level.to_owned(),
        reasons: Vec::new(),
        words: words.to_owned(),
    })
}

fn bad(counter: &Counter, number: &str) -> BadRating {
    let board = counter.desk.rating_board(Nothing {}).unwrap();
    let mut bad = board.bad.unwrap().into_iter();
    bad.find(|one| one.number == number).unwrap()
}

fn call(counter: &Counter, number: &str) {
    let call = LogCall {
        number: number.to_owned(),
        purpose: "rating".to_owned(),
        outcome: "reached".to_owned(),
        words: String::new(),
    };
    counter.desk.log_call(call).unwrap();
}

/// A case somebody rated badly on paper, entered by the supervisor who is signed in after it.
fn badly_rated() -> (Counter, String) {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    counter.sign_in(Who::Supervisor);
    enter(&counter, &number, "very_dissatisfied", "等了一上午").unwrap();
    (counter, number)
}

fn refused(answer: Result<Done, ApiError>) -> (ErrorCode, String) {
    let error = answer.unwrap_err();
    let reason = error.params.get("reason").cloned().unwrap_or_default();
    (error.code, reason)
}

#[test]
fn a_paper_form_is_entered_by_whoever_answers_for_the_point_and_counts_like_any_rating() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let by_clerk = enter(&counter, &number, "satisfied", "").unwrap_err();
    assert_eq!(by_clerk.code, ErrorCode::RoleMissing);
    counter.sign_in(Who::Supervisor);
    for (level, words) in [("splendid", ""), ("satisfied", "谢谢")] {
        let code = enter(&counter, &number, level, words).unwrap_err().code;
        assert_eq!(code, ErrorCode::InputShape, "{level}");
    }
    let too_early = EnterRating {
        number: number.clone(),
        stage: "completion".to_owned(),
        level: "fair".to_owned(),
        reasons: Vec::new(),
        words: String::new(),
    };
    let code = counter.desk.enter_rating(too_early).unwrap_err().code;
    assert_eq!(code, ErrorCode::IllegalMove);
    enter(&counter, &number, "satisfied", "").unwrap();
    let again = enter(&counter, &number, "very_dissatisfied", "");
    assert_eq!(refused(again).0, ErrorCode::RatedBefore, "it was not bad");
    let board = counter.desk.rating_board(Nothing {}).unwrap();
    assert_eq!((board.rated, board.levels[1].count), (1, 1));
    let event = counter.show(&number).events.pop().unwrap();
    assert_ne!(event.actor, "", "who copied it stands there");
    counter.assert_sound();
}

#[test]
fn a_bad_rating_is_followed_by_one_later_one_beside_it() {
    let (counter, number) = badly_rated();
    assert_eq!(
        bad(&counter, &number).again_until.as_deref(),
        Some("2026-12-14")
    );
    counter.pass(TimeDelta::days(1));
    counter.sign_in(Who::Supervisor);
    call(&counter, &number);
    assert_eq!(
        bad(&counter, &number).again_until.as_deref(),
        Some("2026-12-15")
    );
    enter(&counter, &number, "satisfied", "后来办得快").unwrap();
    let stands = bad(&counter, &number);
    assert_eq!(stands.level, "very_dissatisfied", "the first one stands");
    let later = stands.again.unwrap();
    assert_eq!(
        (later.level.as_str(), later.words.as_str(), later.on_paper),
        ("satisfied", "后来办得快", true)
    );
    assert_eq!(stands.again_until, None);
    let third = enter(&counter, &number, "fair", "");
    assert_eq!(
        refused(third),
        (ErrorCode::RatingClosed, "given".to_owned())
    );
    let counter = counter.restarted();
    counter.sign_in(Who::Supervisor);
    assert!(bad(&counter, &number).again.is_some());
    counter.assert_sound();
}

#[test]
fn after_fifteen_working_days_nothing_is_added() {
    let (counter, number) = badly_rated();
    counter.pass(TimeDelta::days(21));
    counter.sign_in(Who::Supervisor);
    assert!(
        bad(&counter, &number).again_until.is_some(),
        "the last day counts"
    );
    counter.pass(TimeDelta::days(1));
    counter.sign_in(Who::Supervisor);
    assert_eq!(bad(&counter, &number).again_until, None);
    let late = enter(&counter, &number, "satisfied", "");
    assert_eq!(refused(late), (ErrorCode::RatingClosed, "over".to_owned()));
    counter.assert_sound();
}

#[test]
fn somebody_who_comes_back_says_it_on_the_screen() {
    let (counter, number) = badly_rated();
    let ask = |number: &str| {
        counter.desk.ask_rating_again(CaseRef {
            number: number.to_owned(),
        })
    };
    assert_eq!(ask(&number).unwrap_err().code, ErrorCode::ScreenAbsent);
    counter.desk.resident_window_opened();
    ask(&number).unwrap();
    let shown = counter.desk.resident_screen(Nothing {}).unwrap();
    assert!(shown.rating.unwrap().again);
    let given = ResidentRated {
        turn: shown.turn,
        level: "fair".to_owned(),
        reasons: Vec::new(),
        words: String::new(),
    };
    counter.desk.resident_rated(given).unwrap();
    let later = bad(&counter, &number).again.unwrap();
    assert_eq!((later.level.as_str(), later.on_paper), ("fair", false));
    let other = counter.accept(&an_application().by_number(2)).number;
    assert_eq!(
        refused(ask(&other)),
        (ErrorCode::RatingClosed, "none".to_owned())
    );
    counter.assert_sound();
}

#[test]
fn the_sheet_of_a_month_counts_every_level_and_says_what_became_of_the_bad_ones() {
    let (counter, number) = badly_rated();
    let good = counter.accept(&an_application().by_number(2)).number;
    enter(&counter, &good, "satisfied", "").unwrap();
    counter.pass(TimeDelta::days(1));
    counter.sign_in(Who::Supervisor);
    call(&counter, &number);
    enter(&counter, &number, "fair", "").unwrap();
    let print = |month: &str| {
        counter.desk.print_rating_month(MonthRef {
            month: month.to_owned(),
        })
    };
    for wrong in ["2026-13", "november", "2027-01"] {
        assert_eq!(
            print(wrong).unwrap_err().code,
            ErrorCode::InputShape,
            "{wrong}"
        );
    }
    let paper = print("2026-11").unwrap();
    assert_eq!(paper.title, "好差评月报");
    let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id: paper.id }).unwrap());
    let text: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    for wanted in [
        "2026年11月，截至11月24日",
        "评价2次",
        "满意率50.0%",
        "非常不满意150.0%",
        number.as_str(),
        "2026-11-24已回",
        "已回访1次",
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in {text}");
    }
    let later = text.matches("基本满意").count();
    assert_eq!(later, 2, "a level, and what was said once more: {text}");
    assert!(!text.contains(&sample_name()), "it names nobody");
    counter.sign_in(Who::Clerk);
    assert_eq!(print("2026-11").unwrap_err().code, ErrorCode::RoleMissing);
    counter.assert_sound();
}
