//! Published packs in SQLite.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Transaction, params};
use yichuang_domain::TerminalCode;
use yichuang_wire::{Hash, Signed, payload::PackPublished, sha256};

use super::{
    SqliteStorage, failed,
    feed::{Notice, tell},
    judging,
    row::{self, int, millis},
};
use crate::storage::{NewPack, Packs, Published, StorageResult};

impl Packs for SqliteStorage {
    fn publish(&self, pack: &NewPack<'_>) -> StorageResult<Published> {
        self.write(|tx| publish(tx, pack))
    }

    fn latest_manifest(&self) -> StorageResult<Option<Signed>> {
        let text: Option<String> = self.read(|tx| {
            tx.query_row(
                "SELECT manifest FROM pack ORDER BY version DESC LIMIT 1",
                [],
                |row| row.get(0),
            )
            .optional()
            .map_err(failed)
        })?;
        text.map(|text| row::from_json(&text, "manifest"))
            .transpose()
    }

    fn pack_blob(&self, sha256: &Hash) -> StorageResult<Option<Vec<u8>>> {
        self.read(|tx| {
            tx.prepare_cached("SELECT bytes FROM pack_blob WHERE sha256 = ?1")
                .map_err(failed)?
                .query_row([sha256.0], |row| row.get(0))
                .optional()
                .map_err(failed)
        })
    }

    fn pack_blobs(&self) -> StorageResult<Vec<Hash>> {
        self.read(|tx| {
            let mut statement = tx
                .prepare_cached("SELECT sha256 FROM pack_blob")
                .map_err(failed)?;
            let hashes = statement
                .query_map([], |row| row.get(0).map(Hash))
                .map_err(failed)?;
            hashes.collect::<Result<_, _>>().map_err(failed)
        })
    }
}

fn publish(tx: &Transaction<'_>, pack: &NewPack<'_>) -> StorageResult<Published> {
    let digest = sha256(pack.signed.document.as_bytes());
    if let Some((latest, stored)) = latest(tx)?
        && latest >= pack.manifest.version
    {
        let same = latest == pack.manifest.version && stored == digest;
        return Ok(if same {
            Published::Already
        } else {
            Published::Older { latest }
        });
    }
    for item in &pack.manifest.items {
        if !pack.blobs.contains_key(&item.sha256) && !is_stored(tx, &item.sha256)? {
            return Ok(Published::Incomplete {
                missing: item.sha256,
            });
        }
    }
    store(tx, pack, digest)?;
    judging::reconsider(tx)?;
    let terminals = enrolled(tx)?;
    for terminal in &terminals {
        tell_pack(tx, terminal, pack.manifest.version, digest, pack.at)?;
    }
    Ok(Published::InForce {
        feeds: terminals.len(),
    })
}

fn store(tx: &Transaction<'_>, pack: &NewPack<'_>, digest: Hash) -> StorageResult<()> {
    tx.execute(
        "INSERT INTO pack (version, manifest, digest, at) VALUES (?1, ?2, ?3, ?4)",
        params![
            int(pack.manifest.version),
            row::json(pack.signed)?,
            digest.0,
            millis(pack.at)
        ],
    )
    .map_err(failed)?;
    for item in &pack.manifest.items {
        if let Some(bytes) = pack.blobs.get(&item.sha256) {
            tx.prepare_cached("INSERT OR IGNORE INTO pack_blob (sha256, bytes) VALUES (?1, ?2)")
                .map_err(failed)?
                .execute(params![item.sha256.0, bytes])
                .map_err(failed)?;
        }
        let kind = row::json(&item.kind)?;
        tx.prepare_cached(
            "INSERT OR IGNORE INTO pack_item (sha256, code, kind, version) VALUES (?1, ?2, ?3, ?4)",
        )
        .map_err(failed)?
        .execute(params![
            item.sha256.0,
            item.code,
            kind.trim_matches('"'),
            int(pack.manifest.version)
        ])
        .map_err(failed)?;
    }
    Ok(())
}

fn is_stored(tx: &Transaction<'_>, sha256: &Hash) -> StorageResult<bool> {
    tx.prepare_cached("SELECT 1 FROM pack_blob WHERE sha256 = ?1")
        .map_err(failed)?
        .exists([sha256.0])
        .map_err(failed)
}

fn latest(tx: &Transaction<'_>) -> StorageResult<Option<(u64, Hash)>> {
    let mut statement = tx
        .prepare_cached("SELECT version, digest FROM pack ORDER BY version DESC LIMIT 1")
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    rows.next()
        .map_err(failed)?
        .map(|found| Ok((row::uint(found, 0)?, row::hash(found, 1)?)))
        .transpose()
}

fn enrolled(tx: &Transaction<'_>) -> StorageResult<Vec<TerminalCode>> {
    let mut statement = tx
        .prepare_cached("SELECT code FROM terminal WHERE claimed_at IS NOT NULL ORDER BY code")
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut codes = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        codes.push(row::text(found, 0, "terminal code")?);
    }
    Ok(codes)
}

/// Tells a terminal that has just been enrolled of the pack in force.
pub(super) fn tell_latest(
    tx: &Transaction<'_>,
    terminal: &TerminalCode,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    match latest(tx)? {
        Some((version, manifest)) => tell_pack(tx, terminal, version, manifest, at),
        None => Ok(()),
    }
}

fn tell_pack(
    tx: &Transaction<'_>,
    terminal: &TerminalCode,
    version: u64,
    manifest: Hash,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    tell(
        tx,
        Notice {
            terminal,
            payload: PackPublished { version, manifest }.into(),
            case: None,
            at,
        },
    )
}
