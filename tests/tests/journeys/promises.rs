//! What was promised is checked after acceptance; whoever promised what is not so promises no more.

use yichuang_app::ipc::{
    AcceptCase, CheckPromise, DraftRef, ErrorCode, Nothing, SaveDraft, SignedPaper,
};
use yichuang_tests::kit::{Counter, an_application};

const MATTER: &str = "公共租赁住房（租赁补贴）保障资格认定";

/// A case accepted on a promise; its number and the material that was promised.
fn promised(counter: &Counter) -> (String, String) {
    let id = counter.draft(&an_application().for_matter(MATTER));
    let view = counter
        .desk
        .show_draft(DraftRef { id: id.clone() })
        .unwrap();
    let mut lines = view.requirements.lines.iter();
    let line = lines.find(|line| line.ways.iter().any(|way| way == "promised"));
    let material = line.unwrap().material.clone();
    let mut content = view.content;
    for choice in &mut content.materials {
        if choice.material == material {
            choice.how = Some("promised".to_owned());
            choice.pages = None;
        }
    }
    for paper in &mut content.signed {
        paper.content = String::new();
    }
    content.signed.push(SignedPaper {
        document: format!("promise.{material}"),
        files: Vec::new(),
        how: "on_paper".to_owned(),
        content: String::new(),
    });
    let save = SaveDraft {
        id: id.clone(),
        content,
    };
    counter.desk.save_draft(save).unwrap();
    let done = counter.desk.accept_case(AcceptCase { draft: id }).unwrap();
    assert_eq!(done.state, "accepted_on_commitment");
    (done.number, material)
}

fn check(number: &str, material: &str, outcome: &str, words: &str) -> CheckPromise {
    CheckPromise {
        number: number.to_owned(),
        material: material.to_owned(),
        method: "online".to_owned(),
        outcome: outcome.to_owned(),
        words: words.to_owned(),
    }
}

#[test]
fn a_promise_waits_on_the_page_until_it_is_checked() {
    let counter = Counter::open();
    let (number, material) = promised(&counter);
    let waiting = || counter.desk.list_corrections(Nothing {}).unwrap().promises;
    assert_eq!(waiting()[0].row.number, number);
    let unsaid = counter
        .desk
        .check_promise(check(&number, &material, "false", ""));
    assert_eq!(unsaid.unwrap_err().problems[0].field, "check.words");
    let other = counter
        .desk
        .check_promise(check(&number, "MAT-IDCARD", "holds", ""));
    assert_eq!(other.unwrap_err().code, ErrorCode::IllegalMove);
    counter
        .desk
        .check_promise(check(&number, &material, "open", "系统查不到"))
        .unwrap();
    assert_eq!(waiting().len(), 1, "not found out yet");
    counter
        .desk
        .check_promise(check(&number, &material, "holds", ""))
        .unwrap();
    assert!(waiting().is_empty());
    counter.assert_sound();
}

#[test]
fn whoever_promised_what_is_not_so_neither_promises_nor_defers_here() {
    let counter = Counter::open();
    let (number, material) = promised(&counter);
    let found = check(&number, &material, "false", "名下另有住房");
    counter.desk.check_promise(found).unwrap();
    let id = counter.draft(&an_application().for_matter(MATTER));
    let view = counter.desk.show_draft(DraftRef { id }).unwrap();
    assert_eq!(view.content.credit, "barred");
    assert_eq!(view.false_promise.unwrap().number, number);
    let open = |way: &str| {
        let mut lines = view.requirements.lines.iter();
        lines.any(|line| line.ways.iter().any(|open| open == way))
    };
    assert!(!open("promised") && !open("deferred"));
    let id = counter.draft(&an_application().for_matter(MATTER).by_number(7));
    let other = counter.desk.show_draft(DraftRef { id }).unwrap();
    assert!(other.false_promise.is_none(), "nobody else is barred");
    counter.assert_sound();
}
