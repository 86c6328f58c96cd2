//! What was told before anything was handed in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yichuang_domain::{Answers, IdNumber, OperatorId};

use super::MatterRef;

/// Somebody asked for something no matter of the catalogue answers to (群众问什么). Words only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedFor {
    /// Their words, at most 60 characters.
    pub text: String,
}

/// One thing to bring, as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldItem {
    /// Catalogue id.
    pub id: String,
    /// Name as asked for, in this situation.
    pub name: String,
    /// In what form and how many.
    pub form: String,
    /// Why it is asked, or that it may follow or be replaced.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The basis, or the words for its absence.
    pub basis: String,
}

/// One question and its answer, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldAnswer {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// Whom it was told. `Debug` masks the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPerson {
    /// Name, verbatim.
    pub name: String,
    /// Identity number.
    pub id: IdNumber,
}

/// Why a person was told a second time, and who agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondNotice {
    /// Why.
    pub reason: String,
    /// The supervisor who agreed.
    pub supervisor: OperatorId,
}

/// The chain a notice is about (一链办理): one list for several matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldChain {
    /// The chain's code.
    pub code: String,
    /// The matters, in the order of handling.
    pub matters: Vec<String>,
}

/// 一次性告知: the exact list for one situation was told and handed over on paper
/// (行政许可法 Art. 30: what is asked for is explained, accurately, when somebody asks).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnceNoticeGiven {
    /// The notice; its paper has the same id.
    pub id: Uuid,
    /// The matter as in force.
    pub matter: MatterRef,
    /// The chain it was told about, with the names of the matters; `matter` is the first of them then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<ToldChain>,
    /// When the catalogue it came from was published.
    pub published_on: NaiveDate,
    /// Days since that was compared with the platform.
    pub unchecked_days: u32,
    /// Answers that shaped the list.
    pub answers: Answers,
    /// The same in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub situation: Vec<ToldAnswer>,
    /// What to bring.
    pub bring: Vec<ToldItem>,
    /// What need not be brought, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spared: Vec<String>,
    /// Why the matter cannot be handled this way and what to do instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// Where, and when it is open.
    pub place: Vec<String>,
    /// How long it takes, in words.
    pub limit: String,
    /// What it costs, in words.
    pub fee: String,
    /// Whom to ask.
    pub contact: String,
    /// Whom it was told; none when nobody gave a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<ToldPerson>,
    /// Set when this person had been told before and had handed nothing in since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<SecondNotice>,
}
