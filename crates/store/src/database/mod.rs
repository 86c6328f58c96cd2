//! Opening the encrypted database and keeping its schema.
//!
//! Owns: the key pragma, connection settings, transactions, the pool of readers, migrations. The
//! one place that knows the file is SQLCipher. Must not know: any table but `migration`.

mod migrate;
mod pool;

use std::path::Path;

use data_encoding::HEXLOWER;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

pub(crate) use migrate::{NEWEST, migrate, schema_version};
pub(crate) use pool::Pool;

use crate::{StoreError, key::DataKey, search};

/// What a connection may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Write,
    Read,
}

/// Opens the database under the home's key; the wrong key, or a file that is no database, is
/// [`StoreError::KeyRefused`].
pub(crate) fn open(path: &Path, dek: &DataKey, access: Access) -> Result<Connection, StoreError> {
    let flags = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.execute_batch(&key_pragma(dek)?)?;
    conn.execute_batch(include_str!("settings.sql"))?;
    // The first read tells whether the key fits.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    if access == Access::Write {
        conn.execute_batch(include_str!("writer.sql"))?;
    }
    conn.set_prepared_statement_cache_capacity(128);
    search::register(&conn)?;
    Ok(conn)
}

fn key_pragma(dek: &DataKey) -> Result<Zeroizing<String>, StoreError> {
    let key = dek.derive(b"database")?;
    let hex = Zeroizing::new(HEXLOWER.encode(&key[..]));
    Ok(Zeroizing::new(format!(
        "PRAGMA key = \"x'{}'\"",
        hex.as_str()
    )))
}

/// Runs `work` in one `BEGIN IMMEDIATE` transaction: committed when it succeeds, rolled back when
/// it fails or panics.
pub(crate) fn in_transaction<T, E: From<StoreError>>(
    conn: &Connection,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    conn.execute_batch("BEGIN IMMEDIATE")
        .map_err(StoreError::from)?;
    let open = Open::new(conn);
    let value = work()?;
    conn.execute_batch("COMMIT").map_err(StoreError::from)?;
    drop(open);
    Ok(value)
}

/// Rolls back whatever is still open when it goes out of scope.
pub(crate) struct Open<'a> {
    conn: &'a Connection,
}

impl<'a> Open<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        if !self.conn.is_autocommit() {
            // A connection that cannot even roll back is closed by its owner.
            let _ = self.conn.execute_batch("ROLLBACK");
        }
    }
}

/// Runs `work` against one unchanging view of the database.
pub(crate) fn in_snapshot<T, E: From<StoreError>>(
    conn: &Connection,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    conn.execute_batch("BEGIN DEFERRED")
        .map_err(StoreError::from)?;
    let open = Open::new(conn);
    let value = work();
    drop(open);
    value
}
