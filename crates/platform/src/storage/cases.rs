//! Cases as the platform sees them: projections of journals, and the departments' queues.

use chrono::{DateTime, NaiveDate, Utc};
use yichuang_domain::{CaseId, CaseNumber, CaseState, MatterCode, TerminalCode};
use yichuang_wire::{Hash, JournalName, Verdict, payload::Payload};

use super::StorageResult;
use crate::judge::ChainPlace;

/// One case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRecord {
    /// The case.
    pub id: CaseId,
    /// Who wrote its first entry.
    pub terminal: TerminalCode,
    /// Its number; none while its first entry could not be taken.
    pub number: Option<CaseNumber>,
    /// Its matter.
    pub matter: Option<MatterCode>,
    /// The matter's name, as printed.
    pub matter_name: Option<String>,
    /// The department that decides.
    pub department: Option<String>,
    /// Where it stands.
    pub state: Option<CaseState>,
    /// The platform's number, once dispatched.
    pub platform_number: Option<String>,
    /// The entry a person has to act on before anything later of the case is looked at.
    pub blocked_by: Option<Hash>,
    /// The last step's name.
    pub step: Option<String>,
    /// Its place in a chain.
    pub chain: Option<ChainPlace>,
}

/// A case in a department's queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedCase {
    /// The case.
    pub case: CaseRecord,
    /// When it was dispatched.
    pub dispatched_at: DateTime<Utc>,
}

/// What a department, or the platform itself, says of a case; already found lawful.
#[derive(Debug, Clone)]
pub struct DepartmentAct {
    /// The case.
    pub case: CaseId,
    /// The state it was in when this was found lawful.
    pub from: CaseState,
    /// What its terminal had been told last by then.
    pub after: Option<Hash>,
    /// The state it moves to, or stays in.
    pub to: CaseState,
    /// What its terminal is told.
    pub told: Payload,
    /// The entry of the point this settles, when it had met with another one.
    pub settles: Option<Hash>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An entry on a case, as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseEntry {
    /// Its hash.
    pub hash: Hash,
    /// Whose it is.
    pub journal: JournalName,
    /// The verdict in force.
    pub verdict: Option<Verdict>,
    /// What it says.
    pub payload: Payload,
}

impl CaseEntry {
    /// Whether it tells a terminal of a case, more than the verdict on an entry.
    #[must_use]
    pub fn is_told(&self) -> bool {
        matches!(self.journal, JournalName::Feed(_))
            && !matches!(self.payload, Payload::VerdictGiven(_))
    }
}

/// Everything known of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseHistory {
    /// The case.
    pub case: CaseRecord,
    /// Its entries that can be read, in the order they arrived.
    pub entries: Vec<CaseEntry>,
}

impl CaseHistory {
    /// What was told of the case, oldest first.
    pub fn told(&self) -> impl DoubleEndedIterator<Item = &CaseEntry> {
        self.entries.iter().filter(|entry| entry.is_told())
    }

    /// The newest thing told of the case.
    #[must_use]
    pub fn told_last(&self) -> Option<Hash> {
        self.told().next_back().map(|entry| entry.hash)
    }
}

/// A case nobody has said anything of in time (行政许可法 Art. 32 (4)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentCase {
    /// The case.
    pub case: CaseId,
    /// The last day on which something could have been told.
    pub notify_by: NaiveDate,
}

/// Cases and queues.
pub trait Cases: Send + Sync {
    /// A case by its own or the platform's number.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn case_by_number(&self, number: &str) -> StorageResult<Option<CaseRecord>>;

    /// A case by its id.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn case(&self, id: CaseId) -> StorageResult<Option<CaseRecord>>;

    /// Dispatched cases, oldest first, of one department or of all, at most 1,000.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn queue(&self, department: Option<&str>) -> StorageResult<Vec<QueuedCase>>;

    /// Everything known of a case, by its own or the platform's number.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn history(&self, number: &str) -> StorageResult<Option<CaseHistory>>;

    /// Moves a case and tells its terminal's feed. False when it no longer stood where the act was
    /// found lawful.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn record(&self, act: &DepartmentAct) -> StorageResult<bool>;

    /// What points asked of the platform, with entries that came too late to be applied, newest
    /// first, at most `limit`.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn asks(&self, limit: usize) -> StorageResult<Vec<(CaseId, CaseEntry)>>;

    /// A case with its entries, by its id.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn history_of(&self, case: CaseId) -> StorageResult<Option<CaseHistory>>;

    /// Cases that were only received, whose last day to be told something is before `today`, and
    /// whose terminal has reported something written after that day: nothing of that time can be
    /// under way any more.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn silent_cases(&self, today: NaiveDate) -> StorageResult<Vec<SilentCase>>;
}
