//! How the domain's values are written in columns, and read back without trusting them.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use rusqlite::{Row, types::Type};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;
use yichuang_domain::IdNumber;
use yichuang_wire::Hash;

use crate::StoreError;

/// An instant as milliseconds since 1970.
pub(crate) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// A number that SQLite keeps signed. Sequence numbers and sizes never reach 2⁶³.
pub(crate) fn int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A value as JSON text.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value)
        .map_err(|_| StoreError::Damaged("value that JSON cannot hold".to_owned()))
}

/// The word a closed enum serialises to, such as `needs_correction`.
pub(crate) fn word<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Damaged("enum that is not a word".to_owned())),
    }
}

fn damaged(column: &str, of: Type) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), of)
}

/// Reads an instant.
pub(crate) fn instant(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    let ms: i64 = row.get(column)?;
    Utc.timestamp_millis_opt(ms)
        .single()
        .ok_or_else(|| damaged(column, Type::Integer))
}

/// Reads an instant that may be absent.
pub(crate) fn maybe_instant(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let ms: Option<i64> = row.get(column)?;
    Ok(ms.and_then(|ms| Utc.timestamp_millis_opt(ms).single()))
}

/// Reads an unsigned number.
pub(crate) fn count(row: &Row<'_>, column: &str) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| damaged(column, Type::Integer))
}

/// Reads a small unsigned number.
pub(crate) fn small(row: &Row<'_>, column: &str) -> rusqlite::Result<u32> {
    let value: i64 = row.get(column)?;
    u32::try_from(value).map_err(|_| damaged(column, Type::Integer))
}

/// Reads what was written with `Display`.
pub(crate) fn parsed<T: FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| damaged(column, Type::Text))
}

/// Reads what was written with `Display`, or nothing.
pub(crate) fn maybe_parsed<T: FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| damaged(column, Type::Text)))
        .transpose()
}

/// Reads what was written with [`word`].
pub(crate) fn from_word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(word)).map_err(|_| damaged(column, Type::Text))
}

/// Reads an identity number out of two columns. Its shape was checked when the payload was read; the
/// domain offers it back through serde.
pub(crate) fn id_number(row: &Row<'_>, kind: &str, number: &str) -> rusqlite::Result<IdNumber> {
    let (of_kind, text): (String, String) = (row.get(kind)?, row.get(number)?);
    value(
        serde_json::json!({ "kind": of_kind, "number": text }),
        number,
    )
}

/// Reads what was written with [`json`].
pub(crate) fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| damaged(column, Type::Text))
}

/// Reads a 16-byte identifier.
pub(crate) fn uuid(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    row.get(column).map(Uuid::from_bytes)
}

/// Reads an id that may be absent.
pub(crate) fn maybe_uuid(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Uuid>> {
    Ok(row
        .get::<_, Option<[u8; 16]>>(column)?
        .map(Uuid::from_bytes))
}

/// Reads a 32-byte digest.
pub(crate) fn hash(row: &Row<'_>, column: &str) -> rusqlite::Result<Hash> {
    row.get(column).map(Hash)
}

/// Reads a 32-byte digest that may be absent.
pub(crate) fn maybe_hash(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Hash>> {
    Ok(row.get::<_, Option<[u8; 32]>>(column)?.map(Hash))
}

/// Reads a day that may be absent.
pub(crate) fn maybe_day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    maybe_parsed(row, column)
}

/// Reads a value out of JSON made from columns.
pub(crate) fn value<T: DeserializeOwned>(
    json: serde_json::Value,
    column: &str,
) -> rusqlite::Result<T> {
    serde_json::from_value(json).map_err(|_| damaged(column, Type::Text))
}
