//! 证明事项清单: the proofs still asked for and those abolished, for the wall (减证便民: what is not
//! on the published list is not demanded).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::imprint::{Imprint, is_stale};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// One proof.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListedProof {
    /// Name.
    pub name: String,
    /// What asks for it (设定依据).
    pub basis: String,
    /// Who demands it, and for what.
    pub demanded_by: String,
    /// Who issues it.
    pub issued_by: String,
    /// Why it is kept, or what stands in its place.
    pub note: String,
}

/// The inputs of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofList {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Whose list it is.
    pub filled_by: String,
    /// Proofs still asked for.
    pub kept: Vec<ListedProof>,
    /// Proofs nobody has to bring any more.
    pub abolished: Vec<ListedProof>,
    /// Version of the catalogue.
    pub version: String,
    /// When this version was published.
    pub published_on: NaiveDate,
    /// Days since the list was last compared with the platform.
    pub unchecked_days: u32,
}

impl Facts for ProofList {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        vec![("stale", is_stale(self.unchecked_days).into())]
    }
}

impl ProofList {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("proof_list", self)
    }
}
