//! People's words for matters (俗称), and words that sound alike but mean another.
//!
//! Owns the reading of one matter's aliases; searching is the store's.

use crate::catalogue::{CatalogueProblem, Inspection, decode};
use crate::id::MatterCode;
use serde::{Deserialize, Serialize};

const MAX_BYTES: usize = 64 * 1024;
const MAX_PHRASES: usize = 200;
const MAX_PHRASE_CHARS: usize = 40;

/// The words for one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
