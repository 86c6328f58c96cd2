//! Published catalogue packs.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use yichuang_wire::{Hash, Manifest, Signed};

use super::StorageResult;

/// A verified pack.
#[derive(Debug, Clone)]
pub struct NewPack<'a> {
    /// The signed manifest.
    pub signed: &'a Signed,
    /// What it says.
    pub manifest: &'a Manifest,
    /// The bytes of items not stored yet, by SHA-256.
    pub blobs: &'a BTreeMap<Hash, Vec<u8>>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// In force; every enrolled terminal's feed tells of it.
    InForce {
        /// How many feeds.
        feeds: usize,
    },
    /// Exactly this pack is in force already.
    Already,
    /// A pack of this or a higher version is in force.
    Older {
        /// The version in force.
        latest: u64,
    },
    /// The manifest names an item whose bytes are nowhere.
    Incomplete {
        /// The item's hash.
        missing: Hash,
    },
}

/// Packs and their items.
pub trait Packs: Send + Sync {
    /// Puts a pack in force.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn publish(&self, pack: &NewPack<'_>) -> StorageResult<Published>;

    /// The manifest in force.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn latest_manifest(&self) -> StorageResult<Option<Signed>>;

    /// The bytes of an item of any published pack.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn pack_blob(&self, sha256: &Hash) -> StorageResult<Option<Vec<u8>>>;

    /// The hashes of all items of all published packs.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn pack_blobs(&self) -> StorageResult<Vec<Hash>>;
}
