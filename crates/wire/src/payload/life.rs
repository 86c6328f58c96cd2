//! What happens to a case at its point after it was received.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{
    Answers, CaseNumber, FileRef, FormValues, OperatorId,
    case::{CallOutcome, CallPurpose, CheckMethod, CheckOutcome, RequestKind},
};

use super::{CaseDue, SignedPaper, TakenMaterial};

/// 补交: what a correction notice, a deferral or the department's examination asked for was handed
/// in. A fact: it moves no state. Lines not named stay as they were.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Supplied {
    /// The case's number.
    pub number: CaseNumber,
    /// The lines as settled now; each replaces the line with its id. Besides what was handed in, those
    /// the answers put on the list (`how` none: owed), took off it or waived.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<TakenMaterial>,
    /// Questions that had been left open at receipt, answered now.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// Fields of the form as they read now; each replaces the field with its key.
    #[serde(default, skip_serializing_if = "FormValues::is_empty")]
    pub form: FormValues,
    /// Papers signed with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<SignedPaper>,
    /// 补签: nothing was handed in; papers that had been left unsigned are signed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed_later: bool,
    /// The day it was handed in, Asia/Shanghai.
    pub supplied_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

impl Supplied {
    /// The files it adds to the case, in the order they are sent.
    pub fn files(&self) -> impl Iterator<Item = &FileRef> {
        let materials = self.materials.iter().flat_map(|material| &material.files);
        materials.chain(self.signed.iter().flat_map(|paper| &paper.files))
    }
}

/// The day to supply by was moved, once, at the resident's wish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplyExtended {
    /// The case's number.
    pub number: CaseNumber,
    /// The day it was.
    pub was: NaiveDate,
    /// The day it is now.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
    /// The operator's name as printed.
    pub clerk: String,
}

/// Somebody was called about the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// The case's number.
    pub number: CaseNumber,
    /// About what.
    pub purpose: CallPurpose,
    /// What came of it.
    pub outcome: CallOutcome,
    /// What was said, when it matters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The day, Asia/Shanghai.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 撤回: the applicant withdrew, in writing, before the case was with its department. The materials
/// taken are returned against signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// The case's number.
    pub number: CaseNumber,
    /// Why, in the applicant's words.
    pub reason: String,
    /// The materials given back, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<String>,
    /// Pages of the written withdrawal (撤回申请书); none while it is kept on paper alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The day.
    pub withdrawn_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 终止: what was asked for did not come, and the case ends without a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminated {
    /// The case's number.
    pub number: CaseNumber,
    /// Why.
    pub reason: String,
    /// The materials given back, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<String>,
    /// The day.
    pub terminated_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 作废: the case was taken by mistake; a supervisor agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voided {
    /// The case's number.
    pub number: CaseNumber,
    /// Why.
    pub reason: String,
    /// The supervisor who agreed.
    pub supervisor: OperatorId,
    /// The day.
    pub voided_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// The point asks the platform about a case that is with its department (「已提出，等上级」). A fact; the
/// answer is `request_answered`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    /// The case's number.
    pub number: CaseNumber,
    /// What for.
    pub what: RequestKind,
    /// Why.
    pub reason: String,
    /// The supervisor who agreed, where one has to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<OperatorId>,
    /// Pages of what the applicant wrote, such as a 撤回申请书.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// One thing that had been written down wrongly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// `applicant.name`, `applicant.phone`, `applicant.address` or `form.KEY`.
    pub field: String,
    /// As it had been written.
    pub was: String,
    /// As it is.
    pub is: String,
}

/// 更正: what had been written down wrongly is put right by a new entry; what was written stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// The case's number.
    pub number: CaseNumber,
    /// What.
    pub changes: Vec<Amendment>,
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// A promise was checked after acceptance (国办发〔2020〕42号).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseChecked {
    /// The case's number.
    pub number: CaseNumber,
    /// Catalogue id of the material that was promised.
    pub material: String,
    /// How.
    pub method: CheckMethod,
    /// What was found.
    pub outcome: CheckOutcome,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 逾期未告知视为受理 (行政许可法 Art. 32 (4)): written by the system when it is first noticed, by the
/// terminal or the platform, whoever notices first; a second one changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeemedAccepted {
    /// The case's number.
    pub number: CaseNumber,
    /// The day of receipt, from which it counts.
    pub accepted_on: NaiveDate,
    /// The last day on which something could have been told.
    pub notify_by: NaiveDate,
    /// By when the promise ends; none for 即时.
    pub promised: Option<CaseDue>,
    /// By when the law ends; none for 即时.
    pub statutory: Option<CaseDue>,
}

/// One document of a closed file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchivedPaper {
    /// Which document, such as `receipt`.
    pub document: String,
    /// SHA-256 of its newest rendering.
    pub sha256: crate::Hash,
}

/// 归档: the file is closed (国办发〔2023〕26号). It names everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archived {
    /// The case's number.
    pub number: CaseNumber,
    /// Its papers.
    pub papers: Vec<ArchivedPaper>,
    /// SHA-256 of its pages.
    pub files: Vec<yichuang_domain::FileHash>,
    /// How many entries it has.
    pub entries: u32,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}
