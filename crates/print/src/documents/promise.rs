//! 告知承诺书: what the authority tells and what the applicant promises instead of a proof
//! (国办发〔2020〕42号); also a 承诺书 that is a material of the matter itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Title, such as 告知承诺书 or the material's own name.
    pub title: String,
    /// The authority that tells and is promised to.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Who promises.
    pub applicant: Party,
    /// Who promises for them.
    pub agent: Option<Party>,
    /// The material or proof.
    pub proof: String,
    /// What it shows or asks for, in words; empty when its name says so.
    pub content: String,
    /// The rule that asks for it.
    pub basis: String,
    /// Promised instead of a proof, so that the proof may be handed in as well.
    pub replaces_proof: bool,
    /// The day the applicant was told.
    pub told_on: NaiveDate,
    /// Who told.
    pub clerk: String,
}

impl Facts for Promise {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Promise {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("promise", self)
    }
}
