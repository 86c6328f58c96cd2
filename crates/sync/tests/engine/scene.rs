//! The scene every story begins from: outlooks, reports and engines in contact.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;
use yichuang_domain::CaseId;
use yichuang_sync::{
    Done, Engine, FeedOutlook, FileKey, FileOutlook, LinkError, Outlook, PackOutlook, Report, Roll,
    Step, Trouble,
};
use yichuang_wire::{
    ChainHead, Hash, JournalName, ProbeAnswer, Receipt,
    protocol::{Refusal, RefusalCode},
};

pub(crate) const EVEN: Roll = Roll(32768);

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-11-23T04:00:00Z".parse().unwrap()
}

pub(crate) fn head(epoch: u32, seq: u64) -> ChainHead {
    ChainHead {
        journal: "t:LY03".parse().unwrap(),
        epoch,
        seq,
        hash: Hash([seq as u8; 32]),
    }
}

pub(crate) fn outlook(entries: u64) -> Outlook {
    let feed: JournalName = "p:LY03".parse().unwrap();
    Outlook {
        networked: true,
        certified: true,
        receipts_until: Some(NaiveDate::MAX),
        platform_epoch: Some(1),
        journal: "t:LY03".parse().unwrap(),
        heads: vec![head(1, entries)],
        receipted: vec![],
        files: vec![],
        feed: FeedOutlook {
            head: ChainHead::start(feed, 0, None),
            proven: vec![],
        },
        pack: PackOutlook::default(),
        waiting_cases: entries,
    }
}

pub(crate) fn file(n: u8, rank: u32) -> FileOutlook {
    FileOutlook {
        key: FileKey {
            case: CaseId(Uuid::from_u128(n.into())),
            sha256: Hash([n; 32]),
        },
        size: 1_000_000,
        media_type: "image/jpeg".to_owned(),
        rank,
        ready: true,
        location: None,
    }
}

pub(crate) fn did(step: Step, outcome: Result<Done, Trouble>) -> Report {
    Report {
        step,
        outcome,
        took: Duration::from_secs(1),
    }
}

pub(crate) fn refused(code: RefusalCode) -> Trouble {
    LinkError::Refused(Refusal {
        code,
        detail: String::new(),
        head: None,
        at: noon(),
    })
    .into()
}

pub(crate) fn answer(oldest: u32) -> ProbeAnswer {
    ProbeAnswer {
        nonce: "n".to_owned(),
        at: noon(),
        platform_epoch: 1,
        oldest,
        newest: oldest,
    }
}

pub(crate) fn probed(skew: TimeDelta) -> Report {
    did(
        Step::Probe,
        Ok(Done::Probed {
            answer: answer(1),
            skew,
        }),
    )
}

/// An engine in contact with a platform that has `there` entries.
pub(crate) fn in_contact(there: u64) -> Engine {
    let mut engine = Engine::new();
    engine.learn(&probed(TimeDelta::zero()), noon(), EVEN);
    let compared = Done::Compared {
        heads: vec![head(1, there)],
        forked: vec![],
        feed: vec![],
        feed_forked: vec![],
    };
    engine.learn(
        &did(Step::CompareHeads { platform_epoch: 1 }, Ok(compared)),
        noon(),
        EVEN,
    );
    engine
}

/// …that has also read the feed and has the newest catalogue.
pub(crate) fn settled(there: u64) -> Engine {
    let mut engine = in_contact(there);
    engine.learn(
        &did(
            Step::PullFeed,
            Ok(Done::Pulled {
                entries: 0,
                head: None,
            }),
        ),
        noon(),
        EVEN,
    );
    engine.learn(&did(Step::FetchPack, Ok(Done::PackCurrent)), noon(), EVEN);
    engine
}

pub(crate) fn push_of(step: &Step) -> (u32, u64, usize) {
    match step {
        Step::Push {
            epoch,
            after,
            limit,
        } => (*epoch, *after, *limit),
        other => panic!("expected a push, found {other:?}"),
    }
}

pub(crate) fn receipt(seq: u64) -> Result<Done, Trouble> {
    let receipt = Receipt {
        head: head(1, seq),
        platform_epoch: 1,
        at: noon(),
    };
    Ok(Done::Pushed { receipt, sent: 1 })
}
