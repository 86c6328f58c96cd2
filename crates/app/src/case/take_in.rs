//! Taking one application in and deciding about it: the one path of window, kiosk and command line.

use chrono::{DateTime, NaiveDate, Utc};
use yichuang_domain::{
    Answers, CaseId, CaseNumber, CaseState, Decision, FieldProblem, HandIn, Matter, MatterCode,
    case::{DecideError, Decided, HandedIn},
    matter::PowerType,
    requirement::{Line, LineStatus},
};
use yichuang_store::{Act, PaperRow, Reader, Tx};
use yichuang_wire::{
    ClockState,
    payload::{
        Accepted, CaseDue, ChainPart, CorrectionAsked, Payload, Received, Refused, TakenMaterial,
    },
};

use super::taken_how::TakenHow;
use crate::{
    Desk,
    catalogue::{CatalogueMatter, calendar},
    desk::Operator,
    draft::{
        Archive, Judged, Purpose, agreed, judge, present,
        sign::{self, Signatures},
    },
    ipc::{ApiError, DraftContent, ErrorCode},
    paper::{DEFERRED_ACCEPTANCE, Paper, queue},
    report::Outcome,
};

/// Working days a resident is asked to supply corrections within; no law names a limit.
pub(super) const SUPPLY_DAYS: u32 = 10;

/// Who acts, where and when: the same for every entry of one verb.
pub(crate) struct Hand<'a> {
    pub(crate) operator: &'a Operator,
    pub(crate) at: DateTime<Utc>,
    pub(crate) today: NaiveDate,
    pub(crate) clock: ClockState,
}

/// What is decided about a draft: the same about all its matters, but for those set apart.
pub(crate) struct Decisions<'a> {
    pub(crate) all: &'a Decision,
    pub(crate) apart: &'a [(MatterCode, Decision)],
}

impl Decisions<'_> {
    /// About one matter. Of a notice about the whole, a matter gets what concerns it; one that
    /// nothing of it concerns is received.
    fn about(&self, found: &CatalogueMatter, code: &MatterCode) -> Decision {
        let apart = self.apart.iter().find(|(matter, _)| matter == code);
        let decision = apart.map_or(self.all, |(_, decision)| decision);
        match (&found.chain, decision) {
            (Some(chain), Decision::AskCorrection { items }) if apart.is_none() => {
                match chain.items_of(code, items) {
                    items if items.is_empty() => Decision::Receive,
                    items => Decision::AskCorrection { items },
                }
            }
            _ => decision.clone(),
        }
    }
}

/// Accepting asks for everything, anything else only that what is there is right.
const fn purpose(decision: &Decision) -> Purpose {
    match decision {
        Decision::Accept => Purpose::Accept,
        _ => Purpose::Receive,
    }
}

fn chain_part(found: &CatalogueMatter, judged: &Judged, whole: &CaseNumber) -> Option<ChainPart> {
    let (asked, child) = (found.chain.as_ref()?, judged.child.as_ref()?);
    Some(ChainPart {
        code: asked.chain.code.clone(),
        name: asked.chain.name.clone(),
        whole: whole.clone(),
        place: child.place,
        of: child.of,
        waits_for: child.waits_for.clone(),
        spared: child.spared.clone(),
    })
}

/// A case after a verb.
#[derive(Clone)]
pub(crate) struct Taken {
    pub(crate) case: CaseId,
    pub(crate) number: CaseNumber,
    pub(crate) decided: Decided,
    /// The papers signed, or left unsigned, since it was received.
    pub(crate) signatures: Signatures,
}

impl Desk {
    /// The hand of whoever is signed in.
    ///
    /// # Errors
    /// `CLOCK-001` while the clock is suspect and nobody has answered for today's date.
    pub(crate) fn hand<'a>(
        &self,
        operator: &'a Operator,
        reader: &Reader<'_>,
    ) -> Outcome<Hand<'a>> {
        let seen = self.dated_clock(reader)?;
        Ok(Hand {
            operator,
            at: seen.at,
            today: seen.today(),
            clock: seen.state(),
        })
    }

    /// Receives an application under a new number and decides about it, in the caller's
    /// transaction: entries, number and the papers to make.
    /// The matters of a chain are received under one whole number and decided about each by itself;
    /// the first case is the only one of a single matter, and has the receipt of the whole.
    /// `printed` are the papers that were printed to be signed.
    pub(crate) fn take_in(
        &self,
        tx: &mut Tx<'_>,
        hand: &Hand<'_>,
        found: &CatalogueMatter,
        (content, printed): (&DraftContent, &[PaperRow]),
        decisions: &Decisions<'_>,
    ) -> Outcome<Vec<Taken>> {
        let calendar = calendar(tx)?;
        let purposes = |code: &MatterCode| purpose(&decisions.about(found, code));
        let how = TakenHow::of(tx, content, hand)?;
        let archive = Archive::of(tx, content.applicant.as_ref(), how.day)?;
        let judged = agreed(content, purpose(decisions.all))
            .and_then(|content| judge(found, &content, &archive, &purposes, how.day, &calendar))
            .map_err(|problems| present(&found.matter, problems))?;
        let whole = how.number(tx)?;
        let mut taken = Vec::new();
        for one in judged {
            let decision = decisions.about(found, &one.found.reference.code);
            check_not_suspended(&one.found.matter, &decision, how.day)?;
            how.check_mandate(content, &one.found.reference.code)
                .map_err(|problems| present(&found.matter, problems))?;
            let chain = chain_part(found, &one, &whole);
            let signatures = Signatures {
                signed: sign::printed_by(one.signatures.signed, printed),
                ..one.signatures
            };
            let one = Judged { signatures, ..one };
            taken.push(self.take_one(tx, (hand, &how), one, (&whole, chain), &decision)?);
        }
        Ok(taken)
    }

    fn take_one(
        &self,
        tx: &mut Tx<'_>,
        (hand, how): (&Hand<'_>, &TakenHow),
        judged: Judged,
        (whole, chain): (&CaseNumber, Option<ChainPart>),
        decision: &Decision,
    ) -> Outcome<Taken> {
        let calendar = calendar(tx)?;
        let (ready, decided) = how
            .decide(judged.ready, decision, &calendar)
            .map_err(|e| refused_decision(e, &judged.found.matter))?;
        let judged = Judged { ready, ..judged };
        let visit = self.visit_of(tx, &judged.ready.intake().applicant.id, how.day)?;
        let number = match &chain {
            Some(part) => whole
                .at_place(part.place)
                .map_err(|_| ApiError::new(ErrorCode::Internal))?,
            None => whole.clone(),
        };
        let case = CaseId(self.fresh_id()?);
        let has_receipt = chain.as_ref().is_none_or(|part| part.place == 1);
        let received = Received {
            chain,
            visit: Some(visit),
            ..how.mark(received(tx, hand, judged, &number, &decided))
        };
        append(tx, hand, case, received)?;
        if has_receipt {
            let receipt = Paper::of_case("receipt", case);
            queue(tx, self.fresh_id()?, &receipt, hand.at)?;
        }
        let taken = Taken {
            case,
            number,
            decided,
            signatures: Signatures::default(),
        };
        self.write_decision(tx, hand, taken.clone(), decision)?;
        Ok(taken)
    }

    /// Writes what was decided about a received case, and queues its paper.
    pub(crate) fn write_decision(
        &self,
        tx: &mut Tx<'_>,
        hand: &Hand<'_>,
        taken: Taken,
        decision: &Decision,
    ) -> Outcome<()> {
        let clerk = hand.operator.name.clone();
        let (case, number) = (taken.case, taken.number.clone());
        let deferred = taken.decided.state == CaseState::AcceptedDeferred;
        let (document, payload): (&str, Payload) = match decision {
            Decision::Receive => return Ok(()),
            Decision::Accept => ("acceptance", accepted(taken, clerk, hand.today).into()),
            Decision::AskCorrection { items } => {
                let supply_by = calendar(tx)?.add_working_days(hand.today, SUPPLY_DAYS).date;
                let items = items.clone();
                (
                    "correction",
                    CorrectionAsked {
                        number,
                        items,
                        notified_on: hand.today,
                        supply_by,
                        again: None,
                        clerk,
                    }
                    .into(),
                )
            }
            Decision::Refuse {
                ground,
                explanation,
                competent,
            } => {
                let (explanation, competent) = (explanation.clone(), competent.clone());
                let refused = Refused {
                    number,
                    ground: *ground,
                    explanation,
                    competent,
                    refused_on: hand.today,
                    clerk,
                };
                ("refusal", refused.into())
            }
        };
        append(tx, hand, case, payload)?;
        for document in [Some(document), deferred.then_some(DEFERRED_ACCEPTANCE)]
            .into_iter()
            .flatten()
        {
            let paper = Paper::of_case(document, case);
            queue(tx, self.fresh_id()?, &paper, hand.at)?;
        }
        Ok(())
    }
}

/// The case of a single matter; of a chain, the first.
///
/// # Errors
/// `SYS-001` of an application without any matter, which no check lets through.
pub(crate) fn only(taken: Vec<Taken>) -> Outcome<Taken> {
    let first = taken.into_iter().next();
    first.ok_or_else(|| ApiError::new(ErrorCode::Internal))
}

/// A suspended matter is taken in no more; whoever comes for it all the same can be told so on paper.
fn check_not_suspended(matter: &Matter, decision: &Decision, today: NaiveDate) -> Outcome<()> {
    let refusing = matches!(decision, Decision::Refuse { .. });
    if matter.is_suspended(today) && !refusing {
        let withdrawn = FieldProblem::new("matter", "withdrawn");
        return Err(present(matter, vec![withdrawn]));
    }
    Ok(())
}

/// Appends one entry about a case.
pub(crate) fn append(
    tx: &mut Tx<'_>,
    hand: &Hand<'_>,
    case: CaseId,
    payload: impl Into<Payload>,
) -> Outcome<()> {
    let actor = Some(hand.operator.id);
    tx.append(Act {
        payload: payload.into(),
        case: Some(case),
        actor,
        at: hand.at,
        clock: hand.clock,
    })?;
    Ok(())
}

/// A decision that cannot be taken, as the interface tells it.
pub(crate) fn refused_decision(error: DecideError, matter: &Matter) -> ApiError {
    match error {
        DecideError::Incomplete => ApiError::new(ErrorCode::Invalid),
        DecideError::DeemedAccepted(day) => {
            ApiError::new(ErrorCode::NoticeTooLate).with("day", day)
        }
        DecideError::SecondNotice => ApiError::new(ErrorCode::SecondNotice),
        DecideError::Fields(problems) => present(matter, problems),
        DecideError::Move(illegal) => {
            let state = illegal
                .from
                .map_or_else(String::new, |state| state.key().to_owned());
            ApiError::new(ErrorCode::IllegalMove).with("state", state)
        }
    }
}

fn received(
    tx: &Tx<'_>,
    hand: &Hand<'_>,
    judged: Judged,
    number: &CaseNumber,
    decided: &Decided,
) -> Received {
    let enrolment = &tx.identity().enrolment;
    let Judged {
        found: matter,
        ready,
        signatures,
        credit,
        child: _,
    } = judged;
    let intake = ready.intake();
    let licence = matter.matter.power_type == PowerType::Licence;
    Received {
        number: number.clone(),
        matter: matter.reference.clone(),
        applicant: intake.applicant.clone(),
        agent: intake.agent.clone(),
        credit,
        answers: Answers(intake.answers.0.clone()),
        form: intake.form.clone(),
        materials: ready
            .requirements()
            .lines
            .iter()
            .map(|line| taken(line, &intake.materials))
            .collect(),
        signed: signatures.signed,
        unsigned: signatures.unsigned,
        chain: None,
        slip: None,
        out_of_hours: false,
        green_lane: None,
        characters: Vec::new(),
        mandate: None,
        visit: None,
        received_on: hand.today,
        notify_by: licence.then_some(decided.notify_by.date),
        point: enrolment.point.clone(),
        window: enrolment.window.clone(),
        clerk: hand.operator.name.clone(),
    }
}

fn taken(line: &Line, handed_in: &[HandedIn]) -> TakenMaterial {
    let found = handed_in
        .iter()
        .find(|material| line.material == *material.id);
    TakenMaterial {
        id: line.material.to_string(),
        name: line.name.clone(),
        how: found.map(|material| material.how),
        consented: found.is_some_and(|material| material.how == HandIn::Held),
        because: found.and_then(|material| because(line, material.how)),
        pages: found.and_then(|material| material.pages),
        files: found
            .map(|material| material.files.clone())
            .unwrap_or_default(),
        supply_by: found.and_then(|material| material.supply_by),
        note: found
            .filter(|material| material.how != HandIn::Waived)
            .and_then(|material| material.note.clone()),
        certificate: found.and_then(|material| material.certificate.clone()),
    }
}

/// The rule or origin behind a line that was not demanded.
fn because(line: &Line, how: HandIn) -> Option<String> {
    match (&line.status, how) {
        (LineStatus::Waived { rule, detail }, HandIn::Waived) => {
            Some(format!("{}：{detail}", rule.label()))
        }
        (LineStatus::Held { origin }, HandIn::Held) => Some(origin.clone()),
        _ => None,
    }
}

fn accepted(taken: Taken, clerk: String, today: NaiveDate) -> Accepted {
    let decided = taken.decided;
    let day = |due: yichuang_domain::Due| CaseDue {
        date: due.date,
        provisional: due.provisional,
    };
    Accepted {
        number: taken.number,
        state: decided.state,
        accepted_on: decided.accepted_on.unwrap_or(today),
        promised: decided.due.map(day),
        statutory: decided.statutory.map(day),
        signed: taken.signatures.signed,
        unsigned: taken.signatures.unsigned,
        clerk,
    }
}

/// Whether a case may still be decided about at the window.
pub(crate) fn undecided(state: CaseState) -> bool {
    matches!(state, CaseState::Received | CaseState::NeedsCorrection)
}
