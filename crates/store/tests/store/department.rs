//! What a department says of a case, folded.

use uuid::Uuid;
use yichuang_domain::{
    CaseState, CorrectionItem,
    case::{RequestKind, SpecialProcedure},
};
use yichuang_store::{CaseRow, Store};
use yichuang_wire::{
    Entry, Hash,
    payload::{
        CaseDue, ExaminationCorrectionAsked, LimitExtended, Payload, RequestAnswered, Requested,
        ResultIssued, SpecialProcedureBegun, SpecialProcedureEnded, Withdrawn,
    },
};

use crate::support::*;

const OFFICE: &str = "样例科室";
const PROCEDURE: Uuid = Uuid::from_u128(0x45);

/// A case that is accepted and with its department, and its feed.
struct Case {
    desk: Desk,
    feed: Feed,
    number: yichuang_domain::CaseNumber,
}

fn dispatched() -> Case {
    let desk = Desk::new();
    let number = take_in(desk.store(), 1, "王秀兰");
    append(
        desk.store(),
        Some(case_id(1)),
        accepted(number.clone(), "2026-12-14"),
    );
    let mut case = Case {
        desk,
        feed: Feed::new(),
        number,
    };
    let number = case.number.clone();
    case.told(progress(number, CaseState::Dispatched));
    case
}

fn admit(store: &Store, entry: Entry) {
    store.write(|tx| tx.admit(&[entry])).map(|_| ()).unwrap();
}

impl Case {
    fn told(&mut self, payload: impl Into<Payload>) {
        let entry = self.feed.write(Some(case_id(1)), payload);
        admit(self.desk.store(), entry);
    }

    fn row(&self) -> CaseRow {
        let row = self.desk.store().read(|read| read.case(case_id(1)));
        row.unwrap().unwrap()
    }

    fn begun(&self) -> SpecialProcedureBegun {
        SpecialProcedureBegun {
            number: self.number.clone(),
            id: PROCEDURE,
            what: SpecialProcedure::Appraisal,
            reason: "样例理由".to_owned(),
            from: day("2026-11-25"),
            expected_days: 15,
            office: OFFICE.to_owned(),
        }
    }

    fn answered(&self, request: Hash, what: RequestKind, granted: bool) -> RequestAnswered {
        RequestAnswered {
            number: self.number.clone(),
            request,
            what,
            granted,
            words: "样例答复".to_owned(),
            on: day("2026-11-26"),
            office: OFFICE.to_owned(),
        }
    }

    fn assert_rebuilt(&self) {
        let store = self.desk.store();
        let live = store.read(|read| read.projection_digest()).unwrap();
        assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
    }
}

fn due(text: &str) -> Option<CaseDue> {
    Some(CaseDue {
        date: day(text),
        provisional: false,
    })
}

#[test]
fn a_special_procedure_suspends_a_case_and_its_end_tells_the_new_days() {
    let mut case = dispatched();
    case.told(case.begun());
    let row = case.row();
    assert_eq!((row.state, row.due), (CaseState::Suspended, None));
    assert_eq!(row.step.as_deref(), Some("鉴定"));
    let pauses = |case: &Case| {
        case.desk
            .store()
            .read(|read| read.pauses(case_id(1)))
            .unwrap()
    };
    assert_eq!(pauses(&case)[0].ended_on, None);
    case.told(SpecialProcedureEnded {
        number: case.number.clone(),
        id: PROCEDURE,
        to: day("2026-12-02"),
        result: "样例结论".to_owned(),
        promised: due("2026-12-21"),
        statutory: None,
        office: OFFICE.to_owned(),
    });
    let row = case.row();
    assert_eq!(row.state, CaseState::InProcess);
    assert_eq!(row.promised, due("2026-12-21"));
    assert_eq!(row.statutory, None, "what is not told stays");
    assert_eq!(pauses(&case)[0].ended_on, Some(day("2026-12-02")));
    case.assert_rebuilt();
}

#[test]
fn an_extension_moves_the_days_alone_and_a_decision_closes_the_case() {
    let mut case = dispatched();
    case.told(LimitExtended {
        number: case.number.clone(),
        days: 5,
        approver: "样例负责人".to_owned(),
        reason: "样例理由".to_owned(),
        on: day("2026-11-25"),
        promised: due("2026-12-21"),
        statutory: due("2027-01-08"),
        office: OFFICE.to_owned(),
    });
    let row = case.row();
    assert_eq!(row.state, CaseState::Dispatched);
    assert_eq!(
        (row.promised, row.statutory),
        (due("2026-12-21"), due("2027-01-08"))
    );
    let extended = case
        .desk
        .store()
        .read(|read| read.limit_extension(case_id(1)));
    assert_eq!(extended.unwrap(), 5);
    case.told(ResultIssued {
        number: case.number.clone(),
        granted: false,
        documents: Vec::new(),
        reason: "样例理由".to_owned(),
        decided_on: day("2026-12-01"),
        office: OFFICE.to_owned(),
    });
    let row = case.row();
    assert_eq!(
        (row.state, row.closed_on),
        (CaseState::Denied, Some(day("2026-12-01")))
    );
    assert_eq!(row.progress_note.as_deref(), Some("样例理由"));
    case.assert_rebuilt();
}

#[test]
fn what_an_examination_asks_for_is_owed_and_a_decision_settles_it() {
    let mut case = dispatched();
    let asked = ExaminationCorrectionAsked {
        number: case.number.clone(),
        items: vec![CorrectionItem {
            id: Some("MAT-01".to_owned()),
            material: "身份证".to_owned(),
            problem: "看不清".to_owned(),
            how: "重拍".to_owned(),
            basis: "样例依据".to_owned(),
        }],
        supply_by: day("2026-12-02"),
        on: day("2026-11-25"),
        office: OFFICE.to_owned(),
    };
    case.told(asked);
    let owed = |case: &Case| {
        case.desk
            .store()
            .read(|read| read.owed_items(case_id(1)))
            .unwrap()
    };
    assert!(owed(&case)[0].examination);
    assert_eq!(
        case.row().due,
        Some(day("2026-12-02")),
        "the nearer of two days"
    );
    case.told(ResultIssued {
        number: case.number.clone(),
        granted: true,
        documents: Vec::new(),
        reason: String::new(),
        decided_on: day("2026-12-01"),
        office: OFFICE.to_owned(),
    });
    assert!(owed(&case).is_empty());
    case.assert_rebuilt();
}

#[test]
fn a_request_is_open_until_it_is_answered_and_only_a_granted_end_ends_the_case() {
    let mut case = dispatched();
    let asked = |case: &Case, what| {
        let asked = Requested {
            number: case.number.clone(),
            what,
            reason: "样例理由".to_owned(),
            supervisor: None,
            files: Vec::new(),
            on: day("2026-11-25"),
            clerk: "样例".to_owned(),
        };
        append(case.desk.store(), Some(case_id(1)), asked).hash
    };
    let open = |case: &Case| {
        case.desk
            .store()
            .read(|read| read.open_requests(case_id(1)))
            .unwrap()
    };
    let (urged, ended) = (
        asked(&case, RequestKind::Urge),
        asked(&case, RequestKind::Terminate),
    );
    assert_eq!(open(&case).len(), 2);
    case.told(case.answered(urged, RequestKind::Urge, true));
    assert_eq!(case.row().state, CaseState::Dispatched);
    case.told(case.answered(ended, RequestKind::Terminate, false));
    assert_eq!(case.row().state, CaseState::Dispatched);
    let again = asked(&case, RequestKind::Terminate);
    case.told(case.answered(again, RequestKind::Terminate, true));
    let row = case.row();
    assert_eq!(
        (row.state, row.closed_on),
        (CaseState::Terminated, Some(day("2026-11-26")))
    );
    assert!(open(&case).is_empty());
    case.assert_rebuilt();
}

#[test]
fn a_case_its_point_thought_ended_goes_on_with_the_departments_next_step() {
    let mut case = dispatched();
    let withdrawn = Withdrawn {
        number: case.number.clone(),
        reason: "不办了".to_owned(),
        returned: Vec::new(),
        files: Vec::new(),
        withdrawn_on: day("2026-11-24"),
        clerk: "样例".to_owned(),
    };
    append(case.desk.store(), Some(case_id(1)), withdrawn);
    assert_eq!(case.row().closed_on, Some(day("2026-11-24")));
    case.told(progress(case.number.clone(), CaseState::InProcess));
    let row = case.row();
    assert_eq!((row.state, row.closed_on), (CaseState::InProcess, None));
    case.assert_rebuilt();
}
