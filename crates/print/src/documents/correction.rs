//! 补正告知书 (补正材料通知书): everything that is missing, told once
//! (行政许可法第三十二条第一款第四项).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// One material to be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Defect {
    /// The material.
    pub material: String,
    /// What is wrong with it.
    pub problem: String,
    /// How to put it right.
    pub cure: String,
    /// The rule that asks for it.
    pub basis: String,
}

/// The inputs of a correction notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that gives notice.
    pub organ: String,
    /// Who applies.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the materials were received.
    pub received_on: NaiveDate,
    /// The day this notice is served.
    pub served_on: NaiveDate,
    /// Everything to be corrected.
    pub defects: Vec<Defect>,
    /// The day by which the resident should supply.
    pub supply_by: NaiveDate,
    /// Where and how to supply.
    pub where_to: String,
    /// What follows when nothing is supplied.
    pub consequence: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Facts for Correction {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Correction {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("correction", self)
    }
}
