//! 异地代收: what the resident keeps (异地代收回执) and what travels with the materials (转办单).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    imprint::{Imprint, Party},
    receipt::ReceivedMaterial,
};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of both papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarding {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The point that took the materials in (收件地), with its telephone.
    pub from: String,
    /// Its telephone.
    pub from_phone: String,
    /// The authority that handles it (办理地).
    pub to: String,
    /// Its address; may be empty.
    pub to_address: String,
    /// Its telephone.
    pub to_phone: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, if anybody.
    pub agent: Option<Party>,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The materials that travel.
    pub materials: Vec<ReceivedMaterial>,
    /// The day they were taken in.
    pub received_on: NaiveDate,
    /// The day they were sent on.
    pub sent_on: NaiveDate,
    /// How: the courier's number, or who carries them.
    pub by: String,
    /// Who sent them on.
    pub clerk: String,
}

impl Facts for Forwarding {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Forwarding {
    /// What the resident keeps.
    #[must_use]
    pub fn receipt(&self) -> Document {
        made("forwarding", self)
    }

    /// What travels with the materials.
    #[must_use]
    pub fn transfer(&self) -> Document {
        made("transfer", self)
    }
}
