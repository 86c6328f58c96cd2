//! The rules in the order they are asked (journal.md, Verdict).

use yichuang_domain::{
    CaseState,
    case::{Verb, transition},
};
use yichuang_wire::{
    AttendReason, Hash, JournalName, Verdict,
    payload::{Accepted, Payload, Progress, Received},
};

use super::{Change, Content, Facts, Judge, Judgement, OpenedCase, Pending, Reading, ResumedStep};

impl Judge {
    /// What to make of an entry.
    #[must_use]
    pub fn decide(&self, entry: &Pending, reading: &Reading, facts: &Facts) -> Judgement {
        if entry.applied {
            return say(settled_verdict(entry, facts));
        }
        if let JournalName::Feed(_) = entry.header.journal {
            return decide_own(entry, &reading.content, facts);
        }
        if facts.outsider {
            return Judgement {
                blocks: false,
                ..attend(AttendReason::AuthorRevoked, &[])
            };
        }
        if let Some(missing) = held(entry, facts) {
            return say(Verdict::Waiting { missing });
        }
        match &reading.content {
            // A cleared case's entries come without payload; another copy may still bring it.
            Content::Absent => say(Verdict::Waiting {
                missing: entry.header.payload_hash,
            }),
            Content::Unreadable => attend(AttendReason::Unreadable, &[]),
            Content::UnknownKind => attend(AttendReason::NotUnderstood, &[]),
            Content::Known(payload) => decide_known(entry, payload, reading, facts),
        }
    }
}

/// An applied entry is only looked at again for its files.
fn settled_verdict(entry: &Pending, facts: &Facts) -> Verdict {
    match (&entry.verdict, facts.missing_file) {
        (Some(verdict @ (Verdict::Attend { .. } | Verdict::Conflict { .. })), _) => verdict.clone(),
        (_, Some(missing)) => Verdict::Waiting { missing },
        (_, None) => Verdict::Ok,
    }
}

/// The entry this one waits behind.
fn held(entry: &Pending, facts: &Facts) -> Option<Hash> {
    let blocker = facts
        .case
        .as_ref()
        .and_then(|case| case.blocked_by)
        .filter(|hash| *hash != entry.hash);
    blocker.or(facts.missing_base)
}

fn decide_known(entry: &Pending, payload: &Payload, reading: &Reading, facts: &Facts) -> Judgement {
    if let Payload::EpochOpened(opened) = payload {
        return applied(
            facts,
            Change::Epoch {
                mark: opened.mark.clone(),
            },
        );
    }
    if !reading.moves {
        return applied(facts, Change::None);
    }
    if entry.case().is_none() {
        return attend(AttendReason::Unreadable, &["case"]);
    }
    match payload {
        Payload::Received(received) => decide_received(received, reading, facts),
        Payload::Accepted(accepted) => decide_move(reading, facts, accept_verb(accepted)),
        Payload::CorrectionAsked(_) => decide_move(reading, facts, Some(Verb::AskCorrection)),
        Payload::Refused(_) => decide_move(reading, facts, Some(Verb::Refuse)),
        _ => applied(facts, Change::None),
    }
}

/// An entry of the platform's own that a terminal gave back after a restore. What it told holds
/// again, so that no case goes to its department twice and nothing is told twice.
fn decide_own(entry: &Pending, content: &Content, facts: &Facts) -> Judgement {
    let Content::Known(payload) = content else {
        return applied(facts, Change::None);
    };
    match payload.as_ref() {
        Payload::VerdictGiven(given) => applied(facts, Change::Recall(Box::new(given.clone()))),
        Payload::Progress(step) if entry.case().is_some() => decide_step(entry, step, facts),
        _ => applied(facts, Change::None),
    }
}

/// A step waits for its case to be accepted again. What was told since the restore stands when it
/// reaches as far: whoever took that step knew no less.
fn decide_step(entry: &Pending, step: &Progress, facts: &Facts) -> Judgement {
    let state = facts.case.as_ref().and_then(|case| case.state);
    if !state.is_some_and(|state| state.is_accepted() || reach(state) > 0) {
        let missing = entry.header.base.unwrap_or(entry.header.payload_hash);
        return say(Verdict::Waiting { missing });
    }
    let since = facts.told_since.as_ref();
    let standing = since
        .filter(|since| reach(since.state) >= reach(step.state))
        .unwrap_or(step);
    applied(
        facts,
        Change::Resume(Box::new(ResumedStep {
            step: step.clone(),
            standing: standing.clone(),
            told: since.unwrap_or(step).clone(),
        })),
    )
}

/// How far the departments have brought a case; 0 for what is not theirs.
fn reach(state: CaseState) -> u8 {
    match state {
        CaseState::Dispatched => 1,
        CaseState::InProcess | CaseState::Suspended => 2,
        CaseState::Granted | CaseState::Denied => 3,
        CaseState::ReadyForPickup => 4,
        CaseState::Delivered | CaseState::Withdrawn | CaseState::Terminated => 5,
        _ => 0,
    }
}

fn decide_received(received: &Received, reading: &Reading, facts: &Facts) -> Judgement {
    if facts.prefix.as_deref() != Some(received.number.prefix()) {
        return attend(AttendReason::NumberForeign, &["number"]);
    }
    if facts.number_taken {
        return attend(AttendReason::NumberDoubled, &["number"]);
    }
    let state = facts.case.as_ref().and_then(|case| case.state);
    if transition(state, Verb::Receive).is_err() {
        return attend(AttendReason::IllegalMove, &[]);
    }
    if facts.packs_published && !facts.matter_known {
        return attend(AttendReason::MatterUnknown, &["matter"]);
    }
    let Some(applicant) = reading.applicant else {
        return attend(AttendReason::Unreadable, &["applicant"]);
    };
    let change = Change::Open(Box::new(OpenedCase {
        number: received.number.clone(),
        matter: received.matter.code.clone(),
        matter_name: received.matter.name.clone(),
        department: received.matter.department.clone(),
        applicant,
    }));
    if facts.duplicate {
        // The second case is kept whole, so that a person can compare the two.
        return Judgement {
            change,
            ..attend(AttendReason::ProbableDuplicate, &["applicant", "matter"])
        };
    }
    applied(facts, change)
}

fn decide_move(reading: &Reading, facts: &Facts, verb: Option<Verb>) -> Judgement {
    if let Some(with) = facts.rival {
        return say(Verdict::Conflict { with });
    }
    let Some(case) = &facts.case else {
        return attend(AttendReason::IllegalMove, &[]);
    };
    let (Some(from), Some(verb)) = (case.state, verb) else {
        return attend(AttendReason::IllegalMove, &[]);
    };
    if case.number != reading.number {
        return attend(AttendReason::NumberForeign, &["number"]);
    }
    match transition(from, verb) {
        Ok(state) => applied(facts, Change::Move(state)),
        Err(_) => attend(AttendReason::IllegalMove, &[]),
    }
}

fn accept_verb(accepted: &Accepted) -> Option<Verb> {
    match accepted.state {
        CaseState::Accepted => Some(Verb::Accept),
        CaseState::AcceptedDeferred => Some(Verb::AcceptDeferred),
        CaseState::AcceptedOnCommitment => Some(Verb::AcceptOnCommitment),
        _ => None,
    }
}

fn applied(facts: &Facts, change: Change) -> Judgement {
    let verdict = facts
        .missing_file
        .map_or(Verdict::Ok, |missing| Verdict::Waiting { missing });
    Judgement {
        change,
        ..say(verdict)
    }
}

fn attend(reason: AttendReason, fields: &[&str]) -> Judgement {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    say(Verdict::Attend { reason, fields })
}

fn say(verdict: Verdict) -> Judgement {
    Judgement {
        blocks: matches!(verdict, Verdict::Attend { .. }),
        verdict,
        change: Change::None,
    }
}
