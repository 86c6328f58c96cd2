//! 归档包: the closed file of a case, written to a folder, read by any program, checked by itself.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{Cursor, Read as _, Write as _},
    path::{Path, PathBuf},
};

use yichuang_app::{
    ArchiveCheck, check_archive,
    ipc::{ArchivePackage, CaseRef, ErrorCode, WithdrawCase},
};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{Application, Centre, Counter, Who, an_application, sample_id};
use yichuang_wire::{sha256, sm3};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    delivery::{exchange, handing},
    mandates::somebody,
};

/// Two pages of one material.
const PAGES: [&[u8]; 2] = [b"\xff\xd8\xff one (sample)", b"\xff\xd8\xff two (sample)"];

fn of(number: &str) -> CaseRef {
    CaseRef {
        number: number.to_owned(),
    }
}

/// A case from the counter to its delivery, whose file is closed.
async fn delivered() -> (Counter, Centre, String) {
    let clock = std::sync::Arc::new(yichuang_app::FixedClock::new(
        yichuang_tests::kit::monday_morning(),
    ));
    let centre = Centre::start(&clock).await;
    let counter = Counter::reaching(&centre.url());
    let application = PAGES
        .iter()
        .fold(an_application().by_number(1), |all, page| {
            all.with_page("MAT-IDCARD", page.to_vec())
        });
    let number = counter.accept(&application).number;
    exchange(&counter, &centre).await;
    centre.review(&number, "审定", CaseState::Granted);
    exchange(&counter, &centre).await;
    let numbers = [number.clone()];
    let input = handing(&counter, &numbers, somebody(1));
    counter.desk.deliver_results(input).unwrap();
    counter.desk.archive_case(of(&number)).unwrap();
    (counter, centre, number)
}

/// A case that was withdrawn, whose file is closed.
fn withdrawn(counter: &Counter) -> String {
    withdrawn_with(
        counter,
        &an_application().with_page("MAT-IDCARD", PAGES[0].to_vec()),
    )
}

fn withdrawn_with(counter: &Counter, application: &Application) -> String {
    let number = counter.receive(application).number;
    let withdrawal = WithdrawCase {
        number: number.clone(),
        reason: "暂时不办了".to_owned(),
        written: true,
        files: Vec::new(),
        returned: Vec::new(),
    };
    counter.desk.withdraw_case(withdrawal).unwrap();
    counter.desk.archive_case(of(&number)).unwrap();
    number
}

fn written(counter: &Counter, number: &str) -> (ArchivePackage, Vec<u8>) {
    let told = counter.desk.write_archive_package(of(number)).unwrap();
    let bytes = std::fs::read(&told.place).unwrap();
    (told, bytes)
}

/// What a program that knows nothing of packages unpacks.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let parts = (0..zip.len()).map(|at| {
        let mut part = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    });
    parts.collect()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(parts[path].clone()).unwrap()
}

fn holds(bytes: &[u8]) -> ArchiveCheck {
    let check = check_archive(bytes).unwrap();
    assert!(check.holds, "{:?}", check.problems);
    check
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_life_is_in_the_package_and_any_program_unpacks_it() {
    let (counter, _centre, number) = delivered().await;
    let (told, bytes) = written(&counter, &number);
    assert!(told.place.ends_with(&format!("{number}.zip")), "{told:?}");
    let check = holds(&bytes);
    assert_eq!(
        (check.number.as_str(), check.parts),
        (number.as_str(), told.parts as usize)
    );
    assert_eq!(
        (told.already, told.made_anew, check.made_anew.len()),
        (false, 0, 0)
    );

    let parts = unpacked(&bytes);
    assert_eq!(parts.len(), told.parts as usize);
    let pages: Vec<_> = parts
        .iter()
        .filter(|(path, _)| path.starts_with("材料/"))
        .collect();
    for page in PAGES {
        assert!(
            pages.iter().any(|(_, bytes)| *bytes == page),
            "a page, byte for byte"
        );
    }
    let papers: Vec<_> = parts
        .keys()
        .filter(|path| path.starts_with("文书/"))
        .collect();
    for title in ["申请材料接收凭证", "受理通知书", "送达回证"] {
        assert!(
            papers.iter().any(|path| path.contains(title)),
            "{title}: {papers:?}"
        );
    }
    let metadata = text(&parts, "元数据.xml");
    for moment in ["收件", "受理", "决定", "送达", "归档"] {
        assert!(
            metadata.contains(&format!("<环 名称=\"{moment}\"")),
            "{moment}: {metadata}"
        );
    }
    for said in [
        sample_id(1).as_str(),
        "可信等级=\"B 级\"",
        "样例窗口员",
        "与归档时一致=\"是\"",
        "方式=\"已采集\" 页面=\"2\">申请人居民身份证</材料>",
        "<签字文书 编码=\"application_form\"",
    ] {
        assert!(metadata.contains(said), "{said}: {metadata}");
    }
    let process = text(&parts, "过程.xml");
    for said in ["收件，", "送达 ", "归档，文书", "样例窗口员", "上级平台"] {
        assert!(process.contains(said), "{said}: {process}");
    }
    let digests = text(&parts, "校验.txt");
    for (path, bytes) in parts.iter().filter(|(path, _)| *path != "校验.txt") {
        let line = format!("{}  {path}\n", sm3(&[bytes]));
        assert!(digests.contains(&line), "{path}");
        let listed = path == "元数据.xml" || metadata.contains(&sha256(bytes).to_string());
        assert!(listed, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_gives_the_same_bytes_and_each_writing_is_on_the_record() {
    let (counter, centre, number) = delivered().await;
    let (_, first) = written(&counter, &number);
    let (again, _) = written(&counter, &number);
    assert!(again.already, "the same file lay there");
    exchange(&counter, &centre).await;
    counter.pass(chrono::TimeDelta::days(400));
    counter.sign_in(Who::Clerk);
    let elsewhere = counter.desk_top().join("stick");
    let told = counter
        .desk
        .write_archive_package_to(of(&number), &elsewhere)
        .unwrap();
    assert_eq!(
        std::fs::read(told.place).unwrap(),
        first,
        "whoever looked at it since is not in it"
    );
    let events = counter.show(&number).events;
    let handed_out = events.iter().filter(|one| {
        one.params
            .get("packed")
            .is_some_and(|packed| packed == "true")
    });
    assert_eq!(handed_out.count(), 3);
    assert!(events.iter().any(|one| one.kind == "unmasked"));
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_that_is_not_kept_any_more_is_made_again_the_same() {
    let (counter, _centre, number) = delivered().await;
    let (_, first) = written(&counter, &number);
    for kept in files_in(&counter.home().join("spool")) {
        std::fs::remove_file(kept).unwrap();
    }
    counter.pass(chrono::TimeDelta::days(40));
    counter.sign_in(Who::Clerk);
    let folder = counter.desk_top();
    let told = counter
        .desk
        .write_archive_package_to(of(&number), &folder)
        .unwrap();
    assert_eq!(told.made_anew, 0);
    assert_eq!(std::fs::read(told.place).unwrap(), first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_byte_anywhere_in_it_is_found_and_another_programs_zip_is_none() {
    let (counter, _centre, number) = delivered().await;
    let (_, whole) = written(&counter, &number);
    for at in (0..whole.len()).step_by(whole.len() / 400) {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        let found = check_archive(changed.as_slice());
        assert!(!found.is_ok_and(|check| check.holds), "byte {at}");
    }
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in unpacked(&whole) {
        other
            .start_file(path, SimpleFileOptions::default())
            .unwrap();
        other.write_all(&bytes).unwrap();
    }
    let other = other.finish().unwrap().into_inner();
    assert_eq!(
        check_archive(other.as_slice()).unwrap_err().code(),
        "ARCHIVE-102"
    );
}

#[test]
fn only_a_closed_file_is_written_and_by_whoever_may_close_it() {
    let counter = Counter::open();
    let open = counter.receive(&an_application().by_number(2)).number;
    let refused = counter.desk.write_archive_package(of(&open)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::IllegalMove);
    assert_eq!(refused.params["state"], "received");
    assert!(
        !counter
            .show(&open)
            .verbs
            .contains(&"write_archive_package".to_owned())
    );
    let closed = withdrawn(&counter);
    assert!(
        counter
            .show(&closed)
            .verbs
            .contains(&"write_archive_package".to_owned())
    );
    for who in [Who::Helper, Who::Administrator] {
        counter.sign_in(who);
        let refused = counter.desk.write_archive_package(of(&closed)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::RoleMissing, "{who:?}");
    }
    counter.sign_in(Who::Clerk);
    let (_, bytes) = written(&counter, &closed);
    let metadata = text(&unpacked(&bytes), "元数据.xml");
    assert!(metadata.contains("<环 名称=\"撤回\""), "{metadata}");
    counter.assert_sound();
}

#[test]
fn a_page_that_is_lost_or_changed_stops_the_package_and_is_named() {
    let counter = Counter::open();
    let number = withdrawn(&counter);
    let folder = counter.desk_top();
    let entries = counter.show(&number).events.len();
    for kept in files_in(&counter.home().join("files")) {
        let bytes = std::fs::read(&kept).unwrap();
        for broken in [Some([&bytes[..bytes.len() - 1], b"?"].concat()), None] {
            match broken {
                Some(broken) => std::fs::write(&kept, broken).unwrap(),
                None => std::fs::remove_file(&kept).unwrap(),
            }
            let refused = counter
                .desk
                .write_archive_package_to(of(&number), &folder)
                .unwrap_err();
            assert_eq!(refused.code, ErrorCode::ArchivePageLost);
            assert!(!refused.params["title"].is_empty());
            assert_eq!(files_in(&folder), Vec::<PathBuf>::new(), "no half file");
        }
        std::fs::write(&kept, bytes).unwrap();
    }
    assert_eq!(
        counter.show(&number).events.len(),
        entries,
        "nobody had anything"
    );
    counter
        .desk
        .write_archive_package_to(of(&number), &folder)
        .unwrap();
    assert_eq!(files_in(&folder).len(), 1);
}

#[test]
fn another_file_of_the_name_stays_and_a_folder_that_cannot_be_written_is_told() {
    let counter = Counter::open();
    let number = withdrawn(&counter);
    let folder = counter.desk_top();
    std::fs::create_dir_all(&folder).unwrap();
    let other = folder.join(format!("{number}.zip"));
    std::fs::write(&other, b"something else").unwrap();
    let refused = counter
        .desk
        .write_archive_package_to(of(&number), &folder)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::ArchiveExists);
    assert_eq!(refused.params["place"], other.display().to_string());
    assert_eq!(std::fs::read(&other).unwrap(), b"something else");
    assert_eq!(files_in(&folder), std::slice::from_ref(&other));
    // A file stands where the folder should be.
    let refused = counter
        .desk
        .write_archive_package_to(of(&number), &other)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::ArchiveUnwritten);
}

#[test]
fn a_package_with_many_large_pages_is_whole() {
    let counter = Counter::open();
    let application = an_application().with_pages("MAT-IDCARD", 12, 1024 * 1024);
    let number = withdrawn_with(&counter, &application);
    let told = counter.desk.write_archive_package(of(&number)).unwrap();
    let check = check_archive(File::open(&told.place).unwrap()).unwrap();
    assert!(check.holds, "{:?}", check.problems);
    assert!(check.parts > 12 + 3, "{}", check.parts);
    assert!(std::fs::metadata(&told.place).unwrap().len() > 12 * 1024 * 1024);
}
