//! Projections are a fold: thrown away and rebuilt they say the same.

use proptest::prelude::*;
use yichuang_domain::CaseState;
use yichuang_wire::{
    AttendReason, Verdict,
    payload::{AliasAdded, AliasRemoved, OffListDemand, Payload},
};

use crate::support::*;

/// One thing that may happen at a counter or come in the feed.
#[derive(Debug, Clone)]
enum Happening {
    TakeIn {
        case: u8,
        name: usize,
        deferred: bool,
    },
    Accept(u8),
    Correct(u8),
    Refuse(u8),
    Print(u8),
    Progress(u8, usize),
    Verdict(u8, bool),
    Unknown(u8),
    SuspectClock(u8),
    Merge(u8, u8),
    Part(u8, u8),
    Said(usize, bool),
    Demanded(u8),
}

const NAMES: [&str; 5] = ["王秀兰", "赵玉梅", "\u{20BB7}野家", "古丽·买买提", "曾子涵"];

fn happening() -> impl Strategy<Value = Happening> {
    let case = 0..6_u8;
    prop_oneof![
        3 => (case.clone(), 0..NAMES.len(), any::<bool>())
            .prop_map(|(case, name, deferred)| Happening::TakeIn { case, name, deferred }),
        1 => case.clone().prop_map(Happening::Accept),
        1 => case.clone().prop_map(Happening::Correct),
        1 => case.clone().prop_map(Happening::Refuse),
        1 => case.clone().prop_map(Happening::Print),
        2 => (case.clone(), 0..CaseState::ALL.len()).prop_map(|(case, state)| Happening::Progress(case, state)),
        1 => (case.clone(), any::<bool>()).prop_map(|(case, ok)| Happening::Verdict(case, ok)),
        1 => case.clone().prop_map(Happening::Unknown),
        1 => case.clone().prop_map(Happening::SuspectClock),
        1 => (0..NAMES.len(), any::<bool>()).prop_map(|(words, added)| Happening::Said(words, added)),
        1 => case.prop_map(Happening::Demanded),
        2 => (0..4_u8, 0..4_u8).prop_map(|(from, into)| Happening::Merge(from, into)),
        1 => (0..4_u8, 0..4_u8).prop_map(|(from, into)| Happening::Part(from, into)),
    ]
}

fn happen(desk: &Desk, feed: &mut Feed, what: &Happening) {
    let store = desk.store();
    let id = |case: u8| case_id(u128::from(case));
    let number = |case: u8| {
        store
            .read(|r| r.case(id(case)))
            .unwrap()
            .map(|row| row.number)
    };
    let admit = |entry| store.write(|tx| tx.admit(&[entry])).map(|_| ()).unwrap();
    let write = |case: u8, payload: Option<Payload>| {
        if let Some(payload) = payload {
            append(store, Some(id(case)), payload);
        }
    };
    match *what {
        Happening::TakeIn {
            case,
            name,
            deferred,
        } => {
            take_in_with(store, u128::from(case), NAMES[name], |body| {
                body.materials[0].supply_by = deferred.then(|| day("2026-12-01"));
                body.materials[0].files = vec![file_ref(&[case])];
            });
        }
        Happening::Accept(case) => {
            write(case, number(case).map(|n| accepted(n, "2026-12-14").into()))
        }
        Happening::Correct(case) => write(case, number(case).map(|n| correction(n).into())),
        Happening::Refuse(case) => write(case, number(case).map(|n| refused(n).into())),
        Happening::Print(case) => write(case, number(case).map(|n| printed(n, 1).into())),
        Happening::Progress(case, state) => {
            // Also for cases that have not arrived here (yet).
            let number = number(case).unwrap_or_else(|| {
                "LY09-20261123-0001-7".parse().unwrap_or_else(|_| {
                    yichuang_domain::CaseNumber::mint("LY09", day("2026-11-23"), 1).unwrap()
                })
            });
            admit(feed.write(Some(id(case)), progress(number, CaseState::ALL[state])));
        }
        Happening::Verdict(case, ok) => {
            let timeline = store.read(|r| r.timeline(id(case))).unwrap();
            let Some(entry) = timeline.first() else {
                return;
            };
            let word = if ok {
                Verdict::Ok
            } else {
                Verdict::Attend {
                    reason: AttendReason::FieldMissing,
                    fields: Vec::new(),
                }
            };
            admit(feed.write(Some(id(case)), verdict(entry.header.seq, entry.hash, word)));
        }
        Happening::Unknown(case) => admit(feed.write_unknown(Some(id(case)))),
        Happening::SuspectClock(case) => suspect_clock(store, case),
        Happening::Said(words, added) => said(store, NAMES[words], added),
        Happening::Demanded(case) => demanded(store, id(case)),
        Happening::Merge(from, into) => {
            append(store, None, merged(&passport(from), &passport(into)));
        }
        Happening::Part(from, into) => {
            append(store, None, parted(&passport(from), &passport(into)));
        }
    }
}

/// What no list has, demanded in a case.
fn demanded(store: &yichuang_store::Store, case: yichuang_domain::CaseId) {
    let demand = OffListDemand {
        matter: allowance(),
        demanded: "居住证明".to_owned(),
    };
    append(store, Some(case), demand);
}

fn allowance() -> yichuang_domain::MatterCode {
    yichuang_domain::MatterCode::new("11370481MB9X11814D4370511004000").unwrap()
}

/// Words added to a matter, or taken back; also those that are not there.
fn said(store: &yichuang_store::Store, words: &str, added: bool) {
    let matter = allowance();
    let text = words.to_owned();
    if added {
        append(store, None, AliasAdded { matter, text });
    } else {
        append(store, None, AliasRemoved { matter, text });
    }
}

/// A case taken in by a clock that was found wrong afterwards.
fn suspect_clock(store: &yichuang_store::Store, case: u8) {
    let taken = |tx: &mut yichuang_store::Tx<'_>| {
        let number = tx.next_number(day("2026-11-23"))?;
        let mut act = act(
            Some(case_id(100 + u128::from(case))),
            received(number, "王秀兰"),
        );
        act.clock = yichuang_wire::ClockState::Suspect;
        let redated = yichuang_wire::payload::Redated {
            case: case_id(100 + u128::from(case)),
            received_on: Some(day("2026-11-25")),
            notify_by: None,
            accepted_on: None,
            promised: None,
            statutory: None,
        };
        tx.append(act)?;
        let corrected = yichuang_wire::payload::ClockCorrected {
            was: day("2026-11-23"),
            is: day("2026-11-25"),
            reason: "样例依据".to_owned(),
            cases: vec![redated],
            supervisor: yichuang_domain::OperatorId(uuid::Uuid::nil()),
        };
        tx.append(self::act(None, corrected))
    };
    store.write(taken).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rebuild_says_what_the_live_tables_said(story in proptest::collection::vec(happening(), 1..40)) {
        let desk = Desk::new();
        let mut feed = Feed::new();
        for what in &story {
            happen(&desk, &mut feed, what);
        }
        let live = desk.store().read(|r| r.projection_digest()).unwrap();
        let rebuilt = desk.store().write(|tx| tx.rebuild()).unwrap();
        prop_assert_eq!(live, rebuilt);
        prop_assert!(desk.store().read(|r| r.verify()).unwrap().ok());
    }
}

#[test]
fn the_digest_notices_what_a_clerk_would_notice() {
    let desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    let before = desk.store().read(|r| r.projection_digest()).unwrap();
    append(
        desk.store(),
        Some(case_id(1)),
        accepted(number, "2026-12-14"),
    );
    assert_ne!(
        desk.store().read(|r| r.projection_digest()).unwrap(),
        before
    );
}

#[test]
fn search_and_sync_marks_work_after_a_rebuild() {
    let desk = Desk::new();
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials[0].files = vec![file_ref(b"page")]
    });
    let signed = file_receipt(case_id(1), b"page", 1);
    desk.store()
        .write(|tx| tx.record_file_receipt(&signed, morning()))
        .unwrap();
    desk.store().write(|tx| tx.rebuild()).unwrap();
    let query = yichuang_store::CaseQuery {
        text: "秀兰".to_owned(),
        limit: 5,
        ..Default::default()
    };
    assert_eq!(
        desk.store().read(|r| r.search_cases(&query)).unwrap().total,
        1
    );
    assert!(
        desk.store()
            .read(|r| r.pending_files(5))
            .unwrap()
            .is_empty(),
        "the page stays receipted"
    );
}

#[test]
fn progress_that_came_before_its_case_is_applied_when_the_case_arrives() {
    // The older own journal comes back from the platform after the platform's own entries.
    let lost = Desk::new();
    let number = take_in(lost.store(), 1, "王秀兰");
    let own = lost
        .store()
        .read(|r| r.entries_after(&lost.store().identity().journal(), 1, 1, 10))
        .unwrap();

    let mut desk = Desk::new();
    desk.reopen_on(OTHER_MACHINE);
    let mut feed = Feed::new();
    let early = feed.write(Some(case_id(1)), progress(number, CaseState::InProcess));
    desk.store().write(|tx| tx.admit(&[early])).unwrap();
    assert_eq!(desk.store().read(|r| r.case(case_id(1))).unwrap(), None);
    desk.store().write(|tx| tx.admit(&own)).unwrap();
    let case = desk.store().read(|r| r.case(case_id(1))).unwrap().unwrap();
    assert_eq!(case.state, CaseState::InProcess);
    assert!(case.own);
    let live = desk.store().read(|r| r.projection_digest()).unwrap();
    assert_eq!(desk.store().write(|tx| tx.rebuild()).unwrap(), live);
    assert_eq!(
        desk.store().read(|r| r.outbox(1)).unwrap().epochs[0].receipted,
        2,
        "it came from there"
    );
}
