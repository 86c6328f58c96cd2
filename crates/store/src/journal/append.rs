//! Writing this terminal's own journal.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, named_params};
use yichuang_domain::{CaseId, OperatorId};
use yichuang_wire::{
    ChainHead, ClockState, Entry, EntryDraft, EpochParent, FeedPosition, Hash, JournalName, SUITE,
    payload::{EpochOpened, EpochReason, Payload},
};

use super::{feed_position, head, journal_rid, take};
use crate::{Entropy, StoreError, Tx, column, entropy::random, home::HomeRow};

/// One thing a person, or the system itself, did.
#[derive(Debug, Clone)]
pub struct Act {
    /// What.
    pub payload: Payload,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// Who; none is the system.
    pub actor: Option<OperatorId>,
    /// When.
    pub at: DateTime<Utc>,
    /// How far the clock can be trusted.
    pub clock: ClockState,
}

/// Where an act was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The journal's epoch.
    pub epoch: u32,
    /// The entry's number in it.
    pub seq: u64,
    /// What names the entry from now on, such as on a printed receipt.
    pub hash: Hash,
}

impl Tx<'_> {
    /// Appends one act to this terminal's journal and folds it into the projections. `base` is the
    /// newest entry of the case in local order of arrival, `seen` the feed's position.
    ///
    /// # Errors
    /// [`StoreError::NumberTaken`] when a `received` carries a number this home already has,
    /// [`yichuang_wire::WireError::TooLarge`], and database errors.
    pub fn append(&mut self, act: Act) -> Result<Appended, StoreError> {
        if let Payload::Received(received) = &act.payload {
            refuse_taken(self.conn, &received.number)?;
        }
        let identity = self.identity();
        let journal = identity.journal();
        let epoch = HomeRow::load(self.conn)?.epoch;
        let head = head(self.conn, &journal, epoch)?
            .ok_or_else(|| StoreError::Damaged("the epoch has no first entry".to_owned()))?;
        let draft = EntryDraft {
            kind: act.payload.kind().to_owned(),
            case: act.case,
            base: act
                .case
                .map(|case| newest_of_case(self.conn, case))
                .transpose()?
                .flatten(),
            seen: feed_position(self.conn, &identity.feed())?,
            at: act.at,
            clock: act.clock,
            actor: act.actor,
            payload: act.payload.to_bytes()?,
        };
        seal(self.conn, self.store.entropy(), &head, draft)
    }
}

fn refuse_taken(conn: &Connection, number: &yichuang_domain::CaseNumber) -> Result<(), StoreError> {
    let taken = conn
        .prepare_cached(include_str!("sql/find_number.sql"))?
        .exists([crate::number::key(&number.to_string())])?;
    if taken {
        Err(StoreError::NumberTaken(number.clone()))
    } else {
        Ok(())
    }
}

/// The newest entry on a case that has arrived here, in any journal.
fn newest_of_case(conn: &Connection, case: CaseId) -> Result<Option<Hash>, StoreError> {
    let hash = conn
        .prepare_cached(include_str!("sql/newest_of_case.sql"))?
        .query_row([case.0.into_bytes()], |row| column::hash(row, "hash"))
        .optional()?;
    Ok(hash)
}

fn seal(
    conn: &Connection,
    entropy: &dyn Entropy,
    head: &ChainHead,
    draft: EntryDraft,
) -> Result<Appended, StoreError> {
    let entry = Entry::seal(head, draft, random(entropy)?)?;
    let header = entry.check()?;
    let rid = journal_rid(conn, &head.journal, true)?;
    let hash = take(conn, rid, &entry, &header)?;
    Ok(Appended {
        epoch: header.epoch,
        seq: header.seq,
        hash,
    })
}

/// How a new epoch of the own journal begins.
pub(crate) struct OpenEpoch {
    pub(crate) journal: JournalName,
    pub(crate) epoch: u32,
    pub(crate) mark: Option<String>,
    pub(crate) parent: Option<EpochParent>,
    pub(crate) reason: EpochReason,
    pub(crate) at: DateTime<Utc>,
}

/// Writes the first entry of an epoch, inside the caller's transaction.
pub(crate) fn open_epoch(
    conn: &Connection,
    entropy: &dyn Entropy,
    open: OpenEpoch,
) -> Result<(), StoreError> {
    let rid = journal_rid(conn, &open.journal, true)?;
    conn.prepare_cached(include_str!("sql/insert_own_epoch.sql"))?
        .execute(named_params! {
            ":epoch": open.epoch,
            ":journal": rid,
            ":mark": open.mark,
            ":receipted": 0,
        })?;
    let payload = Payload::from(EpochOpened {
        parent: open.parent,
        suite: SUITE,
        reason: open.reason,
        mark: open.mark,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    });
    let seen = match &open.journal {
        JournalName::Terminal(code) => feed_position(conn, &JournalName::Feed(code.clone()))?,
        JournalName::Feed(_) => FeedPosition::default(),
    };
    let draft = EntryDraft {
        kind: payload.kind().to_owned(),
        case: None,
        base: None,
        seen,
        at: open.at,
        clock: ClockState::Trusted,
        actor: None,
        payload: payload.to_bytes()?,
    };
    let start = ChainHead::start(open.journal, open.epoch, open.parent);
    seal(conn, entropy, &start, draft).map(|_| ())
}
