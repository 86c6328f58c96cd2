//! What happens to a case at its point after it was received, as the projections have it.

use yichuang_domain::{CaseState, CorrectionItem, HandIn, case::SkipReason};
use yichuang_store::CaseQuery;
use yichuang_wire::payload::{
    Accepted, Amended, Amendment, CaseDue, CorrectionAsked, DeemedAccepted, SignedPaper,
    SigningWay, Supplied, SupplyExtended, UnsignedPaper, Withdrawn,
};

use crate::support::*;

const CASE: u128 = 1;

fn owed(number: yichuang_domain::CaseNumber, id: &str) -> CorrectionAsked {
    let item = CorrectionItem {
        id: Some(id.to_owned()),
        material: "居民户口簿".to_owned(),
        problem: "缺第 2 页".to_owned(),
        how: "补一页".to_owned(),
        basis: String::new(),
    };
    CorrectionAsked {
        items: vec![item],
        ..correction(number)
    }
}

#[test]
fn a_line_is_owed_until_it_is_handed_in_and_its_day_moves_with_the_case() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in(store, CASE, "王秀兰");
    let id = case_id(CASE);
    let material = store.read(|r| r.materials(id)).unwrap()[0].clone();
    append(store, Some(id), owed(number.clone(), &material.id));
    let row = || store.read(|r| r.case(id)).unwrap().unwrap();
    let items = || store.read(|r| r.owed_items(id)).unwrap();
    assert_eq!((items().len(), row().due), (1, Some(day("2026-12-07"))));
    let moved = SupplyExtended {
        number: number.clone(),
        was: day("2026-12-07"),
        until: day("2026-12-14"),
        reason: "在外地".to_owned(),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(id), moved);
    assert_eq!(row().due, Some(day("2026-12-14")));
    assert_eq!(row().extensions, 1);
    let page = file_ref(b"page");
    let supplied = Supplied {
        number,
        materials: vec![yichuang_wire::payload::TakenMaterial {
            how: Some(HandIn::Captured),
            files: vec![page.clone()],
            ..material
        }],
        answers: Default::default(),
        form: Default::default(),
        signed: Vec::new(),
        signed_later: false,
        supplied_on: day("2026-12-01"),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(id), supplied);
    assert!(items().is_empty());
    assert_eq!((row().state, row().due), (CaseState::NeedsCorrection, None));
    let holders = store.read(|r| r.cases_of_file(&page.sha256)).unwrap();
    assert_eq!(holders, [id], "its page is a file of the case");
    let before = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), before);
}

#[test]
fn silence_noticed_here_and_at_the_platform_is_one_acceptance() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in(store, CASE, "王秀兰");
    let id = case_id(CASE);
    let deemed = |promised: &str| DeemedAccepted {
        number: number.clone(),
        accepted_on: number.date(),
        notify_by: day("2026-11-30"),
        promised: Some(CaseDue {
            date: day(promised),
            provisional: false,
        }),
        statutory: None,
    };
    append(store, Some(id), deemed("2026-12-02"));
    append(store, Some(id), deemed("2026-12-09"));
    let row = store.read(|r| r.case(id)).unwrap().unwrap();
    assert_eq!(row.state, CaseState::Accepted);
    assert_eq!(row.accepted_on, Some(number.date()));
    assert_eq!(
        row.promised.unwrap().date,
        day("2026-12-02"),
        "the first one"
    );
}

#[test]
fn a_name_put_right_is_found_and_the_wrong_one_is_not() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in(store, CASE, "王秀兰");
    let amended = Amended {
        number,
        changes: vec![Amendment {
            field: "applicant.name".to_owned(),
            was: "王秀兰".to_owned(),
            is: "赵玉梅".to_owned(),
        }],
        reason: "听错了".to_owned(),
        on: day("2026-11-24"),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(case_id(CASE)), amended);
    let found = |text: &str| {
        let query = CaseQuery {
            text: text.to_owned(),
            limit: 5,
            ..CaseQuery::default()
        };
        store.read(|r| r.search_cases(&query)).unwrap().total
    };
    assert_eq!([found("赵玉"), found("zym"), found("王秀")], [1, 1, 0]);
    let before = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), before);
    assert_eq!([found("赵玉"), found("王秀")], [1, 0]);
}

#[test]
fn the_pages_of_a_withdrawal_are_files_of_its_case() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in(store, CASE, "王秀兰");
    let id = case_id(CASE);
    let page = file_ref(b"withdrawal");
    let withdrawn = Withdrawn {
        number,
        reason: "不办了".to_owned(),
        returned: Vec::new(),
        files: vec![page.clone()],
        withdrawn_on: day("2026-11-25"),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(id), withdrawn);
    let holders = store.read(|r| r.cases_of_file(&page.sha256)).unwrap();
    assert_eq!(holders, [id]);
    let before = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), before);
}

#[test]
fn a_paper_left_unsigned_waits_until_it_is_signed_or_the_case_has_ended() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in(store, CASE, "王秀兰");
    let id = case_id(CASE);
    let left = UnsignedPaper {
        document: "application_form".to_owned(),
        title: "申请表".to_owned(),
        why: SkipReason::TakenHome,
        words: String::new(),
        content: yichuang_wire::sha256(b"the form"),
    };
    let waiting = || -> Vec<UnsignedPaper> {
        let found = store.read(|r| r.papers_left_unsigned(10)).unwrap();
        found.into_iter().map(|one| one.paper).collect()
    };
    let row = || store.read(|r| r.case(id)).unwrap().unwrap();
    assert_eq!(row().unsigned, 0);
    let accepted = Accepted {
        unsigned: vec![left.clone()],
        ..accepted(number.clone(), "2026-12-07")
    };
    append(store, Some(id), accepted);
    assert_eq!((row().unsigned, waiting()), (1, vec![left.clone()]));
    let page = file_ref(b"signed at home");
    let signed = Supplied {
        number,
        materials: Vec::new(),
        answers: Default::default(),
        form: Default::default(),
        signed: vec![SignedPaper {
            document: left.document.clone(),
            title: left.title.clone(),
            files: vec![page.clone()],
            how: SigningWay::Photographed,
            content: Some(left.content),
            template: None,
        }],
        signed_later: true,
        supplied_on: day("2026-11-25"),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(id), signed);
    assert_eq!((row().unsigned, waiting()), (0, Vec::new()));
    assert_eq!(row().state, CaseState::Accepted, "it moves no state");
    let holders = store.read(|r| r.cases_of_file(&page.sha256)).unwrap();
    assert_eq!(holders, [id], "its page is a file of the case");
    let before = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), before);
}
