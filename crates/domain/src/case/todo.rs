//! What a person at the point does next about a case.

use super::CaseState;
use crate::{calendar::Light, closed::coded_set};

coded_set!(
    /// The next thing to do at the point; the verb at the end of a row of the workbench.
    Todo {
        /// The platform found something a person has to settle.
        SettleReport = "settle_report", "处理上报";
        /// Taken in and not yet decided about (行政许可法 Art. 32: within five working days).
        Decide = "decide", "决定是否受理";
        /// Told what to correct, and the day has not come.
        AwaitCorrection = "await_correction", "等申请人补正";
        /// The day to correct by is near or past.
        RemindCorrection = "remind_correction", "提醒补正";
        /// Accepted with a material to follow, whose day is near or past.
        RemindDeferred = "remind_deferred", "催补容缺材料";
        /// The promised day is near.
        FollowUp = "follow_up", "跟进办理进度";
        /// The promised day has passed.
        Urge = "urge", "催办";
        /// A paper was left unsigned when it was accepted, and nobody has signed it since.
        SignLater = "sign_later", "补签";
        /// Decided: the applicant is told to come for the result.
        CallForPickup = "call_for_pickup", "通知领取";
        /// Told, or so it seems, and the result has lain at the counter for over thirty days.
        AskWhyUnclaimed = "ask_why_unclaimed", "领取超过 30 天";
    }
);

/// What is to be done about a case in `state` under `light` (none when no day counts). `owes`: that
/// day is the day something is still to be handed in by. `unsigned`: a paper was left unsigned.
/// `attended`: a verdict waits for a person. Nothing when the point has nothing to do.
#[must_use]
pub fn todo(
    state: CaseState,
    light: Option<Light>,
    (owes, unsigned): (bool, bool),
    attended: bool,
) -> Option<Todo> {
    if attended {
        return Some(Todo::SettleReport);
    }
    let near = matches!(light, Some(Light::Soon { .. } | Light::Over { .. }));
    let over = matches!(light, Some(Light::Over { .. }));
    match state {
        CaseState::Received => Some(Todo::Decide),
        // Everything asked for is in: it is accepted that day (行政许可法 Art. 32 (5)).
        CaseState::NeedsCorrection if !owes => Some(Todo::Decide),
        CaseState::NeedsCorrection if near => Some(Todo::RemindCorrection),
        CaseState::NeedsCorrection => Some(Todo::AwaitCorrection),
        CaseState::Granted | CaseState::Denied | CaseState::ReadyForPickup => {
            Some(Todo::CallForPickup)
        }
        _ if owes && near && is_with_somebody(state) => Some(Todo::RemindDeferred),
        _ if over && is_with_somebody(state) => Some(Todo::Urge),
        // No law names a day for it: it waits until somebody signs, before a day that only draws near.
        _ if unsigned && state.awaits_decision() => Some(Todo::SignLater),
        _ if near && is_with_somebody(state) => Some(Todo::FollowUp),
        _ => None,
    }
}

/// Accepted, and nobody has decided yet, with its clock running.
const fn is_with_somebody(state: CaseState) -> bool {
    state.is_accepted() || matches!(state, CaseState::Dispatched | CaseState::InProcess)
}

#[cfg(test)]
mod tests {
    use super::{CaseState, Light, Todo, todo};

    const SOON: Option<Light> = Some(Light::Soon { left: 1 });
    const OVER: Option<Light> = Some(Light::Over { by: 1 });
    const CALM: Option<Light> = Some(Light::Calm { left: 9 });

    #[test]
    fn each_state_says_what_the_point_does_next() {
        let cases = [
            (CaseState::Received, CALM, false, Some(Todo::Decide)),
            (
                CaseState::NeedsCorrection,
                CALM,
                true,
                Some(Todo::AwaitCorrection),
            ),
            (
                CaseState::NeedsCorrection,
                SOON,
                true,
                Some(Todo::RemindCorrection),
            ),
            (CaseState::NeedsCorrection, None, false, Some(Todo::Decide)),
            (
                CaseState::AcceptedDeferred,
                OVER,
                true,
                Some(Todo::RemindDeferred),
            ),
            (CaseState::AcceptedDeferred, CALM, true, None),
            (
                CaseState::AcceptedDeferred,
                SOON,
                false,
                Some(Todo::FollowUp),
            ),
            (
                CaseState::Dispatched,
                SOON,
                true,
                Some(Todo::RemindDeferred),
            ),
            (CaseState::Accepted, CALM, false, None),
            (
                CaseState::AcceptedOnCommitment,
                SOON,
                false,
                Some(Todo::FollowUp),
            ),
            (CaseState::InProcess, OVER, false, Some(Todo::Urge)),
            (CaseState::Suspended, OVER, true, None),
            (CaseState::Granted, None, false, Some(Todo::CallForPickup)),
            (CaseState::Delivered, None, false, None),
        ];
        for (state, light, owes, expected) in cases {
            assert_eq!(
                todo(state, light, (owes, false), false),
                expected,
                "{state:?} {light:?}"
            );
        }
    }

    #[test]
    fn what_the_platform_asks_for_comes_before_everything() {
        for state in CaseState::ALL {
            assert_eq!(
                todo(*state, CALM, (false, true), true),
                Some(Todo::SettleReport)
            );
        }
    }

    #[test]
    fn a_paper_left_unsigned_is_signed_until_the_case_is_decided_or_ended() {
        let cases = [
            (CaseState::Received, None, false, Some(Todo::Decide)),
            (CaseState::Accepted, None, false, Some(Todo::SignLater)),
            (CaseState::Accepted, SOON, false, Some(Todo::SignLater)),
            (CaseState::Dispatched, OVER, false, Some(Todo::Urge)),
            (
                CaseState::AcceptedDeferred,
                SOON,
                true,
                Some(Todo::RemindDeferred),
            ),
            (CaseState::Suspended, None, false, Some(Todo::SignLater)),
            (CaseState::Granted, None, false, Some(Todo::CallForPickup)),
            (CaseState::Withdrawn, None, false, None),
            (CaseState::Archived, None, false, None),
        ];
        for (state, light, owes, expected) in cases {
            let told = todo(state, light, (owes, true), false);
            assert_eq!(told, expected, "{state:?} {light:?}");
        }
    }
}
