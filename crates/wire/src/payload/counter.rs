//! What happens at a counter around cases: enquiries, slips for days without power, cases sent on to
//! another place, ratings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, FileRef, MatterCode, OperatorId, Phone,
    rating::{RatingLevel, RatingReason, RatingStage},
    slip::SlipReason,
};

/// 首问负责: whoever is asked first owns the enquiry until it is handed over or settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnquiryOpened {
    /// The enquiry.
    pub id: Uuid,
    /// What was asked, at most 200 characters.
    pub text: String,
    /// The matter it is about, when one was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterCode>,
    /// Who asked, when they gave a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// The day, Asia/Shanghai.
    pub on: NaiveDate,
}

/// The enquiry is somebody else's from here on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnquiryHanded {
    /// The enquiry.
    pub id: Uuid,
    /// A colleague at this terminal; none when it went to another office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<OperatorId>,
    /// The colleague or office, as told to the resident.
    pub to_name: String,
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
}

/// The enquiry was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnquirySettled {
    /// The enquiry.
    pub id: Uuid,
    /// What was answered.
    pub answer: String,
    /// The case it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<CaseNumber>,
    /// The day.
    pub on: NaiveDate,
}

/// Blank slips were printed ahead, each with a number of this terminal that nothing else gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipsPrinted {
    /// The lot; its paper has the same id.
    pub id: Uuid,
    /// Their numbers.
    pub numbers: Vec<CaseNumber>,
    /// The day.
    pub on: NaiveDate,
}

/// A slip was spoiled or lost; its number is never used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSpoiled {
    /// Its number.
    pub number: CaseNumber,
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
}

/// The slip a case was taken on before it was entered (补录).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipEntry {
    /// Why it was taken on paper.
    pub why: SlipReason,
    /// In words, when the reason is another one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Photographs of the slip.
    pub files: Vec<FileRef>,
    /// The day it was entered.
    pub entered_on: NaiveDate,
    /// The leave a supervisor gave for one that lies far back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leave: Option<SlipLeave>,
}

/// A supervisor agreed that a slip which lies far back is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipLeave {
    /// Who agreed.
    pub by: OperatorId,
    /// Why.
    pub reason: String,
}

/// 异地代收: materials taken in for another place's authority go on to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarded {
    /// The case's number.
    pub number: CaseNumber,
    /// The authority that handles it.
    pub to: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// How they travel: the courier's number, or who carries them.
    pub by: String,
    /// The day they were sent.
    pub sent_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 好差评: what a resident said of the service, given by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// The case's number.
    pub number: CaseNumber,
    /// When it was given.
    pub stage: RatingStage,
    /// The level.
    pub level: RatingLevel,
    /// What was wrong, of a bad one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RatingReason>,
    /// In their words, at most 200 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The day.
    pub on: NaiveDate,
    /// 追评: said once more after a bad rating at this stage, which stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// Entered from a paper form; the entry's actor is whoever entered it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_paper: bool,
}
