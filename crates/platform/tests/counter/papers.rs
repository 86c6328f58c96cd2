//! What clerks write: payloads of sample cases.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseNumber, CaseState, FileHash, HandIn, IdKind, IdNumber, Person, case::FileRef,
    person::Verified, question::Answers,
};
use yichuang_wire::{
    PointIdentity,
    payload::{Accepted, MatterRef, Printed, Received, SignedPaper, SigningWay, TakenMaterial},
    sha256,
};

pub(crate) const MATTER: &str = "11370481MB9X14812W4370514003000";
pub(crate) const DEPARTMENT: &str = "滕州市民政局（样例）";

pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

pub(crate) fn point() -> PointIdentity {
    PointIdentity {
        id: "SP004".to_owned(),
        name: "滕州市龙阳镇便民服务中心".to_owned(),
        region: "370481115000".to_owned(),
        address: "示例地址".to_owned(),
        phone: "0632-xxxxxxx".to_owned(),
        hours: "周一至周五".to_owned(),
    }
}

pub(crate) fn number(prefix: &str, seq: u32) -> CaseNumber {
    CaseNumber::mint(prefix, day(), seq).unwrap()
}

/// A sample person; each `n` below 1,000 is another one.
pub(crate) fn person(n: u32) -> Person {
    let body = format!("37048119500101{n:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = "10X98765432".chars().nth(sum as usize % 11).unwrap();
    Person {
        name: "样例".to_owned(),
        id: IdNumber::parse(IdKind::Citizen, &format!("{body}{check}")).unwrap(),
        sex: None,
        birth: None,
        ethnicity: None,
        address: None,
        phone: None,
        verified: Verified::SeenByClerk,
    }
}

pub(crate) fn received(number: CaseNumber, applicant: u32, files: &[&[u8]]) -> Received {
    Received {
        number,
        matter: MatterRef {
            code: MATTER.parse().unwrap(),
            name: "样例事项".to_owned(),
            sha256: sha256(b"no pack published"),
            questions: None,
            pack_version: 1,
            department: DEPARTMENT.to_owned(),
            sample: true,
        },
        applicant: person(applicant),
        agent: None,
        credit: None,
        answers: Answers::default(),
        form: std::collections::BTreeMap::new(),
        materials: vec![TakenMaterial {
            id: "MAT-01".to_owned(),
            name: "身份证（样例）".to_owned(),
            how: Some(HandIn::Captured),
            consented: false,
            because: None,
            pages: None,
            files: files.iter().map(|bytes| file(bytes)).collect(),
            supply_by: None,
            certificate: None,
            note: None,
        }],
        unsigned: Vec::new(),
        chain: None,
        slip: None,
        out_of_hours: false,
        green_lane: None,
        characters: Vec::new(),
        mandate: None,
        visit: None,
        received_on: day(),
        signed: Vec::new(),
        notify_by: None,
        point: point(),
        window: "3 号综合窗口（样例）".to_owned(),
        clerk: "样例".to_owned(),
    }
}

/// The application form, signed and photographed.
pub(crate) fn signed_form(photograph: &[u8]) -> SignedPaper {
    SignedPaper {
        document: "application_form".to_owned(),
        title: "申请表（样例）".to_owned(),
        files: vec![file(photograph)],
        how: SigningWay::Photographed,
        content: None,
        template: None,
    }
}

fn file(bytes: &[u8]) -> FileRef {
    FileRef {
        sha256: FileHash::from(sha256(bytes)),
        size: bytes.len() as u64,
        media_type: "image/jpeg".to_owned(),
        name: "1.jpg".to_owned(),
    }
}

pub(crate) fn accepted(number: CaseNumber) -> Accepted {
    Accepted {
        number,
        state: CaseState::Accepted,
        accepted_on: day(),
        promised: None,
        statutory: None,
        signed: Vec::new(),
        unsigned: Vec::new(),
        clerk: "样例".to_owned(),
    }
}

pub(crate) fn printed(number: CaseNumber) -> Printed {
    Printed {
        document: "receipt".to_owned(),
        number: Some(number),
        matter: None,
        copy: 1,
        template: "1".to_owned(),
        sha256: sha256(b"paper"),
        reason: None,
    }
}
