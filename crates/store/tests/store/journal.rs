//! Appending, admitting, verifying.

use rusqlite::Connection;
use yichuang_domain::CaseState;
use yichuang_store::{JournalFilter, StoreError};
use yichuang_wire::{ChainHead, JournalName, Verdict, WireError, payload::Payload};

use crate::support::*;

fn own() -> JournalName {
    JournalName::Terminal(terminal())
}

#[test]
fn acts_continue_one_chain_and_name_the_newest_entry_of_their_case() {
    let desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    let first = append(
        desk.store(),
        Some(case_id(1)),
        accepted(number.clone(), "2026-12-07"),
    );
    append(
        desk.store(),
        None,
        yichuang_wire::payload::SignedIn {
            name: "样例员".into(),
            how: "window".into(),
        },
    );
    append(desk.store(), Some(case_id(1)), printed(number, 1));

    let entries = desk
        .store()
        .read(|r| r.entries_after(&own(), 1, 0, 100))
        .unwrap();
    let mut head = ChainHead::start(own(), 1, None);
    let headers: Vec<_> = entries
        .iter()
        .map(|entry| head.follow(entry).unwrap())
        .collect();
    let kinds: Vec<_> = headers.iter().map(|header| header.kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "epoch_opened",
            "received",
            "accepted",
            "signed_in",
            "printed"
        ]
    );
    assert_eq!(headers[1].base, None);
    assert_eq!(headers[2].base, Some(entries[1].hash()));
    assert_eq!(
        headers[4].base,
        Some(first.hash),
        "the audit entry is not on the case"
    );
}

#[test]
fn a_failed_transaction_leaves_neither_entry_nor_number() {
    let desk = Desk::new();
    let failed: Result<(), StoreError> = desk.store().write(|tx| {
        let number = tx.next_number(day("2026-11-23"))?;
        tx.append(act(Some(case_id(1)), received(number, "王秀兰")))?;
        Err(StoreError::NoSuch("printer"))
    });
    assert!(failed.is_err());
    assert_eq!(take_in(desk.store(), 2, "赵玉梅").seq(), 1);
    assert_eq!(desk.store().read(|r| r.case(case_id(1))).unwrap(), None);
    assert!(desk.store().read(|r| r.verify()).unwrap().ok());
}

#[test]
fn a_panic_in_an_act_rolls_back_and_the_store_goes_on() {
    let desk = Desk::new();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.store().write(|tx| -> Result<(), StoreError> {
            tx.next_number(day("2026-11-23"))?;
            panic!("a bug in a use-case")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(take_in(desk.store(), 1, "王秀兰").seq(), 1);
}

#[test]
fn verification_passes_and_then_names_the_first_changed_entry() {
    let mut desk = Desk::new();
    for n in 0..5 {
        take_in(desk.store(), n, "王秀兰");
    }
    let report = desk.store().read(|r| r.verify()).unwrap();
    assert!(report.ok());
    assert_eq!((report.entries, report.epochs), (6, 1));
    desk.close();
    for (change, bad) in [
        (
            "UPDATE entry SET header = CAST(x'00' || substr(header, 2) AS BLOB) WHERE arrival = 3",
            3,
        ),
        (
            "UPDATE payload SET body = CAST(replace(CAST(body AS TEXT), '样例员', '样例人') AS BLOB) WHERE arrival = 4",
            4,
        ),
        (
            "DELETE FROM payload WHERE arrival = 5; DELETE FROM entry WHERE arrival = 5",
            6,
        ),
        ("UPDATE entry SET case_id = NULL WHERE arrival = 2", 2),
    ] {
        let copy = desk.folder().with_file_name("copy");
        copy_folder(&desk.folder(), &copy);
        tamper(&copy, change);
        let store = open(&copy, MACHINE).unwrap();
        let report = store.read(|r| r.verify()).unwrap();
        assert_eq!(
            report.first_bad.map(|entry| entry.arrival),
            Some(bad),
            "{change}"
        );
        drop(store);
        std::fs::remove_dir_all(&copy).unwrap();
    }
}

/// What somebody with the key and a database tool could do.
fn tamper(folder: &std::path::Path, change: &str) {
    let conn = keyed(folder);
    conn.execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER entry_is_never_changed;")
        .unwrap();
    conn.execute_batch(
        "DROP TRIGGER entry_is_never_deleted; DROP TRIGGER payload_is_never_changed;",
    )
    .unwrap();
    conn.execute_batch(change).unwrap();
}

fn keyed(folder: &std::path::Path) -> Connection {
    let conn = Connection::open(folder.join("yichuang.db")).unwrap();
    conn.execute_batch(&database_key_pragma(&[3; 32])).unwrap();
    conn
}

#[test]
fn the_database_itself_refuses_to_change_the_journal() {
    let mut desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    desk.close();
    let conn = keyed(&desk.folder());
    for sql in [
        "UPDATE entry SET at_ms = 0",
        "DELETE FROM entry",
        "UPDATE payload SET body = x''",
    ] {
        let error = conn.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains("append-only"), "{sql}: {error}");
    }
}

#[test]
fn the_feed_moves_cases_and_may_come_twice() {
    let desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    let mut feed = Feed::new();
    let entries = vec![feed.write(Some(case_id(1)), progress(number, CaseState::InProcess))];
    let page = feed.page(entries);
    let admitted = desk.store().write(|tx| tx.admit_feed(&page)).unwrap();
    assert_eq!(
        (admitted.new, admitted.known, admitted.cases),
        (1, 0, vec![case_id(1)])
    );
    let again = desk.store().write(|tx| tx.admit_feed(&page)).unwrap();
    assert_eq!((again.new, again.known), (0, 1));
    let case = desk.store().read(|r| r.case(case_id(1))).unwrap().unwrap();
    assert_eq!(case.state, CaseState::InProcess);
    assert_eq!(case.office.as_deref(), Some("样例镇民政办"));
    assert_eq!(desk.store().read(|r| r.feed_position()).unwrap().seq, 1);
}

#[test]
fn a_feed_that_the_platform_did_not_sign_or_that_skips_is_refused_whole() {
    let desk = Desk::new();
    let mut feed = Feed::new();
    let first = feed.write_unknown(None);
    let second = feed.write_unknown(None);
    let mut forged = feed.page(vec![first.clone(), second.clone()]);
    forged.head.seq += 1;
    let refused: Result<_, StoreError> = desk.store().write(|tx| tx.admit_feed(&forged));
    assert!(matches!(
        refused,
        Err(StoreError::Wire(WireError::Signature(_)))
    ));
    let gap: Result<_, StoreError> = desk.store().write(|tx| tx.admit(&[second]));
    assert!(matches!(gap, Err(StoreError::Wire(WireError::Chain(_)))));
    assert_eq!(desk.store().read(|r| r.feed_position()).unwrap().seq, 0);
    desk.store().write(|tx| tx.admit(&[first])).unwrap();
}

#[test]
fn an_entry_of_our_own_epoch_from_outside_is_a_clone() {
    let mut desk = Desk::new();
    let clone = desk.folder().with_file_name("clone");
    desk.close();
    copy_folder(&desk.folder(), &clone);
    desk.reopen();
    let other = open(&clone, MACHINE).unwrap();
    take_in(&other, 1, "王秀兰");
    let theirs = other.read(|r| r.entries_after(&own(), 1, 1, 10)).unwrap();
    let result: Result<_, StoreError> = desk.store().write(|tx| tx.admit(&theirs));
    assert!(matches!(result, Err(StoreError::ChainFork { seq: 2, .. })));
}

#[test]
fn kinds_of_a_newer_version_are_kept_and_applied_to_nothing() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let mut feed = Feed::new();
    let unknown = feed.write_unknown(Some(case_id(1)));
    desk.store().write(|tx| tx.admit(&[unknown])).unwrap();
    let timeline = desk.store().read(|r| r.timeline(case_id(1))).unwrap();
    assert_eq!(
        timeline.last().unwrap().payload,
        Some(Payload::Unknown("from_the_future".to_owned()))
    );
    assert_eq!(
        desk.store()
            .read(|r| r.case(case_id(1)))
            .unwrap()
            .unwrap()
            .state,
        CaseState::Received
    );
}

#[test]
fn a_newer_verdict_replaces_the_older() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let entry = desk.store().read(|r| r.timeline(case_id(1))).unwrap()[0].hash;
    let mut feed = Feed::new();
    let attend = Verdict::Attend {
        reason: yichuang_wire::AttendReason::FieldMissing,
        fields: vec!["phone".into()],
    };
    for word in [attend.clone(), Verdict::Ok] {
        let given = feed.write(Some(case_id(1)), verdict(2, entry, word.clone()));
        desk.store().write(|tx| tx.admit(&[given])).unwrap();
        let timeline = desk.store().read(|r| r.timeline(case_id(1))).unwrap();
        assert_eq!(timeline[0].verdict, Some(word));
    }
    assert!(desk.store().read(|r| r.attention()).unwrap().is_empty());
}

#[test]
fn the_audit_list_is_filtered_and_paged_newest_first() {
    let desk = Desk::new();
    for n in 0..4 {
        take_in(desk.store(), n, "王秀兰");
    }
    let filter = JournalFilter {
        kinds: vec!["received".to_owned()],
        ..JournalFilter::default()
    };
    let page = desk.store().read(|r| r.journal(&filter, 3)).unwrap();
    assert_eq!(
        page.iter()
            .map(|entry| entry.header.seq)
            .collect::<Vec<_>>(),
        [5, 4, 3]
    );
    let filter = JournalFilter {
        before: Some(page[2].arrival),
        ..filter
    };
    assert_eq!(
        desk.store().read(|r| r.journal(&filter, 3)).unwrap().len(),
        1
    );
}
