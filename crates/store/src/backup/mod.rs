//! Copies of a home that can be trusted.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::{Home, StoreError};

/// Keeps an encrypted copy of the database before its schema changes.
pub(crate) fn before_migration(
    home: &Home,
    conn: &Connection,
    found: u32,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let name = format!("schema-{found}-{}.db", at.format("%Y%m%dT%H%M%SZ"));
    copy_database(conn, &home.backups().join(name))
}

/// An encrypted, defragmented copy under the same key, of one consistent moment.
fn copy_database(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    let to = to.to_str().ok_or(StoreError::NoSuch("path in UTF-8"))?;
    conn.execute(include_str!("sql/copy_database.sql"), [to])?;
    Ok(())
}
