//! 不予受理通知书: why, who is competent, and what can be done about it
//! (行政许可法第三十二条第一款第一、二项 and last paragraph).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that refuses.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day of this decision.
    pub decided_on: NaiveDate,
    /// The reason, one or more whole sentences.
    pub reason: String,
    /// The rule it rests on, with its article.
    pub basis: String,
    /// The competent authority with address and telephone, if another one is.
    pub competent: Option<String>,
    /// Who decides on 行政复议.
    pub review_authority: String,
    /// The court for 行政诉讼.
    pub court: String,
    /// Materials given back.
    pub returned: Vec<String>,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Facts for Refusal {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Refusal {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("refusal", self)
    }
}
