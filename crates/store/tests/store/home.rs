//! Making, opening, locking and unlocking a home.

use yichuang_store::{Home, OpenMode, Store, StoreError, Unlock};

use crate::support::*;

fn read_only(folder: &std::path::Path) -> Result<Store, StoreError> {
    Store::open(folder, OpenMode::ReadOnly, MACHINE, Seed::new(9), morning())
}

#[test]
fn a_second_writer_is_told_who_holds_the_home_and_readers_are_not() {
    let mut desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let second = open(&desk.folder(), MACHINE).unwrap_err();
    assert_eq!(second.code(), "HOME-BUSY");
    assert!(matches!(second, StoreError::HomeBusy { held_by } if held_by == "测试"));
    let reader = read_only(&desk.folder()).unwrap();
    assert!(reader.read(|r| r.case(case_id(1))).unwrap().is_some());
    let refused: Result<(), StoreError> = reader.write(|tx| tx.set_setting("a", &1));
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    desk.reopen();
}

#[test]
fn a_home_is_made_whole_in_an_empty_folder_only() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("home");
    assert!(!Home::exists(&folder));
    assert!(matches!(open(&folder, MACHINE), Err(StoreError::NoHome)));
    std::fs::create_dir_all(dir.path().join(".home.creating/left over")).unwrap();
    drop(Home::create(&folder, &new_home(), "测试", Seed::new(1)).unwrap());
    assert!(Home::exists(&folder));
    let again = Home::create(&folder, &new_home(), "测试", Seed::new(1)).unwrap_err();
    assert!(matches!(again, StoreError::HomeExists));
    assert_eq!(
        std::fs::read_dir(dir.path()).unwrap().count(),
        1,
        "nothing is left beside it"
    );
}

#[test]
fn an_enrolment_that_its_root_did_not_sign_makes_no_home() {
    let dir = tempfile::tempdir().unwrap();
    let mut new = new_home();
    new.enrolment.document = new.enrolment.document.replace("LY03", "LY04");
    let refused = Home::create(&dir.path().join("home"), &new, "测试", Seed::new(1)).unwrap_err();
    assert!(matches!(refused, StoreError::Enrolment(_)));
    assert!(!Home::exists(&dir.path().join("home")));
}

#[test]
fn an_operators_password_opens_the_home_without_the_machines_key() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("home");
    let mut new = new_home();
    new.slots.push(slot("石桥村2026"));
    drop(Home::create(&folder, &new, "测试", Seed::new(1)).unwrap());
    std::fs::remove_file(folder.join("machine.key")).unwrap();
    let mode = || OpenMode::Write {
        holder: "测试".to_owned(),
    };
    let by_machine = Store::open(&folder, mode(), MACHINE, Seed::new(2), morning());
    assert!(matches!(by_machine, Err(StoreError::KeyRefused)));
    let unlock = |password| Unlock::Operator {
        operator: clerk(),
        password,
    };
    let wrong = Store::open_with(
        &folder,
        mode(),
        unlock("石桥村2025"),
        MACHINE,
        Seed::new(2),
        morning(),
    );
    assert!(matches!(wrong, Err(StoreError::KeyRefused)));
    let store = Store::open_with(
        &folder,
        mode(),
        unlock("石桥村2026"),
        MACHINE,
        Seed::new(2),
        morning(),
    )
    .unwrap();
    store.set_operator_slot(clerk(), "换了口令88").unwrap();
    drop(store);
    let old = Store::open_with(
        &folder,
        mode(),
        unlock("石桥村2026"),
        MACHINE,
        Seed::new(2),
        morning(),
    );
    assert!(matches!(old, Err(StoreError::KeyRefused)));
    assert!(
        Store::open_with(
            &folder,
            mode(),
            unlock("换了口令88"),
            MACHINE,
            Seed::new(2),
            morning()
        )
        .is_ok()
    );
}

#[cfg(unix)]
#[test]
fn keys_are_readable_by_this_account_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    for name in ["keys.json", "machine.key", "epoch.json"] {
        let mode = std::fs::metadata(desk.folder().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn no_name_or_number_is_readable_in_the_homes_bytes() {
    let mut desk = Desk::new();
    let page = "王秀兰的户口簿".repeat(100);
    let file = desk
        .store()
        .put_file(page.as_bytes(), "image/jpeg", "户口簿.jpg", morning())
        .unwrap();
    let number = take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials = vec![material("MAT-1", vec![file])];
    });
    desk.store()
        .spool_paper(yichuang_wire::sha256(page.as_bytes()), page.as_bytes())
        .unwrap();
    for name in ["yichuang.db", "yichuang.db-wal"] {
        assert!(
            desk.folder().join(name).is_file(),
            "{name} is there to be looked into"
        );
    }
    let secrets = [
        "王秀兰",
        "99900019500101",
        "13800006120",
        &number.to_string(),
        "SQLite format 3",
    ];
    let mut looked_into = 0;
    for _ in 0..2 {
        visit(&desk.folder(), &mut |path, bytes| {
            looked_into += 1;
            for secret in secrets {
                let found = bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes());
                assert!(!found, "{secret} in {}", path.display());
            }
        });
        desk.close();
    }
    assert!(looked_into >= 12, "looked into {looked_into} files");
}

fn visit(folder: &std::path::Path, look: &mut impl FnMut(&std::path::Path, &[u8])) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, look);
        } else {
            look(&path, &std::fs::read(&path).unwrap());
        }
    }
}

#[test]
fn free_space_is_told() {
    assert!(Desk::new().store().free_space().unwrap() > 0);
}
