//! 材料退回凭证: what was given back to the applicant when a case ended, against signature.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a proof that materials were given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialsReturn {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Who gives them back.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// Why the case ended: 申请人书面撤回 …
    pub cause: String,
    /// The day it ended.
    pub ended_on: NaiveDate,
    /// The materials given back, by name.
    pub returned: Vec<String>,
    /// Who gives them back.
    pub clerk: String,
}

impl Facts for MaterialsReturn {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl MaterialsReturn {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("materials_return", self)
    }
}
