//! The signed catalogue pack: what the product's matters, questions, calendar and points come in.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode, bytes::ByteVec};
use serde::{Deserialize, Serialize};

use crate::{
    Hash, PublicKey, Purpose, Signature, Signed, Signer, WireError,
    batch::{deflate, inflate},
    cbor,
    cbor::Fixed,
    sha256,
};

/// An unpacked pack is never larger than this.
const MAX_PACK_BYTES: usize = 64 * 1024 * 1024;
const FORMAT: u8 = 1;
/// A pack is made once and fetched by many.
const PACK_LEVEL: i32 = 9;

/// What one item of a pack is; each item is one JSON document in the catalogue's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackKind {
    /// One matter.
    Matter,
    /// The questions of one matter.
    Questions,
    /// What people call one matter.
    Aliases,
    /// One chain of matters.
    Chain,
    /// The lists of proofs.
    Proofs,
    /// Regions.
    Regions,
    /// Service points.
    Points,
    /// The working-day calendar.
    Calendar,
}

/// One item: its bytes are found under their hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackItem {
    /// What it is.
    pub kind: PackKind,
    /// The matter's or chain's code; the kind's name for what exists once.
    pub code: String,
    /// SHA-256 of its exact bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
}

/// What a pack holds. Travels as a [`Signed`] document with [`Purpose::Pack`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Rises with every publication of one publisher.
    pub version: u64,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Who answers for the content, as printed on guides (来源).
    pub publisher: String,
    /// True while a point runs on the sample catalogue: screen and paper say 样例目录.
    pub sample: bool,
    /// Everything in it; what is not listed is no longer in force.
    pub items: Vec<PackItem>,
}

/// A manifest with the bytes of some or all of its items. A delta carries only what is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The signed manifest.
    pub manifest: Signed,
    /// Item bytes by SHA-256.
    pub blobs: BTreeMap<Hash, Vec<u8>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PackCbor {
    #[n(0)]
    format: u8,
    #[n(1)]
    manifest: String,
    #[n(2)]
    signature: Fixed<64>,
    #[n(3)]
    blobs: Vec<ByteVec>,
}

impl Pack {
    /// Signs a complete pack of (kind, code, bytes).
    ///
    /// # Errors
    /// [`WireError::Signature`] when the key cannot sign.
    pub fn publish(
        signer: &dyn Signer,
        version: u64,
        published_at: DateTime<Utc>,
        publisher: &str,
        sample: bool,
        content: Vec<(PackKind, String, Vec<u8>)>,
    ) -> Result<Self, WireError> {
        let mut blobs = BTreeMap::new();
        let mut items = Vec::with_capacity(content.len());
        for (kind, code, bytes) in content {
            let hash = sha256(&bytes);
            items.push(PackItem {
                kind,
                code,
                sha256: hash,
                size: bytes.len() as u64,
            });
            blobs.insert(hash, bytes);
        }
        items.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
        let manifest = Manifest {
            version,
            published_at,
            publisher: publisher.to_owned(),
            sample,
            items,
        };
        Ok(Self {
            manifest: Signed::seal(signer, Purpose::Pack, &manifest)?,
            blobs,
        })
    }

    /// Verifies the publisher and reads the manifest.
    ///
    /// # Errors
    /// [`WireError::Signature`] or [`WireError::Malformed`].
    pub fn open(&self, publisher: &PublicKey) -> Result<Manifest, WireError> {
        self.manifest.open(publisher, "pack", Purpose::Pack)
    }

    /// Compressed CBOR, the content of a `.ycp` file.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when compression fails.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WireError> {
        let raw = cbor::write(&PackCbor {
            format: FORMAT,
            manifest: self.manifest.document.clone(),
            signature: Fixed(self.manifest.signature.0),
            blobs: self.blobs.values().map(|b| b.clone().into()).collect(),
        });
        deflate("pack", &raw, PACK_LEVEL)
    }

    /// Reads what [`Pack::to_bytes`] wrote. Blobs are found by their own hash, so a changed one is
    /// simply missing when the manifest asks for it.
    ///
    /// # Errors
    /// [`WireError::Malformed`], [`WireError::TooLarge`] or [`WireError::Version`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let raw = inflate("pack", bytes, MAX_PACK_BYTES)?;
        let raw: PackCbor = cbor::read("pack", &raw, MAX_PACK_BYTES)?;
        if raw.format != FORMAT {
            return Err(WireError::Version {
                what: "pack",
                version: u32::from(raw.format),
            });
        }
        let blobs = raw
            .blobs
            .into_iter()
            .map(Vec::from)
            .map(|b| (sha256(&b), b))
            .collect();
        let manifest = Signed {
            document: raw.manifest,
            signature: Signature(raw.signature.0),
        };
        Ok(Self { manifest, blobs })
    }
}
