//! 好差评: what a resident says of the service (国办发〔2019〕51号).
//!
//! Owns the five levels, where they are given, and until when somebody who rated badly may say once
//! more how it is (追评). A rating is voluntary, given by the resident and unseen by the clerk while
//! it is given.

use crate::{case::CaseState, closed::coded_set};

/// Working days after a bad rating, or after the call about it when that came later, within which
/// the resident may rate once more.
pub const AGAIN_WITHIN: u32 = 15;

coded_set!(
    /// The five levels, best first; the last two are 差评.
    RatingLevel {
        /// Very satisfied.
        VerySatisfied = "very_satisfied", "非常满意";
        /// Satisfied.
        Satisfied = "satisfied", "满意";
        /// On the whole satisfied.
        Fair = "fair", "基本满意";
        /// Dissatisfied.
        Dissatisfied = "dissatisfied", "不满意";
        /// Very dissatisfied.
        VeryDissatisfied = "very_dissatisfied", "非常不满意";
    }
);

impl RatingLevel {
    /// 差评: somebody has to get in touch.
    #[must_use]
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::Dissatisfied | Self::VeryDissatisfied)
    }
}

coded_set!(
    /// When it was given.
    RatingStage {
        /// After acceptance.
        Acceptance = "acceptance", "受理";
        /// After the result.
        Completion = "completion", "办结";
    }
);

impl RatingStage {
    /// The stage at which a resident can rate a case that stands like this; none before it was
    /// decided about, or when it ended without service.
    #[must_use]
    pub const fn of(state: CaseState) -> Option<Self> {
        use CaseState as S;
        match state {
            S::Accepted
            | S::AcceptedDeferred
            | S::AcceptedOnCommitment
            | S::Dispatched
            | S::InProcess
            | S::Suspended
            | S::Forwarded => Some(Self::Acceptance),
            S::Refused
            | S::Granted
            | S::Denied
            | S::ReadyForPickup
            | S::Delivered
            | S::Archived => Some(Self::Completion),
            S::Received | S::NeedsCorrection | S::Withdrawn | S::Terminated | S::Voided => None,
        }
    }
}

coded_set!(
    /// Why somebody was dissatisfied (GB/T 39734 annex A, in short).
    RatingReason {
        /// Manner.
        Manner = "manner", "态度";
        /// Slowness.
        Slow = "slow", "效率";
        /// The guide was wrong.
        Guide = "guide", "指南不准";
        /// Had to come again.
        Again = "again", "多跑";
        /// A machine did not work.
        Machine = "machine", "设备";
        /// Something else.
        Other = "other", "其他";
    }
);
