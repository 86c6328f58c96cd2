//! What one run of sync came to, for the command line.

use crate::{Attention, Connectivity, Done, Step, SyncFacts};

/// The result of [`crate::Driver::run_once`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncReport {
    /// Entries sent, counting those sent again.
    pub sent: u64,
    /// Receipts for entries.
    pub receipted: u64,
    /// Files receipted.
    pub files: u64,
    /// Entries of the feed that a restored platform took back.
    pub given_back: u64,
    /// Entries of the feed applied.
    pub pulled: u64,
    /// Cases still waiting.
    pub waiting: u64,
    /// Whether the platform was reached.
    pub connectivity: Connectivity,
    /// What a person has to know.
    pub attention: Vec<Attention>,
}

impl Default for SyncReport {
    fn default() -> Self {
        Self {
            sent: 0,
            receipted: 0,
            files: 0,
            given_back: 0,
            pulled: 0,
            waiting: 0,
            connectivity: Connectivity::Offline,
            attention: Vec::new(),
        }
    }
}

impl SyncReport {
    pub(super) fn count(&mut self, step: &Step, done: &Done) {
        match (step, done) {
            (Step::Push { after, .. }, Done::Pushed { sent, receipt }) => {
                self.sent += sent;
                self.receipted += receipt.head.seq.saturating_sub(*after);
            }
            (Step::GiveBack { after, .. }, Done::GivenBack { receipt }) => {
                self.given_back += receipt.head.seq.saturating_sub(*after);
            }
            (_, Done::Pulled { entries, .. }) => self.pulled += entries,
            (_, Done::FileReceipted) => self.files += 1,
            _ => {}
        }
    }

    pub(super) fn conclude(&mut self, facts: &SyncFacts) {
        self.waiting = facts.waiting;
        self.connectivity = facts.connectivity;
        self.attention.clone_from(&facts.attention);
    }
}
