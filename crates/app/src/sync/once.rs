//! `yichuangctl sync --once`: everything that can be done now.

use serde::Serialize;
use yichuang_sync::{Connectivity, SyncReport};

use crate::{
    Desk,
    case::reason,
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// What one exchange did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SyncOnce {
    /// Whether the platform answered.
    pub online: bool,
    /// Entries sent.
    pub sent: u64,
    /// Entries the platform has confirmed.
    pub receipted: u64,
    /// Files confirmed.
    pub files: u64,
    /// Entries of the feed taken in.
    pub pulled: u64,
    /// Cases not wholly reported.
    pub waiting: u64,
    /// Cases and reasons that need a person.
    pub attention: Vec<SyncAttention>,
}

/// One thing that needs a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SyncAttention {
    /// The case's number, when it is about one.
    pub number: Option<String>,
    /// The reason from the closed list, or a stable code.
    pub reason: String,
}

impl Desk {
    /// Exchanges once with the platform.
    ///
    /// # Errors
    /// `SYNC-001` for a point without a line, `SYNC-002` for an address that is not safe.
    pub async fn sync_once(&self) -> Outcome<SyncOnce> {
        let driver = self.driver()?;
        let mut driver = driver
            .ok_or_else(|| ApiError::new(ErrorCode::PlatformUnreached).with("reason", "no_line"))?;
        let report = driver
            .run_once()
            .await
            .map_err(|error| ApiError::new(ErrorCode::StoreBroken).with("incident", error))?;
        self.take_what_came();
        self.told(&report)
    }

    /// Where sync stands, without the network.
    ///
    /// # Errors
    /// Those of the store.
    pub fn sync_summary(&self) -> Outcome<SyncOnce> {
        let summary = self
            .store()?
            .read(|read| read.sync_summary(self.day_start()))?;
        let report = SyncReport {
            waiting: summary.waiting_cases,
            ..SyncReport::default()
        };
        self.told(&report)
    }

    fn told(&self, report: &SyncReport) -> Outcome<SyncOnce> {
        let rows = self.store()?.read(|read| read.attention())?;
        let cases = rows.iter().map(|row| SyncAttention {
            number: row.number.as_ref().map(ToString::to_string),
            reason: reason(&row.verdict),
        });
        let codes = report.attention.iter().map(|a| SyncAttention {
            number: None,
            reason: a.code().to_owned(),
        });
        Ok(SyncOnce {
            online: report.connectivity == Connectivity::Online,
            sent: report.sent,
            receipted: report.receipted,
            files: report.files,
            pulled: report.pulled,
            waiting: report.waiting,
            attention: cases.chain(codes).collect(),
        })
    }
}
