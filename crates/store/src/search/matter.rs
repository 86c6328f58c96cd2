//! From the resident's words to the right matter (事项检索), in the order people expect: exact code,
//! name from its beginning, what people call it, initials, full pinyin, any characters. Own
//! frequency breaks ties.

use rusqlite::named_params;
use yichuang_domain::{MatterCode, text::fold};

use super::{sound, term};
use crate::{Reader, StoreError, column};

/// Why a matter was found; the order is the order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatterWhy {
    /// The code itself was typed.
    ExactCode,
    /// The name begins with it.
    NamePrefix,
    /// People call it that.
    Alias,
    /// Its characters' first letters.
    Initials,
    /// Its full pinyin.
    Pinyin,
    /// Its characters occur somewhere.
    Text,
}

/// One matter found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterHit {
    /// Its code.
    pub code: MatterCode,
    /// Its name.
    pub name: String,
    /// Why it was found.
    pub why: MatterWhy,
    /// The name or saying that matched, as written.
    pub matched: String,
}

const MAX_TYPED_CHARS: usize = 60;

impl Reader<'_> {
    /// Matters for what was typed, best first. An empty text finds nothing.
    ///
    /// # Errors
    /// Database errors.
    pub fn search_matters(&self, text: &str, limit: u32) -> Result<Vec<MatterHit>, StoreError> {
        let folded: String = fold(text.trim()).chars().take(MAX_TYPED_CHARS).collect();
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        let letters: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
        let only_letters = folded
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == ' ');
        let letters = if only_letters { letters } else { String::new() };
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/search_matters.sql"))?;
        let hits = statement
            .query_map(
                named_params! {
                    ":code": folded.to_ascii_uppercase(),
                    ":text": folded,
                    ":initials": sound::blur_initials(&letters),
                    ":pinyin": sound::blur(&letters),
                    ":match": term::text_query(&folded),
                    ":limit": limit,
                },
                read,
            )?
            .collect::<Result<_, _>>()?;
        Ok(hits)
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<MatterHit> {
    let why = match row.get::<_, i64>("rank")? {
        0 => MatterWhy::ExactCode,
        1 => MatterWhy::NamePrefix,
        2 | 3 => MatterWhy::Alias,
        4 => MatterWhy::Initials,
        5 => MatterWhy::Pinyin,
        _ => MatterWhy::Text,
    };
    Ok(MatterHit {
        code: column::parsed(row, "code")?,
        name: row.get("name")?,
        why,
        matched: row.get("matched")?,
    })
}
