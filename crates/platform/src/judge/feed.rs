//! Entries of the platform's own that a terminal gave back after a restore. What they told holds
//! again, so that no case goes to its department twice and nothing is told twice.

use yichuang_domain::CaseState;
use yichuang_wire::{
    Verdict,
    payload::{Payload, Progress},
};

use super::{
    Change, Content, Facts, Judgement, Pending, ResumedStep,
    rules::{applied, say},
    step::{reach, step_of},
};

pub(super) fn decide_own(entry: &Pending, content: &Content, facts: &Facts) -> Judgement {
    let Content::Known(payload) = content else {
        return applied(facts, Change::None);
    };
    match payload.as_ref() {
        Payload::VerdictGiven(given) => applied(facts, Change::Recall(Box::new(given.clone()))),
        Payload::DeemedAccepted(_) if entry.case().is_some() => decide_deemed(entry, facts),
        told => match step_of(told).filter(|_| entry.case().is_some()) {
            Some(step) => decide_step(entry, &step, facts),
            // Pauses, extensions and answers are looked up where they were told.
            None => applied(facts, Change::None),
        },
    }
}

/// A step waits for its case to be accepted again. What was told since the restore stands when it
/// reaches as far: whoever took that step knew no less.
fn decide_step(entry: &Pending, step: &Progress, facts: &Facts) -> Judgement {
    let state = facts.case.as_ref().and_then(|case| case.state);
    if !state.is_some_and(|state| state.is_accepted() || reach(state) > 0) {
        return wait(entry);
    }
    let standing = facts
        .decided_since
        .as_ref()
        .filter(|since| reach(since.state) >= reach(step.state))
        .unwrap_or(step);
    applied(
        facts,
        Change::Resume(Box::new(ResumedStep {
            step: step.clone(),
            standing: standing.clone(),
            told: facts.told_since.as_ref().unwrap_or(step).clone(),
        })),
    )
}

fn decide_deemed(entry: &Pending, facts: &Facts) -> Judgement {
    match facts.case.as_ref().and_then(|case| case.state) {
        None => wait(entry),
        Some(CaseState::Received) => applied(facts, Change::Move(CaseState::Accepted)),
        Some(_) => applied(facts, Change::None),
    }
}

fn wait(entry: &Pending) -> Judgement {
    let missing = entry.header.base.unwrap_or(entry.header.payload_hash);
    say(Verdict::Waiting { missing })
}
