//! Telephone numbers: mobile `1[3-9]` + nine digits, or a landline with area code.

use super::tail;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The text is neither a mobile number nor a landline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mobile number or landline")]
pub struct PhoneProblem;

/// A telephone number, secret by type.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(Zeroizing<String>);

const LONGEST: usize = 24;

impl Phone {
    /// Reads a mobile number (`+86` and separators dropped) or a landline: area code
    /// (`0` + 2–3 digits) and 7–8 digits, optionally `-` and an extension of 1–6 digits; a
    /// five-digit service number such as 12345 is also taken.
    ///
    /// # Errors
    /// `PhoneProblem` when it is neither.
    pub fn parse(text: &str) -> Result<Self, PhoneProblem> {
        if text.len() > LONGEST * 4 {
            return Err(PhoneProblem);
        }
        let folded: String = text
            .nfkc()
            .map(|c| {
                if matches!(c, '—' | '–' | '‐' | '转') {
                    '-'
                } else {
                    c
                }
            })
            .filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')'))
            .collect();
        let folded = folded.strip_prefix("+86").unwrap_or(&folded);
        let joined: String = folded.chars().filter(|c| *c != '-').collect();
        if is_mobile(&joined) {
            return Ok(Self(Zeroizing::new(joined)));
        }
        if is_landline(folded) || (joined.len() == 5 && digits(&joined) && joined.starts_with('1'))
        {
            return Ok(Self(Zeroizing::new(folded.to_owned())));
        }
        Err(PhoneProblem)
    }

    /// The number in clear; the caller answers for it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether a text message can reach it.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        is_mobile(&self.0)
    }

    /// `138****6120`; of other numbers the last three digits.
    #[must_use]
    pub fn masked(&self) -> String {
        if self.is_mobile() {
            let head: String = self.0.chars().take(3).collect();
            return format!("{head}****{}", tail(&self.0, 4));
        }
        let count = self.0.chars().count();
        let end = if count > 5 { 3 } else { 0 };
        let mut masked = "*".repeat(count - end);
        masked.push_str(&tail(&self.0, end));
        masked
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_mobile(text: &str) -> bool {
    text.len() == 11
        && digits(text)
        && text.starts_with('1')
        && matches!(text.as_bytes().get(1), Some(b'3'..=b'9'))
}

fn is_landline(text: &str) -> bool {
    let mut parts: Vec<&str> = text.split('-').collect();
    if !parts.iter().all(|part| digits(part)) {
        return false;
    }
    let extension = parts.len() > 1
        && parts
            .last()
            .is_some_and(|part| (1..=6).contains(&part.len()));
    if extension {
        parts.pop();
    }
    let joined = parts.concat();
    parts.len() <= 2 && joined.starts_with('0') && (10..=12).contains(&joined.len())
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl Serialize for Phone {
    /// In the clear: this is the journal payload, which is encrypted where it rests.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Phone {
    /// Shape only, so that what was once stored stays readable.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let shaped =
            !text.is_empty() && text.len() <= LONGEST && !text.chars().any(char::is_control);
        if shaped {
            Ok(Self(Zeroizing::new(text)))
        } else {
            Err(de::Error::custom("not a telephone number"))
        }
    }
}
