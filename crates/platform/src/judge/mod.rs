//! The machine's word on one entry: pure, given what the store knows.
//!
//! Judging is in two looks. [`Judge::read`] says what an entry claims, so that the store can
//! gather the [`Facts`] those claims touch; [`Judge::decide`] says what to make of them. Nothing
//! here asks a clock, a database or a network, and a verdict never undoes what a terminal did.

mod feed;
mod rules;
mod step;

use chrono::NaiveDate;
use yichuang_domain::{CaseId, CaseNumber, CaseState, MatterCode};
use yichuang_wire::{
    Hash, Header, JournalName, Verdict,
    payload::{Payload, Progress, VerdictGiven},
    sha256,
};

use crate::storage::CaseRecord;

pub use step::step_of;
pub(crate) use step::{decided, ended_by, reach};

/// The step's name of a case that has just reached its department.
const DISPATCHED_STEP: &str = "已分发";

/// An entry in line for a verdict.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Its header.
    pub header: Header,
    /// Its hash.
    pub hash: Hash,
    /// Its payload's bytes, when they are known.
    pub payload: Option<Vec<u8>>,
    /// Whether what it does to its case has been done.
    pub applied: bool,
    /// The verdict in force.
    pub verdict: Option<Verdict>,
}

/// What an entry claims.
#[derive(Debug, Clone)]
pub struct Reading {
    content: Content,
    /// The number it gives or names.
    pub number: Option<CaseNumber>,
    /// The matter version it was taken under: code and SHA-256.
    pub matter: Option<(MatterCode, Hash)>,
    /// Keyed digest of the applicant's identity number.
    pub applicant: Option<Hash>,
    /// SHA-256 of the files it names, in its order.
    pub files: Vec<Hash>,
    /// Whether it moves its case's state.
    pub moves: bool,
}

#[derive(Debug, Clone)]
enum Content {
    Known(Box<Payload>),
    UnknownKind,
    Unreadable,
    Absent,
}

/// What the store knows about an entry's claims.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The entry's base, when it is not stored or not settled itself.
    pub missing_base: Option<Hash>,
    /// The case as it stands.
    pub case: Option<CaseRecord>,
    /// Whether the case is another point's: only its own point has a say in it.
    pub outsider: bool,
    /// The case that has the number already, when it is another one.
    pub number_taken: bool,
    /// Whether any pack was ever published.
    pub packs_published: bool,
    /// Whether the matter version is in a published pack.
    pub matter_known: bool,
    /// The prefix numbers of this epoch must have; none when the epoch's opening was not readable.
    pub prefix: Option<String>,
    /// An entry with the same base that has moved the case already.
    pub rival: Option<Rival>,
    /// Whether the same applicant has the same matter open from another terminal.
    pub duplicate: bool,
    /// The first file of the entry that is not stored.
    pub missing_file: Option<Hash>,
    /// The last step told of the case in a later epoch of the feed than the entry's own: what
    /// happened after the restore that lost the entry.
    pub told_since: Option<Progress>,
    /// The same, leaving out what was told only because it had come back.
    pub decided_since: Option<Progress>,
    /// The newest step of the case's department that the entry's author had not read of.
    pub unseen_step: Option<Hash>,
    /// The platform's word that the case counts as accepted, when the author had not read it.
    pub unseen_deemed: Option<Hash>,
    /// Whether the case counts as accepted because nobody told anything in time.
    pub deemed_accepted: bool,
    /// Whether a reviewer has said what becomes of the entry.
    pub answered: bool,
}

/// An entry that has moved a case from where another one would move it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The entry.
    pub entry: Hash,
    /// Whose it is.
    pub journal: JournalName,
}

/// What to make of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The word that goes back.
    pub verdict: Verdict,
    /// What it does to the projections.
    pub change: Change,
    /// Whether, being an `attend`, it holds up what follows of its case. What somebody without a
    /// say in the case wrote never does.
    pub blocks: bool,
    /// Whether what it says is taken, so that nothing later of its case has to wait for it, also
    /// while one of its files is still missing.
    pub stands: bool,
}

/// What an entry does to the projections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// Begins an epoch whose numbers carry this mark.
    Epoch {
        /// Two characters; none for the first epoch.
        mark: Option<String>,
    },
    /// Opens a case.
    Open(Box<OpenedCase>),
    /// Moves a case.
    Move(CaseState),
    /// Puts back a step the platform itself had told before it was restored from a backup.
    Resume(Box<ResumedStep>),
    /// Remembers a verdict the platform itself had told before it was restored from a backup, so
    /// that it is not told again.
    Recall(Box<VerdictGiven>),
}

impl Change {
    /// Whether it is a move of the case: an act that moves is done once, and another with the same
    /// base is its rival.
    #[must_use]
    pub fn is_act(&self) -> bool {
        !matches!(self, Self::None | Self::Recall(_))
    }
}

/// A step that came back, and what it leaves standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumedStep {
    /// The step as it was told. Its platform number is the one the resident may have been told.
    pub step: Progress,
    /// What stands now: the step, or what was told since when that reaches as far.
    pub standing: Progress,
    /// The last word the terminal has of the case; when it differs from what stands, it is told.
    pub told: Progress,
}

/// What a case's first entry says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedCase {
    /// Its number.
    pub number: CaseNumber,
    /// Its matter.
    pub matter: MatterCode,
    /// The matter's name.
    pub matter_name: String,
    /// The department that decides.
    pub department: String,
    /// Keyed digest of the applicant's identity number.
    pub applicant: Hash,
    /// By when the one notice must be given, when a law binds the matter.
    pub notify_by: Option<NaiveDate>,
    /// Its place in a chain.
    pub chain: Option<ChainPlace>,
}

/// A case's place among those taken with it (一链办理).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainPlace {
    /// The number of the whole application.
    pub whole: CaseNumber,
    /// Its place, from 1.
    pub place: u32,
    /// The places whose results it waits for.
    pub waits_for: Vec<u32>,
}

/// The rules, with the key that keeps applicants' digests from being guessed.
#[derive(Clone)]
pub struct Judge {
    applicant_key: Hash,
}

impl Judge {
    /// Rules whose applicant digests are keyed by `applicant_key`.
    #[must_use]
    pub fn new(applicant_key: Hash) -> Self {
        Self { applicant_key }
    }

    /// What an entry claims.
    #[must_use]
    pub fn read(&self, entry: &Pending) -> Reading {
        let mut reading = Reading {
            content: Content::Absent,
            number: None,
            matter: None,
            applicant: None,
            files: Vec::new(),
            moves: false,
        };
        let Some(bytes) = &entry.payload else {
            return reading;
        };
        reading.content = match parse(&entry.header.kind, bytes) {
            Some(Payload::Unknown(_)) => Content::UnknownKind,
            Some(payload) => {
                self.claims(&payload, &mut reading);
                Content::Known(Box::new(payload))
            }
            None => Content::Unreadable,
        };
        reading
    }

    fn claims(&self, payload: &Payload, reading: &mut Reading) {
        if let Payload::Received(received) = payload {
            reading.matter = Some((received.matter.code.clone(), received.matter.sha256));
            reading.applicant = Some(self.applicant_digest(&received.applicant.id));
        }
        reading.files = files(payload);
        if let Some(number) = moved(payload) {
            reading.number = Some(number.clone());
            reading.moves = true;
        }
    }

    fn applicant_digest(&self, id: &yichuang_domain::IdNumber) -> Hash {
        let parts = [
            self.applicant_key.as_bytes(),
            id.kind().label().as_bytes(),
            b"\n",
            id.reveal().as_bytes(),
        ];
        sha256(&parts.concat())
    }

    /// Whether a case may go to its department now; what else must hold (no entry unsettled, no
    /// file missing, not dispatched before) the store knows.
    #[must_use]
    pub fn is_dispatchable(case: &CaseRecord) -> bool {
        let accepted = case.state.is_some_and(CaseState::is_accepted);
        accepted && case.blocked_by.is_none() && case.platform_number.is_none()
    }

    /// The first step of a case at its department.
    #[must_use]
    pub fn dispatch_step(
        number: CaseNumber,
        platform_number: String,
        department: String,
        on: NaiveDate,
    ) -> Progress {
        Progress {
            number,
            platform_number: Some(platform_number),
            state: CaseState::Dispatched,
            step: DISPATCHED_STEP.to_owned(),
            office: department,
            note: None,
            on,
            promised: None,
            statutory: None,
        }
    }
}

/// The number of the case an entry of a terminal moves; none for facts, which never contradict
/// anything.
fn moved(payload: &Payload) -> Option<&CaseNumber> {
    match payload {
        Payload::Received(body) => Some(&body.number),
        Payload::Accepted(body) => Some(&body.number),
        Payload::CorrectionAsked(body) => Some(&body.number),
        Payload::Refused(body) => Some(&body.number),
        Payload::DeemedAccepted(body) => Some(&body.number),
        Payload::Withdrawn(body) => Some(&body.number),
        Payload::Terminated(body) => Some(&body.number),
        Payload::Voided(body) => Some(&body.number),
        Payload::Forwarded(body) => Some(&body.number),
        Payload::ResultArrived(body) => Some(&body.number),
        Payload::Posted(body) => Some(&body.number),
        Payload::Delivered(body) => Some(&body.number),
        Payload::Archived(body) => Some(&body.number),
        _ => None,
    }
}

/// The files an entry adds to its case.
fn files(payload: &Payload) -> Vec<Hash> {
    let hash = |file: &yichuang_domain::FileRef| file.sha256.into();
    match payload {
        Payload::Received(body) => body.files().map(hash).collect(),
        Payload::Accepted(body) => body.files().map(hash).collect(),
        Payload::Supplied(body) => body.files().map(hash).collect(),
        Payload::Delivered(body) => body.files().map(hash).collect(),
        Payload::Withdrawn(body) => body.files.iter().map(hash).collect(),
        Payload::Requested(body) => body.files.iter().map(hash).collect(),
        Payload::MandateGiven(body) => body.files().map(hash).collect(),
        _ => Vec::new(),
    }
}

/// Reads hostile bytes. Should a reader ever panic on some, then that entry is unreadable; the line
/// of all terminals' entries behind it must go on.
fn parse(kind: &str, bytes: &[u8]) -> Option<Payload> {
    std::panic::catch_unwind(|| Payload::parse(kind, bytes).ok())
        .ok()
        .flatten()
}

/// Whether a case in this state no longer makes a new one of the same applicant and matter
/// suspicious: it is over, or at least decided.
#[must_use]
pub fn is_decided(state: CaseState) -> bool {
    state.is_final()
        || matches!(
            state,
            CaseState::Granted | CaseState::Denied | CaseState::ReadyForPickup
        )
}

impl Pending {
    fn case(&self) -> Option<CaseId> {
        self.header.case
    }
}
