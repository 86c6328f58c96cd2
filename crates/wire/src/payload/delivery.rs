//! Handing over results, and the mandates that let somebody else collect them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, FileRef, MatterCode, Person,
    delivery::{Acknowledged, DeliveryWay, Recipient},
    person::MandateScope,
};

use super::SigningWay;

/// 到件: results of the case lie at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultArrived {
    /// The case's number.
    pub number: CaseNumber,
    /// Which documents.
    pub documents: Vec<Uuid>,
    /// Where they are kept, such as a shelf.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kept: String,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// Results were given to the post. They are delivered when the post says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// The case's number.
    pub number: CaseNumber,
    /// The parcel: several cases' results may go in one.
    pub parcel: Uuid,
    /// Which documents.
    pub documents: Vec<Uuid>,
    /// Who carries it.
    pub carrier: String,
    /// The carrier's number.
    pub tracking: String,
    /// Where to.
    pub address: String,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 送达: the result reached the person. Several cases' results may be handed over at once; each
/// case has its own entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delivered {
    /// The case's number.
    pub number: CaseNumber,
    /// The one handing over.
    pub delivery: Uuid,
    /// Which documents.
    pub documents: Vec<Uuid>,
    /// How.
    pub way: DeliveryWay,
    /// Who took it.
    pub recipient: Recipient,
    /// The person who took it, when it was not the applicant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taker: Option<Person>,
    /// The mandate they acted under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Uuid>,
    /// Where.
    pub place: String,
    /// How it was signed for.
    pub acknowledged: Acknowledged,
    /// The signature or a photograph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The witness of a fingerprint or of leaving it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// The carrier's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking: Option<String>,
    /// The day.
    pub delivered_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 授权委托: a bounded authority to act for somebody (民法典 Art. 165). `Debug` masks both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MandateGiven {
    /// The mandate; its paper has the same id.
    pub id: Uuid,
    /// Who gives it.
    pub principal: Person,
    /// Who may act.
    pub agent: Person,
    /// How they are related, in words.
    pub relation: String,
    /// For what.
    pub scope: Vec<MandateScope>,
    /// For which matters; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterCode>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, at most six months later.
    pub until: NaiveDate,
    /// How it was signed.
    pub how: SigningWay,
    /// Photographs of the signed paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The witness of somebody who cannot write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 撤销委托: it holds no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateRevoked {
    /// The mandate.
    pub id: Uuid,
    /// Why, in the principal's words.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}
