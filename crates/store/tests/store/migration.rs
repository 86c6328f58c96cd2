//! Homes written by every released schema open in this program.

use std::path::{Path, PathBuf};

use yichuang_store::StoreError;

use crate::support::*;

fn fixture(schema: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/schema-{schema}"))
}

/// A copy of a committed home, to open and change.
fn home_of(schema: u32, dir: &Path) -> PathBuf {
    let folder = dir.join("home");
    copy_folder(&fixture(schema), &folder);
    for name in ["files", "spool", "backups"] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
    }
    folder
}

/// Writes the fixture of schema 1. Run once before a schema is released, never after:
/// `cargo test -p yichuang-store --test store -- --ignored write_the_fixture`.
#[test]
#[ignore = "writes tests/fixtures"]
fn write_the_fixture_of_schema_1() {
    let mut desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    append(
        desk.store(),
        Some(case_id(1)),
        accepted(number, "2026-12-14"),
    );
    take_in(desk.store(), 2, "\u{20BB7}野家");
    desk.close();
    let conn = keyed(&desk.folder());
    // Later steps taken back: exactly what the first program wrote.
    conn.execute_batch(
        "DROP TABLE paper; DROP TABLE feed_proof; DROP INDEX entry_by_time; DROP INDEX cases_in_due_order; DROP INDEX cases_by_acceptance;\
         DROP INDEX cases_by_closing; DROP INDEX cases_by_matter;\
         DELETE FROM migration WHERE version > 1; PRAGMA user_version = 1; VACUUM;",
    )
    .unwrap();
    drop(conn);
    let place = fixture(1);
    std::fs::create_dir_all(&place).unwrap();
    for name in ["yichuang.db", "keys.json", "machine.key", "epoch.json"] {
        std::fs::copy(desk.folder().join(name), place.join(name)).unwrap();
    }
}

fn keyed(folder: &Path) -> rusqlite::Connection {
    let conn = rusqlite::Connection::open(folder.join("yichuang.db")).unwrap();
    conn.execute_batch(&database_key_pragma(&[3; 32])).unwrap();
    conn
}

fn schema(folder: &Path) -> u32 {
    keyed(folder)
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_home_of_schema_1_is_copied_migrated_and_opens_with_everything_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let folder = home_of(1, dir.path());
    assert_eq!(schema(&folder), 1);
    let store = open(&folder, MACHINE).unwrap();
    assert!(schema(&folder) > 1);
    let copies: Vec<_> = std::fs::read_dir(folder.join("backups")).unwrap().collect();
    assert_eq!(copies.len(), 1, "a copy was made before the schema changed");
    assert!(
        store.read(|r| r.papers_to_make()).unwrap().is_empty(),
        "what schema 2 brought is there"
    );
    assert!(store.read(|r| r.verify()).unwrap().ok());
    let case = store.read(|r| r.case(case_id(2))).unwrap().unwrap();
    assert_eq!(case.applicant_name, "\u{20BB7}野家");
    let live = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
    assert_eq!(
        take_in(&store, 3, "赵玉梅").seq(),
        3,
        "numbers go on where they were"
    );
}

#[test]
fn a_home_of_a_newer_program_is_refused_and_left_as_it_was() {
    let mut desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    desk.close();
    let before = schema(&desk.folder());
    keyed(&desk.folder())
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let refused = open(&desk.folder(), MACHINE).unwrap_err();
    assert!(matches!(refused, StoreError::Newer { found: 99, .. }));
    keyed(&desk.folder())
        .pragma_update(None, "user_version", before)
        .unwrap();
    assert!(
        desk.reopen()
            .read(|r| r.case(case_id(1)))
            .unwrap()
            .is_some()
    );
}
