//! Numbers are given once, whatever happens to the machine.

use std::collections::BTreeSet;

use yichuang_store::StoreError;

use crate::support::*;

#[test]
fn numbers_go_on_after_reopening_and_start_again_each_day() {
    let mut desk = Desk::new();
    assert_eq!(
        take_in(desk.store(), 1, "王秀兰").to_string(),
        "LY03-20261123-0001-".to_owned() + &check(desk.store(), 1)
    );
    assert_eq!(take_in(desk.store(), 2, "王秀兰").seq(), 2);
    let store = desk.reopen();
    assert_eq!(take_in(store, 3, "王秀兰").seq(), 3);
    let next_day = store.write(|tx| tx.next_number(day("2026-11-24"))).unwrap();
    assert_eq!(next_day.seq(), 1);
    let clock_back = store.write(|tx| tx.next_number(day("2026-11-23"))).unwrap();
    assert_eq!(
        clock_back.seq(),
        4,
        "a clock that went back repeats no number"
    );
}

fn check(store: &yichuang_store::Store, n: u128) -> String {
    store
        .read(|r| r.case(case_id(n)))
        .unwrap()
        .unwrap()
        .number
        .check()
        .to_string()
}

#[test]
fn past_9999_a_number_has_five_digits() {
    let desk = Desk::new();
    let last = desk
        .store()
        .write(|tx| {
            for _ in 0..9_999 {
                tx.next_number(day("2026-11-23"))?;
            }
            tx.next_number(day("2026-11-23"))
        })
        .unwrap();
    assert!(last.to_string().starts_with("LY03-20261123-10000-"));
}

#[test]
fn a_copy_on_another_machine_gives_other_numbers_from_the_first() {
    let mut desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    desk.close();
    let copy = desk.folder().with_file_name("copy");
    copy_folder(&desk.folder(), &copy);
    let original = desk.reopen();
    let copied = open_with_seed(&copy, OTHER_MACHINE, 77).unwrap();

    let mut numbers = BTreeSet::new();
    for n in 2..20 {
        assert!(numbers.insert(take_in(original, n, "王秀兰")));
        assert!(numbers.insert(take_in(&copied, 100 + n, "赵玉梅")));
    }
    let epochs = copied.read(|r| r.own_epochs()).unwrap();
    assert_eq!(
        epochs
            .iter()
            .map(|epoch| epoch.head.epoch)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert!(
        copied.read(|r| r.verify()).unwrap().ok(),
        "the new epoch continues its parent"
    );
}

#[test]
fn an_older_database_put_back_opens_an_epoch_with_a_mark_never_used_here() {
    let mut desk = Desk::new();
    desk.close();
    let saved = desk.folder().with_file_name("saved.db");
    std::fs::copy(desk.folder().join("yichuang.db"), &saved).unwrap();
    let mut marks = BTreeSet::new();
    // Each time on another machine, then the old database comes back without the folder's memory
    // being touched.
    for round in 0..4_u128 {
        let store = desk.reopen_on(&format!("machine {round}"));
        let prefix = take_in(store, round, "王秀兰").prefix().to_owned();
        assert!(marks.insert(prefix), "a mark was used twice");
        desk.close();
        for tail in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(desk.folder().join(format!("yichuang.db{tail}")));
        }
        std::fs::copy(&saved, desk.folder().join("yichuang.db")).unwrap();
    }
}

#[test]
fn a_number_that_is_taken_is_refused_by_the_journal() {
    let desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    let again: Result<_, StoreError> = desk
        .store()
        .write(|tx| tx.append(act(Some(case_id(2)), received(number.clone(), "赵玉梅"))));
    assert!(matches!(again, Err(StoreError::NumberTaken(taken)) if taken == number));
}
