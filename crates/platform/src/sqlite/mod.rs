//! The embedded database: SQLite behind [`crate::storage::Storage`].
//!
//! One connection writes, one reads beside it (WAL). `synchronous=FULL`: what a method has
//! returned survives a power cut. The file is encrypted with a key derived from the data
//! directory's at-rest secret.

mod cases;
mod chain;
mod department;
mod facts;
mod feed;
mod files;
mod journals;
mod judging;
mod packs;
mod registry;
mod row;
mod schema;

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, Once},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use yichuang_wire::Hash;

use crate::storage::{StorageError, StorageResult};

/// How long a call waits for another process's transaction.
const BUSY: Duration = Duration::from_secs(10);

pub(crate) struct SqliteStorage {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
}

impl SqliteStorage {
    pub(crate) fn open(path: &Path, key: &Hash) -> StorageResult<Self> {
        let mut writer = connect(path, key)?;
        schema::migrate(&mut writer)?;
        let reader = connect(path, key)?;
        reader
            .pragma_update(None, "query_only", true)
            .map_err(failed)?;
        Ok(Self {
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
        })
    }

    /// Runs `work` in one immediate transaction; an error rolls all of it back.
    fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> StorageResult<T>,
    ) -> StorageResult<T> {
        let mut connection = lock(&self.writer);
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let value = work(&transaction)?;
        transaction.commit().map_err(failed)?;
        Ok(value)
    }

    /// Runs `work` on one consistent snapshot.
    fn read<T>(&self, work: impl FnOnce(&Transaction<'_>) -> StorageResult<T>) -> StorageResult<T> {
        let mut connection = lock(&self.reader);
        let transaction = connection.transaction().map_err(failed)?;
        work(&transaction)
    }
}

/// SQLCipher sets itself up behind the first opening in a process, and refuses keys to a second
/// thread until it has.
fn set_up_cipher() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        // Whatever keeps this one from opening keeps the next from opening too, and is told there.
        let _ = Connection::open_in_memory();
    });
}

fn connect(path: &Path, key: &Hash) -> StorageResult<Connection> {
    set_up_cipher();
    let connection = Connection::open(path).map_err(failed)?;
    connection
        .pragma_update(None, "key", format!("x'{key}'"))
        .map_err(failed)?;
    connection.busy_timeout(BUSY).map_err(failed)?;
    connection
        .pragma_update(None, "journal_mode", "wal")
        .map_err(failed)?;
    connection
        .pragma_update(None, "synchronous", "full")
        .map_err(failed)?;
    connection
        .pragma_update(None, "foreign_keys", true)
        .map_err(failed)?;
    connection
        .pragma_update(None, "secure_delete", true)
        .map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    // A panic elsewhere has rolled its transaction back; the connection itself is sound.
    connection
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The store's word for a database error.
fn failed(error: rusqlite::Error) -> StorageError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StorageError::Busy,
        Some(ErrorCode::DiskFull) => StorageError::Full,
        Some(ErrorCode::NotADatabase) => {
            StorageError::Corrupt("database, or the at-rest key is another one")
        }
        _ => StorageError::Failed(error.to_string()),
    }
}
