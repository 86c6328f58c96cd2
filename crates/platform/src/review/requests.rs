//! What points ask of the platform about cases their departments have, and the answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::case::{RequestKind, Verb};
use yichuang_wire::{
    Hash, Verdict,
    payload::{Payload, RequestAnswered},
};

use super::{CaseFile, MAX_NOTE_CHARS, MAX_STEP_CHARS, ReviewedCase, Said, check_text};
use crate::{
    Platform, PlatformError,
    judge::ended_by,
    storage::{CaseEntry, CaseHistory},
};

/// Entries looked at for the list.
const MOST: usize = 1_000;

/// Something a point asked that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRequest {
    /// The case's number.
    pub number: String,
    /// The platform's number; empty for a case that was sent on to another place.
    pub platform_number: String,
    /// The department that has the case.
    pub department: String,
    /// The terminal that asked.
    pub terminal: String,
    /// The entry that asked, which an answer names.
    pub request: Hash,
    /// What for.
    pub what: RequestKind,
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
    /// Whether the point had thought that it need not ask, because it did not know yet that the case
    /// was at its department.
    pub overtaken: bool,
}

/// An answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRequest {
    /// The entry that asked; the oldest open one when not named.
    #[serde(default)]
    pub request: Option<Hash>,
    /// Whether it is granted.
    pub granted: bool,
    /// In words.
    pub words: String,
    /// Which office.
    pub office: String,
}

/// What an entry asks, whatever its kind.
struct Ask<'a> {
    entry: Hash,
    what: RequestKind,
    reason: &'a str,
    on: NaiveDate,
    overtaken: bool,
}

impl<'a> Ask<'a> {
    fn of(entry: &'a CaseEntry) -> Option<Self> {
        let (what, reason, on) = match &entry.payload {
            Payload::Requested(asked) => (asked.what, &asked.reason, asked.on),
            Payload::Withdrawn(body) => (RequestKind::Withdraw, &body.reason, body.withdrawn_on),
            Payload::Terminated(body) => (RequestKind::Terminate, &body.reason, body.terminated_on),
            Payload::Voided(body) => (RequestKind::Void, &body.reason, body.voided_on),
            _ => return None,
        };
        let overtaken = !matches!(entry.payload, Payload::Requested(_));
        let counts = match &entry.verdict {
            Some(Verdict::Conflict { .. }) => overtaken,
            Some(Verdict::Ok) => !overtaken,
            _ => false,
        };
        counts.then_some(Self {
            entry: entry.hash,
            what,
            reason,
            on,
            overtaken,
        })
    }
}

fn is_answered(history: &CaseHistory, entry: &Hash) -> bool {
    let mut entries = history.entries.iter();
    entries.any(
        |one| matches!(&one.payload, Payload::RequestAnswered(answer) if answer.request == *entry),
    )
}

impl Platform {
    /// What points asked and nobody has answered, oldest first.
    ///
    /// # Errors
    /// [`PlatformError::Storage`].
    pub fn requests(&self) -> Result<Vec<OpenRequest>, PlatformError> {
        let mut open = Vec::new();
        for (case, entry) in self.storage.asks(MOST)?.into_iter().rev() {
            let Some(history) = self.storage.history_of(case)? else {
                continue;
            };
            if is_answered(&history, &entry.hash) {
                continue;
            }
            open.extend(Ask::of(&entry).and_then(|ask| open_request(&history, &entry, &ask)));
        }
        Ok(open)
    }

    /// Answers what a point asked. Granting an end ends the case.
    ///
    /// # Errors
    /// Those of [`Platform::review`], and [`PlatformError::NothingAsked`].
    pub fn answer(
        &self,
        number: &str,
        answer: &AnswerRequest,
    ) -> Result<ReviewedCase, PlatformError> {
        check_text("the words", &answer.words, MAX_NOTE_CHARS)?;
        check_text("the office", &answer.office, MAX_STEP_CHARS)?;
        self.act(number, |file| {
            let ask = asked(file, answer.request.as_ref())
                .ok_or_else(|| PlatformError::NothingAsked(file.number.to_string()))?;
            let ends = ended_by(ask.what).filter(|_| answer.granted);
            if let Some(state) = ends {
                let verb = match ask.what {
                    RequestKind::Withdraw => Verb::Withdraw,
                    _ => Verb::Terminate,
                };
                file.check(verb, state)?;
            }
            let told = RequestAnswered {
                number: file.number.clone(),
                request: ask.entry,
                what: ask.what,
                granted: answer.granted,
                words: answer.words.clone(),
                on: file.today,
                office: answer.office.clone(),
            };
            Ok(Said {
                told: told.into(),
                state: ends,
                settles: ask.overtaken.then_some(ask.entry),
            })
        })
    }
}

/// The open request that is meant.
fn asked<'a>(file: &'a CaseFile, named: Option<&Hash>) -> Option<Ask<'a>> {
    let open = file.history.entries.iter().filter_map(Ask::of);
    let mut open = open.filter(|ask| !is_answered(&file.history, &ask.entry));
    open.find(|ask| named.is_none_or(|named| *named == ask.entry))
}

fn open_request(history: &CaseHistory, entry: &CaseEntry, ask: &Ask<'_>) -> Option<OpenRequest> {
    let case = &history.case;
    Some(OpenRequest {
        number: case.number.as_ref()?.to_string(),
        platform_number: case.platform_number.clone().unwrap_or_default(),
        department: case.department.clone().unwrap_or_default(),
        terminal: entry.journal.terminal().to_string(),
        request: ask.entry,
        what: ask.what,
        reason: ask.reason.to_owned(),
        on: ask.on,
        overtaken: ask.overtaken,
    })
}
