//! One typed piece of a case search: what it may be, and the SQL that looks there.

use rusqlite::types::Value;
use yichuang_domain::{CaseNumber, text::fold};

use super::tokenizer::is_word;
use crate::number;

/// A piece, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Term {
    /// Exactly four characters that can end an identity number or a telephone.
    Tail(String),
    /// The whole number of cases taken together, or of one that stands alone.
    Whole(String),
    /// Part of a number, or letters of a name, three or more.
    Key(String),
    /// One or two letters or digits: the beginning of a name's sound, or of the number's tail.
    ShortKey(String),
    /// Characters of a name or a matter, folded, as an FTS5 query.
    Text(String),
    /// Nothing that could match anything.
    Nothing,
}

/// Reads one piece.
pub(crate) fn read(piece: &str) -> Term {
    let folded = fold(piece);
    let key = number::key(&folded);
    if let Ok(whole) = CaseNumber::parse(&folded.to_ascii_uppercase())
        && whole.place().is_none()
    {
        return Term::Whole(whole.to_string());
    }
    let is_key = folded
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '·' | '*'));
    if is_key {
        return match key.len() {
            0 => Term::Nothing,
            1 | 2 => Term::ShortKey(key),
            4 if key[..3].bytes().all(|b| b.is_ascii_digit()) => Term::Tail(key),
            _ => Term::Key(key),
        };
    }
    text_query(&folded).map_or(Term::Nothing, Term::Text)
}

/// The FTS5 query for folded text: each unbroken piece as one phrase, all of them required. A
/// piece whose last run is one character, or letters, matches as the beginning of a token.
pub(crate) fn text_query(folded: &str) -> Option<String> {
    let words: Vec<String> = folded
        .split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let last_run = word.chars().rev().take_while(|c| !c.is_ascii()).count();
            // Only word characters are left, so the quotes cannot be broken out of.
            format!("\"{word}\"{}", if last_run < 2 { "*" } else { "" })
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

impl Term {
    /// A condition on `cases AS c` with one parameter `:term`.
    pub(crate) fn sql(&self) -> &'static str {
        match self {
            Self::Tail(_) => include_str!("sql/case_by_tail.sql"),
            Self::Whole(_) => include_str!("sql/case_by_whole.sql"),
            Self::Key(_) => include_str!("sql/case_by_key.sql"),
            Self::ShortKey(_) => include_str!("sql/case_by_short_key.sql"),
            Self::Text(_) => include_str!("sql/case_by_text.sql"),
            Self::Nothing => include_str!("sql/case_by_nothing.sql"),
        }
    }

    /// The parameter's value.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Tail(key) | Self::Whole(key) | Self::Key(key) | Self::ShortKey(key) => {
                Value::Text(key.clone())
            }
            Self::Text(query) => Value::Text(query.clone()),
            Self::Nothing => Value::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_read_as_what_it_can_be() {
        assert_eq!(read("1123-0012"), Term::Key("11230012".to_owned()));
        assert_eq!(
            read("qs03-20261123-0012-6"),
            Term::Whole("QS03-20261123-0012-6".to_owned())
        );
        assert_eq!(read("0421"), Term::Tail("0421".to_owned()));
        assert_eq!(read("042x"), Term::Tail("042X".to_owned()));
        assert_eq!(read("wxl"), Term::Key("WXL".to_owned()));
        assert_eq!(read("w"), Term::ShortKey("W".to_owned()));
        assert_eq!(read("王"), Term::Text("\"王\"*".to_owned()));
        assert_eq!(read("王秀"), Term::Text("\"王秀\"".to_owned()));
        assert_eq!(read("\""), Term::Nothing);
        assert_eq!(read("\u{20BB7}"), Term::Text("\"\u{20BB7}\"*".to_owned()));
    }
}
