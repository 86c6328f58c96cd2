//! Whether a backup is what its manifest says, and opens.

use std::path::{Component, Path};

use rusqlite::Connection;
use yichuang_wire::{Purpose, Signed, Signer as _, Verifier as _};

use super::{BackupManifest, FORMAT, MANIFEST, describe};
use crate::{
    Home, Store, StoreError, Unlock,
    database::{self, Access},
    home::HomeRow,
    journal,
    key::{DataKey, KeyFile},
};

/// A backup that verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// What it holds.
    pub manifest: BackupManifest,
    /// Entries of all journals checked.
    pub entries: u64,
}

const MAX_MANIFEST_BYTES: u64 = 64 * 1024 * 1024;

/// Verifies a backup without the home it was made from, by an operator's key slot: every file
/// against its digest, the signatures, the database's pages, the whole chain.
///
/// # Errors
/// [`StoreError::KeyRefused`], [`StoreError::BackupDamaged`], file and database errors.
pub fn verify_backup(folder: &Path, unlock: Unlock<'_>) -> Result<BackupReport, StoreError> {
    let home = Home::at(folder);
    let dek = KeyFile::load(&home.keys())?.unlock(unlock, &home.machine_key())?;
    verify_with(folder, &dek)
}

impl Store {
    /// Verifies a backup of this home.
    ///
    /// # Errors
    /// Those of [`verify_backup`].
    pub fn verify_backup(&self, folder: &Path) -> Result<BackupReport, StoreError> {
        verify_with(folder, self.dek())
    }
}

pub(super) fn verify_with(folder: &Path, dek: &DataKey) -> Result<BackupReport, StoreError> {
    let signed = read_manifest(folder)?;
    let manifest: BackupManifest = serde_json::from_str(&signed.document)
        .map_err(|_| damaged("the manifest cannot be read"))?;
    if manifest.format != FORMAT {
        return Err(damaged("the manifest is of another format"));
    }
    for file in &manifest.files {
        if !is_inside(&file.name) {
            return Err(damaged("the manifest names a file outside"));
        }
        match describe(folder, &file.name) {
            Ok(found) if found == *file => {}
            _ => return Err(damaged(&file.name)),
        }
    }
    // The manifest is complete only if it names the database that is about to be opened.
    if !manifest.files.iter().any(|file| file.name == "yichuang.db") {
        return Err(damaged("the manifest does not name the database"));
    }
    let conn = database::open(&Home::at(folder).database(), dek, Access::Read)?;
    check_signatures(&conn, &signed, &manifest)?;
    check_pages(&conn)?;
    let report = journal::verify_all(&conn)?;
    if let Some(bad) = report.first_bad {
        return Err(damaged(&format!("entry {}: {}", bad.arrival, bad.why)));
    }
    Ok(BackupReport {
        manifest,
        entries: report.entries,
    })
}

fn damaged(why: &str) -> StoreError {
    StoreError::BackupDamaged(why.to_owned())
}

fn read_manifest(folder: &Path) -> Result<Signed, StoreError> {
    let path = folder.join(MANIFEST);
    let size = std::fs::metadata(&path)
        .map_err(|_| damaged("there is no manifest"))?
        .len();
    if size > MAX_MANIFEST_BYTES {
        return Err(damaged("the manifest is too large"));
    }
    let text = std::fs::read(&path).map_err(StoreError::io("read manifest"))?;
    serde_json::from_slice(&text).map_err(|_| damaged("the manifest cannot be read"))
}

/// A name that stays inside the backup whatever a hostile manifest says.
fn is_inside(name: &str) -> bool {
    !name.is_empty()
        && Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

fn check_signatures(
    conn: &Connection,
    signed: &Signed,
    manifest: &BackupManifest,
) -> Result<(), StoreError> {
    let row = HomeRow::load(conn)?;
    let key = row.identity.signing.public_key();
    let refused = |_| damaged("the manifest's signature");
    key.verify(
        "backup",
        Purpose::Backup,
        signed.document.as_bytes(),
        &signed.signature,
    )
    .map_err(refused)?;
    key.verify(
        "backup",
        Purpose::Backup,
        &manifest.head.signed_bytes(),
        &manifest.head_signature,
    )
    .map_err(refused)?;
    let head = journal::head(conn, &row.identity.journal(), row.epoch)?;
    if head.as_ref() == Some(&manifest.head) {
        Ok(())
    } else {
        Err(damaged("the journal ends elsewhere"))
    }
}

fn check_pages(conn: &Connection) -> Result<(), StoreError> {
    let found: String =
        conn.query_row(include_str!("sql/check_pages.sql"), [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(damaged("the database's pages"))
    }
}
