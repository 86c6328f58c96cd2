//! The schema, by version (`user_version`).

use rusqlite::{Connection, TransactionBehavior};

use super::failed;
use crate::storage::{StorageError, StorageResult};

/// Each step brings the schema from its index to the next version.
const STEPS: &[&str] = &[V1, V2, V3];

const V1: &str = "
CREATE TABLE platform (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    epoch   INTEGER NOT NULL
) STRICT;
INSERT INTO platform VALUES (1, 1);

CREATE TABLE terminal (
    code        TEXT PRIMARY KEY,
    token       BLOB NOT NULL,
    point       TEXT NOT NULL,
    signing     BLOB,
    encryption  BLOB,
    certificate TEXT,
    claimed_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    id        INTEGER PRIMARY KEY,
    journal   TEXT NOT NULL,
    epoch     INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    hash      BLOB NOT NULL,
    header    BLOB NOT NULL,
    salt      BLOB,
    payload   BLOB,
    kind      TEXT NOT NULL,
    case_id   BLOB,
    base      BLOB,
    stored_at INTEGER NOT NULL,
    -- in line for a verdict
    pending   INTEGER NOT NULL,
    -- an entry that waits for this one need not wait any longer
    settled   INTEGER NOT NULL,
    -- what it does to its case has been done
    applied   INTEGER NOT NULL,
    verdict   TEXT,
    class     TEXT,
    reason    TEXT,
    missing   BLOB,
    UNIQUE (journal, epoch, seq)
) STRICT;
CREATE INDEX entry_hash ON entry (hash);
CREATE INDEX entry_case ON entry (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX entry_pending ON entry (id) WHERE pending = 1;
CREATE INDEX entry_missing ON entry (missing) WHERE missing IS NOT NULL;
CREATE INDEX entry_reason ON entry (reason) WHERE reason IS NOT NULL;

CREATE TABLE epoch_mark (
    journal TEXT NOT NULL,
    epoch   INTEGER NOT NULL,
    mark    TEXT NOT NULL,
    PRIMARY KEY (journal, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE clone_evidence (
    id      INTEGER PRIMARY KEY,
    journal TEXT NOT NULL,
    epoch   INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    last    BLOB NOT NULL UNIQUE,
    batch   BLOB NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE TABLE case_file (
    id              BLOB PRIMARY KEY,
    terminal        TEXT NOT NULL,
    number          TEXT UNIQUE,
    matter          TEXT,
    matter_name     TEXT,
    department      TEXT,
    applicant       BLOB,
    state           TEXT,
    open            INTEGER NOT NULL,
    blocked_by      BLOB,
    platform_number TEXT UNIQUE,
    dispatched_at   INTEGER,
    step            TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX case_file_applicant ON case_file (applicant, matter) WHERE open = 1;
CREATE INDEX case_file_queue ON case_file (department, dispatched_at) WHERE dispatched_at IS NOT NULL;

CREATE TABLE platform_number (
    matter TEXT NOT NULL,
    day    TEXT NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (matter, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE upload (
    id           TEXT PRIMARY KEY,
    terminal     TEXT NOT NULL,
    case_id      BLOB NOT NULL,
    sha256       BLOB NOT NULL,
    size         INTEGER NOT NULL,
    media_type   TEXT NOT NULL,
    offset       INTEGER NOT NULL,
    rest_len     INTEGER NOT NULL,
    wrapped_key  BLOB NOT NULL,
    touched_at   INTEGER NOT NULL,
    completed_at INTEGER,
    UNIQUE (terminal, case_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_partial ON upload (touched_at) WHERE completed_at IS NULL;
CREATE INDEX upload_content ON upload (case_id, sha256);

CREATE TABLE pack (
    version  INTEGER PRIMARY KEY,
    manifest TEXT NOT NULL,
    digest   BLOB NOT NULL,
    at       INTEGER NOT NULL
) STRICT;
CREATE TABLE pack_item (
    sha256  BLOB NOT NULL,
    code    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES pack (version),
    PRIMARY KEY (sha256, kind, code, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE pack_blob (
    sha256 BLOB PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Verdicts told before a restore, given back by the terminal that had read them: the last on each
/// entry, with its place in the feed.
const V2: &str = "
CREATE TABLE told (
    entry   BLOB PRIMARY KEY,
    epoch   INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    verdict TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// What a case's first entry says that matters later: the day something had to be told by, and its
/// place in a chain. `granted` stays when the result of a case in favour has left its department.
/// `resumed` marks what was told only because something came back after a restore: nobody decided it.
const V3: &str = "
ALTER TABLE case_file ADD COLUMN notify_by TEXT;
ALTER TABLE case_file ADD COLUMN chain_whole TEXT;
ALTER TABLE case_file ADD COLUMN chain_place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_file ADD COLUMN chain_waits TEXT;
ALTER TABLE case_file ADD COLUMN granted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN resumed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX case_file_silent ON case_file (notify_by)
    WHERE notify_by IS NOT NULL AND state = '\"received\"';
CREATE INDEX case_file_chain ON case_file (chain_whole) WHERE chain_whole IS NOT NULL;
CREATE INDEX entry_asks ON entry (id)
    WHERE kind IN ('requested', 'withdrawn', 'terminated', 'voided');
";

/// Brings the schema up to this program's version in one transaction.
pub(super) fn migrate(connection: &mut Connection) -> StorageResult<()> {
    let known = STEPS.len() as u32;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    let found: u32 = transaction
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(failed)?;
    if found > known {
        return Err(StorageError::Newer { found, known });
    }
    for step in STEPS.iter().skip(found as usize) {
        transaction.execute_batch(step).map_err(failed)?;
    }
    transaction
        .pragma_update(None, "user_version", known)
        .map_err(failed)?;
    transaction.commit().map_err(failed)
}
