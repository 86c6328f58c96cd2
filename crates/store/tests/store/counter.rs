//! What happens at a counter around cases: slips, enquiries, visits, cases sent on.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, CaseState, HandIn, OperatorId, Phone,
    case::{GreenLane, GreenLaneReason},
    enquiry::EnquiryState,
    slip::SlipReason,
    visit::{Deed, Spared},
};
use yichuang_store::{Store, StoreError};
use yichuang_wire::payload::{
    EnquiryHanded, EnquiryOpened, EnquirySettled, Forwarded, SlipEntry, SlipSpoiled, SlipsPrinted,
    Supplied,
};

use crate::support::*;

const LOT: Uuid = Uuid::from_u128(0x510);

fn print_slips(store: &Store, count: usize) -> Vec<CaseNumber> {
    let printed = store.write(|tx| {
        let on = day("2026-11-23");
        let numbers = (0..count).map(|_| tx.next_number(on));
        let numbers: Vec<_> = numbers.collect::<Result<_, _>>()?;
        let payload = SlipsPrinted {
            id: LOT,
            numbers: numbers.clone(),
            on,
        };
        tx.append(act(None, payload))?;
        Ok::<_, StoreError>(numbers)
    });
    printed.unwrap()
}

fn entry() -> SlipEntry {
    SlipEntry {
        why: SlipReason::NoPower,
        words: String::new(),
        files: vec![file_ref(b"a photographed slip")],
        entered_on: day("2026-11-25"),
        leave: None,
    }
}

fn from_slip(store: &Store, case: u128, number: &CaseNumber) {
    let mut body = received(number.clone(), "王秀兰");
    body.slip = Some(entry());
    append(store, Some(case_id(case)), body);
}

fn rebuilt_is_live(store: &Store) {
    let live = store.read(|read| read.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
}

#[test]
fn slips_take_the_next_numbers_and_each_is_free_used_or_spoiled() {
    let desk = Desk::new();
    let store = desk.store();
    let before = take_in(store, 1, "李建国");
    let numbers = print_slips(store, 3);
    let after = take_in(store, 2, "李建国");
    let seqs: Vec<_> = numbers.iter().map(CaseNumber::seq).collect();
    assert_eq!((before.seq(), seqs, after.seq()), (1, vec![2, 3, 4], 5));

    from_slip(store, 3, &numbers[0]);
    let spoiled = SlipSpoiled {
        number: numbers[1].clone(),
        reason: "被水泡了".to_owned(),
        on: day("2026-11-24"),
    };
    append(store, None, spoiled);
    let slip = |at: usize| store.read(|read| read.slip(&numbers[at])).unwrap().unwrap();
    assert!(slip(0).used && !slip(0).is_free());
    assert_eq!(slip(1).spoiled.unwrap().1, "被水泡了");
    assert!(slip(2).is_free());
    let counts = store.read(|read| read.slip_counts()).unwrap();
    assert_eq!((counts.free, counts.used, counts.spoiled), (1, 1, 1));
    let listed = store.read(|read| read.slips(10)).unwrap();
    assert_eq!(listed[0].number, numbers[2], "the free ones first");
    let lot = store.read(|read| read.slips_of_lot(LOT)).unwrap();
    assert_eq!(lot, numbers);
    assert!(store.read(|read| read.slip(&after)).unwrap().is_none());
    rebuilt_is_live(store);
}

#[test]
fn a_case_of_a_slip_says_when_it_was_entered_and_its_photograph_is_sent_with_it() {
    let desk = Desk::new();
    let store = desk.store();
    let number = print_slips(store, 1).remove(0);
    from_slip(store, 1, &number);
    let case = store.read(|read| read.case(case_id(1))).unwrap().unwrap();
    assert_eq!(case.number, number);
    assert_eq!(case.slip_entered_on, Some(day("2026-11-25")));
    let again = store.write(|tx| {
        let mut body = received(number.clone(), "别人");
        body.slip = Some(entry());
        tx.append(act(Some(case_id(2)), body)).map(|_| ())
    });
    assert!(matches!(again, Err(StoreError::NumberTaken(_))));
    let spoiled = SlipSpoiled {
        number: number.clone(),
        reason: "迟了".to_owned(),
        on: day("2026-11-26"),
    };
    append(store, None, spoiled);
    let slip = store.read(|read| read.slip(&number)).unwrap().unwrap();
    assert!(slip.used && slip.spoiled.is_none(), "a used one stays used");
    rebuilt_is_live(store);
}

fn colleague() -> OperatorId {
    OperatorId(Uuid::from_u128(0xC0))
}

fn ask(store: &Store, id: u128, text: &str) -> Uuid {
    let id = Uuid::from_u128(id);
    let opened = EnquiryOpened {
        id,
        text: text.to_owned(),
        matter: Some(matter_code(1)),
        name: Some("样例群众".to_owned()),
        phone: Some(Phone::parse("13800006120").unwrap()),
        on: day("2026-11-23"),
    };
    append(store, None, opened);
    id
}

#[test]
fn an_enquiry_is_whose_it_was_asked_of_until_it_is_handed_over_or_settled() {
    let desk = Desk::new();
    let store = desk.store();
    let (first, second) = (ask(store, 1, "老年证怎么办"), ask(store, 2, "宅基地谁管"));
    let mine = |of| store.read(|read| read.open_enquiries(of)).unwrap();
    assert_eq!((mine(clerk()), mine(colleague())), (2, 0));

    let handed = |id, to: Option<OperatorId>, name: &str| EnquiryHanded {
        id,
        to,
        to_name: name.to_owned(),
        reason: "归他们管".to_owned(),
        on: day("2026-11-24"),
    };
    append(store, None, handed(first, Some(colleague()), "样例同事"));
    append(store, None, handed(second, None, "样例自然资源所"));
    assert_eq!((mine(clerk()), mine(colleague())), (0, 1));
    let read = |id| store.read(|read| read.enquiry(id)).unwrap().unwrap();
    assert_eq!(read(first).state, EnquiryState::Open);
    assert_eq!(read(second).state, EnquiryState::Handed);
    assert_eq!(read(second).closed_on, Some(day("2026-11-24")));

    let number = take_in(store, 1, "王秀兰");
    let settled = EnquirySettled {
        id: first,
        answer: "带身份证来".to_owned(),
        number: Some(number.clone()),
        on: day("2026-11-25"),
    };
    append(store, None, settled);
    assert_eq!(read(first).number, Some(number));
    assert_eq!(mine(colleague()), 0);
    let asked_of_me = store
        .read(|read| read.enquiries(Some(clerk()), 10))
        .unwrap();
    assert_eq!(
        asked_of_me.len(),
        2,
        "asked first of the clerk, whoever has it"
    );
    assert!(!format!("{:?}", read(first)).contains("样例群众"));
    rebuilt_is_live(store);
}

fn midnight(text: &str) -> DateTime<Utc> {
    format!("{text}T00:00:00+08:00").parse().unwrap()
}

#[test]
fn one_person_who_does_several_things_in_a_day_came_once_and_what_it_saved_is_counted() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in_with(store, 1, "王秀兰", |body| {
        body.visit = Some(LOT);
        for how in [HandIn::Waived, HandIn::Waived, HandIn::Held] {
            let mut taken = material("MAT-SPARED", Vec::new());
            taken.how = Some(how);
            body.materials.push(taken);
        }
    });
    take_in_with(store, 2, "王秀兰", |body| body.visit = Some(LOT));
    ask(store, 7, "还要带什么");
    let from = midnight("2026-11-23");
    let to = from + TimeDelta::days(1);
    let sum = store.read(|read| read.day_sum(day("2026-11-23"), from, to));
    let sum = sum.unwrap();
    assert_eq!(sum.visits, 2, "one applicant, one who asked");
    assert_eq!(
        sum.spared,
        Spared {
            waived: 2,
            reused: 1
        }
    );
    let cases = store.read(|read| read.cases_of_visit(LOT)).unwrap();
    assert_eq!(cases, 2);
    let visit = store.read(|read| read.visit_on(&id_number("0421"), day("2026-11-23")));
    assert_eq!(visit.unwrap(), Some(LOT));
    let other_day = store.read(|read| read.visit_on(&id_number("0421"), day("2026-11-24")));
    assert_eq!(other_day.unwrap(), None);

    let supplied = Supplied {
        number: number.clone(),
        materials: Vec::new(),
        answers: Default::default(),
        form: Default::default(),
        signed: Vec::new(),
        signed_later: false,
        supplied_on: day("2026-11-24"),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(case_id(1)), supplied);
    let case = store.read(|read| read.case(case_id(1))).unwrap().unwrap();
    let days = store.read(|read| read.visits(&case)).unwrap();
    assert_eq!(days, [day("2026-11-23"), day("2026-11-24")]);
    let deeds = store.read(|read| read.visits_of_person(&id_number("0421"), 10));
    let deeds: Vec<_> = deeds
        .unwrap()
        .into_iter()
        .map(|deed| (deed.day.to_string(), deed.deed))
        .collect();
    assert_eq!(
        deeds,
        [
            ("2026-11-24".to_owned(), Deed::Supplied),
            ("2026-11-23".to_owned(), Deed::HandedIn),
            ("2026-11-23".to_owned(), Deed::HandedIn),
        ]
    );
    rebuilt_is_live(store);
}

#[test]
fn a_case_sent_on_is_with_the_other_authority_and_counts_no_day_here() {
    let desk = Desk::new();
    let store = desk.store();
    let number = take_in_with(store, 1, "王秀兰", |body| {
        body.green_lane = Some(GreenLane {
            why: GreenLaneReason::Elder,
            words: String::new(),
        });
    });
    let forwarded = Forwarded {
        number,
        to: "样例外县民政局".to_owned(),
        address: "样例路 1 号".to_owned(),
        phone: "0632-0000000".to_owned(),
        by: "样例快递 SF0001".to_owned(),
        sent_on: day("2026-11-23"),
        clerk: "样例员".to_owned(),
    };
    append(store, Some(case_id(1)), forwarded);
    let case = store.read(|read| read.case(case_id(1))).unwrap().unwrap();
    assert_eq!((case.state, case.due), (CaseState::Forwarded, None));
    assert_eq!(case.office.as_deref(), Some("样例外县民政局"));
    assert_eq!(case.green_lane, Some(GreenLaneReason::Elder));
    rebuilt_is_live(store);
}
