//! What was handed in before is not asked for again.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, DraftContent, DraftRef, DraftView, ErrorCode, LineStatus, OpenDraft, PersonRef,
    ReceiveCase, RequirementLine, SaveDraft,
};
use yichuang_tests::kit::{Application, Centre, Counter, Line, an_application};

const CARD: &str = "MAT-IDCARD";

/// Another matter that asks for the identity card as well.
fn other() -> Application {
    an_application().for_matter("临时救助对象认定及给付")
}

fn line<'a>(view: &'a DraftView, material: &str) -> &'a RequirementLine {
    let lines = &view.requirements.lines;
    lines.iter().find(|line| line.material == material).unwrap()
}

/// A fresh draft of the application's person, with nothing settled yet.
fn begun(counter: &Counter, application: &Application) -> DraftView {
    let opened = counter.desk.open_draft(OpenDraft {
        code: application.code().to_owned(),
        answers: application.answers(),
    });
    let opened = opened.unwrap();
    let content = DraftContent {
        materials: Vec::new(),
        ..application.content(&[])
    };
    save(counter, &opened.id, content)
}

fn save(counter: &Counter, id: &str, content: DraftContent) -> DraftView {
    let input = SaveDraft {
        id: id.to_owned(),
        content,
    };
    counter.desk.save_draft(input).unwrap()
}

fn with_held(view: &DraftView, note: &str) -> DraftContent {
    let mut content = view.content.clone();
    let choice = serde_json::json!({
        "material": CARD, "how": "held", "files": [], "pages": null, "supplyBy": null, "note": note,
    });
    content.materials = vec![serde_json::from_value(choice).unwrap()];
    content
}

#[test]
fn pages_taken_at_the_window_serve_the_same_person_again_in_another_matter() {
    let counter = Counter::open();
    let first = counter.accept(&an_application().with_pages(CARD, 2, 20_000));
    let view = begun(&counter, &other());
    let card = line(&view, CARD);
    assert_eq!(card.status, LineStatus::Held);
    assert_eq!(card.rule.as_deref(), Some("2026-11-23 高龄津贴申领 已收"));
    let settled = save(&counter, &view.id, with_held(&view, "从别处看来的"));
    let choice = &settled.content.materials[0];
    assert_eq!(choice.note.as_deref(), Some("2026-11-23 高龄津贴申领 已收"));
    assert_eq!(choice.files.len(), 2, "with the pages themselves");
    let shown = counter.show(&first.number).materials;
    let before = shown.iter().find(|one| one.material == CARD).unwrap();
    let same = |at: usize| choice.files[at].sha256 == before.files[at].sha256;
    assert!(same(0) && same(1));
}

#[test]
fn another_person_and_an_old_page_are_asked_for_again() {
    let counter = Counter::open();
    counter.accept(&an_application().with_pages(CARD, 1, 20_000));
    let somebody_else = begun(&counter, &other().by_number(7));
    assert_ne!(line(&somebody_else, CARD).status, LineStatus::Held);
    counter.pass(TimeDelta::days(800));
    let late = begun(&counter, &other());
    assert_ne!(line(&late, CARD).status, LineStatus::Held);
}

#[test]
fn a_line_the_archive_does_not_hold_is_open_again_whatever_was_sent() {
    let counter = Counter::open();
    let view = begun(&counter, &other());
    let saved = save(&counter, &view.id, with_held(&view, "上次交过"));
    assert!(saved.content.materials.is_empty());
    let refused = counter.desk.accept_case(AcceptCase { draft: saved.id });
    let refused = refused.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    let field = format!("materials.{CARD}");
    assert!(refused.problems.iter().any(|one| one.field == field));
}

#[test]
fn what_was_seen_and_not_kept_is_asked_for_again() {
    let counter = Counter::open();
    counter.accept(&an_application());
    let view = begun(&counter, &other());
    assert_ne!(line(&view, CARD).status, LineStatus::Held);
    counter
        .desk
        .discard_draft(DraftRef { id: view.id })
        .unwrap();
}

/// A draft for the other matter, complete, with the card settled from the archive.
fn reusing(counter: &Counter, confirmed: bool) -> String {
    let id = counter.draft(&other());
    let draft = DraftRef { id: id.clone() };
    let view = counter.desk.show_draft(draft).unwrap();
    let held = with_held(&view, "").materials;
    let mut content = view.content.clone();
    content.materials.retain(|choice| choice.material != CARD);
    content.materials.extend(held);
    content.confirmed = confirmed;
    // The form lists how each material was handed in: it is signed as it says now.
    for paper in &mut content.signed {
        paper.content.clear();
    }
    save(counter, &id, content).id
}

#[test]
fn pages_are_used_again_once_the_resident_has_seen_which_and_agreed() {
    let counter = Counter::open();
    counter.accept(&an_application().with_pages(CARD, 2, 20_000));
    let unseen = AcceptCase {
        draft: reusing(&counter, false),
    };
    let refused = counter.desk.accept_case(unseen).unwrap_err();
    assert_eq!(refused.problems[0].field, "confirmed");
    let draft = reusing(&counter, true);
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let materials = counter.show(&done.number).materials;
    for material in &materials {
        let used_again = material.how.as_deref() == Some("held");
        assert_eq!(material.consented, used_again, "{}", material.name);
    }
    assert!(materials.iter().any(|material| material.consented));
    counter.assert_sound();
}

#[test]
fn who_only_takes_materials_in_leaves_open_what_nobody_agreed_to() {
    let counter = Counter::open();
    counter.accept(&an_application().with_pages(CARD, 1, 20_000));
    let draft = reusing(&counter, false);
    let received = counter.desk.receive_case(ReceiveCase { draft }).unwrap();
    let materials = counter.show(&received.number).materials;
    let card = materials.iter().find(|one| one.material == CARD).unwrap();
    assert_eq!((card.how.as_deref(), card.files.len()), (None, 0));
}

#[test]
fn papers_the_archive_spared_are_counted_and_reuse_makes_a_page_no_younger() {
    let counter = Counter::open();
    let first = counter.accept(&an_application().with_pages(CARD, 1, 20_000));
    counter.pass(TimeDelta::days(10));
    let draft = reusing(&counter, true);
    counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let person = PersonRef {
        number: first.number,
        agent: false,
    };
    let file = counter.desk.show_person(person.clone()).unwrap();
    assert_eq!((file.spared, file.spared_this_month), (1, 1));
    assert_eq!(file.materials[0].on, "2026-11-23", "the day it was taken");
    counter.pass(TimeDelta::days(40));
    let file = counter.desk.show_person(person).unwrap();
    assert_eq!((file.spared, file.spared_this_month), (1, 0));
    counter.pass(TimeDelta::days(720));
    let late = begun(&counter, &other());
    assert_ne!(line(&late, CARD).status, LineStatus::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_with_pages_of_the_archive_is_whole_at_the_platform() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    counter.accept(&an_application().with_pages(CARD, 2, 20_000));
    let draft = reusing(&counter, true);
    let second = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let taken = counter.show(&second.number).materials;
    let card = taken.iter().find(|one| one.material == CARD).unwrap();
    assert_eq!(card.how.as_deref(), Some("held"));
    assert_eq!(
        card.because.as_deref(),
        Some("2026-11-23 高龄津贴申领 已收")
    );
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    counter.sync().await;
    centre.judge();
    counter.sync().await;
    assert_eq!(counter.mark(&second.number), "reported");
    assert_eq!(centre.stored_files().len(), 4, "two pages, in two cases");
    centre.assert_sound();
    counter.assert_sound();
}
