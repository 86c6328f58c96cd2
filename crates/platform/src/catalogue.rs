//! Publishing a catalogue pack: verified, every matter read, then told to every terminal.

use yichuang_domain::Matter;
use yichuang_wire::{Manifest, Pack, PackItem, PackKind};

use crate::{
    Platform, PlatformError,
    storage::{NewPack, Published},
};

impl Platform {
    /// Puts a signed pack (`.ycp` bytes) in force and returns how many terminals' feeds tell of
    /// it. Publishing the pack that is in force again changes nothing and returns 0.
    ///
    /// # Errors
    /// [`PlatformError::Wire`] when it is not signed by this platform's key,
    /// [`PlatformError::PackRefused`] when it is older, incomplete or holds an invalid matter.
    pub fn publish(&self, bytes: &[u8]) -> Result<usize, PlatformError> {
        let pack = Pack::from_bytes(bytes)?;
        let manifest = pack.open(&self.public_key())?;
        check_items(&pack, &manifest)?;
        let new = NewPack {
            signed: &pack.manifest,
            manifest: &manifest,
            blobs: &pack.blobs,
            at: self.now(),
        };
        let refused = |why: String| Err(PlatformError::PackRefused(why));
        let feeds = match self.storage.publish(&new)? {
            Published::InForce { feeds } => feeds,
            Published::Already => 0,
            Published::Older { latest } => {
                return refused(format!(
                    "version {} is not newer than {latest}",
                    manifest.version
                ));
            }
            Published::Incomplete { missing } => {
                return refused(format!("item {missing} is neither in the pack nor stored"));
            }
        };
        self.work.notify_one();
        Ok(feeds)
    }
}

fn check_items(pack: &Pack, manifest: &Manifest) -> Result<(), PlatformError> {
    for item in &manifest.items {
        let Some(bytes) = pack.blobs.get(&item.sha256) else {
            continue;
        };
        if bytes.len() as u64 != item.size {
            return Err(PlatformError::PackRefused(format!(
                "{} has another size than listed",
                item.code
            )));
        }
        if item.kind == PackKind::Matter {
            check_matter(item, bytes)?;
        }
    }
    Ok(())
}

fn check_matter(item: &PackItem, bytes: &[u8]) -> Result<(), PlatformError> {
    let refused = |why: String| PlatformError::PackRefused(format!("matter {}: {why}", item.code));
    let matter = Matter::parse(bytes).map_err(|problems| {
        refused(
            problems
                .first()
                .map_or_else(String::new, |p| format!("{} {}", p.code, p.section)),
        )
    })?;
    if matter.code == *item.code.as_str() {
        Ok(())
    } else {
        Err(refused(format!("its bytes are of {}", matter.code)))
    }
}
