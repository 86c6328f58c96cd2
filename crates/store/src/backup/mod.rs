//! Copies of a home that can be trusted.
//!
//! A backup is a folder: the database as one consistent encrypted copy, the key slots without the
//! machine's key file (a copy on a stick must not carry its own key), the encrypted pages, and a
//! signed manifest of the SHA-256 of each. It is built beside its place, verified by opening it,
//! and only then given its name. Restoring is by putting the files into a folder: the next opening
//! finds no `epoch.json` and begins a new epoch of the journal.

mod verify;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use yichuang_domain::TerminalCode;
use yichuang_wire::{ChainHead, Hash, Purpose, Signature, Signed, Signer as _, sha256};

pub use verify::{BackupReport, verify_backup};

use crate::{
    Home, Store, StoreError,
    database::{self, Access},
    home::{sync_dir, write_durable},
};

const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";

/// What a backup holds. Kept as a [`Signed`] document by the terminal's key, with
/// [`Purpose::Backup`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupManifest {
    /// Format, 1.
    pub format: u32,
    /// Whose home.
    pub terminal: TerminalCode,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The newest entry of the terminal's journal in it.
    pub head: ChainHead,
    /// Over [`ChainHead::signed_bytes`] of `head`, with [`Purpose::Backup`]: one signature vouches
    /// for everything before it, and none made for a batch stands in for it.
    pub head_signature: Signature,
    /// Cases in it.
    pub cases: u64,
    /// Every file of the backup but the manifest.
    pub files: Vec<BackupFile>,
}

/// One file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupFile {
    /// Its name inside the backup, `/` between folders.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
}

impl Store {
    /// Makes a verified backup in a new folder of `destination` and returns where it is with its
    /// manifest. Work goes on meanwhile.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::BackupDamaged`] when the copy does not verify, file and
    /// database errors; what was begun is removed.
    pub fn backup(
        &self,
        destination: &Path,
        at: DateTime<Utc>,
    ) -> Result<(PathBuf, BackupManifest), StoreError> {
        let name = format!(
            "yichuang-{}-{}",
            self.identity().terminal(),
            at.format("%Y%m%dT%H%M%SZ")
        );
        let place = destination.join(&name);
        if place.exists() {
            return Err(StoreError::HomeExists);
        }
        let partial = destination.join(format!(".{name}.partial"));
        let made = self.build_backup(&partial, at).and_then(|manifest| {
            verify::verify_with(&partial, self.dek())?;
            std::fs::rename(&partial, &place).map_err(StoreError::io("put backup in place"))?;
            sync_dir(destination)?;
            Ok(manifest)
        });
        if made.is_err() {
            // The reason it failed is what matters; a leftover is replaced by the next backup.
            let _ = std::fs::remove_dir_all(&partial);
        }
        made.map(|manifest| (place, manifest))
    }

    fn build_backup(&self, folder: &Path, at: DateTime<Utc>) -> Result<BackupManifest, StoreError> {
        if folder.exists() {
            std::fs::remove_dir_all(folder).map_err(StoreError::io("clear unfinished backup"))?;
        }
        let copy = Home::at(folder);
        std::fs::create_dir_all(copy.files()).map_err(StoreError::io("make backup folder"))?;
        // Pages are durable before the rows that name them: copying the database first means that
        // every page it names can be copied after it.
        let conn = database::open(&self.home().database(), self.dek(), Access::Read)?;
        copy_database(&conn, &copy.database())?;
        sync_file(&copy.database())?;
        copy_file(&self.home().keys(), &copy.keys())?;
        let copied = database::open(&copy.database(), self.dek(), Access::Read)?;
        let mut names = vec!["yichuang.db".to_owned(), "keys.json".to_owned()];
        for name in page_names(&copied)? {
            copy_file(&self.home().files().join(&name), &copy.files().join(&name))?;
            names.push(format!("files/{name}"));
        }
        let head = newest_head(&copied, self)?;
        let manifest = BackupManifest {
            format: FORMAT,
            terminal: self.identity().terminal().clone(),
            made_at: at,
            head_signature: self
                .identity()
                .signing
                .sign(Purpose::Backup, &head.signed_bytes())?,
            head,
            cases: count_cases(&copied)?,
            files: names
                .iter()
                .map(|name| describe(folder, name))
                .collect::<Result<_, _>>()?,
        };
        let signed = Signed::seal(&self.identity().signing, Purpose::Backup, &manifest)?;
        let path = folder.join(MANIFEST);
        write_durable(
            &path.with_extension("new"),
            &path,
            &[crate::column::json(&signed)?.as_bytes()],
        )?;
        sync_dir(&copy.files())?;
        sync_dir(folder)?;
        Ok(manifest)
    }
}

/// Keeps an encrypted copy of the database before its schema changes.
pub(crate) fn before_migration(
    home: &Home,
    conn: &Connection,
    found: u32,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let name = format!("schema-{found}-{}.db", at.format("%Y%m%dT%H%M%SZ"));
    let path = home.backups().join(name);
    copy_database(conn, &path)?;
    sync_file(&path)?;
    sync_dir(&home.backups())
}

/// An encrypted, defragmented copy under the same key, of one consistent moment.
fn copy_database(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    let to = to.to_str().ok_or(StoreError::NoSuch("path in UTF-8"))?;
    conn.execute(include_str!("sql/copy_database.sql"), [to])?;
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    std::fs::copy(from, to).map_err(StoreError::io("copy file"))?;
    sync_file(to)
}

fn sync_file(path: &Path) -> Result<(), StoreError> {
    let file = std::fs::OpenOptions::new().append(true).open(path);
    file.and_then(|file| file.sync_all())
        .map_err(StoreError::io("sync file"))
}

fn page_names(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare(include_str!("../file/sql/disk_names.sql"))?;
    let names = statement
        .query_map([], |row| row.get("disk_name"))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

fn count_cases(conn: &Connection) -> Result<u64, StoreError> {
    let total = conn.query_row(include_str!("../case/sql/count_cases.sql"), [], |row| {
        crate::column::count(row, "total")
    })?;
    Ok(total)
}

fn newest_head(conn: &Connection, store: &Store) -> Result<ChainHead, StoreError> {
    let epoch = crate::home::HomeRow::load(conn)?.epoch;
    crate::journal::head(conn, &store.identity().journal(), epoch)?
        .ok_or_else(|| StoreError::Damaged("the epoch has no first entry".to_owned()))
}

fn describe(folder: &Path, name: &str) -> Result<BackupFile, StoreError> {
    let bytes = std::fs::read(folder.join(name)).map_err(StoreError::io("read backup"))?;
    Ok(BackupFile {
        name: name.to_owned(),
        sha256: sha256(&bytes),
        size: bytes.len() as u64,
    })
}
