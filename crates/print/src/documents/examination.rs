//! 审查阶段补正材料通知书: what the department still needs while it examines. It is not the one notice
//! before acceptance, and every line names its legal basis.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    correction::Defect,
    imprint::{Imprint, Party},
};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of what an examination needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExaminationNotice {
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
    /// The day this notice is given.
    pub asked_on: NaiveDate,
    /// Everything needed.
    pub defects: Vec<Defect>,
    /// The day by which the resident should supply.
    pub supply_by: NaiveDate,
    /// Where and how to supply.
    pub where_to: String,
    /// The office that examines.
    pub office: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl Facts for ExaminationNotice {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl ExaminationNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("examination", self)
    }
}
