//! From the resident's words to the right matter (事项检索), in the order people expect: exact code,
//! name from its beginning, what people call it, initials, full pinyin, any characters. Own
//! frequency breaks ties.

use rusqlite::ToSql;
use yichuang_domain::{MatterCode, alias::in_todays_names, matter::HandlingMode, text::fold};

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
    /// Nothing was typed.
    Listed,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct MatterQuery<'a> {
    /// What was typed; nothing typed is every matter, most used first.
    pub text: &'a str,
    /// Only matters handled in all of these ways (办理方式).
    pub modes: &'a [HandlingMode],
    /// At most this many.
    pub limit: u32,
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
    /// Matters for what was typed, best first; those of equal reason by how often they are taken here.
    ///
    /// # Errors
    /// Database errors.
    pub fn search_matters(&self, query: &MatterQuery<'_>) -> Result<Vec<MatterHit>, StoreError> {
        let asked = Asked::new(query)?;
        let mut statement = self.conn.prepare_cached(concat!(
            include_str!("sql/matters_found.sql"),
            include_str!("sql/list_found.sql")
        ))?;
        let limit: (&str, &dyn ToSql) = (":limit", &query.limit);
        let params = [&asked.params()[..], &[limit]].concat();
        let hits = statement
            .query_map(params.as_slice(), read)?
            .collect::<Result<_, _>>()?;
        Ok(hits)
    }

    /// How many of all the matters found are handled in each way, ways without any left out. With
    /// one of them added to the query's, that many are found.
    ///
    /// # Errors
    /// Database errors.
    pub fn count_modes(
        &self,
        query: &MatterQuery<'_>,
    ) -> Result<Vec<(HandlingMode, u64)>, StoreError> {
        let asked = Asked::new(query)?;
        let mut statement = self.conn.prepare_cached(concat!(
            include_str!("sql/matters_found.sql"),
            include_str!("sql/count_modes.sql")
        ))?;
        let counts = statement
            .query_map(asked.params().as_slice(), |row| {
                Ok((
                    column::from_word(row, "mode")?,
                    column::count(row, "matters")?,
                ))
            })?
            .collect::<Result<_, _>>()?;
        Ok(counts)
    }
}

/// A query in every form the database compares.
struct Asked {
    code: String,
    text: String,
    initials: String,
    pinyin: String,
    words: Option<String>,
    modes: String,
}

impl Asked {
    fn new(query: &MatterQuery<'_>) -> Result<Self, StoreError> {
        let typed = fold(query.text.trim());
        let text: String = in_todays_names(&typed)
            .chars()
            .take(MAX_TYPED_CHARS)
            .collect();
        let only_letters = text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
        let letters: String = text
            .chars()
            .filter(|c| only_letters && c.is_ascii_alphanumeric())
            .collect();
        Ok(Self {
            code: text.to_ascii_uppercase(),
            initials: sound::blur_initials(&letters),
            pinyin: sound::blur(&letters),
            words: term::text_query(&text),
            modes: column::json(&query.modes)?,
            text,
        })
    }

    fn params(&self) -> [(&str, &dyn ToSql); 6] {
        [
            (":code", &self.code),
            (":text", &self.text),
            (":initials", &self.initials),
            (":pinyin", &self.pinyin),
            (":match", &self.words),
            (":modes", &self.modes),
        ]
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<MatterHit> {
    let why = match row.get::<_, i64>("rank")? {
        0 => MatterWhy::ExactCode,
        1 => MatterWhy::NamePrefix,
        2 | 3 => MatterWhy::Alias,
        4 => MatterWhy::Initials,
        5 => MatterWhy::Pinyin,
        6 => MatterWhy::Text,
        _ => MatterWhy::Listed,
    };
    Ok(MatterHit {
        code: column::parsed(row, "code")?,
        name: row.get("name")?,
        why,
        matched: row.get("matched")?,
    })
}
