//! The two digests of the journal: SM3 for entries (suite `sm2-sm3`), SHA-256 for files.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A 32-byte digest, written as 64 lowercase hex digits. Of SM3 (GB/T 32905) where it names an
/// entry, of SHA-256 (FIPS 180-4) where it names a file, a matter or a pack.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// All zero: "no previous header", at the start of a terminal's first epoch.
    pub const ZERO: Self = Self([0; 32]);

    /// The digest's bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A digest from exactly 32 bytes.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({}…)", &self.to_string()[..12])
    }
}

impl FromStr for Hash {
    type Err = HashShape;

    fn from_str(text: &str) -> Result<Self, HashShape> {
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| HashShape)?;
        Self::from_slice(&bytes).ok_or(HashShape)
    }
}

/// The text is not 64 lowercase hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hash is 64 lowercase hex digits")]
pub struct HashShape;

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl From<yichuang_domain::FileHash> for Hash {
    fn from(file: yichuang_domain::FileHash) -> Self {
        Self(file.0)
    }
}

impl From<Hash> for yichuang_domain::FileHash {
    fn from(hash: Hash) -> Self {
        Self(hash.0)
    }
}

/// SM3 (GB/T 32905-2016) over the parts, one after another.
#[must_use]
pub fn sm3(parts: &[&[u8]]) -> Hash {
    use sm3::Digest as _;
    let mut digest = sm3::Sm3::new();
    for part in parts {
        digest.update(part);
    }
    Hash(digest.finalize().into())
}

/// SHA-256 over one run of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    use sha2::Digest as _;
    Hash(sha2::Sha256::digest(bytes).into())
}
