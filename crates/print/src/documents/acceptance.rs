//! 受理通知书: the application is accepted; the limit runs from here
//! (行政许可法第三十二条第一款第五项 and last paragraph).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of acceptance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
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
    /// The rule the acceptance rests on, with its article.
    pub basis: String,
    /// The last day the law allows, in words; empty when the law names none.
    pub legal_due: String,
    /// The day promised, in words, such as 「当场办结」.
    pub promised_due: String,
    /// Special procedures foreseen and the time they take; empty for none.
    pub special_procedures: String,
    /// Fee with its basis; empty for none.
    pub fee: String,
    /// How the result is handed over.
    pub delivery: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl Facts for Acceptance {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Acceptance {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("acceptance", self)
    }
}
