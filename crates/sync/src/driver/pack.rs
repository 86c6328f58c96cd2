//! The catalogue, a few items at a time, so that a case that was just accepted never waits for it.

use std::collections::BTreeMap;

use yichuang_wire::{Hash, Manifest, PackItem, Purpose, Signed, sha256};

use super::{Driver, carry};
use crate::{Done, Ledger, LinkError, Trouble};

/// Items fetched between two looks at the journal.
const ITEMS_A_STEP: usize = 16;
/// A pack is never larger than this in all, in bytes.
const MAX_PACK_BYTES: u64 = 64 * 1024 * 1024;

/// A pack on its way; what arrived stays until all of it is there.
pub(super) struct Staging {
    signed: Signed,
    manifest: Manifest,
    arrived: BTreeMap<Hash, Vec<u8>>,
}

impl<L: Ledger> Driver<L> {
    /// Gets a few more items of the newest pack, and installs it when all are here. The manifest
    /// is fetched once; what arrived is kept until the pack is installed or withdrawn.
    pub(super) async fn fetch_pack(&mut self, installed: Option<u64>) -> Result<Done, Trouble> {
        let begun = match self.staging.take() {
            Some(staging) => Some(staging),
            None => self.begin(installed).await?,
        };
        let Some(mut staging) = begun else {
            return Ok(Done::PackCurrent);
        };
        let left = self.fetch_items(&mut staging).await;
        match left {
            Ok(0) => self.install(staging).await,
            Err(Trouble::Link(LinkError::Refused(refusal))) => {
                Err(LinkError::Refused(refusal).into())
            }
            other => {
                self.staging = Some(staging);
                other.map(|_| Done::PackPart)
            }
        }
    }

    /// The newest pack, when it is newer than what is installed.
    async fn begin(&self, installed: Option<u64>) -> Result<Option<Staging>, Trouble> {
        let signed = self.link.latest_manifest().await?;
        let manifest: Manifest =
            carry::opened(&signed, &self.identity.root, "pack", Purpose::Pack)?;
        if installed.is_some_and(|version| version >= manifest.version) {
            return Ok(None);
        }
        let size = manifest
            .items
            .iter()
            .map(|item| item.size)
            .fold(0, u64::saturating_add);
        if size > MAX_PACK_BYTES {
            return Err(Trouble::PackRefused);
        }
        Ok(Some(Staging {
            signed,
            manifest,
            arrived: BTreeMap::new(),
        }))
    }

    /// Fetches some of what is missing; says how many items are still missing then.
    async fn fetch_items(&self, staging: &mut Staging) -> Result<usize, Trouble> {
        let manifest = staging.manifest.clone();
        let mut missing = self
            .kept(move |ledger| ledger.missing_items(&manifest))
            .await?;
        missing.retain(|item| !staging.arrived.contains_key(&item.sha256));
        missing.dedup_by_key(|item| item.sha256);
        let now = missing.len().min(ITEMS_A_STEP);
        for item in &missing[..now] {
            let bytes = self.fetch_item(item).await?;
            staging.arrived.insert(item.sha256, bytes);
        }
        Ok(missing.len() - now)
    }

    async fn fetch_item(&self, item: &PackItem) -> Result<Vec<u8>, Trouble> {
        let bytes = self.link.blob(item.sha256, item.size).await?;
        if bytes.len() as u64 != item.size || sha256(&bytes) != item.sha256 {
            return Err(LinkError::CaptiveOrForeign.into());
        }
        Ok(bytes)
    }

    async fn install(&self, staging: Staging) -> Result<Done, Trouble> {
        let Staging {
            signed,
            manifest,
            arrived,
        } = staging;
        let (blobs, at) = (arrived.into_iter().collect(), self.edge.now());
        self.kept(move |ledger| ledger.install_pack(&signed, &manifest, blobs, at))
            .await?;
        Ok(Done::PackCurrent)
    }
}
