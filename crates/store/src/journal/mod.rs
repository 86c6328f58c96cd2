//! The journals: append-only, hash-chained, any number of them, in one local order of arrival.
//!
//! Owns: entry and payload rows, chain heads, epochs, appending one's own entries and admitting
//! others', and the platform's signatures over its feed. Everything read here is read inside the
//! transaction that uses it; nothing is cached.
//! Must not know: what a payload means. That is the fold's, called with every entry as it arrives.

mod admit;
mod append;
mod clock;
mod feed_proof;
mod read;
mod verify;

use rusqlite::{Connection, OptionalExtension as _, named_params};
use yichuang_wire::{ChainHead, Entry, FeedPosition, Hash, Header, JournalName};

pub use admit::Admitted;
pub use append::{Act, Appended};
pub(crate) use append::{OpenEpoch, open_epoch};
pub use clock::DateConfirmation;
pub(crate) use read::each_arrived;
pub use read::{JournalEntry, JournalFilter};
pub(crate) use verify::verify_all;
pub use verify::{BadEntry, VerifyReport};

use crate::{StoreError, column, fold};

/// The row of a journal, made when first needed.
fn journal_rid(conn: &Connection, name: &JournalName, own: bool) -> Result<i64, StoreError> {
    let name = name.to_string();
    conn.prepare_cached(include_str!("sql/insert_journal.sql"))?
        .execute(named_params! { ":name": name, ":own": own })?;
    let rid = conn
        .prepare_cached(include_str!("sql/find_journal.sql"))?
        .query_row([name], |row| row.get("rid"))?;
    Ok(rid)
}

/// The newest entry of one epoch of a journal; none while the epoch is empty or unknown.
pub(crate) fn head(
    conn: &Connection,
    journal: &JournalName,
    epoch: u32,
) -> Result<Option<ChainHead>, StoreError> {
    let head = conn
        .prepare_cached(include_str!("sql/read_head.sql"))?
        .query_row(
            named_params! { ":journal": journal.to_string(), ":epoch": epoch },
            |row| {
                Ok(ChainHead {
                    journal: journal.clone(),
                    epoch,
                    seq: column::count(row, "seq")?,
                    hash: column::hash(row, "hash")?,
                })
            },
        )
        .optional()?;
    Ok(head)
}

/// How far the platform's journal for this terminal has been read.
pub(crate) fn feed_position(
    conn: &Connection,
    feed: &JournalName,
) -> Result<FeedPosition, StoreError> {
    let position = conn
        .prepare_cached(include_str!("sql/read_feed_position.sql"))?
        .query_row([feed.to_string()], |row| {
            Ok(FeedPosition {
                epoch: column::small(row, "epoch")?,
                seq: column::count(row, "seq")?,
            })
        })
        .optional()?;
    Ok(position.unwrap_or_default())
}

/// The marks of the own journal's epochs.
pub(crate) fn own_marks(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/read_own_marks.sql"))?;
    let marks = statement
        .query_map([], |row| row.get("mark"))?
        .collect::<Result<_, _>>()?;
    Ok(marks)
}

/// Stores an entry's exact bytes and folds it into the projections. The only way into `entry`.
fn take(
    conn: &Connection,
    journal_rid: i64,
    entry: &Entry,
    header: &Header,
) -> Result<Hash, StoreError> {
    let hash = entry.hash();
    conn.prepare_cached(include_str!("sql/insert_entry.sql"))?
        .execute(named_params! {
            ":journal": journal_rid,
            ":epoch": header.epoch,
            ":seq": column::int(header.seq),
            ":hash": hash.0,
            ":kind": header.kind,
            ":case_id": header.case.map(|id| id.0.into_bytes()),
            ":at_ms": column::millis(header.at),
            ":header": entry.header_bytes(),
        })?;
    let arrival = conn.last_insert_rowid();
    if let (Some(salt), Some(body)) = (entry.salt(), entry.payload()) {
        conn.prepare_cached(include_str!("sql/insert_payload.sql"))?
            .execute(named_params! { ":arrival": arrival, ":salt": salt, ":body": body })?;
    }
    fold::apply(
        conn,
        &fold::Arrived {
            arrival,
            header,
            payload: entry.payload(),
        },
    )?;
    Ok(hash)
}
