//! The questions asked before a list is given (情形提问) and what answers change.
//!
//! Owns the questions, their effects, and the reading of `questions.json` against the
//! matter it belongs to. What a set of answers leads to is `requirement`'s.

mod parse;

use crate::closed::coded_set;
use crate::id::{MaterialId, MatterCode};
use crate::matter::WaiverRule;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The answer 「说不准」: keeps every branch of the question open.
pub const UNSURE: &str = "?";

/// The questions of one matter, in the order they are asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionSet {
    /// The matter.
    pub code: MatterCode,
    /// The questions.
    pub questions: Vec<Question>,
}

impl QuestionSet {
    /// A matter about which nothing needs to be asked.
    #[must_use]
    pub const fn none(code: MatterCode) -> Self {
        Self {
            code,
            questions: Vec::new(),
        }
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Key, unique within the matter.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// The choices; the first is the default and never ends the matter.
    pub options: Vec<Choice>,
    /// Asked only when an earlier question has this answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_if: Option<AskIf>,
}

impl Question {
    /// The choice with this id.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.id == id)
    }
}

/// The condition under which a question is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskIf {
    /// An earlier question.
    pub question: String,
    /// The answer it must have.
    pub option: String,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Key, unique within the question.
    pub id: String,
    /// What people read.
    pub label: String,
    /// What it changes.
    pub effects: Vec<Effect>,
    /// Set when the matter cannot be handled this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Ends>,
}

/// What a choice does to one material.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// The material.
    pub material: MaterialId,
    /// What happens to it.
    pub change: Change,
    /// The rule of a waiver, always the material's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<WaiverRule>,
    /// A word on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

coded_set!(
    /// What an answer does to a material.
    Change {
        /// Puts a situational material on the list.
        Add = "add", "增加";
        /// Takes a material off the list.
        Drop = "drop", "不要";
        /// Waives it under its own rule.
        Waive = "waive", "免交";
        /// Lets it follow later.
        Defer = "defer", "容缺";
        /// Adds a remark.
        Note = "note", "备注";
        /// Asks for the original.
        RequireOriginal = "require_original", "要原件";
    }
);

/// Why the matter cannot be handled this way, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// Why.
    pub reason: String,
    /// What instead; full matter names stand in “ ”.
    pub instead: String,
}

/// Question id → option id, or [`UNSURE`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// No answers yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The option chosen for a question.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&str> {
        self.0.get(question).map(String::as_str)
    }

    /// Answers a question, replacing an earlier answer.
    pub fn set(&mut self, question: impl Into<String>, option: impl Into<String>) {
        self.0.insert(question.into(), option.into());
    }
}

impl<Q: Into<String>, O: Into<String>> FromIterator<(Q, O)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Q, O)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(question, option)| (question.into(), option.into()))
                .collect(),
        )
    }
}
