//! Heads and entries: store what fits, answer with a signed receipt, judge nothing.

use axum::{
    Json,
    extract::{Path, State},
};
use yichuang_wire::{
    Batch, ChainHead, Hash, JournalName, PublicKey, Purpose, Receipt, Signed, Signer as _,
    protocol::{Heads, RefusalCode},
};

use super::{Desk, off_loop, refusal::Refused, signed::SignedCall};
use crate::{
    Platform,
    storage::{Appended, EnrolledTerminal, Run, RunEntry},
};

/// What the platform has of a journal.
pub(super) async fn heads(
    State(desk): State<Desk>,
    Path(journal): Path<String>,
    call: SignedCall,
) -> Result<Json<Heads>, Refused> {
    let platform = desk.platform;
    off_loop(move || {
        let journal = own_journal(&journal, &call.terminal)?;
        Ok(Json(Heads {
            heads: platform.storage.heads(&journal)?,
        }))
    })
    .await
}

/// Takes a batch.
pub(super) async fn entries(
    State(desk): State<Desk>,
    Path(journal): Path<String>,
    call: SignedCall,
) -> Result<Json<Signed>, Refused> {
    let platform = desk.platform;
    off_loop(move || {
        let journal = own_journal(&journal, &call.terminal)?;
        let batch = Batch::from_bytes(&call.body)?;
        if batch.head.journal != journal {
            return Err(Refused::malformed("the batch is of another journal"));
        }
        let author = author(&platform, &journal, &call.terminal);
        let run = Run {
            journal: &journal,
            epoch: batch.head.epoch,
            entries: check(&batch, &author)?,
            raw: &call.body,
            at: platform.now(),
        };
        match platform.storage.append(&run)? {
            Appended::Stored { head, new } => {
                if new > 0 {
                    platform.work.notify_one();
                    told_of_loss(&journal, new);
                }
                receipt(&platform, head).map(Json)
            }
            Appended::Gap { head } => Err(Refused::chain(RefusalCode::ChainGap, head)),
            Appended::Fork { head } => {
                tracing::warn!(
                    "{journal} epoch {} forks: kept as clone evidence",
                    run.epoch
                );
                Err(Refused::chain(RefusalCode::ChainFork, head))
            }
        }
    })
    .await
}

/// Whoever runs the platform should know that its terminals remember more than it does.
fn told_of_loss(journal: &JournalName, entries: usize) {
    if let JournalName::Feed(terminal) = journal {
        tracing::warn!("{terminal} gave back {entries} entries of its feed that were lost here");
    }
}

/// A terminal speaks for its own journal, and may give its feed back after a restore.
fn own_journal(name: &str, terminal: &EnrolledTerminal) -> Result<JournalName, Refused> {
    let journal: JournalName = name.parse()?;
    if *journal.terminal() == terminal.code {
        Ok(journal)
    } else {
        Err(Refused::not_found("journal of this terminal"))
    }
}

/// Who signs a journal's batches: its terminal, or the platform itself for a feed.
fn author(platform: &Platform, journal: &JournalName, terminal: &EnrolledTerminal) -> PublicKey {
    match journal {
        JournalName::Terminal(_) => terminal.signing,
        JournalName::Feed(_) => platform.root.public_key(),
    }
}

/// Checks signature, payload hashes and the chain inside the batch. Where it joins what is stored
/// is for the store to say.
fn check(batch: &Batch, author: &PublicKey) -> Result<Vec<RunEntry>, Refused> {
    let first = batch
        .entries
        .first()
        .ok_or_else(|| Refused::malformed("no entries"))?
        .check()?;
    let before = ChainHead {
        journal: batch.head.journal.clone(),
        epoch: batch.head.epoch,
        seq: first
            .seq
            .checked_sub(1)
            .ok_or_else(|| Refused::malformed("seq"))?,
        hash: first.previous,
    };
    let headers = batch.check(&before, author)?;
    let entries = headers.into_iter().zip(&batch.entries);
    Ok(entries
        .map(|(header, entry)| run_entry(header, entry))
        .collect())
}

fn run_entry(header: yichuang_wire::Header, entry: &yichuang_wire::Entry) -> RunEntry {
    let hash: Hash = entry.hash();
    RunEntry {
        header,
        hash,
        entry: entry.clone(),
    }
}

fn receipt(platform: &Platform, head: ChainHead) -> Result<Signed, Refused> {
    let receipt = Receipt {
        head,
        platform_epoch: platform.storage.platform_epoch()?,
        at: platform.now(),
    };
    Ok(Signed::seal(&platform.root, Purpose::Receipt, &receipt)?)
}
