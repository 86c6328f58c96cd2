//! What the engine plans from and what it may say.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::time::Duration;
use yichuang_domain::CaseId;
use yichuang_wire::{ChainHead, Hash, JournalName, ProbeAnswer, Receipt, protocol::FileState};

use crate::LinkError;

/// One file of one case; the same bytes in two cases are two files (journal.md 「Files」).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileKey {
    /// The case.
    pub case: CaseId,
    /// SHA-256 of the bytes.
    pub sha256: Hash,
}

/// A file that is not receipted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOutlook {
    /// Which.
    pub key: FileKey,
    /// Its size in bytes.
    pub size: u64,
    /// Its media type.
    pub media_type: String,
    /// Smaller goes first.
    pub rank: u32,
    /// The entry that names it is receipted; only then may it go.
    pub ready: bool,
    /// Where its upload was begun.
    pub location: Option<String>,
}

/// How far the feed was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedOutlook {
    /// The newest entry of the feed that was applied; epoch 0 and seq 0 before the first.
    pub head: ChainHead,
    /// The newest entry of each of its epochs that the platform's own signature, kept here, vouches
    /// for, ascending by epoch: so much can be given back to a platform that lost it.
    pub proven: Vec<ChainHead>,
}

/// Which catalogue pack is in force here and which the platform announced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PackOutlook {
    /// Version in force; none before the first.
    pub installed: Option<u64>,
    /// Newest version the feed announced.
    pub announced: Option<u64>,
}

/// Everything the store knows that matters for what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// The point has a platform to talk to; a USB-only point has none.
    pub networked: bool,
    /// The terminal holds its certificate.
    pub certified: bool,
    /// The last day on which receipts printed here verify without a network; none while nothing
    /// certifies them.
    pub receipts_until: Option<NaiveDate>,
    /// The platform's epoch at the last contact.
    pub platform_epoch: Option<u32>,
    /// The terminal's own journal.
    pub journal: JournalName,
    /// The local head of each of its epochs.
    pub heads: Vec<ChainHead>,
    /// The newest receipted head of each epoch.
    pub receipted: Vec<ChainHead>,
    /// Files not receipted yet.
    pub files: Vec<FileOutlook>,
    /// The feed.
    pub feed: FeedOutlook,
    /// The catalogue.
    pub pack: PackOutlook,
    /// Cases not yet reported.
    pub waiting_cases: u64,
}

/// What to do with a file next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileMove {
    /// Announce it.
    Offer,
    /// Ask how far it got.
    Ask {
        /// The upload.
        location: String,
    },
    /// Send some of it.
    Send {
        /// The upload.
        location: String,
        /// From this byte.
        offset: u64,
        /// So many bytes.
        len: u64,
    },
    /// Fetch its receipt.
    Receipt {
        /// The upload.
        location: String,
    },
}

/// One thing to do. Nothing is remembered by a step: losing one loses nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Hold back until then.
    Wait {
        /// When to look again.
        until: DateTime<Utc>,
    },
    /// Ask whether the platform is there.
    Probe,
    /// Claim the terminal's code.
    Enrol,
    /// Compare what both ends have.
    CompareHeads {
        /// The platform's epoch, from the probe.
        platform_epoch: u32,
    },
    /// Send entries.
    Push {
        /// The epoch they belong to.
        epoch: u32,
        /// The entry before the first.
        after: u64,
        /// At most so many.
        limit: usize,
    },
    /// Give the platform back what it wrote in its feed and no longer has.
    GiveBack {
        /// The feed's epoch.
        epoch: u32,
        /// The newest entry the platform has of it.
        after: u64,
    },
    /// Read on in the feed.
    PullFeed,
    /// Get some more of the catalogue pack in force, or find that it is here.
    FetchPack,
    /// Move one file on.
    UploadFile {
        /// Which.
        file: FileKey,
        /// Its size in bytes.
        size: u64,
        /// Its media type.
        media_type: String,
        /// How.
        act: FileMove,
    },
    /// Nothing to do; `until` says when to look again unasked, none for a USB-only point.
    Idle {
        /// When to look again.
        until: Option<DateTime<Utc>>,
    },
}

/// What a step brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// The platform is there.
    Probed {
        /// Its verified answer.
        answer: ProbeAnswer,
        /// Its clock minus this machine's.
        skew: TimeDelta,
    },
    /// The certificate is kept.
    Enrolled,
    /// What the platform has, checked against the local chain.
    Compared {
        /// Its heads.
        heads: Vec<ChainHead>,
        /// Epochs in which it holds other entries than this terminal.
        forked: Vec<u32>,
        /// Its heads of the feed; empty when nothing of the feed is proven here.
        feed: Vec<ChainHead>,
        /// Epochs of the feed in which it wrote other entries than this terminal read.
        feed_forked: Vec<u32>,
    },
    /// A verified receipt is kept.
    Pushed {
        /// It.
        receipt: Receipt,
        /// Entries sent.
        sent: u64,
    },
    /// A verified receipt for entries of the feed that were given back.
    GivenBack {
        /// It.
        receipt: Receipt,
    },
    /// A page of the feed was applied; 0 when there was nothing newer.
    Pulled {
        /// Entries applied.
        entries: u64,
        /// The last of them: so much of its feed the platform has.
        head: Option<ChainHead>,
    },
    /// Some items of a pack arrived.
    PackPart,
    /// The newest pack is in force.
    PackCurrent,
    /// The upload stands there.
    FileOffered(FileState),
    /// The upload has so many bytes.
    FileAt {
        /// Bytes the platform has.
        offset: u64,
    },
    /// A verified receipt for the file is kept.
    FileReceipted,
    /// There was nothing to do.
    Rested,
}

/// What kept a step from being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The call did not go through.
    Link(LinkError),
    /// The platform holds other entries under the same numbers.
    Forked {
        /// In this epoch.
        epoch: u32,
    },
    /// The file cannot be read here.
    FileUnreadable,
    /// The feed does not continue what was received.
    FeedBroken,
    /// The pack cannot be installed.
    PackRefused,
    /// The store failed.
    Store(&'static str),
}

impl From<LinkError> for Trouble {
    fn from(error: LinkError) -> Self {
        Self::Link(error)
    }
}

/// A step, what came of it, and how long it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was tried.
    pub step: Step,
    /// What came of it.
    pub outcome: Result<Done, Trouble>,
    /// How long it took; slow chunks do not grow.
    pub took: Duration,
}

/// Whether the platform no longer has something it receipted: it was restored from a backup
/// (F16). True for a new platform epoch and for any head behind its own receipt.
#[must_use]
pub fn platform_lost_something(
    outlook: &Outlook,
    platform_epoch: u32,
    heads: &[ChainHead],
) -> bool {
    let restored = outlook
        .platform_epoch
        .is_some_and(|known| known != platform_epoch);
    let behind = |receipted: &ChainHead| head_of(heads, receipted.epoch) < receipted.seq;
    restored || outlook.receipted.iter().any(behind)
}

/// The sequence number `heads` reach in `epoch`; 0 when they do not know it.
pub(super) fn head_of(heads: &[ChainHead], epoch: u32) -> u64 {
    heads
        .iter()
        .find(|head| head.epoch == epoch)
        .map_or(0, |head| head.seq)
}
