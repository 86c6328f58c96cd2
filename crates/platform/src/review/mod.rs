//! What a reviewer at a department does with a case that was sent to it.
//!
//! Every act is looked at on what the store knows of the case, and recorded only while nothing else
//! was told of it meanwhile.

mod dates;
mod examination;
mod procedure;
mod requests;
mod result;
mod silence;

pub use examination::AskMore;
pub use procedure::{BeginProcedure, EndProcedure, ExtendLimit};
pub use requests::{AnswerRequest, OpenRequest};
pub use result::{IssueResult, IssuedDocument};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{
    CaseNumber, CaseState,
    calendar::shanghai_date,
    case::{Verb, transition},
};
use yichuang_wire::{
    Hash,
    payload::{Payload, Progress},
};

use crate::{
    Platform, PlatformError,
    judge::reach,
    storage::{CaseHistory, CaseRecord, DepartmentAct, QueuedCase},
};

const MAX_STEP_CHARS: usize = 60;
const MAX_NOTE_CHARS: usize = 500;
/// How often an act is looked at anew when something else was told of the case meanwhile.
const TRIES: usize = 3;

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
    /// The platform's number; empty for a case that was sent on to another place.
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
            platform_number: case.platform_number.unwrap_or_default(),
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
        self.act(number, |file| {
            check_move(file.state, step.state)?;
            let told = Progress {
                number: file.number.clone(),
                platform_number: file.history.case.platform_number.clone(),
                state: step.state,
                step: step.step.clone(),
                office: step.office.clone(),
                note: step.note.clone(),
                on: file.today,
                promised: None,
                statutory: None,
            };
            Ok(Said::moving(step.state, told))
        })
    }

    /// Looks at a case, says something of it, and tells its terminal.
    fn act(
        &self,
        number: &str,
        say: impl Fn(&CaseFile) -> Result<Said, PlatformError>,
    ) -> Result<ReviewedCase, PlatformError> {
        let unknown = || PlatformError::CaseUnknown(number.to_owned());
        for _ in 0..TRIES {
            let at = self.now();
            let history = self.storage.history(number)?.ok_or_else(unknown)?;
            let file = CaseFile::open(history, shanghai_date(at)).ok_or_else(unknown)?;
            let said = say(&file)?;
            let recorded = self.storage.record(&DepartmentAct {
                case: file.history.case.id,
                from: file.state,
                after: file.history.told_last(),
                to: said.state.unwrap_or(file.state),
                told: said.told,
                settles: said.settles,
                at,
            })?;
            if recorded {
                let case = self.storage.case(file.history.case.id)?;
                return case.and_then(ReviewedCase::of).ok_or_else(unknown);
            }
        }
        Err(PlatformError::CaseMoved(number.to_owned()))
    }
}

/// A case on a reviewer's desk.
struct CaseFile {
    history: CaseHistory,
    number: CaseNumber,
    state: CaseState,
    today: NaiveDate,
}

impl CaseFile {
    /// None for a case no department has.
    fn open(history: CaseHistory, today: NaiveDate) -> Option<Self> {
        let number = history.case.number.clone()?;
        let state = history.case.state?;
        let handled = history.case.platform_number.is_some() || reach(state) > 0;
        handled.then_some(Self {
            history,
            number,
            state,
            today,
        })
    }

    /// What was told of the case, oldest first.
    fn told(&self) -> impl DoubleEndedIterator<Item = &Payload> {
        self.history.told().map(|entry| &entry.payload)
    }

    /// Refuses a move the life cycle does not have.
    fn check(&self, verb: Verb, to: CaseState) -> Result<(), PlatformError> {
        match transition(self.state, verb) {
            Ok(_) => Ok(()),
            Err(_) => Err(PlatformError::IllegalStep {
                from: self.state,
                to,
            }),
        }
    }

    /// Refuses what is only said of a case that is being handled.
    fn check_handled(&self) -> Result<(), PlatformError> {
        match reach(self.state) {
            1 | 2 => Ok(()),
            _ => Err(PlatformError::NotHandled(self.number.to_string())),
        }
    }
}

/// What a reviewer says, and what it does.
struct Said {
    told: Payload,
    state: Option<CaseState>,
    settles: Option<Hash>,
}

impl Said {
    fn moving(state: CaseState, told: impl Into<Payload>) -> Self {
        Self {
            told: told.into(),
            state: Some(state),
            settles: None,
        }
    }

    fn staying(told: impl Into<Payload>) -> Self {
        Self {
            told: told.into(),
            state: None,
            settles: None,
        }
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

/// Refuses a number of days outside its bounds.
fn check_days(what: &'static str, days: u32, limit: u32) -> Result<(), PlatformError> {
    if (1..=limit).contains(&days) {
        Ok(())
    } else {
        Err(PlatformError::Days { what, limit })
    }
}

fn check_text(what: &'static str, text: &str, limit: usize) -> Result<(), PlatformError> {
    match yichuang_domain::text::clean(text, limit) {
        Ok(clean) if !clean.trim().is_empty() => Ok(()),
        _ => Err(PlatformError::TextLength { what, limit }),
    }
}
