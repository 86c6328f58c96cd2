//! Between columns and the product's types; a column that does not read is corruption, not a panic.

use std::str::FromStr;

use chrono::{DateTime, TimeZone as _, Utc};
use rusqlite::Row;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;
use yichuang_domain::CaseId;
use yichuang_wire::{ChainHead, Entry, Hash, JournalName, PublicKey};

use super::failed;
use crate::storage::{StorageError, StorageResult};

/// SQLite's integers are signed; sizes and sequence numbers of the product fit with room to spare.
pub(super) fn int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(super) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

pub(super) fn time(millis: i64) -> StorageResult<DateTime<Utc>> {
    Utc.timestamp_millis_opt(millis)
        .single()
        .ok_or(StorageError::Corrupt("time"))
}

pub(super) fn case_bytes(id: CaseId) -> [u8; 16] {
    id.0.into_bytes()
}

pub(super) fn case_id(bytes: [u8; 16]) -> CaseId {
    CaseId(Uuid::from_bytes(bytes))
}

pub(super) fn get<T: rusqlite::types::FromSql>(row: &Row<'_>, column: usize) -> StorageResult<T> {
    row.get(column).map_err(failed)
}

pub(super) fn uint(row: &Row<'_>, column: usize) -> StorageResult<u64> {
    u64::try_from(get::<i64>(row, column)?).map_err(|_| StorageError::Corrupt("number"))
}

pub(super) fn hash(row: &Row<'_>, column: usize) -> StorageResult<Hash> {
    get(row, column).map(Hash)
}

pub(super) fn text<T: FromStr>(
    row: &Row<'_>,
    column: usize,
    what: &'static str,
) -> StorageResult<T> {
    parse(&get::<String>(row, column)?, what)
}

pub(super) fn parse<T: FromStr>(text: &str, what: &'static str) -> StorageResult<T> {
    text.parse().map_err(|_| StorageError::Corrupt(what))
}

pub(super) fn key(bytes: Vec<u8>) -> StorageResult<PublicKey> {
    bytes
        .try_into()
        .map(PublicKey)
        .map_err(|_| StorageError::Corrupt("public key"))
}

/// A value kept as JSON text.
pub(super) fn json<T: Serialize>(value: &T) -> StorageResult<String> {
    serde_json::to_string(value).map_err(|e| StorageError::Failed(e.to_string()))
}

pub(super) fn from_json<T: DeserializeOwned>(text: &str, what: &'static str) -> StorageResult<T> {
    serde_json::from_str(text).map_err(|_| StorageError::Corrupt(what))
}

/// An entry from its columns header, salt, payload, beginning at `first`.
pub(super) fn entry(row: &Row<'_>, first: usize) -> StorageResult<Entry> {
    let payload = match (
        get::<Option<[u8; 32]>>(row, first + 1)?,
        get::<Option<Vec<u8>>>(row, first + 2)?,
    ) {
        (Some(salt), Some(payload)) => Some((salt, payload)),
        _ => None,
    };
    Ok(Entry::from_parts(get(row, first)?, payload))
}

/// A head from its columns epoch, seq, hash, beginning at `first`.
pub(super) fn head(row: &Row<'_>, first: usize, journal: &JournalName) -> StorageResult<ChainHead> {
    Ok(ChainHead {
        journal: journal.clone(),
        epoch: get(row, first)?,
        seq: uint(row, first + 1)?,
        hash: hash(row, first + 2)?,
    })
}
