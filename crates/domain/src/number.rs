//! The case number: made offline, final, unique.
//!
//! `PREFIX-YYYYMMDD-NNNN-C`: prefix = point + terminal (+ epoch mark), the day in
//! Asia/Shanghai, a counter per prefix and day, and one ISO 7064 MOD 37,36 check
//! character over the alphanumerics before it. Past 9999 the counter has five
//! digits. A case taken together with others (一链办理) carries its place before the check
//! character, `PREFIX-YYYYMMDD-NNNN-P-C`; without it the number is the whole application's (总号).
//! Owns the form; the counter is the store's.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// The largest counter value one prefix can reach in a day.
pub const MAX_SEQ: u32 = 99_999;
/// The largest place in a whole: no chain has more matters.
pub const MAX_PLACE: u32 = 40;

/// Why a number cannot be made or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// The prefix is not 3–10 of `[A-Z0-9]`.
    #[error("the prefix must be 3 to 10 capital letters and digits")]
    Prefix,
    /// The day is not a calendar day between the years 2000 and 9999.
    #[error("the day is not a date")]
    Date,
    /// The counter is zero, above 99999, or written with the wrong number of digits.
    #[error("the counter is out of range")]
    Seq,
    /// The place is zero, above 40, or written with a leading zero.
    #[error("the place is out of range")]
    Place,
    /// The four parts, or five of a case with a place, are not there.
    #[error("the number does not have the form PREFIX-YYYYMMDD-NNNN-C")]
    Form,
    /// The check character does not fit: a digit was misread or mistyped.
    #[error("the check character does not fit")]
    Check,
}

/// A case number. Ordered by prefix, day, counter, place; a whole comes before its cases.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    prefix: String,
    date: NaiveDate,
    seq: u32,
    place: Option<u32>,
}

impl CaseNumber {
    /// Makes the number for the `seq`-th case of `date` under `prefix`.
    ///
    /// # Errors
    /// When the prefix, the year (2000–9999) or the counter (1–99999) is out of range.
    pub fn mint(prefix: &str, date: NaiveDate, seq: u32) -> Result<Self, NumberError> {
        let shaped = prefix
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if !shaped || !(3..=10).contains(&prefix.len()) {
            return Err(NumberError::Prefix);
        }
        if !(2000..=9999).contains(&date.year()) {
            return Err(NumberError::Date);
        }
        if !(1..=MAX_SEQ).contains(&seq) {
            return Err(NumberError::Seq);
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            date,
            seq,
            place: None,
        })
    }

    /// The number of the case at a place of this whole, from 1.
    ///
    /// # Errors
    /// When the place is out of range (1–40).
    pub fn at_place(&self, place: u32) -> Result<Self, NumberError> {
        if !(1..=MAX_PLACE).contains(&place) {
            return Err(NumberError::Place);
        }
        Ok(Self {
            place: Some(place),
            ..self.clone()
        })
    }

    /// The number of the whole application (总号); a number without a place is its own.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self {
            place: None,
            ..self.clone()
        }
    }

    /// Reads the canonical form and verifies the check character.
    ///
    /// # Errors
    /// `NumberError::Check` when only the check character is wrong, so that a person can
    /// be told of a slip; the other variants when the text is not a number at all.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let parts: Vec<&str> = text.splitn(6, '-').collect();
        let (prefix, day, counter, place, check) = match parts.as_slice() {
            [prefix, day, counter, check] => (*prefix, *day, *counter, None, *check),
            [prefix, day, counter, place, check] => (*prefix, *day, *counter, Some(*place), *check),
            _ => return Err(NumberError::Form),
        };
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if day.len() != 8 || !digits(day) {
            return Err(NumberError::Date);
        }
        let date = NaiveDate::parse_from_str(day, "%Y%m%d").map_err(|_| NumberError::Date)?;
        if !(4..=5).contains(&counter.len()) || !digits(counter) {
            return Err(NumberError::Seq);
        }
        let seq: u32 = counter.parse().map_err(|_| NumberError::Seq)?;
        if (counter.len() == 5) != (seq > 9999) {
            return Err(NumberError::Seq);
        }
        let whole = Self::mint(prefix, date, seq)?;
        let number = match place {
            None => whole,
            Some(place) if !digits(place) || place.starts_with('0') || place.len() > 2 => {
                return Err(NumberError::Place);
            }
            Some(place) => {
                let place = place.parse().map_err(|_| NumberError::Place)?;
                whole.at_place(place)?
            }
        };
        if check.len() == 1 && check.starts_with(number.check()) {
            Ok(number)
        } else {
            Err(NumberError::Check)
        }
    }

    /// Point, terminal and epoch mark.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The day the number was given, Asia/Shanghai.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// The counter of that day, from 1.
    #[must_use]
    pub const fn seq(&self) -> u32 {
        self.seq
    }

    /// The place in a whole, from 1; none of a number that stands alone, and of a whole.
    #[must_use]
    pub const fn place(&self) -> Option<u32> {
        self.place
    }

    /// The check character, `0-9` or `A-Z`.
    #[must_use]
    pub fn check(&self) -> char {
        mod_37_36(&self.body())
    }

    /// What people say across the counter: `1123-0012`, with its place `1123-0012-1`.
    #[must_use]
    pub fn short(&self) -> String {
        let short = format!("{}-{:04}", self.date.format("%m%d"), self.seq);
        match self.place {
            Some(place) => format!("{short}-{place}"),
            None => short,
        }
    }

    /// The short form in a list that holds several terminals: `03·1123-0012`. The
    /// terminal is the prefix without the leading letters of the point.
    #[must_use]
    pub fn short_with_terminal(&self) -> String {
        let terminal = self
            .prefix
            .trim_start_matches(|c: char| c.is_ascii_uppercase());
        let terminal = if terminal.is_empty() {
            &self.prefix
        } else {
            terminal
        };
        format!("{terminal}·{}", self.short())
    }

    /// Whether something typed at a search box or kiosk is the end of this number:
    /// at least four characters, with or without the check character; hyphens, spaces
    /// and letter case do not matter (`1123-0012`, `11230012`, `1123-0012-6`, `0012`). The number of
    /// the whole, or its end, is that of each of its cases too.
    #[must_use]
    pub fn matches_tail(&self, typed: &str) -> bool {
        let typed: String = typed
            .chars()
            .filter(|c| !matches!(c, '-' | ' ' | '·' | '－' | '—'))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if typed.len() < 4 {
            return false;
        }
        let ends = |number: &Self| {
            let mut body = number.body();
            if body.ends_with(&typed) {
                return true;
            }
            body.push(number.check());
            body.ends_with(&typed)
        };
        ends(self) || (self.place.is_some() && ends(&self.whole()))
    }

    fn body(&self) -> String {
        let whole = format!(
            "{}{}{:04}",
            self.prefix,
            self.date.format("%Y%m%d"),
            self.seq
        );
        match self.place {
            Some(place) => format!("{whole}{place}"),
            None => whole,
        }
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}-{:04}-",
            self.prefix,
            self.date.format("%Y%m%d"),
            self.seq
        )?;
        if let Some(place) = self.place {
            write!(f, "{place}-")?;
        }
        write!(f, "{}", self.check())
    }
}

impl FromStr for CaseNumber {
    type Err = NumberError;
    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text)
    }
}

impl Serialize for CaseNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// ISO 7064 hybrid system MOD 37,36: finds every single wrong character and nearly
/// every swap of neighbours.
pub(crate) fn mod_37_36(body: &str) -> char {
    let mut product = 36u32;
    for c in body.chars() {
        let sum = (product + c.to_digit(36).unwrap_or(0)) % 36;
        product = if sum == 0 { 36 } else { sum } * 2 % 37;
    }
    let check = (37 - product) % 36;
    char::from(ALPHABET[check as usize])
}
