//! Identifiers: what they look like and how they are written.
//!
//! Owns the shapes only. Ids are made at the edge (UUIDv7) and passed in; a matter
//! code is an opaque string that is never computed with, because two generations of
//! the national coding scheme coexist.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Why a text is not the identifier it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {what}")]
pub struct IdError {
    /// Which identifier was expected.
    pub what: &'static str,
}

macro_rules! uuid_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                // Only the hyphenated form: one identity, one spelling.
                if text.len() != 36 {
                    return Err(IdError { what: stringify!($name) });
                }
                Uuid::try_parse(text).map(Self).map_err(|_| IdError { what: stringify!($name) })
            }
        }

        serde_as_string!($name);
    };
}

macro_rules! serde_as_string {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    };
}

macro_rules! code_id {
    ($(#[$meta:meta])* $name:ident, $accepts:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes a code that has the right shape.
            ///
            /// # Errors
            /// `IdError` when the length or a character is outside the permitted set.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                let accepts: fn(&str) -> bool = $accepts;
                if accepts(&text) { Ok(Self(text)) } else { Err(IdError { what: stringify!($name) }) }
            }

            /// The code as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        serde_as_string!($name);
    };
}

uuid_id!(
    /// One case (办件), from draft to archive.
    CaseId
);
uuid_id!(
    /// One draft (草稿); becomes a case when it is received.
    DraftId
);
uuid_id!(
    /// One operator: a person who logs in.
    OperatorId
);

fn upper_alphanumeric(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

code_id!(
    /// The prefix of a terminal's case numbers: 3–8 of `[A-Z0-9]`, such as `LY03`;
    /// a journal epoch after the first adds a two-character mark (`LY03K7`).
    TerminalCode,
    |text| upper_alphanumeric(text, 3, 8)
);
code_id!(
    /// A matter's implementation code (实施编码): 8–40 of `[0-9A-Z]`, opaque.
    MatterCode,
    |text| upper_alphanumeric(text, 8, 40)
);
code_id!(
    /// A normalised material number (规范材料编号), the same in every matter that asks
    /// for the same certificate: 1–40 of `[A-Z0-9-]`, such as `MAT-IDCARD`.
    MaterialId,
    |text| (1..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'-')
);

/// SHA-256 of the bytes of a file as kept: the file's identity, written as 64
/// lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileHash(pub [u8; 32]);

impl fmt::Display for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileHash({self})")
    }
}

impl FromStr for FileHash {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let wrong = || IdError { what: "FileHash" };
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return Err(wrong());
        }
        let mut bytes = [0u8; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let [high, low] = pair else {
                return Err(wrong());
            };
            *byte = hex_value(*high).ok_or_else(wrong)? << 4 | hex_value(*low).ok_or_else(wrong)?;
        }
        Ok(Self(bytes))
    }
}

fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

serde_as_string!(FileHash);
