//! What a clerk may decide, and when.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AcceptReceived, ApiError, AskCorrection, CaseDone, CorrectionLine, DraftRef,
    ErrorCode, LineStatus, MaterialChoice, RefuseCase, SaveDraft,
};
use yichuang_tests::kit::{Application, Counter, an_application};

/// A matter bound by 行政许可法.
const LICENCE: &str = "林木采伐许可";

fn line(material: &str) -> CorrectionLine {
    CorrectionLine {
        material: material.to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    }
}

fn ask(counter: &Counter, number: &str) -> Result<CaseDone, ApiError> {
    let items = vec![line("MAT-IDCARD")];
    counter.desk.ask_correction(AskCorrection {
        draft: None,
        number: Some(number.to_owned()),
        items,
    })
}

fn accept(counter: &Counter, number: &str) -> Result<CaseDone, ApiError> {
    counter.desk.accept_received(AcceptReceived {
        number: number.to_owned(),
        signed: Vec::new(),
        unsigned: Vec::new(),
    })
}

fn refuse(
    counter: &Counter,
    draft: Option<String>,
    number: Option<String>,
) -> Result<CaseDone, ApiError> {
    counter.desk.refuse_case(RefuseCase {
        draft,
        number,
        ground: "not_competent".to_owned(),
        explanation: "本事项由市级部门办理".to_owned(),
        competent: Some("枣庄市样例局".to_owned()),
    })
}

fn licence() -> Application {
    an_application().for_matter(LICENCE)
}

#[test]
fn a_case_received_today_is_accepted_tomorrow_from_what_was_written_down() {
    let counter = Counter::open();
    let received = counter.receive(&an_application());
    assert_eq!(
        (received.state.as_str(), received.due.as_deref()),
        ("received", None)
    );
    assert!(
        counter
            .paper_text(&received.number, "receipt")
            .contains(&received.number)
    );
    counter.pass(TimeDelta::days(1));
    let accepted = accept(&counter, &received.number).unwrap();
    assert_eq!(
        (accepted.state.as_str(), accepted.due.as_deref()),
        ("accepted", Some("2026-12-08"))
    );
    let view = counter.show(&received.number);
    assert_eq!(view.row.received_on, "2026-11-23");
    assert_eq!(view.accepted_on.as_deref(), Some("2026-11-24"));
    let again = accept(&counter, &received.number).unwrap_err();
    assert_eq!(again.code, ErrorCode::IllegalMove);
    counter.assert_sound();
}

#[test]
fn what_is_owed_is_told_once_on_paper_and_a_second_notice_is_refused() {
    let counter = Counter::open();
    let application = an_application().without_material("MAT-IDCARD");
    let missing = counter.try_accept(&application).unwrap_err();
    assert_eq!(missing.code, ErrorCode::Invalid);
    assert_eq!(missing.problems[0].field, "materials.MAT-IDCARD");
    let draft = Some(counter.draft(&application));
    let items = vec![line("MAT-IDCARD")];
    let asked = counter
        .desk
        .ask_correction(AskCorrection {
            draft,
            number: None,
            items,
        })
        .unwrap();
    assert_eq!(asked.state, "needs_correction");
    let notice = counter.paper_text(&asked.number, "correction");
    for words in [&asked.number, "申请人居民身份证", "没有带来", "下次带原件"] {
        assert!(notice.contains(words), "{words} is not on:\n{notice}");
    }
    assert_eq!(
        ask(&counter, &asked.number).unwrap_err().code,
        ErrorCode::SecondNotice
    );
    let still_owed = accept(&counter, &asked.number).unwrap_err();
    assert_eq!(still_owed.code, ErrorCode::Invalid);
    assert_eq!(counter.show(&asked.number).row.state, "needs_correction");
    counter.assert_sound();
}

#[test]
fn a_notice_with_nothing_on_it_or_about_nothing_on_the_list_is_refused() {
    let counter = Counter::open();
    let received = counter.receive(&an_application()).number;
    for items in [
        vec![],
        vec![CorrectionLine {
            problem: String::new(),
            ..line("MAT-IDCARD")
        }],
    ] {
        let asked = AskCorrection {
            draft: None,
            number: Some(received.clone()),
            items,
        };
        assert_eq!(
            counter.desk.ask_correction(asked).unwrap_err().code,
            ErrorCode::Invalid
        );
    }
    let both = AskCorrection {
        draft: Some(received.clone()),
        number: Some(received.clone()),
        items: vec![],
    };
    assert!(counter.desk.ask_correction(both).is_err());
    assert_eq!(counter.show(&received).row.state, "received");
}

#[test]
fn a_refusal_names_its_ground_the_next_door_and_the_remedies() {
    let counter = Counter::open();
    let draft = counter.draft(&licence());
    let refused = refuse(&counter, Some(draft), None).unwrap();
    assert_eq!(refused.state, "refused");
    let paper = counter.paper_text(&refused.number, "refusal");
    for words in [
        &refused.number,
        "不予受理",
        "不属于本机关职权范围",
        "市级部门办理",
        "枣庄市样例局",
        "行政复议",
        "行政诉讼",
    ] {
        let flat: String = paper.split_whitespace().collect();
        assert!(flat.contains(words), "{words} is not on:\n{paper}");
    }
    assert_eq!(
        accept(&counter, &refused.number).unwrap_err().code,
        ErrorCode::IllegalMove
    );
    assert_eq!(
        ask(&counter, &refused.number).unwrap_err().code,
        ErrorCode::IllegalMove
    );
    counter.assert_sound();
}

#[test]
fn a_refusal_without_a_lawful_ground_or_an_explanation_changes_nothing() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    for (ground, explanation) in [("because", "样例"), ("not_eligible", " ")] {
        let refused = counter.desk.refuse_case(RefuseCase {
            draft: None,
            number: Some(number.clone()),
            ground: ground.to_owned(),
            explanation: explanation.to_owned(),
            competent: None,
        });
        assert_eq!(refused.unwrap_err().code, ErrorCode::Invalid, "{ground}");
    }
    assert_eq!(counter.show(&number).row.state, "received");
}

#[test]
fn after_five_working_days_a_licence_counts_as_accepted_and_no_notice_is_lawful() {
    let counter = Counter::open();
    let number = counter.receive(&licence()).number;
    // Monday 23 November; the fifth working day after it is Monday 30 November.
    counter.pass(TimeDelta::days(7));
    let last_day = counter.receive(&licence().by_number(1)).number;
    counter.pass(TimeDelta::days(1));
    assert_eq!(
        ask(&counter, &number).unwrap_err().code,
        ErrorCode::NoticeTooLate
    );
    assert_eq!(
        refuse(&counter, None, Some(number.clone()))
            .unwrap_err()
            .code,
        ErrorCode::NoticeTooLate
    );
    assert_eq!(
        counter.show(&number).accepted_on.as_deref(),
        Some("2026-11-23"),
        "the day the materials came"
    );
    assert_eq!(
        ask(&counter, &last_day).unwrap().state,
        "needs_correction",
        "one day old"
    );
}

#[test]
fn the_five_days_bind_licences_only() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    counter.pass(TimeDelta::days(30));
    assert_eq!(ask(&counter, &number).unwrap().state, "needs_correction");
}

#[test]
fn of_a_shared_certificate_the_number_is_written_down_and_no_paper_is_asked_for() {
    const CARD: &str = "MAT-SSCARD";
    let counter = Counter::open();
    let id = counter.draft(&an_application());
    let show = DraftRef { id: id.clone() };
    let draft = counter.desk.show_draft(show).unwrap();
    let lines = &draft.requirements.lines;
    let line = lines.iter().find(|line| line.material == CARD).unwrap();
    assert!(line.certificate && line.status == LineStatus::Waived);
    let mut content = draft.content;
    content.materials.retain(|choice| choice.material != CARD);
    content.materials.push(MaterialChoice {
        material: CARD.to_owned(),
        how: Some("waived".to_owned()),
        files: Vec::new(),
        pages: None,
        supply_by: None,
        note: None,
        certificate: Some("样例社保卡 0001".to_owned()),
    });
    content.signed = an_application().content(&[]).signed;
    let save = SaveDraft {
        id: id.clone(),
        content,
    };
    counter.desk.save_draft(save).unwrap();
    let done = counter.desk.accept_case(AcceptCase { draft: id }).unwrap();
    let kept = counter.show(&done.number).materials;
    let kept = kept.iter().find(|line| line.material == CARD).unwrap();
    assert!(kept.because.as_ref().unwrap().starts_with("部门共享："));
    assert_eq!(kept.certificate.as_deref(), Some("******0001"));
    counter.assert_sound();
}
