//! The states of a case and the moves between them.

use crate::closed::coded_set;

coded_set!(
    /// Where a case stands.
    CaseState {
        /// Materials taken in: the legal day of receipt.
        Received = "received", "已收件";
        /// Told once what to correct.
        NeedsCorrection = "needs_correction", "待补正";
        /// Accepted.
        Accepted = "accepted", "已受理";
        /// Accepted with minor materials to follow.
        AcceptedDeferred = "accepted_deferred", "容缺受理";
        /// Accepted on a written promise.
        AcceptedOnCommitment = "accepted_on_commitment", "告知承诺受理";
        /// Not accepted.
        Refused = "refused", "不予受理";
        /// Handed to the department.
        Dispatched = "dispatched", "已分发";
        /// Being handled.
        InProcess = "in_process", "在办";
        /// The clock is stopped for a special procedure.
        Suspended = "suspended", "挂起";
        /// Decided in favour.
        Granted = "granted", "准予";
        /// Decided against.
        Denied = "denied", "不予";
        /// The result lies at the window.
        ReadyForPickup = "ready_for_pickup", "待领取";
        /// The result was handed over.
        Delivered = "delivered", "已送达";
        /// Withdrawn by the applicant.
        Withdrawn = "withdrawn", "已撤回";
        /// Ended without a decision.
        Terminated = "terminated", "已终止";
        /// Taken by mistake.
        Voided = "voided", "已作废";
        /// Taken in for another place's authority and sent on to it.
        Forwarded = "forwarded", "已转办理地";
        /// The file is closed.
        Archived = "archived", "已归档";
    }
);

impl CaseState {
    /// Whether nothing can follow but the closing of the file.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Refused
                | Self::Delivered
                | Self::Withdrawn
                | Self::Terminated
                | Self::Voided
                | Self::Archived
        )
    }

    /// Whether it has been accepted, in any of the three ways, and not yet handed on.
    #[must_use]
    pub const fn is_accepted(self) -> bool {
        matches!(
            self,
            Self::Accepted | Self::AcceptedDeferred | Self::AcceptedOnCommitment
        )
    }

    /// Whether an application is on its way to a decision: received, accepted or with its department,
    /// neither decided nor ended. Until then it is supplied, put right, and what was left unsigned is
    /// signed.
    #[must_use]
    pub const fn awaits_decision(self) -> bool {
        matches!(
            self,
            Self::Received
                | Self::NeedsCorrection
                | Self::Dispatched
                | Self::InProcess
                | Self::Suspended
        ) || self.is_accepted()
    }
}

coded_set!(
    /// What can be done to a case.
    Verb {
        /// Take materials in.
        Receive = "receive", "收件";
        /// Accept.
        Accept = "accept", "受理";
        /// Accept with minor materials to follow.
        AcceptDeferred = "accept_deferred", "容缺受理";
        /// Accept on a written promise.
        AcceptOnCommitment = "accept_on_commitment", "告知承诺受理";
        /// Count as accepted, because nobody told anything within five working days.
        DeemAccept = "deem_accept", "视为受理";
        /// Ask for corrections, once.
        AskCorrection = "ask_correction", "补正告知";
        /// Refuse acceptance.
        Refuse = "refuse", "不予受理";
        /// Hand to the department.
        Dispatch = "dispatch", "分发";
        /// Begin handling.
        Process = "process", "办理";
        /// Stop the clock.
        Suspend = "suspend", "挂起";
        /// Start it again.
        Resume = "resume", "恢复";
        /// Decide in favour.
        Grant = "grant", "准予";
        /// Decide against.
        Deny = "deny", "不予";
        /// Put the result out for collection.
        MakeReady = "make_ready", "待出件";
        /// Hand the result over.
        Deliver = "deliver", "送达";
        /// Withdraw, at the applicant's wish.
        Withdraw = "withdraw", "撤回";
        /// End without a decision.
        Terminate = "terminate", "终止";
        /// Void a case taken by mistake.
        Void = "void", "作废";
        /// Send on to the authority of another place.
        Forward = "forward", "转办理地";
        /// Close the file.
        Archive = "archive", "归档";
    }
);

/// A move the life cycle does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{verb:?} is not possible from {from:?}")]
pub struct IllegalMove {
    /// Where the case stands; none before receipt.
    pub from: Option<CaseState>,
    /// What was tried.
    pub verb: Verb,
}

/// The state after `verb`. `from` is a state, or `None` before materials are taken in.
///
/// Acceptance and refusal follow receipt; a correction is asked for once, before
/// acceptance, and answered by acceptance; the department handles what was dispatched and
/// may decide at once; a result is delivered only after a decision; voiding and
/// refusing end before dispatch; whatever has ended can be archived. Nothing leads back, and
/// nothing is deleted.
///
/// # Errors
/// `IllegalMove` for every other pair.
pub fn transition(
    from: impl Into<Option<CaseState>>,
    verb: Verb,
) -> Result<CaseState, IllegalMove> {
    let from = from.into();
    let next = match from {
        None => (verb == Verb::Receive).then_some(CaseState::Received),
        Some(state) => at_the_window(state, verb).or_else(|| in_the_department(state, verb)),
    };
    next.ok_or(IllegalMove { from, verb })
}

fn at_the_window(state: CaseState, verb: Verb) -> Option<CaseState> {
    use CaseState as S;
    let undispatched = matches!(state, S::Received | S::NeedsCorrection) || state.is_accepted();
    match (state, verb) {
        (S::Received | S::NeedsCorrection, Verb::Accept) => Some(S::Accepted),
        (S::Received | S::NeedsCorrection, Verb::AcceptDeferred) => Some(S::AcceptedDeferred),
        (S::Received | S::NeedsCorrection, Verb::AcceptOnCommitment) => {
            Some(S::AcceptedOnCommitment)
        }
        (S::Received, Verb::DeemAccept) => Some(S::Accepted),
        (S::Received, Verb::Forward) => Some(S::Forwarded),
        (S::Received, Verb::AskCorrection) => Some(S::NeedsCorrection),
        (S::Received, Verb::Refuse) => Some(S::Refused),
        (S::NeedsCorrection | S::AcceptedDeferred, Verb::Terminate) => Some(S::Terminated),
        (_, Verb::Dispatch) if state.is_accepted() => Some(S::Dispatched),
        (_, Verb::Withdraw) if undispatched => Some(S::Withdrawn),
        (_, Verb::Void) if undispatched => Some(S::Voided),
        (S::Granted | S::Denied, Verb::MakeReady) => Some(S::ReadyForPickup),
        (S::Granted | S::Denied | S::ReadyForPickup, Verb::Deliver) => Some(S::Delivered),
        (_, Verb::Archive) if state.is_final() && state != S::Archived => Some(S::Archived),
        _ => None,
    }
}

fn in_the_department(state: CaseState, verb: Verb) -> Option<CaseState> {
    use CaseState as S;
    // What another place's authority does with a case sent on to it comes back as progress.
    let handled = matches!(state, S::Dispatched | S::InProcess | S::Forwarded);
    match (state, verb) {
        (S::Dispatched | S::Forwarded, Verb::Process) => Some(S::InProcess),
        (S::Dispatched | S::InProcess, Verb::Suspend) => Some(S::Suspended),
        (S::Suspended, Verb::Resume) => Some(S::InProcess),
        (_, Verb::Grant) if handled => Some(S::Granted),
        (_, Verb::Deny) if handled => Some(S::Denied),
        (S::Suspended, Verb::Withdraw) => Some(S::Withdrawn),
        (S::Suspended, Verb::Terminate) => Some(S::Terminated),
        (_, Verb::Withdraw) if handled => Some(S::Withdrawn),
        (_, Verb::Terminate) if handled => Some(S::Terminated),
        _ => None,
    }
}
