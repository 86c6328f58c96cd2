//! What a reviewer at a department does with a dispatched case.

use serde::{Deserialize, Serialize};
use yichuang_domain::{
    CaseState,
    calendar::shanghai_date,
    case::{Verb, transition},
};

use crate::{
    Platform, PlatformError,
    storage::{CaseRecord, ProgressStep, QueuedCase},
};

const MAX_STEP_CHARS: usize = 60;
const MAX_NOTE_CHARS: usize = 500;

/// One step of a reviewer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewStep {
    /// The step's name, such as 「镇民政办审核」.
    pub step: String,
    /// Which office has it.
    pub office: String,
    /// `in_process`, `granted`, `denied` or `ready_for_pickup`.
    pub state: CaseState,
    /// What the office says to the resident.
    #[serde(default)]
    pub note: Option<String>,
}

/// A case as a reviewer sees it; no personal data.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReviewedCase {
    /// The case's number.
    pub number: String,
    /// The platform's number.
    pub platform_number: String,
    /// The matter's name.
    pub matter: String,
    /// The department that decides.
    pub department: String,
    /// The terminal that took it.
    pub terminal: String,
    /// Where it stands.
    pub state: CaseState,
    /// The last step's name.
    pub step: String,
}

impl ReviewedCase {
    fn of(case: CaseRecord) -> Option<Self> {
        Some(Self {
            number: case.number?.to_string(),
            platform_number: case.platform_number?,
            matter: case.matter_name?,
            department: case.department?,
            terminal: case.terminal.to_string(),
            state: case.state?,
            step: case.step.unwrap_or_default(),
        })
    }
}

impl Platform {
    /// The departments' queues, oldest first.
    ///
    /// # Errors
    /// [`PlatformError::Storage`].
    pub fn cases(&self, department: Option<&str>) -> Result<Vec<ReviewedCase>, PlatformError> {
        let queue = self.storage.queue(department)?;
        Ok(queue
            .into_iter()
            .filter_map(|QueuedCase { case, .. }| ReviewedCase::of(case))
            .collect())
    }

    /// Moves a dispatched case, named by its own or the platform's number, and tells its terminal.
    ///
    /// # Errors
    /// [`PlatformError::CaseUnknown`], [`PlatformError::IllegalStep`],
    /// [`PlatformError::NotAReviewState`], [`PlatformError::TextLength`] or
    /// [`PlatformError::CaseMoved`].
    pub fn review(&self, number: &str, step: &ReviewStep) -> Result<ReviewedCase, PlatformError> {
        check_text("the step", &step.step, MAX_STEP_CHARS)?;
        check_text("the office", &step.office, MAX_STEP_CHARS)?;
        if let Some(note) = &step.note {
            check_text("the note", note, MAX_NOTE_CHARS)?;
        }
        let unknown = || PlatformError::CaseUnknown(number.to_owned());
        let case = self
            .storage
            .case_by_number(number)?
            .filter(|c| c.platform_number.is_some());
        let (case, from) = case
            .and_then(|case| case.state.map(|state| (case, state)))
            .ok_or_else(unknown)?;
        check_move(from, step.state)?;
        let at = self.now();
        let moved = self.storage.record_progress(&ProgressStep {
            case: case.id,
            from,
            to: step.state,
            step: step.step.clone(),
            office: step.office.clone(),
            note: step.note.clone(),
            on: shanghai_date(at),
            at,
        })?;
        if !moved {
            return Err(PlatformError::CaseMoved(number.to_owned()));
        }
        self.storage
            .case(case.id)?
            .and_then(ReviewedCase::of)
            .ok_or_else(unknown)
    }
}

fn check_move(from: CaseState, to: CaseState) -> Result<(), PlatformError> {
    let verb = match to {
        CaseState::InProcess => Verb::Process,
        CaseState::Granted => Verb::Grant,
        CaseState::Denied => Verb::Deny,
        CaseState::ReadyForPickup => Verb::MakeReady,
        other => return Err(PlatformError::NotAReviewState(format!("{other:?}"))),
    };
    // A further step in the same office is no move.
    let stays = from == to && to == CaseState::InProcess;
    if stays || transition(from, verb).is_ok() {
        Ok(())
    } else {
        Err(PlatformError::IllegalStep { from, to })
    }
}

fn check_text(what: &'static str, text: &str, limit: usize) -> Result<(), PlatformError> {
    match yichuang_domain::text::clean(text, limit) {
        Ok(clean) if !clean.trim().is_empty() => Ok(()),
        _ => Err(PlatformError::TextLength { what, limit }),
    }
}
