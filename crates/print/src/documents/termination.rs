//! 办件终止通知书: what was asked for did not come by its day, and the case ended without a decision.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice that a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Termination {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that gives notice.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day it ended.
    pub ended_on: NaiveDate,
    /// The day to supply by that passed.
    pub supply_by: Option<NaiveDate>,
    /// What was still owed, by name.
    pub owed: Vec<String>,
    /// The reason, one or more whole sentences.
    pub reason: String,
    /// Materials given back.
    pub returned: Vec<String>,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Facts for Termination {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Termination {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("termination", self)
    }
}
