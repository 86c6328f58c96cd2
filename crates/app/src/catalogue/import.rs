//! Taking a catalogue in: a signed pack anywhere, a folder where this home may author.

use std::path::Path;

use yichuang_store::{PackOutcome, StoreError, Tx};
use yichuang_wire::{Pack, WireError, payload::PackInstalled, sha256};

use super::folder::Gathered;
use crate::{
    Desk,
    draft::files::read_bounded,
    ipc::{ApiError, ChangedKind, ErrorCode, ImportResult, Nothing},
    report::Outcome,
};

/// The first bytes of a zstd frame: a pack file.
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

impl Desk {
    /// Takes in a folder or file of the catalogue's format, or a signed pack.
    ///
    /// # Errors
    /// `MATTER-003` with the reason; nothing of what is in force changes.
    pub fn import_catalogue(&self, path: &Path) -> Outcome<ImportResult> {
        self.may_install()?;
        let pack = if path.is_file() {
            read_bounded(path).ok().filter(|b| b.starts_with(ZSTD))
        } else {
            None
        };
        let result = match pack {
            Some(bytes) => self.install_file(&bytes)?,
            None => self.publish(Gathered::from_path(path)?)?,
        };
        self.announce(ChangedKind::Matter, None);
        Ok(result)
    }

    /// Takes in a signed pack brought as a file.
    ///
    /// # Errors
    /// `MATTER-003`, `MATTER-004`, `MATTER-005`; what is in force stays.
    pub fn import_pack(&self, _: Nothing, bytes: &[u8]) -> Outcome<ImportResult> {
        self.may_install()?;
        let result = self.install_file(bytes)?;
        self.announce(ChangedKind::Matter, None);
        Ok(result)
    }

    fn install_file(&self, bytes: &[u8]) -> Outcome<ImportResult> {
        let refused =
            |e: WireError| ApiError::new(ErrorCode::CatalogueFile).with("reason", e.code());
        let pack = Pack::from_bytes(bytes).map_err(refused)?;
        let outcome = self.store()?.write(|tx| self.install(tx, &pack))?;
        Ok(ImportResult {
            imported: outcome.matters,
            refused: Vec::new(),
            version: u32::try_from(outcome.version).unwrap_or(u32::MAX),
            differing: self.differing_copies()?,
        })
    }

    /// Puts a pack in force and writes that down.
    pub(super) fn install(&self, tx: &mut Tx<'_>, pack: &Pack) -> Outcome<PackOutcome> {
        let root = tx.identity().enrolment.root;
        let outcome = tx
            .install_pack(pack, &root, self.now())
            .map_err(|error| match error {
                StoreError::Wire(WireError::Signature(_)) => {
                    ApiError::new(ErrorCode::PackSignature)
                }
                other => other.into(),
            })?;
        let publisher = tx
            .pack_in_force()?
            .map(|pack| pack.publisher)
            .unwrap_or_default();
        let payload = PackInstalled {
            version: outcome.version,
            publisher,
            manifest: sha256(pack.manifest.document.as_bytes()),
            matters: outcome.matters,
        };
        let actor = self.session().operator.as_ref().map(|operator| operator.id);
        self.note(tx, payload, None, actor)?;
        Ok(outcome)
    }
}
