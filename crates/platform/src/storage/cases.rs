//! Cases as the platform sees them: projections of journals, and the departments' queues.

use chrono::{DateTime, NaiveDate, Utc};
use yichuang_domain::{CaseId, CaseNumber, CaseState, MatterCode, TerminalCode};
use yichuang_wire::Hash;

use super::StorageResult;

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
}

/// A case in a department's queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedCase {
    /// The case.
    pub case: CaseRecord,
    /// When it was dispatched.
    pub dispatched_at: DateTime<Utc>,
}

/// A reviewer's step, already found lawful.
#[derive(Debug, Clone)]
pub struct ProgressStep {
    /// The case.
    pub case: CaseId,
    /// The state it was in when the step was found lawful.
    pub from: CaseState,
    /// The state it moves to, or stays in.
    pub to: CaseState,
    /// The step's name.
    pub step: String,
    /// Which office has it.
    pub office: String,
    /// What the office says.
    pub note: Option<String>,
    /// The day it counts from, Asia/Shanghai.
    pub on: NaiveDate,
    /// When.
    pub at: DateTime<Utc>,
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

    /// Moves a case and tells its terminal's feed. False when it no longer was in `from`.
    ///
    /// # Errors
    /// [`super::StorageError`].
    fn record_progress(&self, step: &ProgressStep) -> StorageResult<bool>;
}
