//! Templates over the desk: a new version for new cases, the old one for papers printed again, and
//! what a region changes.

use std::{fs, os::unix::fs::symlink, path::Path};

use chrono::TimeDelta;
use yichuang_app::ipc::{PaperRef, Reprint};
use yichuang_tests::kit::{Counter, Who, an_application, assets, pdf_text};

/// An assets folder like the shipped one, with one template more.
pub(super) fn assets_with(folder: &Path, name: &str, template: &str) {
    fs::create_dir_all(folder.join("templates")).unwrap();
    for entry in fs::read_dir(assets()).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name() != "templates" {
            symlink(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    let file = folder.join("templates").join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, template).unwrap();
}

/// A version newer than the newest that is shipped.
fn third_receipt() -> String {
    let second = fs::read_to_string(assets().join("templates/receipt.2.json")).unwrap();
    let third = second
        .replace("\"version\": 2", "\"version\": 3")
        .replace("共 {materials|count} 件", "合计 {materials|count} 件");
    assert_ne!(second, third);
    third
}

fn printed_again(counter: &Counter, number: &str) -> String {
    let again = counter.desk.reprint(Reprint {
        number: number.to_owned(),
        document: "receipt".to_owned(),
        reason: Some("lost".to_owned()),
    });
    let id = again.unwrap().id;
    pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap())
}

/// The text of a paper without what tells one printing from another.
fn said(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains("打印时间"));
    let text = lines.flat_map(str::chars).filter(|ch| !ch.is_whitespace());
    let text: String = text.collect();
    text.replace("补打第2次（遗失）", "")
}

#[test]
fn a_new_version_is_for_new_cases_and_a_paper_printed_again_equals_its_original() {
    let counter = Counter::open();
    let old = counter.accept(&an_application()).number;
    let first_bytes = counter.paper(&old, "receipt");
    let first = pdf_text(&first_bytes);
    assert!(first.contains("接收凭证-2"), "{first}");

    let updated = counter.desk_top().join("assets");
    assets_with(&updated, "receipt.3.json", &third_receipt());
    let counter = counter.updated(updated);
    counter.sign_in(Who::Clerk);
    counter.pass(TimeDelta::minutes(7));

    let new = counter.accept(&an_application().by_number(2)).number;
    let by_third = counter.paper_text(&new, "receipt");
    assert!(by_third.contains("接收凭证-3") && by_third.contains("合计"));

    let again = printed_again(&counter, &old);
    assert!(again.contains("补打") && again.contains("接收凭证-2"));
    assert_eq!(said(&again), said(&first));
    assert!(printed_again(&counter, &new).contains("接收凭证-3"));

    fs::remove_dir_all(counter.home().join("spool")).unwrap();
    let papers = counter.show(&old).papers;
    let original = papers
        .into_iter()
        .find(|paper| paper.document == "receipt" && paper.copy == 1);
    let id = original.unwrap().id;
    let made_anew = counter.desk.paper_pdf(PaperRef { id }).unwrap();
    assert_eq!(
        made_anew, first_bytes,
        "the kept file is gone, the paper is the same"
    );
    counter.assert_sound();
}

#[test]
fn a_folder_of_templates_that_cannot_be_used_stops_no_paper() {
    let counter = Counter::open();
    let updated = counter.desk_top().join("assets");
    assets_with(&updated, "receipt.3.json", "{\"document\": \"receipt\"");
    let counter = counter.updated(updated);
    counter.sign_in(Who::Clerk);
    let number = counter.accept(&an_application()).number;
    assert!(
        counter
            .paper_text(&number, "receipt")
            .contains("接收凭证-2")
    );
}

#[test]
fn a_region_numbers_its_own_decisions_and_says_whose_seal_goes_where() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let text = counter.paper_text(&number, "acceptance");
    let text: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    for wanted in [
        "文书编号：滕政务受字〔2026〕1123-",
        "加盖政务服务受理专用章",
        "模板受理-1（370481-1）",
        number.as_str(),
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in {text}");
    }
    let receipt = counter.paper_text(&number, "receipt");
    assert!(
        !receipt.contains("文书编号"),
        "no decision, no number of its own"
    );
}

#[test]
fn a_region_with_a_hotline_of_its_own_names_no_other_and_older_papers_keep_theirs() {
    let counter = Counter::open();
    let old = counter.accept(&an_application()).number;
    let first = pdf_text(&counter.paper(&old, "receipt"));
    assert!(first.contains("对服务有意见请拨 12345"), "{first}");

    let profile = fs::read_to_string(assets().join("templates/profiles/370481.json")).unwrap();
    let own = profile.replace(
        "\"version\": 1,",
        "\"version\": 2,\n  \"hotline\": \"0000-96345\",",
    );
    let updated = counter.desk_top().join("assets");
    assets_with(&updated, "profiles/370481.json", &own);
    let counter = counter.updated(updated);
    counter.sign_in(Who::Clerk);

    let new = counter.accept(&an_application().by_number(2)).number;
    for document in ["receipt", "acceptance"] {
        let text = counter.paper_text(&new, document);
        assert!(text.contains("0000-96345"), "{document}: {text}");
        assert!(!text.contains("12345"), "{document}: {text}");
    }
    let again = printed_again(&counter, &old);
    assert_eq!(said(&again), said(&first));
}
