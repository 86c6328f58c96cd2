//! A few read-only connections, opened when first needed and kept.

use std::{
    ops::Deref,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use rusqlite::Connection;

use super::{Access, open};
use crate::{StoreError, key::DataKey};

/// Connections kept; more are opened under load and closed again.
const KEPT: usize = 4;

pub(crate) struct Pool {
    path: PathBuf,
    dek: DataKey,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    pub(crate) fn new(path: PathBuf, dek: DataKey) -> Self {
        Self {
            path,
            dek,
            idle: Mutex::new(Vec::new()),
        }
    }

    pub(crate) fn take(&self) -> Result<Pooled<'_>, StoreError> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let conn = match idle {
            Some(conn) => conn,
            None => open(&self.path, &self.dek, Access::Read)?,
        };
        Ok(Pooled {
            conn: Some(conn),
            pool: self,
        })
    }
}

/// A borrowed connection; goes back to the pool unless it was spoilt.
pub(crate) struct Pooled<'a> {
    conn: Option<Connection>,
    pool: &'a Pool,
}

impl Pooled<'_> {
    /// Closes the connection instead of giving it back.
    pub(crate) fn discard(mut self) {
        self.conn = None;
    }
}

impl Deref for Pooled<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        // Only `discard`, which consumes the guard, empties it.
        self.conn
            .as_ref()
            .unwrap_or_else(|| unreachable!("a pooled connection is there until dropped"))
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        let Some(conn) = self.conn.take() else { return };
        let mut idle = self
            .pool
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT && conn.is_autocommit() {
            idle.push(conn);
        }
    }
}
