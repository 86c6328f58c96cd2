//! The rules in the order they are asked (journal.md, Verdict).

use yichuang_domain::{
    CaseState,
    case::{Verb, transition},
};
use yichuang_wire::{
    AttendReason, Hash, JournalName, Verdict,
    payload::{Accepted, Payload, Received},
};

use super::{
    ChainPlace, Change, Content, Facts, Judge, Judgement, OpenedCase, Pending, Reading,
    feed::decide_own,
    step::{at_the_point, reach},
};

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
        Payload::Accepted(accepted) => decide_acceptance(accepted, reading, facts),
        Payload::DeemedAccepted(_) => decide_repeatable(reading, facts, Verb::DeemAccept),
        Payload::CorrectionAsked(_) => decide_correction(reading, facts),
        Payload::Refused(_) => decide_move(reading, facts, Some(Verb::Refuse)),
        Payload::Withdrawn(_) => decide_end(reading, facts, Verb::Withdraw),
        Payload::Terminated(_) => decide_end(reading, facts, Verb::Terminate),
        Payload::Voided(_) => decide_end(reading, facts, Verb::Void),
        Payload::Forwarded(_) => decide_move(reading, facts, Some(Verb::Forward)),
        Payload::ResultArrived(_) | Payload::Posted(_) => {
            decide_repeatable(reading, facts, Verb::MakeReady)
        }
        // Something of the case is still to be handed over.
        Payload::Delivered(body) if !body.complete => {
            decide_repeatable(reading, facts, Verb::MakeReady)
        }
        Payload::Delivered(_) => decide_delivery(entry, reading, facts),
        Payload::Archived(_) => decide_move(reading, facts, Some(Verb::Archive)),
        _ => applied(facts, Change::None),
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
        notify_by: received.notify_by,
        chain: received.chain.as_ref().map(|part| ChainPlace {
            whole: part.whole.clone(),
            place: part.place,
            waits_for: part.waits_for.clone(),
        }),
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
    if let Some(rival) = &facts.rival {
        return say(Verdict::Conflict { with: rival.entry });
    }
    if let Some(wrong) = wrong_number(reading, facts) {
        return wrong;
    }
    let from = facts.case.as_ref().and_then(|case| case.state);
    let to = from
        .zip(verb)
        .and_then(|(from, verb)| at_the_point(from, verb));
    match (to, facts.unseen_step.or(facts.unseen_deemed)) {
        (Some(state), _) => applied(facts, Change::Move(state)),
        // Its author did not know what the platform had done: neither of the two is wrong.
        (None, Some(with)) => say(Verdict::Conflict { with }),
        (None, None) => attend(AttendReason::IllegalMove, &[]),
    }
}

fn wrong_number(reading: &Reading, facts: &Facts) -> Option<Judgement> {
    let Some(case) = &facts.case else {
        return Some(attend(AttendReason::IllegalMove, &[]));
    };
    if case.state.is_none() {
        return Some(attend(AttendReason::IllegalMove, &[]));
    }
    (case.number != reading.number).then(|| attend(AttendReason::NumberForeign, &["number"]))
}

/// Accepting at the window what counts as accepted already settles only which of the three ways.
fn decide_acceptance(accepted: &Accepted, reading: &Reading, facts: &Facts) -> Judgement {
    let state = facts.case.as_ref().and_then(|case| case.state);
    match state {
        Some(from) if facts.deemed_accepted && wrong_number(reading, facts).is_none() => {
            if from.is_accepted() && accept_verb(accepted).is_some() {
                return applied(facts, Change::Move(accepted.state));
            }
            if reach(from) > 0 {
                return applied(facts, Change::None);
            }
        }
        _ => {}
    }
    decide_move(reading, facts, accept_verb(accepted))
}

/// A further notice, which a supervisor allowed, leaves the case where the first one put it.
fn decide_correction(reading: &Reading, facts: &Facts) -> Judgement {
    let state = facts.case.as_ref().and_then(|case| case.state);
    if state == Some(CaseState::NeedsCorrection)
        && facts.rival.is_none()
        && wrong_number(reading, facts).is_none()
    {
        return applied(facts, Change::None);
    }
    decide_move(reading, facts, Some(Verb::AskCorrection))
}

/// What two may notice or do without contradicting one another: the second changes nothing.
fn decide_repeatable(reading: &Reading, facts: &Facts, verb: Verb) -> Judgement {
    let state = facts.case.as_ref().and_then(|case| case.state);
    let done = state.is_some_and(|state| match verb {
        Verb::DeemAccept => state.is_accepted() || reach(state) > 0,
        _ => reach(state) > reach(CaseState::Granted),
    });
    match wrong_number(reading, facts) {
        Some(wrong) => wrong,
        None if done => applied(facts, Change::None),
        None => decide_move(reading, facts, Some(verb)),
    }
}

/// 撤回, 终止, 作废 before dispatch. One that its department's first step has overtaken changes
/// nothing; a reviewer says what becomes of it.
fn decide_end(reading: &Reading, facts: &Facts, verb: Verb) -> Judgement {
    match (wrong_number(reading, facts), facts.unseen_step) {
        (Some(wrong), _) => wrong,
        (None, _) if facts.answered => applied(facts, Change::None),
        (None, Some(with)) => say(Verdict::Conflict { with }),
        (None, None) => decide_move(reading, facts, Some(verb)),
    }
}

/// Results of one case may be handed over one after another; two counters that each handed over
/// what both thought was there contradict one another.
fn decide_delivery(entry: &Pending, reading: &Reading, facts: &Facts) -> Judgement {
    if let Some(wrong) = wrong_number(reading, facts) {
        return wrong;
    }
    let from = facts.case.as_ref().and_then(|case| case.state);
    let delivered = from == Some(CaseState::Delivered);
    let elsewhere = facts.rival.as_ref().filter(|rival| {
        rival.journal != entry.header.journal && matches!(rival.journal, JournalName::Terminal(_))
    });
    if let Some(rival) = elsewhere.filter(|_| delivered) {
        return say(Verdict::Conflict { with: rival.entry });
    }
    if delivered {
        return applied(facts, Change::None);
    }
    let to = from.and_then(|from| at_the_point(from, Verb::Deliver));
    match (to, facts.unseen_step) {
        (Some(state), _) => applied(facts, Change::Move(state)),
        (None, Some(with)) => say(Verdict::Conflict { with }),
        (None, None) => attend(AttendReason::IllegalMove, &[]),
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

pub(super) fn applied(facts: &Facts, change: Change) -> Judgement {
    let verdict = facts
        .missing_file
        .map_or(Verdict::Ok, |missing| Verdict::Waiting { missing });
    Judgement {
        change,
        stands: true,
        ..say(verdict)
    }
}

fn attend(reason: AttendReason, fields: &[&str]) -> Judgement {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    say(Verdict::Attend { reason, fields })
}

pub(super) fn say(verdict: Verdict) -> Judgement {
    Judgement {
        blocks: matches!(verdict, Verdict::Attend { .. }),
        stands: false,
        verdict,
        change: Change::None,
    }
}
