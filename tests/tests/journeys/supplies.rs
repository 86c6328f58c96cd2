//! What a case owes comes in: supplied, deferred, asked for again, moved once.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AcceptReceived, AddFile, ApiError, AskCorrection, AskCorrectionAgain, CaseDone,
    CorrectionLine, DraftRef, ErrorCode, ExtendSupply, FileInfo, LineStatus, LogCall,
    MaterialChoice, Nothing, SaveDraft, SecondNoticeLeave, SignedPaper, TakeSupplies,
};
use yichuang_tests::kit::{Counter, Who, an_application};

const CARD: &str = "MAT-IDCARD";

fn line(material: &str) -> CorrectionLine {
    CorrectionLine {
        material: material.to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    }
}

/// A case told to bring its identity card.
fn told(counter: &Counter) -> String {
    let draft = Some(counter.draft(&an_application().without_material(CARD)));
    let asked = counter.desk.ask_correction(AskCorrection {
        draft,
        number: None,
        items: vec![line(CARD)],
    });
    asked.unwrap().number
}

fn choice(material: &str, how: &str, files: Vec<FileInfo>) -> MaterialChoice {
    MaterialChoice {
        material: material.to_owned(),
        how: Some(how.to_owned()),
        files,
        pages: Some(1),
        supply_by: None,
        note: None,
        certificate: None,
    }
}

fn supply(
    counter: &Counter,
    number: &str,
    materials: Vec<MaterialChoice>,
) -> Result<CaseDone, ApiError> {
    counter.desk.take_supplies(TakeSupplies {
        number: number.to_owned(),
        materials,
        answers: BTreeMap::new(),
        form: BTreeMap::new(),
        signed: Vec::new(),
    })
}

fn accept(counter: &Counter, number: &str) -> Result<CaseDone, ApiError> {
    counter.desk.accept_received(AcceptReceived {
        number: number.to_owned(),
        signed: Vec::new(),
        unsigned: Vec::new(),
    })
}

fn photograph(counter: &Counter, number: &str) -> FileInfo {
    let page = AddFile {
        draft: None,
        number: Some(number.to_owned()),
        name: "身份证.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    counter.desk.add_file(page, b"\xff\xd8\xff sample").unwrap()
}

#[test]
fn what_a_correction_asked_for_is_handed_in_and_the_case_is_accepted_that_day() {
    let counter = Counter::open();
    let number = told(&counter);
    let owing = counter.show(&number).life;
    assert_eq!(owing.owed.len(), 1);
    assert_eq!(
        (
            owing.owed[0].material.as_str(),
            owing.owed[0].owed_as.as_str()
        ),
        (CARD, "correction")
    );
    assert!(!owing.complete);
    let early = accept(&counter, &number).unwrap_err();
    assert_eq!(early.code, ErrorCode::Invalid);
    counter.pass(TimeDelta::days(1));
    let page = photograph(&counter, &number);
    let way = owing.owed[0].ways[0].clone();
    let files = if way == "captured" {
        vec![page]
    } else {
        Vec::new()
    };
    supply(&counter, &number, vec![choice(CARD, &way, files)]).unwrap();
    let receipt = counter.paper_text(&number, "supply_receipt");
    for words in ["补正材料接收凭证", number.as_str(), "还缺", "无。"] {
        assert!(receipt.contains(words), "{words} is not on:\n{receipt}");
    }
    let view = counter.show(&number);
    assert_eq!(view.row.state, "needs_correction", "a fact moves no state");
    assert!(view.life.owed.is_empty() && view.life.complete);
    assert_eq!(view.life.due_if_accepted.as_deref(), Some("2026-12-08"));
    let accepted = accept(&counter, &number).unwrap();
    assert_eq!(accepted.state, "accepted");
    assert_eq!(accepted.due.as_deref(), Some("2026-12-08"));
    let view = counter.show(&number);
    assert_eq!(view.accepted_on.as_deref(), Some("2026-11-24"));
    let kept = view.materials.iter().find(|line| line.material == CARD);
    assert_eq!(kept.unwrap().how.as_deref(), Some(way.as_str()));
    counter.assert_sound();
}

#[test]
fn nothing_that_is_not_owed_is_taken_in_and_nothing_at_all_is_no_supply() {
    let counter = Counter::open();
    let number = told(&counter);
    for (materials, rule) in [
        (
            vec![choice("MAT-HUKOU", "captured", Vec::new())],
            "not_owed",
        ),
        (vec![choice(CARD, "deferred", Vec::new())], "way_not_open"),
        (Vec::new(), "required"),
    ] {
        let refused = supply(&counter, &number, materials).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Invalid, "{rule}");
        assert_eq!(refused.problems[0].rule, rule);
    }
    assert_eq!(counter.show(&number).life.owed.len(), 1);
    counter.assert_sound();
}

#[test]
fn a_received_case_that_lacks_something_is_completed_without_a_notice() {
    let counter = Counter::open();
    let number = counter
        .receive(&an_application().without_material(CARD))
        .number;
    let life = counter.show(&number).life;
    assert_eq!(life.owed[0].owed_as, "open");
    let way = life.owed[0].ways[0].clone();
    supply(&counter, &number, vec![choice(CARD, &way, Vec::new())]).unwrap();
    assert_eq!(accept(&counter, &number).unwrap().state, "accepted");
}

#[test]
fn a_wrong_page_is_replaced_before_the_case_can_be_accepted() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let asked = counter.desk.ask_correction(AskCorrection {
        draft: None,
        number: Some(number.clone()),
        items: vec![line(CARD)],
    });
    asked.unwrap();
    let refused = accept(&counter, &number).unwrap_err();
    assert_eq!(refused.problems[0].rule, "correction_open");
    let way = counter.show(&number).life.owed[0].ways[0].clone();
    supply(&counter, &number, vec![choice(CARD, &way, Vec::new())]).unwrap();
    assert_eq!(accept(&counter, &number).unwrap().state, "accepted");
}

#[test]
fn a_field_of_the_form_that_was_wrong_is_put_right_with_the_supply() {
    let counter = Counter::open();
    let application = an_application();
    let number = counter.receive(&application).number;
    let key = counter.show(&number).form[0].key.clone();
    let value = counter.show(&number).form[0].value.clone();
    let field = format!("form.{key}");
    let asked = counter.desk.ask_correction(AskCorrection {
        draft: None,
        number: Some(number.clone()),
        items: vec![line(&field)],
    });
    asked.unwrap();
    let life = counter.show(&number).life;
    assert_eq!(life.owed_form[0].field.key, key);
    counter
        .desk
        .take_supplies(TakeSupplies {
            number: number.clone(),
            materials: Vec::new(),
            answers: BTreeMap::new(),
            form: BTreeMap::from([(key, value)]),
            signed: Vec::new(),
        })
        .unwrap();
    assert!(counter.show(&number).life.owed_form.is_empty());
    assert_eq!(accept(&counter, &number).unwrap().state, "accepted");
}

#[test]
fn the_day_is_moved_once_and_a_call_is_remembered() {
    let counter = Counter::open();
    let number = told(&counter);
    let call = LogCall {
        number: number.clone(),
        purpose: "correction".to_owned(),
        outcome: "reached".to_owned(),
        words: "说周三送来".to_owned(),
    };
    counter.desk.log_call(call).unwrap();
    let until = counter.show(&number).life.extend_until.unwrap();
    let extend = |until: &str| {
        counter.desk.extend_supply(ExtendSupply {
            number: number.clone(),
            until: until.to_owned(),
            reason: "在外地".to_owned(),
        })
    };
    let late = extend("2027-06-30").unwrap_err();
    assert_eq!(late.problems[0].rule, "extension_too_late");
    assert_eq!(
        extend("2026-11-20").unwrap_err().problems[0].rule,
        "extension_not_later"
    );
    extend(&until).unwrap();
    assert_eq!(extend(&until).unwrap_err().code, ErrorCode::ExtendedBefore);
    let desk = counter.desk.list_corrections(Nothing {}).unwrap();
    let row = &desk.owing[0];
    assert_eq!(row.supply_by.as_deref(), Some(until.as_str()));
    assert_eq!((row.called, row.extended), (1, true));
    assert_eq!(row.lacks, ["申请人居民身份证"]);
    counter.assert_sound();
}

#[test]
fn the_counts_of_the_page_follow_the_days() {
    let counter = Counter::open();
    told(&counter);
    let counts = || {
        let desk = counter.desk.list_corrections(Nothing {}).unwrap();
        (desk.today, desk.soon, desk.overdue)
    };
    assert_eq!(counts(), (0, 0, 0));
    // Ten working days after Monday 23 November is Monday 7 December.
    counter.pass(TimeDelta::days(10));
    assert_eq!(counts(), (0, 1, 0));
    counter.pass(TimeDelta::days(4));
    assert_eq!(counts(), (1, 0, 0));
    counter.pass(TimeDelta::days(1));
    assert_eq!(counts(), (0, 0, 1));
}

#[test]
fn a_second_notice_takes_a_supervisors_leave_and_takes_the_place_of_the_first() {
    let counter = Counter::open();
    let number = told(&counter);
    let supervisors = counter.desk.list_operators(Nothing {}).unwrap().operators;
    let supervisor = supervisors
        .iter()
        .find(|one| one.name == Who::Supervisor.name())
        .unwrap()
        .id
        .clone();
    let again = |password: &str| {
        counter.desk.ask_correction_again(AskCorrectionAgain {
            number: number.clone(),
            items: vec![line(CARD)],
            leave: SecondNoticeLeave {
                supervisor: supervisor.clone(),
                password: password.to_owned(),
                reason: "上次漏看".to_owned(),
            },
        })
    };
    assert_eq!(again("wrong").unwrap_err().code, ErrorCode::PasswordWrong);
    let other = counter.show(&number);
    let second = format!("form.{}", other.form[0].key);
    let done = counter.desk.ask_correction_again(AskCorrectionAgain {
        number: number.clone(),
        items: vec![line(CARD), line(&second)],
        leave: SecondNoticeLeave {
            supervisor,
            password: Who::Supervisor.password().to_owned(),
            reason: "上次漏看".to_owned(),
        },
    });
    assert_eq!(done.unwrap().state, "needs_correction");
    let life = counter.show(&number).life;
    assert_eq!((life.owed.len(), life.owed_form.len()), (1, 1));
    counter.assert_sound();
}

/// A case accepted with a material to follow; its number and the material.
fn deferred(counter: &Counter) -> (String, String) {
    let id = counter.draft(&an_application().for_matter("药品经营许可（零售）核发"));
    let draft = DraftRef { id: id.clone() };
    let view = counter.desk.show_draft(draft).unwrap();
    let mut lines = view.requirements.lines.iter();
    let line = lines.find(|line| line.status == LineStatus::Deferrable);
    let material = line.unwrap().material.clone();
    let mut content = view.content;
    for choice in &mut content.materials {
        if choice.material == material {
            choice.how = Some("deferred".to_owned());
            choice.pages = None;
            choice.supply_by = view.supply_default.clone();
        }
    }
    content.signed.push(SignedPaper {
        document: "deferral".to_owned(),
        files: Vec::new(),
        how: "on_paper".to_owned(),
        content: String::new(),
    });
    for paper in &mut content.signed {
        paper.content = String::new();
    }
    let save = SaveDraft {
        id: id.clone(),
        content,
    };
    counter.desk.save_draft(save).unwrap();
    let done = counter.desk.accept_case(AcceptCase { draft: id }).unwrap();
    assert_eq!(done.state, "accepted_deferred");
    (done.number, material)
}

#[test]
fn acceptance_with_a_material_missing_is_told_on_a_paper_of_its_own_beside_the_acceptance() {
    let counter = Counter::open();
    let (number, material) = deferred(&counter);
    let papers = counter.show(&number).papers;
    let of = |document: &str| papers.iter().filter(|one| one.document == document).count();
    assert_eq!((of("acceptance"), of("deferred_acceptance")), (1, 1));
    let owed = counter.show(&number).life.owed;
    let name = &owed
        .iter()
        .find(|one| one.material == material)
        .unwrap()
        .name;
    let text = counter.paper_text(&number, "deferred_acceptance");
    let squeezed: String = text.split_whitespace().collect();
    // A cell's second line stands below its neighbours.
    let name: String = name.chars().take(8).collect();
    for words in [
        "容缺受理通知书",
        "决定容缺受理",
        "逾期没有补齐的，终止办理",
        number.as_str(),
        name.as_str(),
    ] {
        assert!(squeezed.contains(words), "{words} is not on:\n{text}");
    }
    let whole = counter.accept(&an_application());
    assert!(
        !whole
            .papers
            .iter()
            .any(|one| one.document == "deferred_acceptance"),
        "nothing is missing there"
    );
    counter.assert_sound();
}

#[test]
fn a_deferred_material_counts_by_its_own_day_until_it_is_in() {
    let counter = Counter::open();
    let (number, material) = deferred(&counter);
    let before = counter.show(&number);
    let owed = &before.life.owed[0];
    assert_eq!(
        (owed.material.as_str(), owed.owed_as.as_str()),
        (material.as_str(), "deferred")
    );
    assert_eq!(before.row.due.date, before.life.supply_by);
    assert!(before.row.due.date < before.promised_on);
    let way = owed.ways[0].clone();
    assert!(!owed.ways.iter().any(|way| way == "deferred"));
    let files = match way.as_str() {
        "captured" => vec![photograph(&counter, &number)],
        _ => Vec::new(),
    };
    supply(&counter, &number, vec![choice(&material, &way, files)]).unwrap();
    let after = counter.show(&number);
    assert!(after.life.owed.is_empty());
    assert_eq!(
        after.row.due.date, after.promised_on,
        "the promise counts again"
    );
    assert_eq!(
        counter
            .desk
            .list_corrections(Nothing {})
            .unwrap()
            .owing
            .len(),
        0
    );
    counter.assert_sound();
}

#[test]
fn a_deferred_material_is_never_moved_past_the_promised_day() {
    let counter = Counter::open();
    let (number, _) = deferred(&counter);
    let refused = counter.desk.extend_supply(ExtendSupply {
        number: number.clone(),
        until: "2027-03-01".to_owned(),
        reason: "在外地".to_owned(),
    });
    let view = counter.show(&number);
    assert!(view.life.extend_until <= view.promised_on);
    let refused = refused.unwrap_err();
    assert!(
        refused.code == ErrorCode::ExtensionPastPromise
            || refused.problems[0].rule == "extension_too_late"
    );
    assert_eq!(counter.show(&number).life.supply_by, view.life.supply_by);
}

#[test]
fn the_workbench_says_to_remind_when_the_day_is_near() {
    let counter = Counter::open();
    let number = told(&counter);
    let todo = || {
        let bench = counter.desk.workbench(Nothing {}).unwrap();
        let mut rows = bench.pressing.into_iter();
        rows.find(|one| one.row.number == number).unwrap().todo
    };
    assert_eq!(todo(), "await_correction");
    counter.pass(TimeDelta::days(11));
    assert_eq!(todo(), "remind_correction");
    let way = counter.show(&number).life.owed[0].ways[0].clone();
    supply(&counter, &number, vec![choice(CARD, &way, Vec::new())]).unwrap();
    assert_eq!(todo(), "decide", "everything is in");
}
