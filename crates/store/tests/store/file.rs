//! Pages and papers on the disk.

use yichuang_store::StoreError;
use yichuang_wire::sha256;

use crate::support::*;

const PAGE: &[u8] = b"a page of a household register, sample";

fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_page_is_kept_once_and_read_back() {
    let mut desk = Desk::new();
    let file = desk
        .store()
        .put_file(PAGE, "image/jpeg", "第 1 页.jpg", morning())
        .unwrap();
    let again = desk
        .store()
        .put_file(PAGE, "image/jpeg", "第 1 页.jpg", morning())
        .unwrap();
    assert_eq!(file, again);
    assert_eq!(yichuang_wire::Hash::from(file.sha256), sha256(PAGE));
    assert_eq!(names(&desk.folder().join("files")).len(), 1);
    assert_eq!(desk.reopen().read_file(&file.sha256).unwrap(), PAGE);
}

#[test]
fn an_empty_page_is_refused() {
    let desk = Desk::new();
    let refused = desk
        .store()
        .put_file(b"", "image/jpeg", "空.jpg", morning());
    assert!(matches!(refused, Err(StoreError::FileSize { size: 0 })));
}

#[test]
fn a_changed_or_missing_page_is_told_and_its_record_stays() {
    let desk = Desk::new();
    let file = desk
        .store()
        .put_file(PAGE, "image/jpeg", "第 1 页.jpg", morning())
        .unwrap();
    let path = desk
        .folder()
        .join("files")
        .join(&names(&desk.folder().join("files"))[0]);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(
        desk.store().read_file(&file.sha256),
        Err(StoreError::FileDamaged(_))
    ));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        desk.store().read_file(&file.sha256),
        Err(StoreError::FileMissing(_))
    ));
    desk.store()
        .put_file(PAGE, "image/jpeg", "第 1 页.jpg", morning())
        .unwrap();
    assert_eq!(
        desk.store().read_file(&file.sha256).unwrap(),
        PAGE,
        "scanned again"
    );
}

#[test]
fn what_a_crash_left_between_file_and_row_is_swept_at_the_next_start() {
    let mut desk = Desk::new();
    let file = desk
        .store()
        .put_file(PAGE, "image/jpeg", "第 1 页.jpg", morning())
        .unwrap();
    desk.close();
    std::fs::write(
        desk.folder().join("files/0123456789abcdef"),
        b"written, never named",
    )
    .unwrap();
    std::fs::write(desk.folder().join("files/fedcba.new"), b"half").unwrap();
    desk.reopen();
    assert_eq!(names(&desk.folder().join("files")).len(), 1);
    assert_eq!(desk.store().read_file(&file.sha256).unwrap(), PAGE);
}

#[test]
fn pages_that_no_case_and_no_draft_names_are_shredded_in_time() {
    let desk = Desk::new();
    let in_case = desk
        .store()
        .put_file(b"page of a case", "image/jpeg", "1", morning())
        .unwrap();
    let in_draft = desk
        .store()
        .put_file(b"page of a draft", "image/jpeg", "2", morning())
        .unwrap();
    let nowhere = desk
        .store()
        .put_file(b"page of nothing", "image/jpeg", "3", morning())
        .unwrap();
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials = vec![material("MAT-1", vec![in_case.clone()])]
    });
    let draft = yichuang_store::Draft {
        id: draft_id(1),
        operator: clerk(),
        matter: matter_code(1),
        edition: None,
        title: String::new(),
        body: serde_json::json!({ "files": [in_draft.sha256] }).to_string(),
        created_at: morning(),
        updated_at: morning(),
    };
    desk.store().write(|tx| tx.save_draft(&draft)).unwrap();
    assert_eq!(
        desk.store().sweep_unnamed_files(morning()).unwrap(),
        0,
        "too young"
    );
    assert_eq!(
        desk.store()
            .sweep_unnamed_files(morning() + chrono::Duration::days(1))
            .unwrap(),
        1
    );
    assert!(desk.store().read_file(&in_case.sha256).is_ok());
    assert!(desk.store().read_file(&in_draft.sha256).is_ok());
    assert!(matches!(
        desk.store().read_file(&nowhere.sha256),
        Err(StoreError::NoSuch(_))
    ));
}

#[test]
fn a_spooled_paper_survives_a_restart_until_it_is_settled() {
    let mut desk = Desk::new();
    let paper = b"%PDF-1.7 sample";
    desk.store().spool_paper(sha256(paper), paper).unwrap();
    let store = desk.reopen();
    assert_eq!(
        store.spooled_paper(sha256(paper)).unwrap().as_deref(),
        Some(&paper[..])
    );
    store.unspool_paper(sha256(paper)).unwrap();
    store.unspool_paper(sha256(paper)).unwrap();
    assert_eq!(store.spooled_paper(sha256(paper)).unwrap(), None);
}
