//! Every paper, for a resident with a plain name, one with rare characters and one with a long Latin
//! name, against what was looked at and committed: its text (`text/`) and where its ink is (`ink/`).
//!
//! `YICHUANG_WRITE_GOLDEN=1 cargo test -p yichuang-print --test print golden` writes the files anew; look
//! at the papers (`cargo run -p yichuang-print --example samples -- FOLDER`) before committing them.

mod ink;
mod kept;
mod text;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread;

use yichuang_print::Document;
use yichuang_print::model::Block;
use yichuang_print::template::{Template, Templates};

use crate::probe::Pdf;
use crate::samples::{self, people::PEOPLE};
use ink::Ink;
use kept::{Kept, Taken};

/// Dots to the inch: a character of the body is seven high.
const DPI: u32 = 50;

#[test]
fn every_paper_says_and_shows_what_was_committed() {
    let kept = Kept::here();
    let taken = take_all(&papers());
    if std::env::var_os("YICHUANG_WRITE_GOLDEN").is_some() {
        kept.write(&taken);
    }
    let faults = kept.faults(&taken);
    assert!(
        faults.is_empty(),
        "{} papers are not what was committed:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_template_of_the_room_is_on_one_of_these_papers() {
    let papers = papers();
    let templates = templates();
    assert!(templates.len() > 20, "{templates:?}");
    for template in templates {
        let named = format!("模板 {template}\n");
        assert!(
            papers
                .values()
                .any(|paper| paper.furniture.footer.contains(&named)),
            "no golden paper is of {template}"
        );
    }
}

#[test]
fn lines_moved_by_a_millimetre_and_a_lost_character_are_seen() {
    let whole = samples::receipt().document();
    let taken = take(&whole);

    let mut moved = whole.clone();
    moved.blocks.insert(2, Block::Space(2.9));
    assert!(!taken.ink.differences(&take(&moved).ink).is_empty());

    let mut receipt = samples::receipt();
    receipt.received_by = "测试窗口人".into();
    let lost = take(&receipt.document());
    assert!(!taken.ink.differences(&lost.ink).is_empty());
    assert!(text::difference(&taken.text, &lost.text).is_some());
}

#[test]
fn committed_files_that_are_missing_stale_or_of_no_paper_are_faults() {
    let folder = tempfile::tempdir().unwrap();
    let kept = Kept::at(folder.path());
    let taken = BTreeMap::from([(
        "receipt.plain".to_owned(),
        take(&samples::receipt().document()),
    )]);
    assert_eq!(kept.faults(&taken).len(), 2, "text and ink are missing");
    kept.write(&taken);
    assert_eq!(kept.faults(&taken), Vec::<String>::new());

    let said = folder.path().join("text/receipt.plain.txt");
    let text = fs::read_to_string(&said).unwrap();
    fs::write(&said, text.replace("接收凭证", "接收凭据")).unwrap();
    assert_eq!(kept.faults(&taken).len(), 1);
    fs::write(&said, text).unwrap();

    fs::write(folder.path().join("ink/nobody.txt"), "").unwrap();
    assert_eq!(kept.faults(&taken).len(), 1);
    kept.write(&taken);
    assert_eq!(kept.faults(&taken), Vec::<String>::new());
}

/// Every paper of every person, by the name of its files; one that is the same for all, once.
fn papers() -> BTreeMap<String, Document> {
    let mut papers = BTreeMap::new();
    let as_sampled: BTreeMap<_, _> = samples::all().into_iter().collect();
    for person in &PEOPLE {
        for (name, document) in samples::all_of(person) {
            let key = match document == as_sampled[name] {
                true => name.to_owned(),
                false => format!("{name}.{}", person.key),
            };
            papers.insert(key, document);
        }
    }
    papers
}

/// On as many threads as the machine has cores.
fn take_all(papers: &BTreeMap<String, Document>) -> BTreeMap<String, Taken> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let papers: Vec<_> = papers.iter().collect();
    thread::scope(|scope| {
        let shares: Vec<_> = (0..cores)
            .map(|core| {
                let share = papers.iter().skip(core).step_by(cores);
                scope.spawn(move || {
                    share
                        .map(|(name, document)| ((*name).clone(), take(document)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap())
            .collect()
    })
}

/// What a paper says on all its copies, and the ink of its first: the others differ by their mark.
fn take(document: &Document) -> Taken {
    let pdf = Pdf::of(document);
    assert_eq!(pdf.missing, [], "{}", document.title);
    let copies = document.copies.len().max(1);
    let pages = pdf.pictures(DPI);
    let first = pages.iter().take(pages.len() / copies);
    Taken {
        text: pdf.text(),
        ink: Ink::of(first),
    }
}

/// The names in the footers: of templates, and of papers composed without one.
fn templates() -> Vec<String> {
    let set = Templates::shipped().unwrap();
    let newest: BTreeMap<&str, &Template> =
        set.templates().map(|one| (one.document(), one)).collect();
    let named = |one: &Template| format!("{}-{}", one.name(), one.version());
    let mut found: Vec<String> = newest.into_values().map(named).collect();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/documents");
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let lines = source
            .lines()
            .filter(|line| line.contains("TEMPLATE: &str"));
        found.extend(lines.filter_map(|line| line.split('"').nth(1).map(str::to_owned)));
    }
    found
}
