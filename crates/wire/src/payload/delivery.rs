//! Handing over results, and the mandates that let somebody else collect them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, FileRef, MatterCode, Person,
    delivery::{Acknowledged, DeliveryWay, Recipient},
    person::MandateScope,
};

use super::ResultDocument;

/// 到件: results of the case lie at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultArrived {
    /// The case's number.
    pub number: CaseNumber,
    /// Which documents, whole: the entry alone says what was in whose hand.
    pub documents: Vec<ResultDocument>,
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
    /// Which documents, whole: the entry alone says what was in whose hand.
    pub documents: Vec<ResultDocument>,
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
    /// Which documents, whole: the entry alone says what was in whose hand.
    pub documents: Vec<ResultDocument>,
    /// How.
    pub way: DeliveryWay,
    /// Nothing of the case is left to hand over: only then is it delivered.
    pub complete: bool,
    /// Who took it.
    pub recipient: Recipient,
    /// The person who took it, when it was not the applicant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taker: Option<Person>,
    /// How they are related to the applicant, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// The mandate they acted under; a guardian needs none.
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
    /// The parcel it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<Uuid>,
    /// The carrier's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking: Option<String>,
    /// What else is to be said of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The day; of a parcel, the day the post says.
    pub delivered_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}

impl Delivered {
    /// The files it adds to the case: the signature, photographs of the handing over.
    pub fn files(&self) -> impl Iterator<Item = &FileRef> {
        self.files.iter()
    }
}

/// 授权委托: a bounded authority to act for somebody (民法典 Art. 165). `Debug` masks both. Written on
/// the case it was given at; its paper is kept with that case.
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
    pub how: Acknowledged,
    /// Photographs of the signed paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The witness of somebody who cannot write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// How the principal was identified without an identity card; none when they had it with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booklet: Option<BookletIdentity>,
    /// Its text was read out to the principal before they signed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_aloud: bool,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 没带身份证: somebody was identified by their 户口簿, whose number was typed in and read by no
/// machine, together with a certificate (证明) of their village or residents' committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookletIdentity {
    /// Who certifies.
    pub issuer: String,
    /// The certificate's number, when it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub certificate: String,
    /// Its day.
    pub certified_on: NaiveDate,
    /// Photographs of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
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

impl MandateGiven {
    /// The files it adds to the case it was given at: photographs of the signed paper, then of the
    /// certificate the principal was identified by.
    pub fn files(&self) -> impl Iterator<Item = &FileRef> {
        let certificate = self.booklet.iter().flat_map(|booklet| &booklet.files);
        self.files.iter().chain(certificate)
    }
}
