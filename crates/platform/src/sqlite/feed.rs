//! Writing to a terminal's feed inside a transaction that has something to tell.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Transaction, params};
use yichuang_domain::{CaseId, TerminalCode};
use yichuang_wire::{
    ChainHead, ClockState, Entry, EntryDraft, EpochParent, FeedPosition, Hash, Header, JournalName,
    SUITE,
    payload::{EpochOpened, EpochReason, Payload},
};

use super::{
    failed,
    row::{self, case_bytes, int, millis},
};
use crate::{
    judge::step_of,
    storage::{StorageError, StorageResult},
};

/// Something to tell a terminal.
pub(super) struct Notice<'a> {
    pub(super) terminal: &'a TerminalCode,
    pub(super) payload: Payload,
    pub(super) case: Option<CaseId>,
    pub(super) at: DateTime<Utc>,
}

/// Appends to the feed of the platform's current epoch, opening that epoch when it is new.
pub(super) fn tell(tx: &Transaction<'_>, notice: Notice<'_>) -> StorageResult<()> {
    let journal = JournalName::Feed(notice.terminal.clone());
    let epoch: u32 = tx
        .query_row("SELECT epoch FROM platform", [], |row| row.get(0))
        .map_err(failed)?;
    let mut head = match newest(tx, &journal)? {
        Some(head) if head.epoch == epoch => head,
        parent => open_epoch(tx, &journal, epoch, parent, notice.at)?,
    };
    seal(tx, &mut head, &notice.payload, notice.case, notice.at)
}

fn open_epoch(
    tx: &Transaction<'_>,
    journal: &JournalName,
    epoch: u32,
    parent: Option<ChainHead>,
    at: DateTime<Utc>,
) -> StorageResult<ChainHead> {
    let parent = parent.map(|head| EpochParent {
        epoch: head.epoch,
        seq: head.seq,
        hash: head.hash,
    });
    let reason = if parent.is_some() {
        EpochReason::Restore
    } else {
        EpochReason::Enrolment
    };
    let opened = EpochOpened {
        parent,
        suite: SUITE,
        reason,
        mark: None,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let mut head = ChainHead::start(journal.clone(), epoch, parent);
    seal(tx, &mut head, &opened.into(), None, at)?;
    Ok(head)
}

fn seal(
    tx: &Transaction<'_>,
    head: &mut ChainHead,
    payload: &Payload,
    case: Option<CaseId>,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    let mut salt = [0; 32];
    getrandom::fill(&mut salt).map_err(|e| StorageError::Failed(e.to_string()))?;
    let draft = EntryDraft {
        kind: payload.kind().to_owned(),
        case,
        base: case
            .map(|case| newest_of_case(tx, case))
            .transpose()?
            .flatten(),
        seen: FeedPosition::default(),
        at,
        clock: ClockState::Trusted,
        actor: None,
        payload: payload.to_bytes().map_err(unsealed)?,
    };
    let entry = Entry::seal(head, draft, salt).map_err(unsealed)?;
    let header = head.follow(&entry).map_err(unsealed)?;
    insert(
        tx,
        &entry,
        &header,
        head.hash,
        Standing::Own {
            moves: step_of(payload).is_some() || matches!(payload, Payload::DeemedAccepted(_)),
        },
        at,
    )
}

fn unsealed(error: yichuang_wire::WireError) -> StorageError {
    StorageError::Failed(error.to_string())
}

/// The newest stored entry of a case in any journal.
fn newest_of_case(tx: &Transaction<'_>, case: CaseId) -> StorageResult<Option<Hash>> {
    tx.prepare_cached("SELECT hash FROM entry WHERE case_id = ?1 ORDER BY id DESC LIMIT 1")
        .map_err(failed)?
        .query_row([case_bytes(case)], |row| row.get(0).map(Hash))
        .optional()
        .map_err(failed)
}

/// The newest entry of a journal's newest epoch.
pub(super) fn newest(
    tx: &Transaction<'_>,
    journal: &JournalName,
) -> StorageResult<Option<ChainHead>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT epoch, seq, hash FROM entry WHERE journal = ?1 ORDER BY epoch DESC, seq DESC LIMIT 1",
        )
        .map_err(failed)?;
    let mut rows = statement.query([journal.to_string()]).map_err(failed)?;
    rows.next()
        .map_err(failed)?
        .map(|found| row::head(found, 0, journal))
        .transpose()
}

/// How an entry stands when it is stored.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    /// It came over the wire and is in line to be looked at.
    Arrived,
    /// The platform has just written it.
    Own {
        /// Whether it moves its case.
        moves: bool,
    },
}

/// Stores one entry as it is, and puts back in line whatever waited for it.
pub(super) fn insert(
    tx: &Transaction<'_>,
    entry: &Entry,
    header: &Header,
    hash: Hash,
    standing: Standing,
    at: DateTime<Utc>,
) -> StorageResult<()> {
    let (pending, settled, applied) = match standing {
        Standing::Arrived => (true, false, false),
        Standing::Own { moves } => (false, true, moves),
    };
    tx.prepare_cached(
        "INSERT INTO entry (journal, epoch, seq, hash, header, salt, payload, kind, case_id, base,
                            stored_at, pending, settled, applied)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )
    .map_err(failed)?
    .execute(params![
        header.journal.to_string(),
        header.epoch,
        int(header.seq),
        hash.0,
        entry.header_bytes(),
        entry.salt(),
        entry.payload(),
        header.kind,
        header.case.map(case_bytes),
        header.base.map(|base| base.0),
        millis(at),
        pending,
        settled,
        applied,
    ])
    .map_err(failed)?;
    release(tx, &hash)
}

/// Puts entries back in line that waited for an entry or a file.
pub(super) fn release(tx: &Transaction<'_>, arrived: &Hash) -> StorageResult<()> {
    tx.prepare_cached("UPDATE entry SET pending = 1 WHERE missing = ?1")
        .map_err(failed)?
        .execute([arrived.0])
        .map_err(failed)?;
    Ok(())
}
