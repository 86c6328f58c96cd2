//! Opening the encrypted database and keeping its schema.
//!
//! Owns: the key pragma, connection settings, transactions, the pool of readers, migrations. The
//! one place that knows the file is SQLCipher. Must not know: any table but `migration`.

mod migrate;
mod pool;

use std::{path::Path, sync::Once};

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

/// SQLCipher sets itself up behind the first opening in a process, and refuses keys to a second
/// thread until it has.
fn set_up_cipher() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        // Whatever keeps this one from opening keeps the next from opening too, and is told there.
        let _ = Connection::open_in_memory();
    });
}

/// Opens the database under the home's key; the wrong key, or a file that is no database, is
/// [`StoreError::KeyRefused`].
pub(crate) fn open(path: &Path, dek: &DataKey, access: Access) -> Result<Connection, StoreError> {
    let flags = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    set_up_cipher();
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // What it would write to standard error is told by the errors themselves.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use rusqlite::{Batch, fallible_iterator::FallibleIterator as _};

    use super::*;

    /// Pieces that are joined to a statement on `cases AS c`.
    const FRAMES: [&str; 5] = [
        "{}",
        // Both ends of the matter search.
        "{} SELECT 1 FROM found",
        concat!(include_str!("../search/sql/matters_found.sql"), " {}"),
        "SELECT 1 FROM cases AS c WHERE {}",
        "SELECT 1 FROM cases AS c {}",
    ];

    fn migrated(path: &Path) -> Connection {
        let conn = open(path, &DataKey::new([1; 32]), Access::Write).unwrap();
        migrate(&conn, chrono::DateTime::UNIX_EPOCH).unwrap();
        conn
    }

    fn prepares(conn: &Connection, sql: &str) -> Result<(), rusqlite::Error> {
        Batch::new(conn, sql).for_each(|_| Ok(()))
    }

    fn sql_files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "migrations") {
                sql_files(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "sql") {
                found.push(path);
            }
        }
    }

    #[test]
    fn every_sql_file_prepares_against_the_migrated_schema() {
        let dir = tempfile::tempdir().unwrap();
        let conn = migrated(&dir.path().join("db"));
        let mut files = Vec::new();
        sql_files(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut files,
        );
        assert!(files.len() > 100, "found {}", files.len());
        for path in files {
            let sql = std::fs::read_to_string(&path).unwrap();
            let outcomes: Vec<_> = FRAMES
                .iter()
                .map(|frame| prepares(&conn, &frame.replace("{}", &sql)))
                .collect();
            assert!(
                outcomes.iter().any(Result::is_ok),
                "{}: {outcomes:?}",
                path.display()
            );
        }
    }

    fn plan(conn: &Connection, sql: &str) -> String {
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps: Vec<String> = statement
            .raw_query()
            .mapped(|row| row.get("detail"))
            .collect::<Result<_, _>>()
            .unwrap();
        steps.join("\n")
    }

    #[test]
    fn lists_and_tallies_neither_sort_nor_read_every_case() {
        let dir = tempfile::tempdir().unwrap();
        let conn = migrated(&dir.path().join("db"));
        let orders = [
            crate::CaseOrder::Due,
            crate::CaseOrder::Newest,
            crate::CaseOrder::Oldest,
        ];
        for order in orders {
            let plan = plan(&conn, &crate::case::list_sql("", order));
            // One sort: of the page itself.
            assert!(plan.matches("TEMP B-TREE").count() <= 1, "{plan}");
        }
        for tally in crate::Tally::ALL {
            let plan = plan(&conn, &tally.count_sql());
            assert!(!plan.contains("SCAN c"), "{tally:?}: {plan}");
        }
    }

    #[test]
    fn a_person_is_found_without_reading_every_case() {
        let dir = tempfile::tempdir().unwrap();
        let conn = migrated(&dir.path().join("db"));
        for sql in [
            include_str!("../person/sql/count_cases.sql"),
            include_str!("../person/sql/cases_of_person.sql"),
            include_str!("../person/sql/cases_acted_in.sql"),
            include_str!("../case/sql/held_of.sql"),
            include_str!("../notice/sql/earlier_notice.sql"),
        ] {
            let plan = plan(&conn, sql);
            for table in ["SCAN c", "SCAN a", "SCAN n\n"] {
                assert!(!plan.contains(table), "{sql}\n{plan}");
            }
        }
    }

    #[test]
    fn a_schema_step_that_changed_after_its_release_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let conn = migrated(&dir.path().join("db"));
        migrate(&conn, chrono::DateTime::UNIX_EPOCH).unwrap();
        conn.execute("UPDATE migration SET sha256 = zeroblob(32)", [])
            .unwrap();
        let changed = migrate(&conn, chrono::DateTime::UNIX_EPOCH);
        assert!(matches!(changed, Err(StoreError::MigrationChanged(1))));
    }

    #[test]
    fn another_key_opens_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("db");
        drop(migrated(&path));
        let refused = open(&path, &DataKey::new([2; 32]), Access::Read);
        assert!(matches!(refused, Err(StoreError::KeyRefused)));
    }
}
