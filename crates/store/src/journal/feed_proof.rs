//! Proof that the platform wrote its feed: its own signatures, kept with the pages they came on.
//!
//! Owns: which signatures are kept, how far the feed can be proven, and the runs that are given back
//! to a platform restored from a backup (journal.md 「Epochs」). Must not know: what the platform
//! lacks, or when to offer it; that is for sync.

use rusqlite::{Connection, OptionalExtension as _, named_params};
use yichuang_wire::{Batch, ChainHead, Signature};

use crate::{Reader, StoreError, column};

/// A signature is dropped when its neighbours are no further apart than this: what lies between
/// them still travels in one run, no longer than a page.
const RUN_ENTRIES: u64 = 200;

/// Keeps the signature of an admitted page, and drops the one before when that one is not needed.
pub(super) fn keep(conn: &Connection, page: &Batch) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/insert_feed_proof.sql"))?
        .execute(named_params! {
            ":epoch": page.head.epoch,
            ":seq": column::int(page.head.seq),
            ":signature": page.signature.0,
        })?;
    if let Some(unneeded) = unneeded(conn, page.head.epoch)? {
        conn.prepare_cached(include_str!("sql/delete_feed_proof.sql"))?
            .execute(named_params! { ":epoch": page.head.epoch, ":seq": column::int(unneeded) })?;
    }
    Ok(())
}

fn unneeded(conn: &Connection, epoch: u32) -> Result<Option<u64>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/last_feed_proofs.sql"))?;
    let last: Vec<u64> = statement
        .query_map(named_params! { ":epoch": epoch }, |row| {
            column::count(row, "seq")
        })?
        .collect::<Result<_, _>>()?;
    let before = last.get(2).copied().unwrap_or(0);
    Ok(match last[..] {
        [newest, middle, ..] if newest - before <= RUN_ENTRIES => Some(middle),
        _ => None,
    })
}

impl Reader<'_> {
    /// How far the platform can be shown that it wrote this terminal's feed: the newest entry of
    /// each epoch that a kept signature vouches for, ascending by epoch.
    ///
    /// # Errors
    /// Database errors.
    pub fn proven_feed(&self) -> Result<Vec<ChainHead>, StoreError> {
        let feed = self.identity().feed();
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/proven_feed.sql"))?;
        let heads = statement
            .query_map(named_params! { ":feed": feed.to_string() }, |row| {
                Ok(ChainHead {
                    journal: feed.clone(),
                    epoch: column::small(row, "epoch")?,
                    seq: column::count(row, "seq")?,
                    hash: column::hash(row, "hash")?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(heads)
    }

    /// The exact entries of one epoch of the feed after `after`, up to the next that a kept
    /// signature vouches for, with that signature; none when there is none.
    ///
    /// # Errors
    /// Database errors; [`StoreError::Damaged`] when the entries do not reach the signed one.
    pub fn feed_run(&self, epoch: u32, after: u64) -> Result<Option<Batch>, StoreError> {
        let proof: Option<(u64, [u8; 64])> = self
            .conn
            .prepare_cached(include_str!("sql/next_feed_proof.sql"))?
            .query_row(
                named_params! { ":epoch": epoch, ":after": column::int(after) },
                |row| Ok((column::count(row, "seq")?, row.get("signature")?)),
            )
            .optional()?;
        let Some((seq, signature)) = proof else {
            return Ok(None);
        };
        let feed = self.identity().feed();
        let wanted = usize::try_from(seq - after).unwrap_or(usize::MAX);
        let entries = self.entries_after(&feed, epoch, after, wanted)?;
        let Some(last) = entries.last().filter(|_| entries.len() == wanted) else {
            return Err(StoreError::Damaged("the feed has a gap".to_owned()));
        };
        let head = ChainHead {
            journal: feed,
            epoch,
            seq,
            hash: last.hash(),
        };
        Ok(Some(Batch {
            head,
            entries,
            signature: Signature(signature),
        }))
    }
}
