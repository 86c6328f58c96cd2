//! A receipt on paper or as a file, shown to somebody who has the platform's root key and nothing
//! else.

use chrono::TimeDelta;
use lopdf::{
    Document, Object,
    content::{Content, Operation},
};
use yichuang_app::{ReceiptCheck, ReceiptError, check_receipt, ipc::Reprint, read_root_key};
use yichuang_tests::kit::{Counter, a_chain, an_application, assets, pdf_text, symbols};
use yichuang_wire::PublicKey;

/// As an ordinary office scanner reads.
const SCANNER_DPI: u32 = 200;

fn root() -> PublicKey {
    let file = std::fs::read_to_string(assets().join("demo/enrolment.json")).unwrap();
    read_root_key(&file).unwrap()
}

pub(super) fn check(input: &[u8]) -> ReceiptCheck {
    check_receipt(&root(), input).unwrap()
}

/// The line on every page of a receipt, read from its picture.
fn scanned(pdf: &[u8]) -> String {
    let found = symbols(pdf, SCANNER_DPI);
    assert!(!found.is_empty());
    assert!(found.iter().all(|line| *line == found[0]), "{found:?}");
    found[0].clone()
}

/// The same file with the operations of its pages changed.
fn changed(pdf: &[u8], change: impl Fn(&mut Vec<Operation>)) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).unwrap();
    let pages: Vec<_> = document.page_iter().collect();
    for page in pages {
        let bytes = document.get_page_content(page);
        let mut content = Content::decode(&bytes).unwrap();
        change(&mut content.operations);
        let bytes = content.encode().unwrap();
        document.change_page_content(page, bytes).unwrap();
    }
    let mut file = Vec::new();
    document.save_to(&mut file).unwrap();
    file
}

/// The glyphs an operation shows, two bytes each.
fn glyphs(operation: &mut Operation) -> Vec<&mut Vec<u8>> {
    fn strings(object: &mut Object) -> Vec<&mut Vec<u8>> {
        match object {
            Object::String(bytes, _) => vec![bytes],
            Object::Array(parts) => parts.iter_mut().flat_map(strings).collect(),
            _ => Vec::new(),
        }
    }
    operation.operands.iter_mut().flat_map(strings).collect()
}

/// Puts the glyph of one place where another is: one character more of one, one less of the other.
fn overwrite_one_glyph(operations: &mut [Operation]) {
    for operation in operations.iter_mut().rev() {
        let mut shown = glyphs(operation);
        let all: Vec<Vec<u8>> = shown
            .iter()
            .flat_map(|bytes| bytes.chunks(2).map(<[u8]>::to_vec))
            .collect();
        let Some(other) = all.iter().find(|glyph| **glyph != all[0]) else {
            continue;
        };
        shown[0][..2].copy_from_slice(other);
        return;
    }
}

#[test]
fn a_receipt_verifies_from_its_picture_and_from_its_file() {
    let counter = Counter::open();
    let application = an_application();
    let done = counter.accept(&application);
    let pdf = counter.paper(&done.number, "receipt");
    let line = scanned(&pdf);
    assert!(line.starts_with("YC1:"), "{line}");
    let told = check(line.as_bytes());
    assert!(told.holds, "{told:?}");
    assert_eq!(told.number, done.number);
    assert_eq!(told.matter, application.code());
    assert_eq!(told.received_on, "2026-11-23");
    assert_eq!(told.accepted_on.as_deref(), Some("2026-11-23"));
    assert!(told.due_on.is_some());
    assert_eq!(
        told.name,
        yichuang_domain::person::mask_name(application.name())
    );
    assert_eq!(
        (told.terminal.as_str(), told.point.as_str()),
        ("LY03", "SP004")
    );
    assert_eq!(told.text, None);

    let from_file = check(&pdf);
    assert!(from_file.holds, "{from_file:?}");
    let text = from_file.text.unwrap();
    assert_eq!(text.copies, 2);
    let covered = text.covered.concat();
    assert!(covered.contains(&done.number) && covered.contains(application.name()));
    let outside = text.outside.concat();
    assert!(outside.contains("打印时间") && !outside.contains(application.name()));
}

#[test]
fn a_receipt_printed_again_says_and_vouches_for_the_same() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let first = counter.paper(&done.number, "receipt");
    counter.pass(TimeDelta::minutes(3));
    let again = counter.desk.reprint(Reprint {
        number: done.number.clone(),
        document: "receipt".to_owned(),
        reason: Some("lost".to_owned()),
    });
    let again = counter
        .desk
        .paper_pdf(yichuang_app::ipc::PaperRef {
            id: again.unwrap().id,
        })
        .unwrap();
    assert!(pdf_text(&again).contains("补打"));
    assert_ne!(first, again);
    assert_eq!(scanned(&first), scanned(&again));
    assert!(check(&again).holds);
}

#[test]
fn one_changed_character_in_the_file_fails() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let pdf = counter.paper(&done.number, "receipt");
    let same = changed(&pdf, |_| {});
    assert!(check(&same).holds, "written anew, the file says the same");
    let forged = changed(&pdf, |operations| overwrite_one_glyph(operations));
    let told = check(&forged);
    assert!(!told.holds);
    assert_eq!(told.problems, ["RECEIPT-008"]);
    assert_eq!(told.text.unwrap().copies, 0);
    assert_eq!(
        told.number, done.number,
        "what was signed is told all the same"
    );
}

#[test]
fn text_moved_among_the_furniture_fails_and_text_added_there_is_told() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let pdf = counter.paper(&done.number, "receipt");
    let artifact = || Operation::new("BMC", vec![Object::Name(b"Artifact".to_vec())]);
    let hidden = changed(&pdf, |operations| {
        let last = operations
            .iter()
            .rposition(|it| it.operator == "BT")
            .unwrap();
        operations.insert(last, artifact());
        operations.push(Operation::new("EMC", vec![]));
    });
    assert_eq!(check(&hidden).problems, ["RECEIPT-008"]);
    let added = changed(&pdf, |operations| {
        let end = operations
            .iter()
            .position(|it| it.operator == "EMC")
            .unwrap();
        let begin = operations
            .iter()
            .position(|it| it.operator == "BT")
            .unwrap();
        let close = operations
            .iter()
            .position(|it| it.operator == "ET")
            .unwrap();
        let copy: Vec<_> = operations[begin..=close].to_vec();
        operations.splice(end..end, copy);
    });
    let (before, after) = (check(&pdf), check(&added));
    assert!(
        after.holds,
        "the digest does not cover what stands on every page"
    );
    let outside = |told: ReceiptCheck| told.text.unwrap().outside;
    assert_ne!(
        outside(before),
        outside(after),
        "but whoever looks is told of it"
    );
}

#[test]
fn the_receipt_of_a_whole_verifies_too() {
    let counter = Counter::open();
    let chain = counter
        .desk
        .list_chains(yichuang_app::ipc::Nothing {})
        .unwrap()
        .chains
        .remove(0);
    let done = a_chain(&chain.code).accept_at(&counter);
    let pdf = counter.paper(&done.number, "receipt");
    let told = check(&pdf);
    assert!(told.holds, "{told:?}");
    assert_eq!(told.number, done.chain.unwrap().whole);
    assert_eq!(told.matter, chain.code);
    assert_eq!(check(scanned(&pdf).as_bytes()).number, told.number);
}

#[test]
fn rare_characters_and_long_names_verify() {
    let counter = Counter::open();
    for (n, name) in [
        "欧阳𠮷䶮样例",
        "Sample Long Name Of Forty Six Latin Characters",
    ]
    .into_iter()
    .enumerate()
    {
        let id = yichuang_tests::kit::sample_id(40 + n as u32);
        let done = counter.accept(&an_application().by(name, &id));
        let pdf = counter.paper(&done.number, "receipt");
        let told = check(&pdf);
        assert!(told.holds, "{name} {told:?}");
        assert_eq!(check(scanned(&pdf).as_bytes()).name, told.name);
    }
}

#[test]
fn papers_without_a_line_are_told_apart_from_forged_ones() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let notice = counter.paper(&done.number, "acceptance");
    let refused = check_receipt(&root(), &notice).unwrap_err();
    assert_eq!(refused, ReceiptError::NoLine);
    let number = check_receipt(&root(), done.number.as_bytes()).unwrap_err();
    assert_eq!(number.code(), "RECEIPT-001");
    let torn = check_receipt(&root(), &notice[..notice.len() / 2]).unwrap_err();
    assert_eq!(torn.code(), "RECEIPT-102");
    let elsewhere = yichuang_wire::KeyPair::from_secret(&[9; 32]).unwrap();
    let root = yichuang_wire::Signer::public_key(&elsewhere);
    let told = check_receipt(&root, &counter.paper(&done.number, "receipt")).unwrap();
    assert_eq!(told.problems, ["RECEIPT-005"]);
}

#[test]
fn a_scanned_line_finds_its_case() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let other = counter.accept(&an_application().by_number(7));
    let line = scanned(&counter.paper(&done.number, "receipt"));
    let found = counter.find(&line).rows;
    let numbers: Vec<_> = found.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, [done.number.as_str()]);
    assert_ne!(other.number, done.number);
    let cut = &line[..line.len() - 1];
    assert!(
        counter.find(cut).rows.is_empty(),
        "a line that does not verify finds nothing"
    );
}
