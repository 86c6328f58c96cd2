//! What is known of a person from several visits, and which of it to believe.

use chrono::NaiveDate;

use super::{Person, Verified};
use crate::identity::Sex;

/// One value, how it was established, on which day, and where it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Known<T, S> {
    /// The value.
    pub value: T,
    /// How it was established.
    pub verified: Verified,
    /// The day.
    pub on: NaiveDate,
    /// Where it stands: the case it was taken down in.
    pub source: S,
}

impl Verified {
    /// How far something established in this way is believed: the chip before the clerk's eyes
    /// before what somebody said.
    #[must_use]
    pub const fn trust(self) -> u8 {
        match self {
            Self::CardRead => 2,
            Self::SeenByClerk => 1,
            Self::Typed => 0,
        }
    }
}

/// The value to believe: the best established, among those the newest, among those of one day the
/// first given.
#[must_use]
pub fn most_trusted<T, S>(values: impl IntoIterator<Item = Known<T, S>>) -> Option<Known<T, S>> {
    let better = |held: Option<Known<T, S>>, next: Known<T, S>| match held {
        Some(held) if (held.verified.trust(), held.on) >= (next.verified.trust(), next.on) => {
            Some(held)
        }
        _ => Some(next),
    };
    values.into_iter().fold(None, better)
}

/// One thing known of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Name.
    Name,
    /// Sex.
    Sex,
    /// Birth date.
    Birth,
    /// Ethnicity.
    Ethnicity,
    /// Address.
    Address,
    /// Telephone.
    Phone,
}

impl Fact {
    /// Every fact, in the order in which a file lists them.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::Sex,
        Self::Birth,
        Self::Ethnicity,
        Self::Address,
        Self::Phone,
    ];

    /// The stable key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sex => "sex",
            Self::Birth => "birth",
            Self::Ethnicity => "ethnicity",
            Self::Address => "address",
            Self::Phone => "phone",
        }
    }

    /// What a person taken down on some day says of it, as text, and how that was established. No
    /// document has a telephone: it is always what somebody said.
    #[must_use]
    pub fn of(self, person: &Person) -> Option<(String, Verified)> {
        let value = match self {
            Self::Name => Some(person.name.clone()),
            Self::Sex => person.sex.map(|sex: Sex| sex.key().to_owned()),
            Self::Birth => person.birth.map(|day| day.to_string()),
            Self::Ethnicity => person.ethnicity.clone(),
            Self::Address => person.address.clone(),
            Self::Phone => person.phone.as_ref().map(|phone| phone.reveal().to_owned()),
        };
        let verified = match self {
            Self::Phone => Verified::Typed,
            _ => person.verified,
        };
        value
            .filter(|value| !value.trim().is_empty())
            .map(|value| (value, verified))
    }
}
