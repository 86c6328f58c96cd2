//! Numbered SQL steps on `user_version`, all in one transaction, each remembered with the digest
//! of its text: a step that changed after its release is noticed, a newer home is refused.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use yichuang_wire::sha256;

use crate::{StoreError, column};

struct Step {
    version: u32,
    sql: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: include_str!("migrations/0001_first.sql"),
    },
    Step {
        version: 2,
        sql: include_str!("migrations/0002_paper.sql"),
    },
    Step {
        version: 3,
        sql: include_str!("migrations/0003_case_order.sql"),
    },
    Step {
        version: 4,
        sql: include_str!("migrations/0004_draft_paper.sql"),
    },
    Step {
        version: 5,
        sql: include_str!("migrations/0005_workbench.sql"),
    },
    Step {
        version: 6,
        sql: include_str!("migrations/0006_entry_time.sql"),
    },
    Step {
        version: 7,
        sql: include_str!("migrations/0007_feed_proof.sql"),
    },
    Step {
        version: 8,
        sql: include_str!("migrations/0008_notice.sql"),
    },
    Step {
        version: 9,
        sql: include_str!("migrations/0009_paper_content.sql"),
    },
    Step {
        version: 10,
        sql: include_str!("migrations/0010_edition.sql"),
    },
    Step {
        version: 11,
        sql: include_str!("migrations/0011_words_modes_demands.sql"),
    },
    Step {
        version: 12,
        sql: include_str!("migrations/0012_person.sql"),
    },
    Step {
        version: 13,
        sql: include_str!("migrations/0013_finding.sql"),
    },
    Step {
        version: 14,
        sql: include_str!("migrations/0014_same_matter.sql"),
    },
    Step {
        version: 15,
        sql: include_str!("migrations/0015_life.sql"),
    },
    Step {
        version: 16,
        sql: include_str!("migrations/0016_printing.sql"),
    },
    Step {
        version: 17,
        sql: include_str!("migrations/0017_queue.sql"),
    },
    Step {
        version: 18,
        sql: include_str!("migrations/0018_unsigned.sql"),
    },
];

/// The schema this program writes.
pub(crate) const NEWEST: u32 = STEPS[STEPS.len() - 1].version;

/// The schema of an open database; 0 when it has none yet.
pub(crate) fn schema_version(conn: &Connection) -> Result<u32, StoreError> {
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::Damaged("schema version".to_owned()))
}

/// Brings the schema up to [`NEWEST`], inside the caller's transaction.
pub(crate) fn migrate(conn: &Connection, at: DateTime<Utc>) -> Result<(), StoreError> {
    let found = schema_version(conn)?;
    if found > NEWEST {
        return Err(StoreError::Newer {
            found,
            known: NEWEST,
        });
    }
    for step in STEPS {
        let digest = sha256(step.sql.as_bytes());
        if step.version <= found {
            check_applied(conn, step.version, &digest.0)?;
            continue;
        }
        conn.execute_batch(step.sql)?;
        conn.execute(
            include_str!("sql/insert_migration.sql"),
            params![step.version, digest.0, column::millis(at)],
        )?;
        conn.pragma_update(None, "user_version", step.version)?;
    }
    Ok(())
}

fn check_applied(conn: &Connection, version: u32, digest: &[u8; 32]) -> Result<(), StoreError> {
    let applied: Option<[u8; 32]> = conn
        .query_row(include_str!("sql/read_migration.sql"), [version], |row| {
            row.get("sha256")
        })
        .optional()?;
    if applied.as_ref() == Some(digest) {
        Ok(())
    } else {
        Err(StoreError::MigrationChanged(version))
    }
}
