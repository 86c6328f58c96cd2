//! What a point asks the platform for once a case is with its department.

use crate::closed::coded_set;

coded_set!(
    /// What is asked for. The platform answers; until then the case stands where it stood
    /// (「已提出，等上级」).
    RequestKind {
        /// The applicant withdraws, before the decision.
        Withdraw = "withdraw", "撤回";
        /// What was owed did not come.
        Terminate = "terminate", "终止";
        /// Taken by mistake.
        Void = "void", "作废";
        /// The promised day is near or past.
        Urge = "urge", "催办";
    }
);
