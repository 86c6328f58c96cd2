//! 容缺受理通知书: the application is accepted although minor materials are still missing; which, in
//! what form, by when, and what follows when they do not come. It answers 申请容缺受理承诺书.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::deferral::Missing;
use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of acceptance with materials missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeferredAcceptance {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that accepts.
    pub organ: String,
    /// Who applies.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day of acceptance, from which the limit runs.
    pub accepted_on: NaiveDate,
    /// What is missing, each with the day it has to come by.
    pub missing: Vec<Missing>,
    /// The day promised for the decision, in words.
    pub promised_due: String,
    /// Where the missing materials go.
    pub where_to: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Facts for DeferredAcceptance {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl DeferredAcceptance {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("deferred_acceptance", self)
    }
}
