//! Cases as the fold leaves them, and finding them.

use chrono::NaiveDate;
use uuid::Uuid;
use yichuang_domain::{CaseState, FileHash, FileRef, HandIn};
use yichuang_store::{
    CaseOrder, CaseQuery, PaperEnd, PaperMade, PaperToMake, PaperWay, StoreError, SyncFilter,
    Tally, TallyDay,
};

use yichuang_wire::payload::TakenMaterial;

use crate::support::*;

fn found(store: &yichuang_store::Store, text: &str) -> Vec<u128> {
    let query = CaseQuery {
        text: text.to_owned(),
        limit: 50,
        order: CaseOrder::Newest,
        ..CaseQuery::default()
    };
    let hits = store.read(|r| r.search_cases(&query)).unwrap();
    assert_eq!(hits.total as usize, hits.rows.len());
    let mut cases: Vec<_> = hits
        .rows
        .iter()
        .map(|row| row.id.0.as_u128() - case_id(0).0.as_u128())
        .collect();
    cases.sort_unstable();
    cases
}

#[test]
fn a_case_goes_through_its_states_and_its_due_day_follows() {
    let desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    let case = || desk.store().read(|r| r.case(case_id(1))).unwrap().unwrap();
    assert_eq!(
        (case().state, case().due),
        (CaseState::Received, Some(day("2026-11-30")))
    );
    append(desk.store(), Some(case_id(1)), correction(number.clone()));
    assert_eq!(
        (case().state, case().due),
        (CaseState::NeedsCorrection, Some(day("2026-12-07")))
    );
    assert_eq!(case().corrections, 1);
    append(
        desk.store(),
        Some(case_id(1)),
        accepted(number.clone(), "2026-12-14"),
    );
    assert_eq!(
        (case().state, case().due),
        (CaseState::Accepted, Some(day("2026-12-14")))
    );
    append(desk.store(), Some(case_id(1)), refused(number));
    assert_eq!(
        (case().state, case().due, case().closed_on),
        (CaseState::Refused, None, Some(day("2026-11-23")))
    );
}

#[test]
fn a_case_is_found_by_every_key_a_resident_may_remember() {
    let desk = Desk::new();
    let first = take_in(desk.store(), 1, "王秀兰");
    take_in_with(desk.store(), 2, "曾子涵", |body| {
        body.applicant.id = id_number("333X");
        body.applicant.phone = None;
        body.matter.name = "居民户口簿补发".to_owned();
        body.agent = Some(agent("赵玉梅"));
    });
    for n in 3..30 {
        take_in_with(desk.store(), n, "李测试", |body| {
            body.applicant.id = id_number("5550");
            body.applicant.phone = None;
        });
    }
    let short = first.short();
    for (typed, case) in [
        (first.to_string().as_str(), 1),
        ("1123-0001", 1),
        (short.as_str(), 1),
        ("20261123-0001", 1),
        ("王秀兰", 1),
        ("王秀", 1),
        ("秀兰", 1),
        ("兰", 1),
        ("王", 1),
        ("wxl", 1),
        ("WX", 1),
        ("wangxiulan", 1),
        ("xiulan", 1),
        ("0421", 1),
        ("6120", 1),
        ("王 0421", 1),
        ("高龄 王", 1),
        ("曾子涵", 2),
        ("zengzihan", 2),
        ("zzh", 2),
        ("333x", 2),
        ("333X", 2),
        ("赵玉梅", 2),
        ("7788", 2),
        ("户口簿", 2),
        ("hkb", 2),
        ("戶口簿", 2),
        ("ＺＺＨ", 2),
    ] {
        assert_eq!(found(desk.store(), typed), [case], "typed {typed}");
    }
    for nothing in ["王玉梅", "9999999", "\"", "*", "王 333X", "') OR 1=1 --"] {
        assert_eq!(found(desk.store(), nothing), [0_u128; 0], "typed {nothing}");
    }
}

#[test]
fn rare_characters_are_found_as_single_code_points() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "\u{20BB7}野家");
    take_in(desk.store(), 2, "张䶮");
    take_in(desk.store(), 3, "刘\u{2C42D}");
    take_in(desk.store(), 4, "古丽·买买提");
    take_in(desk.store(), 5, "\u{20BB8}某");
    for (typed, case) in [
        ("\u{20BB7}", 1),
        ("\u{20BB7}野", 1),
        ("䶮", 2),
        ("张䶮", 2),
        ("\u{2C42D}", 3),
        ("刘\u{2C42D}", 3),
        ("古丽·买买提", 4),
        ("买买提", 4),
        ("古丽", 4),
    ] {
        assert_eq!(found(desk.store(), typed), [case], "typed {typed}");
    }
    let stored = desk.store().read(|r| r.case(case_id(1))).unwrap().unwrap();
    assert_eq!(
        stored.applicant_name, "\u{20BB7}野家",
        "stored text is verbatim"
    );
}

#[test]
fn lists_are_filtered_counted_ordered_and_paged() {
    let desk = Desk::new();
    for n in 0..10 {
        let number = take_in(desk.store(), n, "王秀兰");
        if n % 2 == 0 {
            append(
                desk.store(),
                Some(case_id(n)),
                accepted(number, &format!("2026-12-{:02}", 20 - n)),
            );
        }
    }
    let query = CaseQuery {
        states: vec![CaseState::Accepted],
        limit: 3,
        ..CaseQuery::default()
    };
    let hits = desk.store().read(|r| r.search_cases(&query)).unwrap();
    assert_eq!(hits.total, 5);
    let due: Vec<_> = hits
        .rows
        .iter()
        .map(|row| row.due.unwrap().to_string())
        .collect();
    assert_eq!(due, ["2026-12-12", "2026-12-14", "2026-12-16"]);
    let next = CaseQuery { offset: 3, ..query };
    assert_eq!(
        desk.store()
            .read(|r| r.search_cases(&next))
            .unwrap()
            .rows
            .len(),
        2
    );
    let soon = CaseQuery {
        due_by: Some(day("2026-11-30")),
        limit: 50,
        ..CaseQuery::default()
    };
    assert_eq!(
        desk.store().read(|r| r.search_cases(&soon)).unwrap().total,
        5
    );
    let waiting = CaseQuery {
        sync: Some(SyncFilter::Waiting),
        limit: 50,
        ..CaseQuery::default()
    };
    assert_eq!(
        desk.store()
            .read(|r| r.search_cases(&waiting))
            .unwrap()
            .total,
        10
    );
}

const TODAY: TallyDay = TallyDay {
    today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    soon_until: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
};
/// Every count above zero; each count is also the length of the list behind it.
fn tallies(store: &yichuang_store::Store) -> Vec<(Tally, u64)> {
    let count = |which| {
        let listed = CaseQuery {
            tally: Some((which, TODAY)),
            limit: 50,
            ..CaseQuery::default()
        };
        let (count, hits) = store
            .read(|r| -> Result<_, StoreError> {
                Ok((r.tally(which, TODAY)?, r.search_cases(&listed)?))
            })
            .unwrap();
        assert_eq!((count, hits.rows.len() as u64), (hits.total, hits.total));
        (which, count)
    };
    Tally::ALL
        .into_iter()
        .map(count)
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[test]
fn an_empty_home_counts_nothing() {
    let desk = Desk::new();
    assert_eq!(tallies(desk.store()), []);
}

#[test]
fn each_count_above_the_workbench_is_the_length_of_its_list() {
    let desk = Desk::new();
    let overdue = take_in(desk.store(), 1, "王秀兰");
    take_in(desk.store(), 2, "赵玉梅");
    let corrected = take_in(desk.store(), 3, "刘志强");
    let closed = take_in(desk.store(), 4, "何英");
    append(
        desk.store(),
        Some(case_id(1)),
        accepted(overdue, "2026-11-20"),
    );
    append(desk.store(), Some(case_id(3)), correction(corrected));
    append(desk.store(), Some(case_id(4)), refused(closed));
    assert_eq!(
        tallies(desk.store()),
        [
            (Tally::AcceptedToday, 1),
            (Tally::ClosedToday, 1),
            (Tally::ClosedOnTheSpot, 1),
            (Tally::DueSoon, 1),
            (Tally::Overdue, 1),
            (Tally::Waiting, 4),
            (Tally::Correcting, 1),
            (Tally::Pressing, 3),
        ]
    );
}

fn made() -> PaperMade {
    PaperMade {
        at: morning(),
        pages: 1,
        missing: String::new(),
        sha256: yichuang_wire::sha256(b"paper"),
        content: None,
        sheet: "a5".to_owned(),
        template: None,
    }
}

fn laser() -> PaperWay {
    PaperWay {
        printer: "1".to_owned(),
        way: "ipp".to_owned(),
        place: "样例激光机".to_owned(),
    }
}

fn end(outcome: &str) -> PaperEnd {
    PaperEnd {
        outcome: outcome.to_owned(),
        reason: None,
        place: None,
        way: None,
        at: morning(),
    }
}

#[test]
fn a_paper_is_waited_for_until_it_or_a_later_copy_reaches_paper() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let waiting = || -> Vec<u128> {
        let rows = desk.store().read(|r| r.papers_to_print(50)).unwrap();
        rows.iter().map(|paper| paper.id.as_u128()).collect()
    };
    let queue = |id: u128| {
        let paper = PaperToMake {
            id: Uuid::from_u128(id),
            document: "receipt".to_owned(),
            case: Some(case_id(1)),
            draft: None,
            matter: None,
            answers: None,
            at: morning(),
            why: None,
            origin: None,
        };
        desk.store().write(|tx| tx.queue_paper(&paper)).unwrap();
        desk.store()
            .write(|tx| tx.paper_made(paper.id, &made()))
            .unwrap();
    };
    let settle = |id: u128, outcome: &str| {
        let paper = Uuid::from_u128(id);
        let sent = desk.store().write(|tx| tx.paper_asked_for(paper, &laser()));
        assert!(sent.unwrap());
        assert!(!waiting().contains(&id), "a printer has it");
        let settled = desk
            .store()
            .write(|tx| tx.settle_paper(paper, "printing", &end(outcome)));
        assert!(settled.unwrap());
    };
    queue(1);
    assert_eq!(waiting(), [1]);
    settle(1, "failed");
    assert_eq!(waiting(), [1], "a paper that failed is still owed");
    settle(1, "unknown");
    assert_eq!(waiting(), [1], "and so is one nobody knows of");
    queue(2);
    assert_eq!(waiting(), [2], "a new copy takes the old one's place");
    settle(2, "done");
    assert_eq!(waiting(), [0u128; 0]);
    assert!(
        !tallies(desk.store())
            .iter()
            .any(|(t, _)| *t == Tally::ToPrint)
    );
}

#[test]
fn what_was_handed_in_is_read_back_as_it_was() {
    let desk = Desk::new();
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.form
            .insert("bank_account".to_owned(), "6200000000000000".to_owned());
    });
    let body = desk
        .store()
        .read(|r| r.received(case_id(1)))
        .unwrap()
        .unwrap();
    assert_eq!(body.applicant.name, "王秀兰");
    assert_eq!(body.form.len(), 1);
    assert_eq!(
        desk.store().read(|r| r.materials(case_id(1))).unwrap(),
        body.materials
    );
}

#[test]
fn debug_output_of_rows_has_no_personal_data() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let row = desk.store().read(|r| r.case(case_id(1))).unwrap().unwrap();
    let told = format!("{row:?} {:?}", desk.store());
    for secret in ["王秀兰", "0421", "6120", "样例村"] {
        assert!(!told.contains(secret), "{told}");
    }
}

#[test]
fn only_pages_that_are_here_are_held_for_a_person() {
    let desk = Desk::new();
    let here = desk
        .store()
        .put_file(b"page", "image/jpeg", "page.jpg", morning())
        .unwrap();
    let elsewhere = FileRef {
        sha256: FileHash([7; 32]),
        ..here.clone()
    };
    let captured = |id: &str, file: &FileRef| TakenMaterial {
        id: id.to_owned(),
        name: id.to_owned(),
        how: Some(HandIn::Captured),
        consented: false,
        because: None,
        pages: None,
        files: vec![file.clone()],
        supply_by: None,
        certificate: None,
        note: None,
    };
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials = vec![captured("MAT-A", &here), captured("MAT-B", &elsewhere)];
    });
    let held = |since| {
        let held = desk.store().read(|r| r.held_of(&id_number("0421"), since));
        let ids = held.unwrap().into_iter().map(|one| one.id);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(held(day("2026-11-23")), ["MAT-A"]);
    assert_eq!(held(day("2026-11-24")), [""; 0]);
}
