//! Deciding about a draft or a received case, and what the confirmation page shows.

use yichuang_domain::{
    CaseNumber, CaseState, Decision, Matter,
    case::{Earlier, Intake, check_intake, check_receivable, decide},
    role::Act,
};
use yichuang_store::{CaseRow, Reader, Tx};
use yichuang_wire::payload::{Payload, Received};

use super::{
    demand::matter_of_draft,
    signing::given_since,
    take_in::{Hand, Taken, refused_decision, undecided},
};
use crate::{
    Desk,
    catalogue::{as_received, calendar, pinned},
    desk::Operator,
    draft::{Draft, present, with_signatures},
    ipc::{ApiError, CaseDone, ChangedKind, ErrorCode, SignedPaper},
    report::Outcome,
};

impl Desk {
    /// Receives and decides about a draft; the second time it is the first time's case.
    pub(super) fn decide_draft(
        &self,
        id: &str,
        act: Act,
        decision: &Decision,
    ) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(act)?;
        let draft = Draft::id(id)?;
        let decided = self.store()?.write(|tx| -> Outcome<_> {
            if let Some(case) = tx
                .case_of_draft(draft)?
                .map(|id| tx.case(id))
                .transpose()?
                .flatten()
            {
                return Ok((case.number, true, Vec::new()));
            }
            let stored = Draft::load_current(tx, draft, &operator)?;
            let hand = self.hand(&operator, tx)?;
            let taken = self.take_in(tx, &hand, &stored.matter, &stored.content, decision)?;
            let papers = tx.papers_of_draft(draft)?;
            tx.finish_draft(draft, taken.case)?;
            tx.count_use(&stored.matter)?;
            Ok((taken.number, false, papers))
        });
        let matter = matter_of_draft(draft, &operator);
        let (number, already, papers) = self.with_demands_written(&operator, matter, decided)?;
        self.unspool(&papers);
        self.announce(ChangedKind::Draft, Some(id.to_owned()));
        self.after_verb(&number, already)
    }

    /// Decides about a case that was received before; `signed` since, when it is accepted.
    pub(super) fn decide_received(
        &self,
        number: &str,
        act: Act,
        decision: &Decision,
        signed: Vec<SignedPaper>,
    ) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(act)?;
        let number = parse_number(number)?;
        self.store()?.write(|tx| -> Outcome<_> {
            let row = undecided_case(tx, &number)?;
            let hand = self.hand(&operator, tx)?;
            let taken = self.redecide(tx, &hand, &row, decision, signed)?;
            self.write_decision(tx, &hand, taken, decision)
        })?;
        self.after_verb(&number, false)
    }

    fn redecide(
        &self,
        tx: &Tx<'_>,
        hand: &Hand<'_>,
        row: &CaseRow,
        decision: &Decision,
        signed: Vec<SignedPaper>,
    ) -> Outcome<Taken> {
        let unknown = || ApiError::new(ErrorCode::CaseUnknown);
        let received = tx.received(row.id)?.ok_or_else(unknown)?;
        let found = as_received(tx, row, &received)?.ok_or_else(unknown)?;
        let (matter, questions) = (&found.matter, &found.questions);
        let (intake, calendar) = (intake_of(&received), calendar(tx)?);
        let (checked, (signed, unsigned)) = match decision {
            Decision::Accept => (
                check_intake(
                    &intake,
                    matter,
                    questions,
                    hand.today,
                    &calendar,
                    received.barred(),
                ),
                given_since(tx, row, (&found, &received), signed)?,
            ),
            _ => (
                check_receivable(&intake, matter, questions, hand.today, received.barred()),
                (Vec::new(), Vec::new()),
            ),
        };
        let ready = with_signatures(checked, unsigned)
            .map_err(|problems| present(matter, problems))?
            .after(Earlier {
                received_on: row.received_on,
                state: Some(row.state),
                notices: row.corrections,
                another_notice: None,
            });
        let decided = decide(&ready, decision, hand.today, &calendar)
            .map_err(|e| refused_decision(e, matter))?;
        Ok(Taken {
            case: row.id,
            number: row.number.clone(),
            decided,
            signed,
        })
    }

    /// After the commit: paper, then the page.
    fn after_verb(&self, number: &CaseNumber, already: bool) -> Outcome<CaseDone> {
        self.committed(number);
        self.store()?.read(|read| self.done(read, number, already))
    }

    /// A case was committed: sync is told, its papers are made, pages look again. The case stands
    /// whatever happens to paper; a paper that fails is shown as such.
    pub(super) fn committed(&self, number: &CaseNumber) {
        self.sync.committed();
        if let Err(error) = self.finish_papers() {
            tracing::warn!("papers of {number}: {error}");
        }
        self.announce(ChangedKind::Case, Some(number.to_string()));
    }

    fn done(&self, read: &Reader<'_>, number: &CaseNumber, already: bool) -> Outcome<CaseDone> {
        let row = find(read, number)?;
        let matter = pinned(read, &row)?;
        let state = if already {
            row.state
        } else {
            decided_here(read, &row)?
        };
        Ok(CaseDone {
            number: row.number.to_string(),
            short: row.number.short(),
            id: row.id.to_string(),
            state: state.key().to_owned(),
            due: row.promised.map(|due| due.date.to_string()),
            due_provisional: row.promised.is_some_and(|due| due.provisional),
            next_step: matter.map(|m| next_step(&m, state)).unwrap_or_default(),
            papers: self.papers_of(read, row.id)?,
            already,
        })
    }

    /// Whoever is signed in, when they may decide about cases and the data is sound: nothing is
    /// taken in over a journal that does not verify.
    pub(super) fn allowed_to_decide(&self, act: Act) -> Outcome<Operator> {
        if self.data_broken() {
            return Err(ApiError::new(ErrorCode::StoreBroken));
        }
        self.allowed(act)
    }
}

/// A number as typed, scanned or clicked.
pub(crate) fn parse_number(text: &str) -> Outcome<CaseNumber> {
    CaseNumber::parse(text.trim()).map_err(|_| ApiError::new(ErrorCode::NumberShape))
}

/// The case of a number; this terminal's own first, should a clone have doubled it.
pub(crate) fn find(read: &Reader<'_>, number: &CaseNumber) -> Outcome<CaseRow> {
    let mut rows = read.cases_by_number(number)?;
    rows.sort_by_key(|row| !row.own);
    rows.into_iter()
        .next()
        .ok_or_else(|| ApiError::new(ErrorCode::CaseUnknown))
}

/// The case of a number, while it may still be decided about at the window.
pub(crate) fn undecided_case(read: &Reader<'_>, number: &CaseNumber) -> Outcome<CaseRow> {
    let row = find(read, number)?;
    if undecided(row.state) {
        Ok(row)
    } else {
        Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()))
    }
}

fn intake_of(received: &Received) -> Intake {
    let materials = received.materials.iter().filter_map(|m| {
        Some(yichuang_domain::HandedIn {
            id: m.id.clone(),
            how: m.how?,
            files: m.files.clone(),
            pages: m.pages,
            note: m.note.clone().or_else(|| m.because.clone()),
            supply_by: m.supply_by,
            certificate: m.certificate.clone(),
        })
    });
    Intake {
        matter: received.matter.code.clone(),
        applicant: received.applicant.clone(),
        agent: received.agent.clone(),
        answers: received.answers.clone(),
        form: received.form.clone(),
        materials: materials.collect(),
    }
}

/// What the window decided last. The platform may have moved the case on while its papers were made.
fn decided_here(read: &Reader<'_>, row: &CaseRow) -> Outcome<CaseState> {
    let timeline = read.timeline(row.id)?;
    let decided = timeline
        .iter()
        .rev()
        .find_map(|entry| match &entry.payload {
            Some(Payload::Accepted(accepted)) => Some(accepted.state),
            Some(Payload::Refused(_)) => Some(CaseState::Refused),
            Some(Payload::CorrectionAsked(_)) => Some(CaseState::NeedsCorrection),
            Some(Payload::Received(_)) => Some(CaseState::Received),
            _ => None,
        });
    Ok(decided.unwrap_or(row.state))
}

/// The step that follows the counter's own, as the guide names it.
fn next_step(matter: &Matter, state: CaseState) -> String {
    if !state.is_accepted() {
        return String::new();
    }
    let at_counter = |name: &str| {
        ["申请", "受理", "提醒", "收件"]
            .iter()
            .any(|word| name.contains(word))
    };
    let next = matter.steps.iter().find(|step| !at_counter(&step.name));
    next.map(|step| format!("{}（{}，{}）", step.name, step.responsible, step.time_limit))
        .unwrap_or_default()
}

/// The case of a number as typed.
pub(crate) fn numbered(read: &Reader<'_>, text: &str) -> Outcome<CaseRow> {
    find(read, &parse_number(text)?)
}
