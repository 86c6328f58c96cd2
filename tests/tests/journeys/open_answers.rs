//! A question nobody could answer at receipt is answered later: the list follows from it.

use std::collections::BTreeMap;

use yichuang_app::ipc::{
    ApiError, AskCorrection, CaseDone, CorrectionLine, DraftRef, ErrorCode, MaterialChoice,
    OpenDraft, OwedByAnswers, OwedNow, ReceiveCase, SaveDraft, TakeSupplies,
};
use yichuang_tests::kit::{Application, Counter, an_application};

/// Of a child of one's own.
const BORN: &str = "MAT-BIRTHCERT";
/// Of a child that was adopted, in its place.
const ADOPTED: &str = "MAT-CSRH-02";
/// Whose child it is.
const WHOSE: &str = "adopt";
/// Whether there is a certificate; asked of one's own child alone.
const HAS_CERT: &str = "cert";

fn a_birth() -> Application {
    an_application()
        .for_matter("户口登记（出生申报）")
        .without_material(BORN)
}

/// A draft of an application with these questions left open.
fn undecided_draft(counter: &Counter, application: &Application, open: &[&str]) -> String {
    let id = counter.draft(application);
    let draft = DraftRef { id: id.clone() };
    let mut content = counter.desk.show_draft(draft).unwrap().content;
    content.answers.retain(|id, _| !open.contains(&id.as_str()));
    let saved = SaveDraft {
        id: id.clone(),
        content,
    };
    counter.desk.save_draft(saved).unwrap();
    id
}

fn received_open(counter: &Counter) -> String {
    let draft = undecided_draft(counter, &a_birth(), &[WHOSE, HAS_CERT]);
    let received = counter.desk.receive_case(ReceiveCase { draft });
    received.unwrap().number
}

fn answers(choices: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(question, choice): &(&str, &str)| ((*question).to_owned(), (*choice).to_owned());
    choices.iter().map(owned).collect()
}

fn look(counter: &Counter, number: &str, given: &[(&str, &str)]) -> Result<OwedNow, ApiError> {
    counter.desk.look_owed(OwedByAnswers {
        number: number.to_owned(),
        answers: answers(given),
    })
}

fn supply(
    counter: &Counter,
    number: &str,
    given: &[(&str, &str)],
    materials: Vec<MaterialChoice>,
) -> Result<CaseDone, ApiError> {
    counter.desk.take_supplies(TakeSupplies {
        number: number.to_owned(),
        materials,
        answers: answers(given),
        form: BTreeMap::new(),
        signed: Vec::new(),
    })
}

fn paper(material: &str) -> MaterialChoice {
    MaterialChoice {
        material: material.to_owned(),
        how: Some("paper_taken".to_owned()),
        files: Vec::new(),
        pages: Some(1),
        supply_by: None,
        note: None,
        certificate: None,
    }
}

fn owed(counter: &Counter, number: &str) -> Vec<String> {
    let life = counter.show(number).life;
    life.owed.into_iter().map(|line| line.material).collect()
}

#[test]
fn an_answer_left_open_is_owed_and_looking_at_it_changes_nothing() {
    let counter = Counter::open();
    let number = received_open(&counter);
    let life = counter.show(&number).life;
    let open: Vec<&str> = life.owed_questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(open, [WHOSE]);
    assert!(!life.complete);
    let entries = counter.show(&number).events.len();

    let own = look(&counter, &number, &[(WHOSE, "own")]).unwrap();
    let lines = |now: &OwedNow| now.owed.iter().map(|line| line.material.clone()).collect();
    let names: Vec<String> = lines(&own);
    assert_eq!(names, [BORN]);
    let asked: Vec<&str> = own.questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(asked, [WHOSE, HAS_CERT]);
    let adopted = look(&counter, &number, &[(WHOSE, "adopted")]).unwrap();
    let names: Vec<String> = lines(&adopted);
    assert_eq!(names, [ADOPTED]);
    assert_eq!(adopted.spared.len(), 1);
    assert_eq!(adopted.questions[0].answer.as_deref(), Some("adopted"));
    assert_eq!(counter.show(&number).events.len(), entries);
}

#[test]
fn the_list_follows_from_the_answer_and_the_receipt_names_what_is_missing_now() {
    let counter = Counter::open();
    let number = received_open(&counter);
    supply(&counter, &number, &[(WHOSE, "adopted")], Vec::new()).unwrap();
    let view = counter.show(&number);
    assert!(view.life.owed_questions.is_empty());
    assert_eq!(owed(&counter, &number), [ADOPTED]);
    let name = &view.life.owed[0].name;
    let receipt = counter.paper_text(&number, "supply_receipt");
    for words in ["情形：", "当场说明", "收养的", "还缺", name.as_str()] {
        let flat: String = receipt.split_whitespace().collect();
        assert!(flat.contains(words), "{words} is not on:\n{receipt}");
    }
    let off_list = view.materials.iter().find(|line| line.material == BORN);
    assert_eq!(
        off_list.and_then(|line| line.how.as_deref()),
        Some("not_applicable")
    );
    supply(&counter, &number, &[], vec![paper(ADOPTED)]).unwrap();
    assert!(counter.show(&number).life.owed.is_empty());
    let accepted = counter
        .accept_signed(&number, b"\xff\xd8\xff signed")
        .unwrap();
    assert_eq!(accepted.state, "accepted");
    counter.assert_sound();
}

#[test]
fn an_answer_and_what_it_calls_for_come_in_one_supply() {
    let counter = Counter::open();
    let number = received_open(&counter);
    let given = [(WHOSE, "adopted")];
    supply(&counter, &number, &given, vec![paper(ADOPTED)]).unwrap();
    let life = counter.show(&number).life;
    assert!(life.owed.is_empty() && life.owed_questions.is_empty());
    counter.assert_sound();
}

#[test]
fn what_a_notice_asked_for_is_settled_when_the_answer_takes_it_off_the_list() {
    let counter = Counter::open();
    let draft = undecided_draft(&counter, &a_birth(), &[WHOSE, HAS_CERT]);
    let asked = counter.desk.ask_correction(AskCorrection {
        draft: Some(draft),
        number: None,
        items: vec![CorrectionLine {
            material: BORN.to_owned(),
            problem: "没有带来".to_owned(),
            how: "下次带来".to_owned(),
        }],
    });
    let number = asked.unwrap().number;
    assert_eq!(owed(&counter, &number), [BORN]);
    let given = [(WHOSE, "adopted")];
    supply(&counter, &number, &given, vec![paper(ADOPTED)]).unwrap();
    let life = counter.show(&number).life;
    assert!(life.owed.is_empty() && life.supply_by.is_none());
    let flat: String = counter
        .paper_text(&number, "supply_receipt")
        .split_whitespace()
        .collect();
    assert!(
        flat.contains("无。"),
        "nothing is missing any more:\n{flat}"
    );
    counter.assert_sound();
}

#[test]
fn an_answer_may_open_the_next_question_and_both_come_together() {
    let counter = Counter::open();
    let number = received_open(&counter);
    let early = supply(&counter, &number, &[(HAS_CERT, "yes")], Vec::new()).unwrap_err();
    assert_eq!(early.problems[0].rule, "not_owed");
    let both = [(WHOSE, "own"), (HAS_CERT, "yes")];
    supply(&counter, &number, &both, Vec::new()).unwrap();
    assert!(counter.show(&number).life.owed_questions.is_empty());
}

#[test]
fn answers_nobody_asked_for_or_that_end_the_matter_change_nothing() {
    let counter = Counter::open();
    let number = received_open(&counter);
    let ended = |number: &str| counter.show(number).events.len();
    let entries = ended(&number);
    for (given, rule) in [
        (("married", "no"), "not_owed"),
        (("nothing", "yes"), "not_owed"),
        ((WHOSE, "found"), "unknown_option"),
    ] {
        let refused = supply(&counter, &number, &[given], Vec::new()).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Invalid, "{given:?}");
        assert_eq!(refused.problems[0].rule, rule, "{given:?}");
    }
    assert_eq!(ended(&number), entries);

    let aged = undecided_draft(&counter, &an_application(), &["hukou"]);
    let received = counter.desk.receive_case(ReceiveCase { draft: aged });
    let number = received.unwrap().number;
    let given = [("hukou", "no")];
    let elsewhere = look(&counter, &number, &given).unwrap();
    assert!(elsewhere.ended.is_some() && elsewhere.owed.is_empty());
    let refused = supply(&counter, &number, &given, Vec::new()).unwrap_err();
    assert_eq!(refused.problems[0].rule, "not_eligible");
    assert_eq!(owed(&counter, &number), Vec::<String>::new());
    counter.assert_sound();
}

#[test]
fn an_accepted_case_has_its_list_and_takes_no_answer() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let given = [("hukou", "yes")];
    let late = supply(&counter, &number, &given, Vec::new()).unwrap_err();
    assert_eq!(late.code, ErrorCode::IllegalMove);
    let late = look(&counter, &number, &given).unwrap_err();
    assert_eq!(late.code, ErrorCode::IllegalMove);
}

#[test]
fn what_follows_from_an_answer_nobody_was_sure_of_is_asked_on_the_screen() {
    let counter = Counter::open();
    let shown_after = |whose: &str| {
        let code = a_birth().code().to_owned();
        let answers = BTreeMap::from([(WHOSE.to_owned(), whose.to_owned())]);
        let opened = counter.desk.open_draft(OpenDraft { code, answers });
        let mut questions = opened.unwrap().requirements.questions.into_iter();
        questions.find(|one| one.id == HAS_CERT).unwrap().asked
    };
    assert!(shown_after("own"));
    assert!(!shown_after("adopted"));
    assert!(shown_after("?"), "nobody is held up by what they never saw");
}
