//! People's words for matters (俗称), and words that sound alike but mean another.
//!
//! Owns the reading of one matter's aliases, what may be taken down of what people say, and the names
//! lists had before; searching is the store's.

use crate::catalogue::{CatalogueProblem, Inspection, decode};
use crate::id::MatterCode;
use crate::text::{self, fold};
use serde::{Deserialize, Serialize};

/// The most words a point adds to one matter.
pub const MAX_POINT_ALIASES: usize = 20;
/// The longest words a point adds, in code points.
pub const MAX_POINT_ALIAS_CHARS: usize = 20;
/// The list that holds what takes one visit at most (一次办好事项清单).
pub const DONE_ONCE: &str = "一次办好";

/// What the list was called in its earlier batches (零跑腿, 只跑一次, 最多跑一次事项清单).
const EARLIER_LISTS: [&str; 3] = ["零跑腿", "只跑一次", "最多跑一次"];
const MAX_BYTES: usize = 64 * 1024;
const MAX_PHRASES: usize = 200;
const MAX_PHRASE_CHARS: usize = 40;
const FEWEST_SPOKEN: usize = 2;
/// A run of digits as long as a telephone number is somebody's, not a matter's.
const PERSONAL_DIGITS: usize = 7;

/// The words for one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AliasSet {
    /// The matter.
    pub code: MatterCode,
    /// Words that mean it.
    pub aliases: Vec<String>,
    /// Words that sound like it and mean another.
    pub not: Vec<NotThis>,
}

/// A phrase that means another matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotThis {
    /// The phrase.
    pub phrase: String,
    /// The matter it means.
    pub code: MatterCode,
}

impl AliasSet {
    /// Reads one matter's aliases.
    ///
    /// # Errors
    /// All problems found.
    pub fn parse(json: &[u8]) -> Result<Self, Vec<CatalogueProblem>> {
        let set: Self = decode(json, MAX_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        inspection.count("aliases", set.aliases.len(), MAX_PHRASES);
        inspection.count("not", set.not.len(), MAX_PHRASES);
        inspection.texts("aliases", &set.aliases, MAX_PHRASE_CHARS);
        inspection.texts(
            "not",
            set.not.iter().map(|not| &not.phrase),
            MAX_PHRASE_CHARS,
        );
        inspection.unique("aliases", set.aliases.iter().map(String::as_str));
        inspection.finish(set)
    }
}

/// Why what somebody said is not taken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SaidProblem {
    /// Fewer than two characters that are words.
    #[error("nothing is said")]
    Nothing,
    /// Longer than there is room for.
    #[error("too long")]
    TooLong,
    /// A control character, or one that changes the direction of the text around it.
    #[error("a character that cannot be stored")]
    Character,
    /// What may be somebody's identity or telephone number.
    #[error("a personal number")]
    PersonalNumber,
}

impl SaidProblem {
    /// The name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Nothing => "required",
            Self::TooLong => "too_long",
            Self::Character => "control_char",
            Self::PersonalNumber => "personal_number",
        }
    }
}

/// Takes down what somebody said, on one line, without what may be a person's number: such words
/// travel, and nobody needs to know who said them.
///
/// # Errors
/// The first reason not to.
pub fn said(text: &str, max_chars: usize) -> Result<String, SaidProblem> {
    let text = text.trim();
    if text.chars().count() > max_chars {
        return Err(SaidProblem::TooLong);
    }
    if text::check(text, max_chars).is_err() || text.contains(['\n', '\t']) {
        return Err(SaidProblem::Character);
    }
    let is_spoken = |c: &char| c.is_alphanumeric() || *c >= '\u{e000}';
    if fold(text).chars().filter(is_spoken).count() < FEWEST_SPOKEN {
        return Err(SaidProblem::Nothing);
    }
    let mut runs = text.split(|c: char| !c.is_numeric());
    if runs.any(|run| run.chars().count() >= PERSONAL_DIGITS) {
        return Err(SaidProblem::PersonalNumber);
    }
    Ok(text.to_owned())
}

/// Folded words with the names lists had before replaced by today's.
#[must_use]
pub fn in_todays_names(folded: &str) -> String {
    EARLIER_LISTS
        .iter()
        .fold(folded.to_owned(), |words, earlier| {
            words.replace(earlier, DONE_ONCE)
        })
}
