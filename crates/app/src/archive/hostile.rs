//! Files that were never written here, or were changed since: each is refused, or said to be changed,
//! by the part it concerns.

use proptest::prelude::*;
use yichuang_wire::{Hash, sha256, sm3};

use super::{
    ArchiveCheck, ArchiveError, METADATA, SPACE, check_archive, container::Container,
    parts::digest_line,
};

/// Two pages and what happened, as a package has them.
const PARTS: [(&str, &[u8]); 3] = [
    ("文书/01-样例.pdf", b"%PDF-1.7 sample"),
    ("材料/001-样例.jpg", b"\xff\xd8\xff sample"),
    ("过程.xml", PROCESS),
];
const PROCESS: &[u8] =
    "<过程 xmlns=\"urn:yichuang:archive-package:1\" 记录数=\"1\"><记录>收件</记录></过程>"
        .as_bytes();

fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut container = Container::new(Vec::new());
    for (path, bytes) in parts {
        container.add(path, bytes).unwrap();
    }
    container.finish().unwrap()
}

fn metadata(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let one = |(path, bytes): &(&str, &[u8])| {
        let (length, sha256, sm3) = (bytes.len(), sha256(bytes), sm3(&[bytes]));
        format!("<件 路径=\"{path}\" 字节数=\"{length}\" SHA-256=\"{sha256}\" SM3=\"{sm3}\"/>")
    };
    let listed: String = parts.iter().map(one).collect();
    let count = parts.len();
    format!(
        "<归档包 xmlns=\"{SPACE}\" 受理号=\"QS03-1\" 归档日期=\"2026-11-23\">\
         <部件 数=\"{count}\">{listed}</部件></归档包>"
    )
    .into_bytes()
}

fn digests<'a>(parts: impl Iterator<Item = (&'a str, Hash)>) -> Vec<u8> {
    let lines: String = parts.map(|(path, sm3)| digest_line(path, sm3)).collect();
    lines.into_bytes()
}

/// A whole package of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let metadata = metadata(parts);
    let listed = parts.iter().map(|(path, bytes)| (*path, sm3(&[bytes])));
    let digests = digests(listed.chain([(METADATA, sm3(&[&metadata]))]));
    let mut all = parts.to_vec();
    all.extend([(METADATA, metadata.as_slice()), ("校验.txt", &digests)]);
    container(&all)
}

fn check(bytes: &[u8]) -> Result<ArchiveCheck, ArchiveError> {
    check_archive(bytes)
}

fn refused(bytes: &[u8]) -> &'static str {
    check(bytes).unwrap_err().code()
}

fn problems(bytes: &[u8]) -> Vec<(&'static str, String)> {
    let check = check(bytes).unwrap();
    assert_eq!(check.holds, check.problems.is_empty());
    let problems = check.problems.into_iter();
    problems.map(|one| (one.code, one.part)).collect()
}

fn with(mut bytes: Vec<u8>, at: usize, to: u8) -> Vec<u8> {
    bytes[at] = to;
    bytes
}

#[test]
fn a_package_as_it_was_written_holds() {
    let check = check(&package(&PARTS)).unwrap();
    assert!(check.holds, "{:?}", check.problems);
    assert_eq!((check.number.as_str(), check.parts), ("QS03-1", 5));
}

proptest! {
    #[test]
    fn no_changed_byte_goes_unnoticed(at in 0_usize..10_000, to in any::<u8>()) {
        let bytes = package(&PARTS);
        let at = at % bytes.len();
        prop_assume!(bytes[at] != to);
        let holds = check(&with(bytes, at, to)).is_ok_and(|check| check.holds);
        prop_assert!(!holds, "byte {at} became {to}");
    }

    #[test]
    fn bytes_from_anywhere_are_refused_and_nothing_more(bytes in any::<Vec<u8>>()) {
        prop_assert!(check(&bytes).is_err() || problems(&bytes).len() > 2);
    }

    #[test]
    fn a_package_that_ends_early_is_refused(length in 0_usize..10_000) {
        let bytes = package(&PARTS);
        let length = length % bytes.len();
        prop_assert!(check(&bytes[..length]).is_err());
    }
}

#[test]
fn a_changed_a_missing_and_an_added_part_are_each_named() {
    let (whole, metadata) = (package(&PARTS), metadata(&PARTS));
    let at = whole
        .windows(3)
        .position(|run| run == b"\xff\xd8\xff")
        .unwrap();
    let changed = ("ARCHIVE-111", "材料/001-样例.jpg".to_owned());
    assert_eq!(problems(&with(whole, at, 0)), [changed]);
    let listed = PARTS.iter().map(|(path, bytes)| (*path, sm3(&[bytes])));
    let digests = digests(listed.chain([(METADATA, sm3(&[&metadata]))]));
    let texts = [(METADATA, metadata.as_slice()), ("校验.txt", &digests)];
    let fewer = [&PARTS[1..], &texts].concat();
    let missing = ("ARCHIVE-112", "文书/01-样例.pdf".to_owned());
    assert_eq!(problems(&container(&fewer)), [missing]);
    let more = [&PARTS[..], &texts, &[("材料/002.jpg", b"another")]].concat();
    let added = ("ARCHIVE-113", "材料/002.jpg".to_owned());
    assert_eq!(problems(&container(&more)), [added]);
}

#[test]
fn metadata_that_cannot_be_read_is_named_and_never_expanded() {
    let bomb = format!(
        "<!DOCTYPE a [<!ENTITY b \"{}\">]><归档包 xmlns=\"{SPACE}\">&b;</归档包>",
        "甲".repeat(64)
    );
    let deep = format!("<归档包 xmlns=\"{SPACE}\">{}", "<甲>".repeat(1000));
    let foreign = "<归档包 xmlns=\"urn:elsewhere\" 受理号=\"\" 归档日期=\"\"/>".to_owned();
    for text in [bomb, deep, foreign, "<归档包>".to_owned(), String::new()] {
        let texts = [(METADATA, text.as_bytes())];
        let found = problems(&container(&[&PARTS[..], &texts].concat()));
        let unreadable = ("ARCHIVE-114", METADATA.to_owned());
        assert!(found.contains(&unreadable), "{text}: {found:?}");
    }
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "材料/../../x",
        "材料/..",
        "材料/甲/乙.jpg",
        "材料\\甲.jpg",
        "C:甲.jpg",
        "材料/C:甲.jpg",
        "材料/\u{1b}[2J.jpg",
        "材料/",
        "",
        "其他/甲.jpg",
        "甲.jpg",
        "META-INF",
    ] {
        let bytes = container(&[(name, b"sample".as_slice())]);
        assert_eq!(refused(&bytes), "ARCHIVE-103", "{name:?}");
    }
    let long = format!("材料/{}.jpg", "甲".repeat(100));
    assert_eq!(refused(&container(&[(&long, b"x")])), "ARCHIVE-103");
}

#[test]
fn a_name_is_there_once() {
    let [first, ..] = PARTS;
    assert_eq!(refused(&container(&[first, first])), "ARCHIVE-104");
}

#[test]
fn what_is_compressed_or_told_longer_than_it_is_is_refused() {
    let whole = package(&PARTS);
    // Method 8, deflate, in the first header.
    assert_eq!(refused(&with(whole.clone(), 8, 8)), "ARCHIVE-102");
    // Four gigabytes, told in both lengths.
    let mut long = whole.clone();
    long[18..26].fill(0xff);
    assert_eq!(refused(&long), "ARCHIVE-105");
    let mut behind = whole.clone();
    behind.extend(b"behind the end");
    assert_eq!(refused(&behind), "ARCHIVE-102");
    let before = [b"before the start".as_slice(), &whole].concat();
    assert_eq!(refused(&before), "ARCHIVE-102");
    assert_eq!(refused(b""), "ARCHIVE-102");
}

#[test]
fn more_parts_than_a_package_has_and_longer_texts_are_refused() {
    let names: Vec<String> = (0..10_001).map(|n| format!("材料/{n}.jpg")).collect();
    let parts: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    assert_eq!(refused(&container(&parts)), "ARCHIVE-105");
    let text = vec![b' '; 16 * 1024 * 1024 + 1];
    assert_eq!(refused(&container(&[(METADATA, &text)])), "ARCHIVE-105");
}
