//! 申请容缺受理承诺书: minor materials are still missing and will follow by a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// A material that will follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Missing {
    /// The material.
    pub name: String,
    /// What has to be handed in, such as 原件 1 份.
    pub form: String,
    /// The day it is promised for; none leaves room to write.
    pub by: Option<NaiveDate>,
}

/// The inputs of a request to defer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferral {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority asked.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, if anybody.
    pub agent: Option<Party>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// The day of the request.
    pub asked_on: NaiveDate,
    /// Who took it.
    pub clerk: String,
}

impl Facts for Deferral {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Deferral {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("deferral", self)
    }
}
