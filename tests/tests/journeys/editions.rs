//! A matter is published anew while an application is being written: every answer is kept or shown
//! as dropped, nothing is decided under rules nobody has read, and cases keep their edition.

use serde_json::{Value, json};
use yichuang_app::ipc::{
    AcceptCase, DraftChangeKind, DraftContent, DraftRef, DraftView, ErrorCode, SaveDraft,
};
use yichuang_domain::{Matter, matter::FormField};
use yichuang_tests::kit::{Application, Counter, an_application, sample_matters};

const CARD: &str = "MAT-IDCARD";

fn allowance(application: &Application) -> Matter {
    let matters = sample_matters().iter();
    let mut known = matters.filter(|sample| sample.matter.code == *application.code());
    known.next().unwrap().matter.clone()
}

/// The allowance as published anew: no bank's name, other ways of living, one more thing to say, no
/// social security card, a shorter promise.
fn anew(application: &Application) -> Matter {
    let mut matter = allowance(application);
    let head = FormField {
        key: "household_head".to_owned(),
        label: "户主姓名".to_owned(),
        required: true,
        ..matter.field("bank_name").unwrap().clone()
    };
    matter.form_fields.retain(|field| field.key != "bank_name");
    for field in matter.form_fields.iter_mut() {
        if field.key == "live_mode" {
            field.options = vec!["居家".to_owned(), "机构".to_owned()];
        }
    }
    matter.form_fields.push(head);
    matter.materials.retain(|material| material.id != *CARD);
    matter.promised_limit.value = 5;
    matter
}

/// Its questions without the one about the card, and with another answer about who comes.
fn questions(application: &Application) -> Value {
    let all: Value = serde_json::from_slice(
        &std::fs::read(yichuang_tests::kit::assets().join("catalogue/questions.json")).unwrap(),
    )
    .unwrap();
    let of_matter = |set: &&Value| set["code"] == application.code();
    let mut set = all
        .as_array()
        .unwrap()
        .iter()
        .find(of_matter)
        .unwrap()
        .clone();
    let questions = set["questions"].as_array_mut().unwrap();
    questions.retain(|question| question["id"] != "card");
    questions.push(json!({
        "id": "other_allowance", "text": "领过别的津贴吗？", "why": "不能重复领",
        "options": [{"id": "no", "label": "没领过", "effects": []}, {"id": "yes", "label": "领过", "effects": []}],
    }));
    set
}

fn show(counter: &Counter, draft: &str) -> DraftView {
    let id = draft.to_owned();
    counter.desk.show_draft(DraftRef { id }).unwrap()
}

fn save(counter: &Counter, draft: &str, content: DraftContent) -> DraftView {
    let id = draft.to_owned();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap()
}

fn told(view: &DraftView) -> Vec<(DraftChangeKind, String, Option<String>)> {
    let changes = view.content.moved.iter().flat_map(|moved| &moved.changes);
    changes
        .map(|change| {
            (
                change.what.clone(),
                change.label.clone(),
                change.value.clone(),
            )
        })
        .collect()
}

fn blocked(view: &DraftView) -> bool {
    view.problems.iter().any(|one| one.rule == "changes_unseen")
}

#[test]
fn every_answer_of_a_draft_is_kept_or_shown_as_dropped_when_its_matter_is_published_anew() {
    let counter = Counter::open();
    let application = an_application().with_pages(CARD, 2, 9_000);
    let draft = counter.draft(&application);
    let before = show(&counter, &draft).content;
    counter.publish(&anew(&application), Some(&questions(&application)));
    let view = show(&counter, &draft);
    let changes = told(&view);
    let said = |what: DraftChangeKind, label: &str, value: Option<&str>| {
        let line = (what, label.to_owned(), value.map(str::to_owned));
        assert!(changes.contains(&line), "{line:?} in {changes:?}");
    };
    said(
        DraftChangeKind::FieldGone,
        "开户银行（社会保障卡发卡行）",
        before.form.get("bank_name").map(String::as_str),
    );
    said(
        DraftChangeKind::ValueUnfit,
        "居住方式",
        before.form.get("live_mode").map(String::as_str),
    );
    said(DraftChangeKind::FieldNew, "户主姓名", None);
    said(
        DraftChangeKind::AnswerGone,
        "老人社保卡能用吗？",
        Some("能用"),
    );
    said(DraftChangeKind::QuestionNew, "领过别的津贴吗？", None);
    said(
        DraftChangeKind::MaterialGone,
        "申请人居民身份证",
        Some("captured"),
    );
    said(
        DraftChangeKind::PromiseChanged,
        "5个工作日",
        Some("10个工作日"),
    );
    let moved = view.content.moved.as_ref().unwrap();
    let card = moved.changes.iter().find(|change| !change.files.is_empty());
    assert_eq!(
        card.unwrap().files.len(),
        2,
        "the pages can still be looked at"
    );
    for (key, value) in &before.form {
        let dropped = changes
            .iter()
            .any(|(_, _, old)| old.as_ref() == Some(value));
        assert!(
            view.content.form.get(key) == Some(value) || dropped,
            "{key} was lost"
        );
    }
    assert_eq!(view.content.applicant, before.applicant);
    assert!(!moved.seen && blocked(&view));
}

#[test]
fn nothing_is_decided_under_rules_nobody_has_read() {
    let counter = Counter::open();
    let application = an_application();
    let draft = counter.draft(&application);
    let before = show(&counter, &draft).content;
    counter.publish(&anew(&application), Some(&questions(&application)));
    let accept = || {
        counter.desk.accept_case(AcceptCase {
            draft: draft.clone(),
        })
    };
    assert_eq!(accept().unwrap_err().code, ErrorCode::MatterChanged);
    // What the window typed before it heard of the new edition is moved over as well.
    let late = save(&counter, &draft, before);
    assert!(blocked(&late));
    assert_eq!(accept().unwrap_err().code, ErrorCode::Invalid);
    let mut content = late.content.clone();
    content.moved.as_mut().unwrap().changes.clear();
    content.moved.as_mut().unwrap().seen = true;
    let forged = save(&counter, &draft, content);
    assert_eq!(told(&forged), told(&late), "the list is the store's word");
    assert!(
        blocked(&forged),
        "only who has read just this list may go on"
    );
    let mut content = forged.content.clone();
    content.moved.as_mut().unwrap().seen = true;
    content
        .answers
        .insert("other_allowance".to_owned(), "no".to_owned());
    content
        .form
        .insert("live_mode".to_owned(), "居家".to_owned());
    content
        .form
        .insert("household_head".to_owned(), "样例户主".to_owned());
    let read = save(&counter, &draft, content);
    assert!(
        read.problems
            .iter()
            .all(|problem| problem.field.starts_with("signed."))
    );
    let mut content = read.content.clone();
    content.signed = application.content(&[]).signed;
    save(&counter, &draft, content);
    let done = accept().unwrap();
    assert_eq!(
        done.due.as_deref(),
        Some("2026-11-30"),
        "the promise of the new edition"
    );
}

#[test]
fn an_edition_that_changes_nothing_for_this_application_is_not_told() {
    let counter = Counter::open();
    let application = an_application();
    let draft = counter.draft(&application);
    let mut matter = allowance(&application);
    matter.remark = "排版更正".to_owned();
    counter.publish(&matter, None);
    let view = show(&counter, &draft);
    assert_eq!(view.content.moved, None);
    counter.desk.accept_case(AcceptCase { draft }).unwrap();
}

#[test]
fn a_case_taken_in_before_goes_on_under_its_own_edition() {
    let counter = Counter::open();
    let application = an_application();
    let number = counter.receive_unsigned(&application);
    counter.publish(&anew(&application), Some(&questions(&application)));
    let done = counter
        .accept_signed(&number, b"\xff\xd8\xff\xe0signed")
        .unwrap();
    assert_eq!(done.due.as_deref(), Some("2026-12-07"));
    let materials = counter.show(&number).materials;
    assert!(materials.iter().any(|one| one.material == CARD));
}

#[test]
fn a_draft_of_a_matter_that_was_withdrawn_can_be_read_and_not_decided() {
    let counter = Counter::open();
    let application = an_application();
    let draft = counter.draft(&application);
    let before = show(&counter, &draft).content;
    counter.withdraw(application.code());
    let view = show(&counter, &draft);
    assert!(view.withdrawn);
    assert_eq!(view.content.form, before.form);
    assert_eq!(view.matter, application.matter_name());
    let refused = counter.desk.accept_case(AcceptCase {
        draft: draft.clone(),
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::MatterUnknown);
    let listed = counter
        .desk
        .list_drafts(yichuang_app::ipc::Nothing {})
        .unwrap();
    assert_eq!(listed.drafts[0].matter, application.matter_name());
    counter.assert_sound();
}

#[test]
fn after_two_editions_what_was_set_aside_is_still_there_and_old_news_is_not() {
    let counter = Counter::open();
    let application = an_application();
    let draft = counter.draft(&application);
    let mut matter = anew(&application);
    counter.publish(&matter, Some(&questions(&application)));
    show(&counter, &draft);
    matter.promised_limit.value = 3;
    counter.publish(&matter, None);
    let told = told(&show(&counter, &draft));
    let of = |kind: DraftChangeKind| -> Vec<_> {
        let lines = told.iter().filter(|(what, ..)| *what == kind);
        lines.map(|(_, label, _)| label.as_str()).collect()
    };
    assert_eq!(of(DraftChangeKind::PromiseChanged), ["3个工作日"]);
    let bank = "开户银行（社会保障卡发卡行）";
    assert_eq!(of(DraftChangeKind::FieldGone), [bank]);
}
