//! Material pages and rendered papers on the disk, always encrypted.
//!
//! Owns: AES-256-GCM over whole files, names that tell nothing, the order "file durable, then the
//! row that names it", and sweeping what a crash left between the two. A page has its own random key
//! in its row: deleting the row shreds it. Papers in the spool are under a key derived from the
//! home's, because their record is a journal entry and not a row.

mod seal;

use std::{collections::BTreeSet, path::PathBuf};

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use rusqlite::{Connection, OptionalExtension as _, named_params};
use sha2::{Digest as _, Sha256};
use yichuang_domain::{FileHash, FileRef};
use yichuang_wire::{Hash, protocol::MAX_FILE_BYTES, sha256};
use zeroize::Zeroizing;

use crate::{Home, Store, StoreError, column, entropy::random, home::write_durable};

/// What a page's row says.
struct FileRow {
    disk_name: String,
    key: Zeroizing<[u8; 32]>,
    size: u64,
}

impl Store {
    /// Keeps a page as it will be sent (after re-compression). Its identity is the SHA-256 of the
    /// bytes; keeping the same bytes again changes nothing. Call before the transaction that refers
    /// to it.
    ///
    /// # Errors
    /// [`StoreError::FileSize`] when empty or larger than 64 MiB, [`StoreError::DiskFull`], file and
    /// database errors; the page is not referred to anywhere then.
    pub fn put_file(
        &self,
        bytes: &[u8],
        media_type: &str,
        name: &str,
        at: DateTime<Utc>,
    ) -> Result<FileRef, StoreError> {
        let size = bytes.len() as u64;
        if size == 0 || size > MAX_FILE_BYTES {
            return Err(StoreError::FileSize { size });
        }
        let hash = sha256(bytes);
        let file = FileRef {
            sha256: hash.into(),
            size,
            media_type: media_type.to_owned(),
            name: name.to_owned(),
        };
        let known = self.read(|r| read_row(r.conn, hash))?;
        if known.is_some_and(|row| self.home().files().join(row.disk_name).is_file()) {
            return Ok(file);
        }
        let key = Zeroizing::new(random::<32>(self.entropy())?);
        let disk_name = HEXLOWER.encode(&random::<16>(self.entropy())?);
        let sealed = seal::seal(&key, hash, bytes, self.entropy())?;
        let folder = self.home().files();
        write_durable(
            &folder.join(format!("{disk_name}.new")),
            &folder.join(&disk_name),
            &[&sealed],
        )?;
        self.write(|tx| {
            tx.conn
                .prepare_cached(include_str!("sql/insert_file.sql"))?
                .execute(named_params! {
                    ":sha256": hash.0,
                    ":disk_name": disk_name,
                    ":key": *key,
                    ":size": column::int(size),
                    ":stored_ms": column::millis(at),
                })?;
            Ok::<_, StoreError>(file)
        })
    }

    /// The bytes of a page.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`] when it was never kept here, [`StoreError::FileMissing`] when it is
    /// gone from the disk, [`StoreError::FileDamaged`] when it does not decrypt to its identity.
    pub fn read_file(&self, file: &FileHash) -> Result<Vec<u8>, StoreError> {
        let hash = Hash::from(*file);
        let row = self
            .read(|r| read_row(r.conn, hash))?
            .ok_or(StoreError::NoSuch("file"))?;
        let sealed = match std::fs::read(self.home().files().join(&row.disk_name)) {
            Ok(sealed) => sealed,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::FileMissing(*file));
            }
            Err(error) => return Err(StoreError::io("read page")(error)),
        };
        let bytes = seal::open(&row.key, hash, &sealed).ok_or(StoreError::FileDamaged(*file))?;
        if bytes.len() as u64 == row.size && sha256(&bytes) == hash {
            Ok(bytes)
        } else {
            Err(StoreError::FileDamaged(*file))
        }
    }

    /// Deletes pages kept before `before` that no case and no draft names any more; returns how
    /// many. A draft names a page by having its hash in its body.
    ///
    /// # Errors
    /// File and database errors.
    pub fn sweep_unnamed_files(&self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        let names: Vec<String> = self.write(|tx| {
            let mut statement = tx
                .conn
                .prepare_cached(include_str!("sql/delete_unnamed.sql"))?;
            let names = statement
                .query_map([column::millis(before)], |row| row.get("disk_name"))?
                .collect::<Result<_, _>>()?;
            Ok::<_, StoreError>(names)
        })?;
        // The rows are gone, and with them the keys; a file that stays is swept at the next start.
        for name in &names {
            let _ = std::fs::remove_file(self.home().files().join(name));
        }
        Ok(names.len())
    }

    /// Keeps a rendered paper until its printing is settled; `paper` is the SHA-256 its `printed`
    /// entry names.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] and file errors.
    pub fn spool_paper(&self, paper: Hash, bytes: &[u8]) -> Result<(), StoreError> {
        let sealed = seal::seal(&*self.dek().derive(b"spool")?, paper, bytes, self.entropy())?;
        let path = self.paper_path(paper)?;
        write_durable(&path.with_extension("new"), &path, &[&sealed])
    }

    /// A paper from the spool; none when it is not there any more or cannot be read, and is then
    /// rendered again.
    ///
    /// # Errors
    /// [`StoreError::KeyRefused`].
    pub fn spooled_paper(&self, paper: Hash) -> Result<Option<Vec<u8>>, StoreError> {
        let key = self.dek().derive(b"spool")?;
        let sealed = std::fs::read(self.paper_path(paper)?).ok();
        Ok(sealed
            .and_then(|sealed| seal::open(&key, paper, &sealed))
            .filter(|bytes| sha256(bytes) == paper))
    }

    /// Takes a settled paper out of the spool.
    ///
    /// # Errors
    /// File errors.
    pub fn unspool_paper(&self, paper: Hash) -> Result<(), StoreError> {
        match std::fs::remove_file(self.paper_path(paper)?) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::io("unspool")(error))
            }
            _ => Ok(()),
        }
    }

    /// A name that tells nothing about the paper to somebody without the key.
    fn paper_path(&self, paper: Hash) -> Result<PathBuf, StoreError> {
        let key = self.dek().derive(b"spool names")?;
        let name = Sha256::new()
            .chain_update(&key[..])
            .chain_update(paper.0)
            .finalize();
        Ok(self.home().spool().join(HEXLOWER.encode(&name)))
    }
}

fn read_row(conn: &Connection, hash: Hash) -> Result<Option<FileRow>, StoreError> {
    let row = conn
        .prepare_cached(include_str!("sql/read_file.sql"))?
        .query_row([hash.0], |row| {
            Ok(FileRow {
                disk_name: row.get("disk_name")?,
                key: Zeroizing::new(row.get("key")?),
                size: column::count(row, "size")?,
            })
        })
        .optional()?;
    Ok(row)
}

/// Removes files no row names: written, but the transaction that would have named them never came.
pub(crate) fn sweep(home: &Home, conn: &Connection) -> Result<(), StoreError> {
    let mut statement = conn.prepare(include_str!("sql/disk_names.sql"))?;
    let named: BTreeSet<String> = statement
        .query_map([], |row| row.get("disk_name"))?
        .collect::<Result<_, _>>()?;
    let folder = std::fs::read_dir(home.files()).map_err(StoreError::io("read files"))?;
    for entry in folder {
        let entry = entry.map_err(StoreError::io("read files"))?;
        let is_named = entry
            .file_name()
            .to_str()
            .is_some_and(|name| named.contains(name));
        if !is_named && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            std::fs::remove_file(entry.path()).map_err(StoreError::io("sweep file"))?;
        }
    }
    Ok(())
}
