//! Deciding about a draft or a received case, and what the confirmation page shows.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseNumber, CaseState, Decision, Matter,
    case::{Earlier, Intake, check_intake, check_receivable, decide},
    role::Act,
};
use yichuang_store::{CaseRow, Reader, Tx};
use yichuang_wire::payload::{Payload, Received};

use super::{
    demand::matter_of_draft,
    owed::owed,
    signing::{Given, given_since},
    sisters::chain_of,
    standing::standing,
    take_in::{Decisions, Hand, Taken, only, refused_decision, undecided},
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, as_received, calendar, pinned},
    desk::Operator,
    draft::{Draft, present, sign::Signatures, with_signatures},
    ipc::{ApiError, CaseDone, ChangedKind, ErrorCode, PaperInfo},
    report::Outcome,
};

impl Desk {
    /// Receives and decides about a draft; the second time it is the first time's case.
    pub(super) fn decide_draft(
        &self,
        id: &str,
        act: Act,
        decisions: &Decisions<'_>,
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
            let found = stored.in_force(tx)?;
            let papers = tx.papers_of_draft(draft)?;
            let content = (&stored.content, papers.as_slice());
            let taken = self.take_in(tx, &hand, &found, content, decisions)?;
            for code in found.codes() {
                tx.count_use(&code)?;
            }
            let first = only(taken)?;
            tx.finish_draft(draft, first.case)?;
            Ok((first.number, false, papers))
        });
        let matter = matter_of_draft(draft, &operator);
        let (number, already, papers) = self.with_demands_written(&operator, matter, decided)?;
        self.unspool(&papers);
        self.forget_residents_of(draft);
        self.announce(ChangedKind::Draft, Some(id.to_owned()));
        self.after_verb(&number, already)
    }

    /// Whether a draft was decided about before.
    pub(super) fn has_become_a_case(&self, draft: &str) -> Outcome<bool> {
        let draft = Draft::id(draft)?;
        self.store()?
            .read(|read| Ok(read.case_of_draft(draft)?.is_some()))
    }

    /// Decides about a case that was received before; `given` since, when it is accepted.
    pub(super) fn decide_received(
        &self,
        number: &str,
        act: Act,
        decision: &Decision,
        given: Given,
    ) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(act)?;
        let number = parse_number(number)?;
        self.notice_silence()?;
        self.store()?.write(|tx| -> Outcome<_> {
            let row = undecided_case(tx, &number)?;
            let hand = self.hand(&operator, tx)?;
            let taken = self.redecide(tx, &hand, &row, decision, (given, None))?;
            self.write_decision(tx, &hand, taken, decision)
        })?;
        self.after_verb(&number, false)
    }

    /// The rules asked again about a case that was received before, by its application as it stands;
    /// `another_notice` is a supervisor's reason for a second one.
    pub(super) fn redecide(
        &self,
        tx: &Tx<'_>,
        hand: &Hand<'_>,
        row: &CaseRow,
        decision: &Decision,
        (given, another_notice): (Given, Option<String>),
    ) -> Outcome<Taken> {
        let unknown = || ApiError::new(ErrorCode::CaseUnknown);
        let received = standing(tx, row.id)?.ok_or_else(unknown)?;
        let found = as_received(tx, row, &received)?.ok_or_else(unknown)?;
        let (matter, questions) = (&found.matter, &found.questions);
        let (intake, calendar) = (intake_of(&found, &received), calendar(tx)?);
        let (checked, (signatures, mut missing)) = match decision {
            Decision::Accept => (
                check_intake(
                    &intake,
                    matter,
                    questions,
                    hand.today,
                    &calendar,
                    received.barred(),
                ),
                given_since(tx, row, (&found, &received), given)?,
            ),
            _ => (
                check_receivable(&intake, matter, questions, hand.today, received.barred()),
                (Signatures::default(), Vec::new()),
            ),
        };
        if *decision == Decision::Accept {
            let signed = signatures.signed.iter();
            let papers: Vec<String> = signed.map(|one| one.document.clone()).collect();
            let owed = owed(tx, row, (&found, &received), hand.today)?;
            missing.extend(owed.problems(&papers));
        }
        let ready = with_signatures(checked, missing)
            .map_err(|problems| present(matter, problems))?
            .after(Earlier {
                received_on: row.received_on,
                state: Some(row.state),
                notices: row.corrections,
                another_notice,
            });
        let decided = decide(&ready, decision, hand.today, &calendar)
            .map_err(|e| refused_decision(e, matter))?;
        Ok(Taken {
            case: row.id,
            number: row.number.clone(),
            decided,
            signatures,
        })
    }

    /// After the commit: paper, then the page.
    pub(super) fn after_verb(&self, number: &CaseNumber, already: bool) -> Outcome<CaseDone> {
        self.committed(number);
        self.store()?.read(|read| self.done(read, number, already))
    }

    /// A case was committed: sync is told, its papers are made, pages look again. The case stands
    /// whatever happens to paper; a paper that fails is shown as such.
    pub(crate) fn committed(&self, number: &CaseNumber) {
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
            papers: self.papers_of_whole(read, &row)?,
            chain: chain_of(read, &row, self.today())?,
            already,
        })
    }

    /// The papers of a case and of those taken in with it, each once.
    fn papers_of_whole(&self, read: &Reader<'_>, row: &CaseRow) -> Outcome<Vec<PaperInfo>> {
        let mut papers = self.papers_of(read, row.id)?;
        if row.number.place().is_none() {
            return Ok(papers);
        }
        for sister in read.sisters(&row.number.whole())? {
            for paper in self.papers_of(read, sister.id)? {
                if !papers.iter().any(|known| known.id == paper.id) {
                    papers.push(paper);
                }
            }
        }
        Ok(papers)
    }

    /// Whoever is signed in, when they may decide about cases and the data is sound: nothing is
    /// taken in over a journal that does not verify.
    pub(crate) fn allowed_to_decide(&self, act: Act) -> Outcome<Operator> {
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
    // The number of a whole stands for its first case, whose page names the others.
    if rows.is_empty() && number.place().is_none() {
        rows = read.sisters(number)?;
    }
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
    } else if let Some(day) = deemed_on(read, &row)? {
        Err(ApiError::new(ErrorCode::NoticeTooLate).with("day", day))
    } else {
        Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()))
    }
}

/// The day a case counts as accepted from by silence, when that is how it was accepted.
fn deemed_on(read: &Reader<'_>, row: &CaseRow) -> Outcome<Option<NaiveDate>> {
    let timeline = read.timeline(row.id)?;
    let mut deemed = timeline.iter().filter_map(|entry| match &entry.payload {
        Some(Payload::DeemedAccepted(deemed)) => Some(deemed.accepted_on),
        _ => None,
    });
    Ok(deemed.next())
}

/// The application as the rules judge it. What was handed in for a line that a later answer took off
/// the list stays with the case and is not judged.
pub(super) fn intake_of(found: &CatalogueMatter, received: &Received) -> Intake {
    let list = found.requirements(&received.answers, &[], received.barred());
    let listed = |id: &str| list.ended.is_some() || list.line(id).is_some();
    let lines = received.materials.iter().filter(|m| listed(&m.id));
    let materials = lines.filter_map(|m| {
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
            Some(Payload::Forwarded(_)) => Some(CaseState::Forwarded),
            Some(Payload::CorrectionAsked(_)) => Some(CaseState::NeedsCorrection),
            Some(Payload::Received(_)) => Some(CaseState::Received),
            Some(Payload::DeemedAccepted(_)) => Some(CaseState::Accepted),
            Some(Payload::Withdrawn(_)) => Some(CaseState::Withdrawn),
            Some(Payload::Terminated(_)) => Some(CaseState::Terminated),
            Some(Payload::Voided(_)) => Some(CaseState::Voided),
            // What is supplied moves no state: the case stands where it stood.
            Some(Payload::Supplied(_)) => Some(row.state),
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
