//! What an entry of the feed says of where a case stands at its department.

use yichuang_domain::{
    CaseState,
    case::{RequestKind, Verb, transition},
};
use yichuang_wire::payload::{Payload, Progress, RequestAnswered};

/// The step an entry of the feed is, whatever its kind; none when it moves no case.
#[must_use]
pub fn step_of(payload: &Payload) -> Option<Progress> {
    let step = match payload {
        Payload::Progress(step) => step.clone(),
        Payload::SpecialProcedureBegun(begun) => Progress {
            number: begun.number.clone(),
            platform_number: None,
            state: CaseState::Suspended,
            step: format!("特别程序：{}", begun.what.label()),
            office: begun.office.clone(),
            note: Some(begun.reason.clone()),
            on: begun.from,
            promised: None,
            statutory: None,
        },
        Payload::SpecialProcedureEnded(ended) => Progress {
            number: ended.number.clone(),
            platform_number: None,
            state: CaseState::InProcess,
            step: "特别程序结束，恢复办理".to_owned(),
            office: ended.office.clone(),
            note: Some(ended.result.clone()),
            on: ended.to,
            promised: ended.promised,
            statutory: ended.statutory,
        },
        Payload::ResultIssued(issued) => {
            let state = decided(issued.granted);
            Progress {
                number: issued.number.clone(),
                platform_number: None,
                state,
                step: state.label().to_owned(),
                office: issued.office.clone(),
                note: Some(issued.reason.clone()).filter(|reason| !reason.is_empty()),
                on: issued.decided_on,
                promised: None,
                statutory: None,
            }
        }
        Payload::RequestAnswered(answered) => answer_step(answered)?,
        _ => return None,
    };
    (reach(step.state) > 0).then_some(step)
}

/// The state a decision leads to.
pub(crate) const fn decided(granted: bool) -> CaseState {
    if granted {
        CaseState::Granted
    } else {
        CaseState::Denied
    }
}

fn answer_step(answered: &RequestAnswered) -> Option<Progress> {
    let state = ended_by(answered.what).filter(|_| answered.granted)?;
    Some(Progress {
        number: answered.number.clone(),
        platform_number: None,
        state,
        step: state.label().to_owned(),
        office: answered.office.clone(),
        note: Some(answered.words.clone()),
        on: answered.on,
        promised: None,
        statutory: None,
    })
}

/// The state a request leads to once it is granted; none when it moves nothing. What was taken by
/// mistake and is with its department already ends there like any other.
pub(crate) const fn ended_by(what: RequestKind) -> Option<CaseState> {
    match what {
        RequestKind::Withdraw => Some(CaseState::Withdrawn),
        RequestKind::Terminate | RequestKind::Void => Some(CaseState::Terminated),
        RequestKind::Urge => None,
    }
}

/// How far the departments have brought a case; 0 for what is not theirs.
pub(crate) const fn reach(state: CaseState) -> u8 {
    match state {
        CaseState::Dispatched | CaseState::Forwarded => 1,
        CaseState::InProcess | CaseState::Suspended => 2,
        CaseState::Granted | CaseState::Denied => 3,
        CaseState::ReadyForPickup => 4,
        CaseState::Delivered | CaseState::Withdrawn | CaseState::Terminated => 5,
        _ => 0,
    }
}

/// The state after what a point does to a case. Once its department has it, a point may only ask
/// for its end.
pub(super) fn at_the_point(from: CaseState, verb: Verb) -> Option<CaseState> {
    let ends = matches!(verb, Verb::Withdraw | Verb::Terminate | Verb::Void);
    let departments = ends && reach(from) > 0;
    transition(from, verb).ok().filter(|_| !departments)
}
