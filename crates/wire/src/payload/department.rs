//! What the deciding department says of a case besides its steps, as entries of the feed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, CorrectionItem,
    case::{RequestKind, SpecialProcedure},
    matter::ResultKind,
};

use super::CaseDue;
use crate::Hash;

/// 特别程序: days are not counted until its result (行政许可法 Art. 45). The time it needs is told in
/// writing; the pause begins on the day of that notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialProcedureBegun {
    /// The case's number.
    pub number: CaseNumber,
    /// Which procedure; the same id ends it.
    pub id: Uuid,
    /// Its kind.
    pub what: SpecialProcedure,
    /// Why, with its basis.
    pub reason: String,
    /// The first day not counted, Asia/Shanghai.
    pub from: NaiveDate,
    /// Working days it is expected to take.
    pub expected_days: u32,
    /// Which office.
    pub office: String,
}

/// The procedure has its result; the limits go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialProcedureEnded {
    /// The case's number.
    pub number: CaseNumber,
    /// Which procedure.
    pub id: Uuid,
    /// The last day not counted, Asia/Shanghai.
    pub to: NaiveDate,
    /// What came of it.
    pub result: String,
    /// By when the promise ends now.
    pub promised: Option<CaseDue>,
    /// By when the law ends now.
    pub statutory: Option<CaseDue>,
    /// Which office.
    pub office: String,
}

/// 延长办理期限 (行政许可法 Art. 42): with the approval of the head, and the reason told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitExtended {
    /// The case's number.
    pub number: CaseNumber,
    /// Working days added.
    pub days: u32,
    /// Who approved it, by office.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// The day of the approval.
    pub on: NaiveDate,
    /// By when the promise ends now.
    pub promised: Option<CaseDue>,
    /// By when the law ends now.
    pub statutory: Option<CaseDue>,
    /// Which office.
    pub office: String,
}

/// 审查阶段补正: the department needs something more while it examines. Not the notice of Art. 32 (4),
/// and it stops no clock by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExaminationCorrectionAsked {
    /// The case's number.
    pub number: CaseNumber,
    /// Everything, each with its basis.
    pub items: Vec<CorrectionItem>,
    /// The day to supply by.
    pub supply_by: NaiveDate,
    /// The day it was asked.
    pub on: NaiveDate,
    /// Which office.
    pub office: String,
}

/// A result document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultDocument {
    /// Which; the same id in the delivery.
    pub id: Uuid,
    /// Its name, such as 老年人优待证.
    pub name: String,
    /// Its kind.
    pub what: ResultKind,
    /// Its number, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_no: Option<String>,
    /// The last day it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
}

/// 办结: the department decided. A decision against gives its reasons and the remedies (Art. 38).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultIssued {
    /// The case's number.
    pub number: CaseNumber,
    /// Whether in favour.
    pub granted: bool,
    /// What comes to the applicant.
    pub documents: Vec<ResultDocument>,
    /// The reasons; never empty when not in favour.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day of the decision, Asia/Shanghai.
    pub decided_on: NaiveDate,
    /// Which office.
    pub office: String,
}

/// The platform's answer to what a point asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestAnswered {
    /// The case's number.
    pub number: CaseNumber,
    /// The entry that asked.
    pub request: Hash,
    /// What for.
    pub what: RequestKind,
    /// Whether it was granted.
    pub granted: bool,
    /// In words.
    pub words: String,
    /// The day.
    pub on: NaiveDate,
    /// Which office.
    pub office: String,
}
