//! Sample people, cases and acts.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use yichuang_domain::{
    Agent, Answers, CaseId, CaseNumber, CaseState, CorrectionItem, DraftId, FileRef, FormValues,
    HandIn, IdKind, IdNumber, MatterCode, OperatorId, Person, Phone, RefusalGround,
    person::{AgentKind, MergeGround, Verified},
};
use yichuang_store::{Act, Appended, Store, StoreError};
use yichuang_wire::{
    ClockState, Hash,
    payload::{
        Accepted, CaseDue, CorrectionAsked, MatterRef, Payload, PersonsMerged, PersonsParted,
        Printed, Received, Refused, SignedPaper, SigningWay, TakenMaterial,
    },
    sha256,
};

use super::{morning, point};

pub(crate) fn clerk() -> OperatorId {
    OperatorId(Uuid::from_u128(0xC1E7))
}

pub(crate) fn case_id(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(0xCA5E_0000 + n))
}

pub(crate) fn draft_id(n: u128) -> DraftId {
    DraftId(Uuid::from_u128(0xD4AF_0000 + n))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn matter_code(n: u32) -> MatterCode {
    MatterCode::new(format!("SAMPLE{n:08}")).unwrap()
}

/// Region 999 was never allocated, so nobody has this number.
pub(crate) fn id_number(tail: &str) -> IdNumber {
    let text = format!("99900019500101{tail}");
    serde_json::from_value(serde_json::json!({ "kind": IdKind::Citizen, "number": text })).unwrap()
}

/// A passport nobody has.
pub(crate) fn passport(n: u8) -> IdNumber {
    IdNumber::parse(IdKind::Passport, &format!("E9900{n:04}")).unwrap()
}

pub(crate) fn merged(from: &IdNumber, into: &IdNumber) -> PersonsMerged {
    PersonsMerged {
        from: from.clone(),
        into: into.clone(),
        ground: MergeGround::DocumentRenewed,
        reason: "新旧护照都看过".to_owned(),
        approved_by: clerk(),
    }
}

pub(crate) fn parted(from: &IdNumber, into: &IdNumber) -> PersonsParted {
    PersonsParted {
        from: from.clone(),
        into: into.clone(),
        reason: "合错了人".to_owned(),
        approved_by: clerk(),
    }
}

pub(crate) fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        id: id_number("0421"),
        sex: None,
        birth: None,
        ethnicity: None,
        address: Some("样例村 1 号".to_owned()),
        phone: Some(Phone::parse("13800006120").unwrap()),
        verified: Verified::SeenByClerk,
    }
}

pub(crate) fn agent(name: &str) -> Agent {
    Agent {
        person: Person {
            phone: Some(Phone::parse("13900007788").unwrap()),
            id: id_number("1239"),
            ..person(name)
        },
        relation: "女儿".to_owned(),
        kind: AgentKind::Child,
        scope: Vec::new(),
    }
}

pub(crate) fn file_ref(bytes: &[u8]) -> FileRef {
    FileRef {
        sha256: sha256(bytes).into(),
        size: bytes.len() as u64,
        media_type: "image/jpeg".to_owned(),
        name: "户口簿第 1 页.jpg".to_owned(),
    }
}

pub(crate) fn material(id: &str, files: Vec<FileRef>) -> TakenMaterial {
    TakenMaterial {
        id: id.to_owned(),
        name: "居民户口簿".to_owned(),
        how: Some(HandIn::Captured),
        consented: false,
        because: None,
        pages: Some(1),
        files,
        supply_by: None,
        certificate: None,
        note: None,
    }
}

pub(crate) fn signed_form(files: Vec<FileRef>) -> SignedPaper {
    SignedPaper {
        document: "application_form".to_owned(),
        title: "申请表".to_owned(),
        files,
        how: SigningWay::Photographed,
        content: None,
        template: None,
    }
}

/// A `received` for a number; change what the test is about.
pub(crate) fn received(number: CaseNumber, applicant: &str) -> Received {
    Received {
        unsigned: Vec::new(),
        chain: None,
        slip: None,
        out_of_hours: false,
        green_lane: None,
        characters: Vec::new(),
        mandate: None,
        visit: None,
        received_on: number.date(),
        number,
        matter: MatterRef {
            code: matter_code(1),
            name: "高龄津贴申领".to_owned(),
            sha256: sha256(b"matter"),
            questions: None,
            pack_version: 1,
            department: "样例市民政局".to_owned(),
            sample: true,
        },
        applicant: person(applicant),
        agent: None,
        credit: None,
        answers: Answers::new(),
        form: FormValues::new(),
        materials: vec![material("MAT-HUKOU", Vec::new())],
        signed: Vec::new(),
        notify_by: Some(day("2026-11-30")),
        point: point(),
        window: "3 号综合窗口".to_owned(),
        clerk: "样例员".to_owned(),
    }
}

pub(crate) fn accepted(number: CaseNumber, promised: &str) -> Accepted {
    Accepted {
        accepted_on: number.date(),
        number,
        state: CaseState::Accepted,
        promised: Some(CaseDue {
            date: day(promised),
            provisional: false,
        }),
        statutory: None,
        signed: Vec::new(),
        unsigned: Vec::new(),
        clerk: "样例员".to_owned(),
    }
}

pub(crate) fn correction(number: CaseNumber) -> CorrectionAsked {
    CorrectionAsked {
        notified_on: number.date(),
        number,
        items: vec![CorrectionItem {
            id: None,
            material: "居民户口簿".to_owned(),
            problem: "缺第 2 页".to_owned(),
            how: "补一页".to_owned(),
            basis: "样例依据".to_owned(),
        }],
        supply_by: day("2026-12-07"),
        again: None,
        clerk: "样例员".to_owned(),
    }
}

pub(crate) fn refused(number: CaseNumber) -> Refused {
    Refused {
        refused_on: number.date(),
        number,
        ground: RefusalGround::ALL[0],
        explanation: "样例原因".to_owned(),
        competent: None,
        clerk: "样例员".to_owned(),
    }
}

pub(crate) fn printed(number: CaseNumber, copy: u32) -> Printed {
    Printed {
        document: "receipt".to_owned(),
        number: Some(number),
        matter: None,
        copy,
        template: "1".to_owned(),
        sha256: Hash([copy as u8; 32]),
        reason: None,
    }
}

pub(crate) fn act(case: Option<CaseId>, payload: impl Into<Payload>) -> Act {
    act_at(case, payload, morning())
}

pub(crate) fn act_at(case: Option<CaseId>, payload: impl Into<Payload>, at: DateTime<Utc>) -> Act {
    Act {
        payload: payload.into(),
        case,
        actor: Some(clerk()),
        at,
        clock: ClockState::Trusted,
    }
}

pub(crate) fn append(store: &Store, case: Option<CaseId>, payload: impl Into<Payload>) -> Appended {
    store.write(|tx| tx.append(act(case, payload))).unwrap()
}

/// Takes in a case, with its number, in one transaction.
pub(crate) fn take_in(store: &Store, n: u128, applicant: &str) -> CaseNumber {
    take_in_with(store, n, applicant, |_| {})
}

pub(crate) fn take_in_with(
    store: &Store,
    n: u128,
    applicant: &str,
    change: impl FnOnce(&mut Received),
) -> CaseNumber {
    store
        .write(|tx| {
            let number = tx.next_number(day("2026-11-23"))?;
            let mut body = received(number.clone(), applicant);
            change(&mut body);
            tx.append(act(Some(case_id(n)), body))?;
            Ok::<_, StoreError>(number)
        })
        .unwrap()
}
