//! What the sync light and the sync centre are told (ux.md §5, C16). Facts only; the words live
//! in the interface.

use chrono::{DateTime, TimeDelta, Utc};
use yichuang_domain::CaseId;
use yichuang_wire::Hash;

/// Clocks may differ by this much before a terminal's is suspect (docs/PROTOCOL.md §2.2).
pub const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// Whether the platform was reached, as proved by its own signed answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connectivity {
    /// The platform answered and has not failed since.
    Online,
    /// No route, or somebody else answered; also before the first try.
    Offline,
    /// The network is there, the platform does not answer.
    ServerDown,
}

/// Something sync cannot get past by trying again; a person has to know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// The platform no longer serves this version: update.
    VersionTooOld,
    /// The platform does not know this terminal or gave its code to another machine.
    NotEnrolled,
    /// The platform does not accept this terminal's signature or clock.
    RequestRefused,
    /// The platform holds other entries under this journal's numbers: a copied or rolled-back
    /// home. Nothing more of that epoch is sent.
    ChainForked {
        /// The epoch that forked.
        epoch: u32,
    },
    /// Entries were refused one by one.
    PushRefused,
    /// The platform's feed does not continue what was received before.
    FeedBroken,
    /// A published catalogue pack cannot be installed; the old one stays in force.
    PackRefused,
    /// One file was refused again and again, or cannot be read here.
    FileStuck {
        /// Its case.
        case: CaseId,
        /// The file.
        sha256: Hash,
        /// False when the platform refuses it, true when this machine cannot read it.
        unreadable: bool,
    },
    /// This machine's own store failed; its stable code.
    Store(&'static str),
}

impl Attention {
    /// The stable code, `SYNC-021` … `SYNC-029`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::VersionTooOld => "SYNC-021",
            Self::NotEnrolled => "SYNC-022",
            Self::RequestRefused => "SYNC-023",
            Self::ChainForked { .. } => "SYNC-024",
            Self::PushRefused => "SYNC-025",
            Self::FeedBroken => "SYNC-026",
            Self::PackRefused => "SYNC-027",
            Self::FileStuck { .. } => "SYNC-028",
            Self::Store(_) => "SYNC-029",
        }
    }
}

/// The state of sync at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncFacts {
    /// Whether the platform was reached.
    pub connectivity: Connectivity,
    /// Why the last call did not go through, as a stable code; none once one has.
    pub failure: Option<&'static str>,
    /// Cases reported and cases to report in the present run; none when nothing is being sent.
    pub sending: Option<(u64, u64)>,
    /// Cases not yet reported, whether being sent or not.
    pub waiting: u64,
    /// When sync tries again by itself, while it is holding back.
    pub next_try: Option<DateTime<Utc>>,
    /// When the platform last confirmed what it holds.
    pub last_success: Option<DateTime<Utc>>,
    /// Platform's clock minus this machine's, when they differ by more than five minutes.
    pub clock_skew: Option<TimeDelta>,
    /// What a person has to know, each once.
    pub attention: Vec<Attention>,
}

impl Default for SyncFacts {
    fn default() -> Self {
        Self {
            connectivity: Connectivity::Offline,
            failure: None,
            sending: None,
            waiting: 0,
            next_try: None,
            last_success: None,
            clock_skew: None,
            attention: Vec::new(),
        }
    }
}
