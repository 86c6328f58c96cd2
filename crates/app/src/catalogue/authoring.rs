//! A home that may author: it holds a publisher's key and makes its own packs. The demo is one.

use serde::Deserialize;
use yichuang_domain::role::Act;
use yichuang_store::{Store, Tx};
use yichuang_wire::{KeyPair, Pack, Signer as _};

use super::folder::{Gathered, PackContent};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, ImportResult},
    report::Outcome,
};

const PUBLISHER: &str = "样例目录（滕州市示例）";

#[derive(Deserialize)]
struct KeyFile {
    secret: String,
}

impl Desk {
    /// The key this home publishes with.
    ///
    /// # Errors
    /// `MATTER-003` with `not_authoring` when this home has none.
    pub(crate) fn authoring_key(&self, store: &Store) -> Outcome<KeyPair> {
        let not_authoring =
            || ApiError::new(ErrorCode::CatalogueFile).with("reason", "not_authoring");
        if !store.identity().demo {
            return Err(not_authoring());
        }
        let text = std::fs::read_to_string(self.host.assets.join("demo/platform-key.json"))
            .map_err(|_| not_authoring())?;
        let file: KeyFile = serde_json::from_str(&text).map_err(|_| not_authoring())?;
        let secret = data_encoding::HEXLOWER
            .decode(file.secret.as_bytes())
            .map_err(|_| not_authoring())?;
        let secret = secret.try_into().map_err(|_| not_authoring())?;
        let key = KeyPair::from_secret(&secret)?;
        if key.public_key() == store.identity().enrolment.root {
            Ok(key)
        } else {
            Err(not_authoring())
        }
    }

    /// Adds what was gathered to what is in force, publishes it as a new signed pack and installs
    /// that pack like any other. What is refused leaves what was there untouched.
    pub(super) fn publish(&self, gathered: Gathered) -> Outcome<ImportResult> {
        let store = self.store()?;
        let key = self.authoring_key(&store)?;
        let imported = gathered.matters();
        let (content, refused) = gathered.into_parts();
        let version = match content.is_empty() {
            true => store
                .read(|read| read.pack_in_force())?
                .map_or(0, |pack| pack.version),
            false => store.write(|tx| self.install_authored(tx, &key, content))?,
        };
        Ok(ImportResult {
            imported,
            refused,
            version: u32::try_from(version).unwrap_or(u32::MAX),
            differing: self.differing_copies()?,
        })
    }

    fn install_authored(&self, tx: &mut Tx<'_>, key: &KeyPair, added: PackContent) -> Outcome<u64> {
        let mut content: std::collections::BTreeMap<_, _> = tx
            .pack_content()?
            .into_iter()
            .map(|(kind, code, bytes)| ((kind, code), bytes))
            .collect();
        content.extend(
            added
                .into_iter()
                .map(|(kind, code, bytes)| ((kind, code), bytes)),
        );
        let content = content
            .into_iter()
            .map(|((kind, code), bytes)| (kind, code, bytes))
            .collect();
        let version = tx.pack_in_force()?.map_or(1, |pack| pack.version + 1);
        let pack = Pack::publish(key, version, self.now(), PUBLISHER, true, content)?;
        self.install(tx, &pack)?;
        Ok(version)
    }

    /// The pack in force as a file, with the signature it came with.
    ///
    /// # Errors
    /// `MATTER-002` when there is none.
    pub fn pack_in_force(&self) -> Outcome<Vec<u8>> {
        let empty = || ApiError::new(ErrorCode::CatalogueEmpty);
        let (manifest, content) = self.store()?.read(|read| -> Outcome<_> {
            let pack = read.pack_in_force()?.ok_or_else(empty)?;
            Ok((pack.manifest, read.pack_content()?))
        })?;
        let blobs = content
            .into_iter()
            .map(|(_, _, bytes)| (yichuang_wire::sha256(&bytes), bytes))
            .collect();
        Ok(Pack { manifest, blobs }.to_bytes()?)
    }

    /// The sample catalogue of the assets, published and installed as the demo's first pack.
    pub(crate) fn import_sample_catalogue(&self) -> Outcome<ImportResult> {
        self.publish(Gathered::from_path(&self.host.assets.join("catalogue"))?)
    }

    /// Whether whoever is signed in may change the catalogue; the demo's operators may, so that it
    /// can be tried out.
    pub(super) fn may_install(&self) -> Outcome<()> {
        if self.store()?.identity().demo {
            return self.operator().map(|_| ());
        }
        self.allowed(Act::InstallCatalogue).map(|_| ())
    }
}
