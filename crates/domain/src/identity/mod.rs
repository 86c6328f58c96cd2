//! Identity numbers: kinds, shapes, check characters, masks.
//!
//! Owns GB 11643, GB 32100, the foreign permanent residence card (both
//! generations), the travel permits and passports, and phone numbers. The values are
//! secret by type: `Debug` masks them, and the clear text leaves only through
//! `reveal`, which callers turn into a logged act. Knows nothing of card readers.

mod citizen;
mod phone;
mod problem;
mod travel;
mod uscc;

pub use phone::{Phone, PhoneProblem};
pub use problem::{IdProblem, IdWarning};

use crate::closed::coded_set;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use zeroize::Zeroizing;

/// The longest identity number stored, in characters.
pub const MAX_ID_CHARS: usize = 40;

coded_set!(
    /// The kind of an identity document.
    IdKind {
        /// 居民身份证, also the residence permit of Hong Kong, Macau and Taiwan residents,
        /// which uses the same 18-digit scheme.
        Citizen = "citizen", "居民身份证";
        /// 户口簿, for people who have no card yet.
        Hukou = "hukou", "户口簿";
        /// 外国人永久居留身份证, generations 2017 and 2023.
        ForeignResident = "foreign_resident", "外国人永久居留身份证";
        /// 港澳居民来往内地通行证.
        HkMoPermit = "hk_mo_permit", "港澳居民来往内地通行证";
        /// 台湾居民来往大陆通行证.
        TaiwanPermit = "taiwan_permit", "台湾居民来往大陆通行证";
        /// 护照.
        Passport = "passport", "护照";
        /// 统一社会信用代码, for organisations.
        Uscc = "uscc", "统一社会信用代码";
        /// Any other document, kept as written.
        Other = "other", "其他证件";
    }
);

impl IdKind {
    /// The three-digit document type of GA/T 2000.156 as commonly used, or none where no
    /// commonly used value exists. Verify against the receiving system before upload.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::Citizen => Some("111"),
            Self::Hukou => Some("113"),
            Self::ForeignResident => Some("553"),
            Self::HkMoPermit => Some("516"),
            Self::TaiwanPermit => Some("511"),
            Self::Passport => Some("414"),
            Self::Uscc | Self::Other => None,
        }
    }
}

coded_set!(
    /// Sex as GB/T 2261.1 writes it on documents.
    Sex {
        /// 男.
        Male = "male", "男";
        /// 女.
        Female = "female", "女";
    }
);

/// An identity number with its kind. Never printed in clear by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct IdNumber {
    kind: IdKind,
    value: Zeroizing<String>,
}

impl IdNumber {
    /// Normalises (spaces and hyphens dropped, full-width folded, upper case) and checks a
    /// number by the rules of its kind. Whether a birth date lies in the future is left to
    /// the caller, who knows the day: see [`IdNumber::birth`].
    ///
    /// # Errors
    /// The first rule the number breaks.
    pub fn parse(kind: IdKind, text: &str) -> Result<Self, IdProblem> {
        let value = problem::normalise(text)?;
        let value = match kind {
            IdKind::Citizen => citizen::check_citizen(&value).map(|()| value)?,
            IdKind::Hukou => citizen::check_hukou(&value).map(|()| value)?,
            IdKind::ForeignResident => citizen::check_foreign(&value).map(|()| value)?,
            IdKind::HkMoPermit => travel::hk_mo_permit(&value)?,
            IdKind::TaiwanPermit => travel::taiwan_permit(&value)?,
            IdKind::Passport => travel::passport(&value)?,
            IdKind::Uscc => uscc::check(&value).map(|()| value)?,
            IdKind::Other => value,
        };
        Ok(Self {
            kind,
            value: Zeroizing::new(value),
        })
    }

    /// The eighteen-digit number an old fifteen-digit one would have become, for a person
    /// to confirm: the century is a guess.
    ///
    /// # Errors
    /// When the text is not fifteen digits with a date inside.
    pub fn upgraded_from_fifteen(text: &str) -> Result<Self, IdProblem> {
        let value = citizen::upgrade_fifteen(&problem::normalise(text)?)?;
        Ok(Self {
            kind: IdKind::Citizen,
            value: Zeroizing::new(value),
        })
    }

    /// The kind of document.
    #[must_use]
    pub const fn kind(&self) -> IdKind {
        self.kind
    }

    /// The number in clear. The caller answers for it: showing it is an act in the journal.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.value
    }

    /// The last four characters, by which people are told apart across a counter.
    #[must_use]
    pub fn last_four(&self) -> String {
        tail(&self.value, 4)
    }

    /// First character and last four, the rest starred; of numbers with fewer than nine
    /// characters only the last two. An organisation's code is public and shown whole.
    #[must_use]
    pub fn masked(&self) -> String {
        let count = self.value.chars().count();
        let (head, end) = match (self.kind, count) {
            (IdKind::Uscc, _) => return self.value.to_string(),
            (_, 0..=4) => (0, 0),
            (_, 5..=8) => (1, 2),
            _ => (1, 4),
        };
        let mut masked: String = self.value.chars().take(head).collect();
        masked.extend(std::iter::repeat_n('*', count - head - end));
        masked.push_str(&tail(&self.value, end));
        masked
    }

    /// What is odd about the number without making it invalid.
    #[must_use]
    pub fn warnings(&self) -> Vec<IdWarning> {
        match self.kind {
            IdKind::Citizen => citizen::region_warning(&self.value).into_iter().collect(),
            IdKind::Uscc => uscc::organisation_warning(&self.value)
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The birth date the number carries, if its kind carries a full one.
    #[must_use]
    pub fn birth(&self) -> Option<NaiveDate> {
        match self.kind {
            IdKind::Citizen | IdKind::Hukou | IdKind::ForeignResident => {
                citizen::birth(&self.value)
            }
            _ => None,
        }
    }

    /// The sex the number carries, if its kind carries one.
    #[must_use]
    pub fn sex(&self) -> Option<Sex> {
        match self.kind {
            IdKind::Citizen | IdKind::Hukou | IdKind::ForeignResident => citizen::sex(&self.value),
            _ => None,
        }
    }
}

pub(crate) fn tail(text: &str, count: usize) -> String {
    let skip = text.chars().count().saturating_sub(count);
    text.chars().skip(skip).collect()
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdNumber({} {})", self.kind.key(), self.masked())
    }
}

#[derive(Serialize, Deserialize)]
struct Written<'a> {
    kind: IdKind,
    number: std::borrow::Cow<'a, str>,
}

impl Serialize for IdNumber {
    /// In the clear: this is the journal payload, which is encrypted where it rests.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            kind: self.kind,
            number: self.value.as_str().into(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for IdNumber {
    /// Shape only: a number accepted under an override must stay readable for ever.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let value = written.number.into_owned();
        let shaped = !value.is_empty()
            && value.chars().count() <= MAX_ID_CHARS
            && !value.chars().any(char::is_control);
        if !shaped {
            return Err(de::Error::custom(
                "identity number is empty, too long or has control characters",
            ));
        }
        Ok(Self {
            kind: written.kind,
            value: Zeroizing::new(value),
        })
    }
}
