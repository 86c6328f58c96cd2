//! What was found out about who is who.

use serde::{Deserialize, Serialize};
use yichuang_domain::{IdNumber, OperatorId, person::MergeGround};

/// Two numbers were shown to be one person's, and a supervisor agreed. `Debug` masks them. Cases
/// keep the number they were taken under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonsMerged {
    /// The older number.
    pub from: IdNumber,
    /// The newer one.
    pub into: IdNumber,
    /// Which document showed both.
    pub ground: MergeGround,
    /// Why, in the clerk's words.
    pub reason: String,
    /// The supervisor who agreed.
    pub approved_by: OperatorId,
}

/// Two numbers were put together by mistake and are two people's again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonsParted {
    /// As they were put together.
    pub from: IdNumber,
    /// As they were put together.
    pub into: IdNumber,
    /// Why, in the clerk's words.
    pub reason: String,
    /// The supervisor who agreed.
    pub approved_by: OperatorId,
}
