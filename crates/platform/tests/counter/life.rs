//! What a point writes about a case after it was received, and what a department says of it.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, CorrectionItem, FileHash, HandIn,
    case::{FileRef, RequestKind, SpecialProcedure},
    delivery::{Acknowledged, DeliveryWay, Recipient},
    matter::ResultKind,
};
use yichuang_platform::{
    AnswerRequest, AskMore, BeginProcedure, Clock, Config, EndProcedure, ExtendLimit, IssueResult,
    IssuedDocument, Platform, Running,
};
use yichuang_wire::{
    payload::{
        Archived, CorrectionAsked, DeemedAccepted, Delivered, Forwarded, Requested, ResultArrived,
        Supplied, TakenMaterial, Withdrawn,
    },
    sha256,
};

use super::papers;

pub(crate) const OFFICE: &str = "镇民政办（样例）";
pub(crate) const CLERK: &str = "样例";

/// A platform whose clock a test sets.
pub(crate) struct Dated {
    pub(crate) running: Running,
    now: Arc<Mutex<DateTime<Utc>>>,
}

impl Dated {
    /// One whose day is `day`.
    pub(crate) async fn start(data: &std::path::Path, day: NaiveDate) -> Self {
        let now = Arc::new(Mutex::new(noon(day)));
        let read = now.clone();
        let running = Platform::start(Config {
            clock: Clock::from_fn(move || *read.lock().unwrap()),
            ..Config::loopback(data)
        })
        .await
        .unwrap();
        Self { running, now }
    }

    /// It is another day now.
    pub(crate) fn turn_to(&self, day: NaiveDate) {
        *self.now.lock().unwrap() = noon(day);
    }
}

/// Noon of a day in Asia/Shanghai.
pub(crate) fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(4, 0, 0).unwrap().and_utc()
}

pub(crate) fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(crate) fn withdrawn(number: CaseNumber) -> Withdrawn {
    Withdrawn {
        number,
        reason: "不办了（样例）".to_owned(),
        returned: Vec::new(),
        files: Vec::new(),
        withdrawn_on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn requested(number: CaseNumber, what: RequestKind) -> Requested {
    Requested {
        number,
        what,
        reason: "样例理由".to_owned(),
        supervisor: None,
        files: Vec::new(),
        on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn correction_asked(number: CaseNumber) -> CorrectionAsked {
    CorrectionAsked {
        number,
        items: vec![item()],
        notified_on: papers::day(),
        supply_by: date(12, 7),
        again: None,
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn supplied(number: CaseNumber, page: &[u8]) -> Supplied {
    Supplied {
        number,
        materials: vec![TakenMaterial {
            id: "MAT-01".to_owned(),
            name: "身份证（样例）".to_owned(),
            how: Some(HandIn::Captured),
            consented: false,
            because: None,
            pages: None,
            files: vec![FileRef {
                sha256: FileHash::from(sha256(page)),
                size: page.len() as u64,
                media_type: "image/jpeg".to_owned(),
                name: "1.jpg".to_owned(),
            }],
            supply_by: None,
            certificate: None,
            note: None,
        }],
        answers: Default::default(),
        form: std::collections::BTreeMap::new(),
        signed: Vec::new(),
        signed_later: false,
        supplied_on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn forwarded(number: CaseNumber) -> Forwarded {
    Forwarded {
        number,
        to: "邻市办理机构（样例）".to_owned(),
        address: String::new(),
        phone: "0632-0000000".to_owned(),
        by: "样例快递 123".to_owned(),
        sent_on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn deemed(number: CaseNumber, notify_by: NaiveDate) -> DeemedAccepted {
    DeemedAccepted {
        number,
        accepted_on: papers::day(),
        notify_by,
        promised: None,
        statutory: None,
    }
}

pub(crate) fn arrived(number: CaseNumber) -> ResultArrived {
    ResultArrived {
        number,
        documents: Vec::new(),
        kept: "2 号柜".to_owned(),
        on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn delivered(number: CaseNumber) -> Delivered {
    Delivered {
        number,
        delivery: Uuid::from_u128(1),
        documents: Vec::new(),
        way: DeliveryWay::Window,
        complete: true,
        recipient: Recipient::Applicant,
        taker: None,
        relation: String::new(),
        mandate: None,
        place: "3 号窗口".to_owned(),
        acknowledged: Acknowledged::OnPaper,
        files: Vec::new(),
        witness: None,
        parcel: None,
        tracking: None,
        note: String::new(),
        delivered_on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn archived(number: CaseNumber) -> Archived {
    Archived {
        number,
        papers: Vec::new(),
        files: Vec::new(),
        entries: 5,
        on: papers::day(),
        clerk: CLERK.to_owned(),
    }
}

pub(crate) fn item() -> CorrectionItem {
    CorrectionItem {
        id: None,
        material: "身份证（样例）".to_owned(),
        problem: "看不清".to_owned(),
        how: "重拍".to_owned(),
        basis: "样例依据".to_owned(),
    }
}

pub(crate) fn begin() -> BeginProcedure {
    BeginProcedure {
        what: SpecialProcedure::Hearing,
        reason: "样例理由".to_owned(),
        expected_days: 10,
        office: OFFICE.to_owned(),
    }
}

pub(crate) fn end() -> EndProcedure {
    EndProcedure {
        result: "样例结论".to_owned(),
        office: OFFICE.to_owned(),
    }
}

pub(crate) fn extend(days: u32) -> ExtendLimit {
    ExtendLimit {
        days,
        approver: "样例分管负责人".to_owned(),
        reason: "样例理由".to_owned(),
        office: OFFICE.to_owned(),
    }
}

pub(crate) fn ask_more() -> AskMore {
    AskMore {
        items: vec![item()],
        days: 5,
        office: OFFICE.to_owned(),
    }
}

pub(crate) fn grant() -> IssueResult {
    IssueResult {
        granted: true,
        documents: vec![IssuedDocument {
            name: "样例证".to_owned(),
            what: ResultKind::Certificate,
            document_no: Some("样例〔2026〕1号".to_owned()),
            valid_until: None,
        }],
        reason: String::new(),
        office: OFFICE.to_owned(),
    }
}

pub(crate) fn deny(reason: &str) -> IssueResult {
    IssueResult {
        granted: false,
        documents: Vec::new(),
        reason: reason.to_owned(),
        office: OFFICE.to_owned(),
    }
}

pub(crate) fn answer(granted: bool) -> AnswerRequest {
    AnswerRequest {
        request: None,
        granted,
        words: "样例答复".to_owned(),
        office: OFFICE.to_owned(),
    }
}
