//! Uploads and stored files in SQLite.

use chrono::{DateTime, Utc};
use rusqlite::{Row, Transaction, params};
use yichuang_domain::TerminalCode;
use yichuang_wire::Hash;

use super::{
    SqliteStorage, failed,
    feed::release,
    row::{self, case_bytes, int, millis},
};
use crate::storage::{Advance, Files, NewUpload, Opened, StorageError, StorageResult, Upload};

const COLUMNS: &str =
    "id, terminal, case_id, sha256, size, offset, rest_len, wrapped_key, completed_at";

impl Files for SqliteStorage {
    fn open_upload(&self, new: &NewUpload) -> StorageResult<Opened> {
        self.write(|tx| {
            let changed = tx
                .execute(
                    "INSERT OR IGNORE INTO upload (id, terminal, case_id, sha256, size, media_type, offset,
                                                   rest_len, wrapped_key, touched_at)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, ?8)",
                    params![
                        new.id,
                        new.terminal.as_str(),
                        case_bytes(new.case),
                        new.sha256.0,
                        int(new.size),
                        new.media_type,
                        new.wrapped_key,
                        millis(new.at),
                    ],
                )
                .map_err(failed)?;
            let sql = format!("SELECT {COLUMNS} FROM upload WHERE terminal = ?1 AND case_id = ?2 AND sha256 = ?3");
            let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
            let mut rows = statement
                .query(params![new.terminal.as_str(), case_bytes(new.case), new.sha256.0])
                .map_err(failed)?;
            let found = rows.next().map_err(failed)?.ok_or(StorageError::Corrupt("upload"))?;
            Ok(if changed == 1 { Opened::New(upload(found)?) } else { Opened::Existing(upload(found)?) })
        })
    }

    fn upload(&self, terminal: &TerminalCode, id: &str) -> StorageResult<Option<Upload>> {
        let sql = format!("SELECT {COLUMNS} FROM upload WHERE id = ?1 AND terminal = ?2");
        self.read(|tx| {
            let mut statement = tx.prepare_cached(&sql).map_err(failed)?;
            let mut rows = statement.query([id, terminal.as_str()]).map_err(failed)?;
            rows.next().map_err(failed)?.map(upload).transpose()
        })
    }

    fn advance(&self, advance: &Advance) -> StorageResult<bool> {
        self.write(|tx| {
            let changed = tx
                .prepare_cached(
                    "UPDATE upload SET offset = ?3, rest_len = ?4, touched_at = ?5
                     WHERE id = ?1 AND offset = ?2 AND completed_at IS NULL",
                )
                .map_err(failed)?
                .execute(params![
                    advance.id,
                    int(advance.from),
                    int(advance.to),
                    int(advance.rest_len),
                    millis(advance.at),
                ])
                .map_err(failed)?;
            Ok(changed == 1)
        })
    }

    fn complete(&self, id: &str, at: DateTime<Utc>) -> StorageResult<()> {
        self.write(|tx| {
            let sha256: [u8; 32] = tx
                .query_row(
                    "UPDATE upload SET completed_at = coalesce(completed_at, ?2) WHERE id = ?1 RETURNING sha256",
                    params![id, millis(at)],
                    |row| row.get(0),
                )
                .map_err(failed)?;
            release(tx, &Hash(sha256))
        })
    }

    fn forget_upload(&self, id: &str) -> StorageResult<()> {
        self.write(|tx| {
            tx.execute(
                "DELETE FROM upload WHERE id = ?1 AND completed_at IS NULL",
                [id],
            )
            .map_err(failed)?;
            Ok(())
        })
    }

    fn forget_lost_file(&self, id: &str) -> StorageResult<()> {
        self.write(|tx| {
            tx.execute("DELETE FROM upload WHERE id = ?1", [id])
                .map_err(failed)?;
            Ok(())
        })
    }

    fn stale_uploads(&self, before: DateTime<Utc>) -> StorageResult<Vec<Upload>> {
        let sql =
            format!("SELECT {COLUMNS} FROM upload WHERE completed_at IS NULL AND touched_at < ?1");
        self.read(|tx| uploads(tx, &sql, &[&millis(before)]))
    }

    fn stored_files(&self, after: &str) -> StorageResult<Vec<Upload>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM upload WHERE completed_at IS NOT NULL AND id > ?1 ORDER BY id LIMIT 500"
        );
        self.read(|tx| uploads(tx, &sql, &[&after]))
    }
}

fn uploads(
    tx: &Transaction<'_>,
    sql: &str,
    values: &[&dyn rusqlite::ToSql],
) -> StorageResult<Vec<Upload>> {
    let mut statement = tx.prepare_cached(sql).map_err(failed)?;
    let mut rows = statement.query(values).map_err(failed)?;
    let mut uploads = Vec::new();
    while let Some(found) = rows.next().map_err(failed)? {
        uploads.push(upload(found)?);
    }
    Ok(uploads)
}

fn upload(found: &Row<'_>) -> StorageResult<Upload> {
    Ok(Upload {
        id: row::get(found, 0)?,
        terminal: row::text(found, 1, "terminal code")?,
        case: row::case_id(row::get(found, 2)?),
        sha256: row::hash(found, 3)?,
        size: row::uint(found, 4)?,
        offset: row::uint(found, 5)?,
        rest_len: row::uint(found, 6)?,
        wrapped_key: row::get(found, 7)?,
        completed_at: row::get::<Option<i64>>(found, 8)?
            .map(row::time)
            .transpose()?,
    })
}
