//! 特别程序告知书: a procedure whose days are not counted has begun, and how long it is expected to
//! take (行政许可法第四十五条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of a special procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialProcedureNotice {
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
    /// The day the case was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// The procedure, such as 听证.
    pub procedure: String,
    /// Why, with its basis.
    pub reason: String,
    /// The rule by which its days are not counted.
    pub basis: String,
    /// The first day not counted, on which this notice is given.
    pub from: NaiveDate,
    /// Working days it is expected to take.
    pub expected_days: u32,
    /// The office that conducts it.
    pub office: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl Facts for SpecialProcedureNotice {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl SpecialProcedureNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("special_procedure", self)
    }
}
