//! Telephone calls about a case (打电话并记录).

use crate::closed::coded_set;

coded_set!(
    /// What somebody was called about.
    CallPurpose {
        /// Supply what a correction notice asks for.
        Correction = "correction", "提醒补正";
        /// Supply a deferred material.
        Deferred = "deferred", "催补容缺材料";
        /// Come for the result.
        Pickup = "pickup", "通知领取";
        /// Get in touch about a bad rating (差评回访).
        Rating = "rating", "评价回访";
        /// Ask or tell something else.
        Other = "other", "其他联系";
    }
);

coded_set!(
    /// What came of the call.
    CallOutcome {
        /// They were told.
        Reached = "reached", "已告知本人";
        /// Somebody else took the message.
        Message = "message", "请人转告";
        /// Nobody answered.
        NoAnswer = "no_answer", "没人接";
        /// The number is not theirs, or is out of use.
        WrongNumber = "wrong_number", "号码不对";
    }
);

impl CallOutcome {
    /// Whether the person has been told, themselves or through somebody.
    #[must_use]
    pub const fn is_told(self) -> bool {
        matches!(self, Self::Reached | Self::Message)
    }
}
