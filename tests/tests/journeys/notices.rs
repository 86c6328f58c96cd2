//! Told once what to bring, on the record and on paper; a second time only with a supervisor.

use std::collections::BTreeMap;

use yichuang_app::ipc::{
    ApiError, DraftRef, ErrorCode, GiveNotice, Nothing, NoticeGiven, NoticeView, OpenDraft,
    PaperRef, PersonInput, SecondNoticeLeave, ShowNotice,
};
use yichuang_tests::kit::{
    Application, Counter, Who, an_application, long, pdf_text, sample_matters,
};

fn asks(application: &Application) -> Option<PersonInput> {
    application.content(&[]).applicant
}

fn show(counter: &Counter, application: &Application) -> NoticeView {
    let input = ShowNotice {
        code: application.code().to_owned(),
        answers: application.answers(),
        person: asks(application),
    };
    counter.desk.show_notice(input).unwrap()
}

fn tell(
    counter: &Counter,
    application: &Application,
    leave: Option<SecondNoticeLeave>,
) -> Result<NoticeGiven, ApiError> {
    counter.desk.give_notice(GiveNotice {
        code: application.code().to_owned(),
        answers: application.answers(),
        person: asks(application),
        leave,
    })
}

fn leave(counter: &Counter, password: &str) -> SecondNoticeLeave {
    let operators = counter.desk.list_operators(Nothing {}).unwrap();
    let supervisor = operators
        .operators
        .into_iter()
        .find(|one| one.role == "supervisor")
        .unwrap();
    SecondNoticeLeave {
        supervisor: supervisor.id,
        password: password.to_owned(),
        reason: "换了办理的情形".to_owned(),
    }
}

#[test]
fn the_paper_tells_exactly_the_lines_of_the_intake_checklist() {
    let counter = Counter::open();
    let application = an_application();
    let told = tell(&counter, &application, None).unwrap();
    assert!(!told.second);
    let pdf = counter
        .desk
        .paper_pdf(PaperRef { id: told.paper.id })
        .unwrap();
    let text = pdf_text(&pdf);
    let draft = counter.draft(&application);
    let view = counter.desk.show_draft(DraftRef { id: draft }).unwrap();
    assert!(!view.requirements.lines.is_empty());
    for line in &view.requirements.lines {
        assert!(
            text.contains(&line.name),
            "{} is not on:\n{text}",
            line.name
        );
    }
    for words in [
        application.matter_name(),
        application.name(),
        "不用带",
        "不收费",
    ] {
        assert!(text.contains(words), "{words} is not on:\n{text}");
    }
    assert!(
        !text.contains(application.id_number()),
        "the number is nobody's business on this paper"
    );
    counter.assert_sound();
}

#[test]
fn the_same_person_is_told_again_only_with_a_supervisors_leave() {
    let counter = Counter::open();
    let application = an_application();
    assert_eq!(show(&counter, &application).earlier, None);
    tell(&counter, &application, None).unwrap();
    let earlier = show(&counter, &application).earlier.unwrap();
    let refused = tell(&counter, &application, None).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ToldBefore);
    assert_eq!(refused.params["clerk"], earlier.clerk);
    let wrong = tell(&counter, &application, Some(leave(&counter, "not-theirs"))).unwrap_err();
    assert_eq!(wrong.code, ErrorCode::PasswordWrong);
    let right = leave(&counter, "sample-supervisor");
    assert!(tell(&counter, &application, Some(right)).unwrap().second);
    let told_again = || counter.desk.workbench(Nothing {}).unwrap().told_again;
    assert_eq!(told_again(), None, "a clerk is not shown it");
    counter.sign_in(Who::Supervisor);
    assert_eq!(told_again(), Some(1));
    counter.assert_sound();
}

#[test]
fn a_leave_without_a_reason_or_from_somebody_who_may_not_give_it_is_none() {
    let counter = Counter::open();
    let application = an_application();
    tell(&counter, &application, None).unwrap();
    let silent = SecondNoticeLeave {
        reason: "　".to_owned(),
        ..leave(&counter, "sample-supervisor")
    };
    let refused = tell(&counter, &application, Some(silent)).unwrap_err();
    assert_eq!(refused.problems[0].field, "leave.reason");
    let own = SecondNoticeLeave {
        supervisor: String::new(),
        ..leave(&counter, "")
    };
    let refused = tell(&counter, &application, Some(own)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
}

#[test]
fn whoever_handed_in_since_or_gave_no_name_is_told_without_asking_anybody() {
    let counter = Counter::open();
    let application = an_application();
    tell(&counter, &application, None).unwrap();
    counter.receive(&application);
    assert_eq!(show(&counter, &application).earlier, None);
    assert!(!tell(&counter, &application, None).unwrap().second);
    for _ in 0..2 {
        let nobody = GiveNotice {
            code: application.code().to_owned(),
            answers: BTreeMap::new(),
            person: None,
            leave: None,
        };
        assert!(!counter.desk.give_notice(nobody).unwrap().second);
    }
}

/// Answers of a matter, every combination of definite ones or, of many, an even selection.
fn combinations(view: &NoticeView, most: usize) -> Vec<BTreeMap<String, String>> {
    let questions = &view.requirements.questions;
    let all: usize = questions.iter().map(|one| one.choices.len()).product();
    let step = all.div_ceil(most).max(1);
    let pick = |mut at: usize| {
        let answer = |one: &yichuang_app::ipc::QuestionView| {
            let choice = &one.choices[at % one.choices.len()];
            at /= one.choices.len();
            (one.id.clone(), choice.id.clone())
        };
        questions.iter().map(answer).collect()
    };
    (0..all).step_by(step).map(pick).collect()
}

#[test]
fn for_every_matter_and_situation_the_notice_is_the_intake_checklist() {
    let counter = Counter::open();
    let most = if long() { 3_000 } else { 6 };
    let view = |code: &str, answers: &BTreeMap<String, String>| {
        let input = ShowNotice {
            code: code.to_owned(),
            answers: answers.clone(),
            person: None,
        };
        counter.desk.show_notice(input).unwrap()
    };
    let mut compared = 0;
    for sample in sample_matters() {
        let (code, name) = (sample.matter.code.to_string(), &sample.matter.name);
        for answers in combinations(&view(&code, &BTreeMap::new()), most) {
            let told = view(&code, &answers).requirements;
            let draft = counter.desk.open_draft(OpenDraft {
                code: code.clone(),
                answers,
            });
            let draft = draft.unwrap();
            assert_eq!(told, draft.requirements, "{name}");
            assert!(
                told.lines.iter().all(|line| !line.basis.is_empty()),
                "{name}: a line without a basis or a named gap"
            );
            counter
                .desk
                .discard_draft(DraftRef { id: draft.id })
                .unwrap();
            compared += 1;
        }
    }
    assert!(compared > 300, "only {compared} situations");
}

#[test]
fn who_was_told_first_and_came_back_with_everything_came_twice() {
    let counter = Counter::open();
    tell(&counter, &an_application(), None).unwrap();
    tell(&counter, &an_application().by_number(3), None).unwrap();
    counter.pass(chrono::TimeDelta::days(2));
    let first = counter.accept(&an_application());
    assert_eq!(
        counter.show(&first.number).visits,
        ["2026-11-23", "2026-11-25"]
    );
    let at_once = counter.accept(&an_application().by_number(7));
    assert_eq!(counter.show(&at_once.number).visits, ["2026-11-25"]);
    // A later case of the same matter begins to count anew.
    counter.pass(chrono::TimeDelta::days(400));
    let again = counter.accept(&an_application());
    assert_eq!(counter.show(&again.number).visits, ["2027-12-30"]);
    let receipt = counter.paper_text(&first.number, "receipt");
    assert!(receipt.contains("本事项承诺一次办好"));
}
