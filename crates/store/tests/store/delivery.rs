//! Result documents and mandates as the journals tell them.

use uuid::Uuid;
use yichuang_domain::{
    CaseState,
    delivery::{Acknowledged, DeliveryWay, Recipient, ResultPlace},
    mandate::covers,
    matter::ResultKind,
    person::MandateScope,
};
use yichuang_store::Store;
use yichuang_wire::payload::{
    Delivered, MandateGiven, MandateRevoked, Posted, ResultArrived, ResultDocument, ResultIssued,
};

use crate::support::*;

fn document(n: u128) -> ResultDocument {
    ResultDocument {
        id: Uuid::from_u128(0xD0C0 + n),
        name: format!("样例证{n}"),
        what: ResultKind::Certificate,
        document_no: Some(format!("样例〔2026〕{n} 号")),
        valid_until: None,
    }
}

fn issued(store: &Store, case: u128, documents: &[u128]) {
    let number = number(store, case);
    let body = ResultIssued {
        number,
        granted: true,
        documents: documents.iter().copied().map(document).collect(),
        reason: String::new(),
        decided_on: day("2026-12-01"),
        office: "样例市民政局".to_owned(),
    };
    append(store, Some(case_id(case)), body);
}

fn number(store: &Store, case: u128) -> yichuang_domain::CaseNumber {
    let row = store.read(|read| read.case(case_id(case))).unwrap();
    row.unwrap().number
}

fn arrived(store: &Store, case: u128, n: u128, on: &str) {
    let body = ResultArrived {
        number: number(store, case),
        documents: vec![document(n)],
        kept: "2 号柜".to_owned(),
        on: day(on),
        clerk: "样例窗口员".to_owned(),
    };
    append(store, Some(case_id(case)), body);
}

fn posted(store: &Store, case: u128, n: u128) {
    let body = Posted {
        number: number(store, case),
        parcel: Uuid::from_u128(0xBA5),
        documents: vec![document(n)],
        carrier: "邮政特快".to_owned(),
        tracking: "SAMPLE1".to_owned(),
        address: "样例村 1 号".to_owned(),
        on: day("2026-12-03"),
        clerk: "样例窗口员".to_owned(),
    };
    append(store, Some(case_id(case)), body);
}

fn delivered(store: &Store, case: u128, n: u128, complete: bool) {
    let body = Delivered {
        number: number(store, case),
        delivery: Uuid::from_u128(0xDE1 + n),
        documents: vec![document(n)],
        way: DeliveryWay::Window,
        complete,
        recipient: Recipient::Applicant,
        taker: None,
        relation: String::new(),
        mandate: None,
        place: "样例便民服务中心".to_owned(),
        acknowledged: Acknowledged::OnPaper,
        files: vec![file_ref(b"signed slip")],
        witness: None,
        parcel: None,
        tracking: None,
        note: String::new(),
        delivered_on: day("2026-12-08"),
        clerk: "样例窗口员".to_owned(),
    };
    append(store, Some(case_id(case)), body);
}

fn mandate(n: u128) -> MandateGiven {
    MandateGiven {
        id: Uuid::from_u128(0x3A + n),
        principal: person("王秀兰"),
        agent: agent("李梅").person,
        relation: "女儿".to_owned(),
        scope: vec![MandateScope::Collect],
        matters: Vec::new(),
        from: day("2026-11-23"),
        until: day("2027-05-22"),
        how: Acknowledged::OnPaper,
        files: vec![file_ref(b"signed mandate")],
        witness: None,
        booklet: None,
        read_aloud: false,
        clerk: "样例窗口员".to_owned(),
    }
}

fn places(store: &Store, case: u128) -> Vec<ResultPlace> {
    let rows = store.read(|read| read.results(case_id(case))).unwrap();
    rows.into_iter().map(|row| row.place).collect()
}

fn state(store: &Store, case: u128) -> CaseState {
    let row = store.read(|read| read.case(case_id(case))).unwrap();
    row.unwrap().state
}

fn equal_when_rebuilt(store: &Store) {
    let live = store.read(|read| read.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
}

#[test]
fn a_document_is_followed_from_its_office_over_the_counter_to_the_hand_and_the_case_with_it() {
    let desk = Desk::new();
    let store = desk.store();
    take_in_with(store, 1, "王秀兰", |_| {});
    issued(store, 1, &[1, 2]);
    assert_eq!(places(store, 1), [ResultPlace::Office; 2]);
    assert_eq!(
        store.read(|read| read.ready_since(case_id(1))).unwrap(),
        None
    );
    arrived(store, 1, 1, "2026-12-02");
    assert_eq!(
        places(store, 1),
        [ResultPlace::Counter, ResultPlace::Office]
    );
    let since = store.read(|read| read.ready_since(case_id(1))).unwrap();
    assert_eq!(
        (state(store, 1), since),
        (CaseState::ReadyForPickup, Some(day("2026-12-02")))
    );
    delivered(store, 1, 1, false);
    assert_eq!(state(store, 1), CaseState::ReadyForPickup);
    delivered(store, 1, 2, true);
    assert_eq!(places(store, 1), [ResultPlace::Delivered; 2]);
    assert_eq!(state(store, 1), CaseState::Delivered);
    let row = store.read(|read| read.case(case_id(1))).unwrap().unwrap();
    let visits = store.read(|read| read.visits(&row)).unwrap();
    assert!(visits.contains(&day("2026-12-08")), "{visits:?}");
    equal_when_rebuilt(store);
}

#[test]
fn what_went_by_post_is_found_by_its_parcel_and_can_come_back() {
    let desk = Desk::new();
    let store = desk.store();
    for case in [1, 2] {
        take_in_with(store, case, "王秀兰", |_| {});
        issued(store, case, &[case]);
        posted(store, case, case);
    }
    let parcel = |store: &Store| {
        let rows = store.read(|read| read.parcel(Uuid::from_u128(0xBA5)));
        rows.unwrap()
            .into_iter()
            .map(|row| row.case)
            .collect::<Vec<_>>()
    };
    assert_eq!(parcel(store), [case_id(1), case_id(2)]);
    arrived(store, 1, 1, "2026-12-20");
    assert_eq!(places(store, 1), [ResultPlace::Counter]);
    assert_eq!(parcel(store), [case_id(2)]);
    equal_when_rebuilt(store);
}

#[test]
fn a_document_nobody_named_before_is_known_from_the_hand_that_took_it() {
    let desk = Desk::new();
    let store = desk.store();
    take_in_with(store, 1, "王秀兰", |_| {});
    delivered(store, 1, 7, true);
    assert_eq!(places(store, 1), [ResultPlace::Delivered]);
    equal_when_rebuilt(store);
}

#[test]
fn a_mandate_is_found_from_both_sides_under_every_number_and_is_taken_back_once() {
    let desk = Desk::new();
    let store = desk.store();
    take_in_with(store, 1, "王秀兰", |_| {});
    append(store, Some(case_id(1)), mandate(1));
    let given = store
        .read(|read| read.mandates_by(&person("王秀兰").id))
        .unwrap();
    let held = store
        .read(|read| read.mandates_held_by(&agent("李梅").person.id))
        .unwrap();
    assert_eq!((given.len(), held.len()), (1, 1));
    assert_eq!(given[0].case, Some(case_id(1)));
    let newer = passport(9);
    append(store, None, merged(&person("王秀兰").id, &newer));
    assert_eq!(
        store.read(|read| read.mandates_by(&newer)).unwrap().len(),
        1
    );
    let holds = |on: &str| {
        let row = store
            .read(|read| read.mandate(mandate(1).id))
            .unwrap()
            .unwrap();
        covers(
            &row.terms(),
            &matter_code(1),
            MandateScope::Collect,
            day(on),
        )
        .is_ok()
    };
    assert!(holds("2027-05-22"));
    for (on, reason) in [("2026-12-24", "自己来"), ("2026-12-30", "又说一遍")] {
        let revoked = MandateRevoked {
            id: mandate(1).id,
            reason: reason.to_owned(),
            on: day(on),
            clerk: "样例窗口员".to_owned(),
        };
        append(store, Some(case_id(1)), revoked);
    }
    assert!(
        holds("2026-12-23") && !holds("2026-12-24"),
        "the first word counts"
    );
    equal_when_rebuilt(store);
}

#[test]
fn a_mandate_holds_before_the_case_it_was_given_at_has_arrived() {
    let desk = Desk::new();
    let store = desk.store();
    append(store, Some(case_id(1)), mandate(1));
    assert_eq!(
        store
            .read(|read| read.mandates_by(&person("王秀兰").id))
            .unwrap()
            .len(),
        1
    );
    take_in_with(store, 1, "王秀兰", |_| {});
    assert_eq!(
        store
            .read(|read| read.mandates_by(&person("王秀兰").id))
            .unwrap()
            .len(),
        1
    );
    equal_when_rebuilt(store);
}
