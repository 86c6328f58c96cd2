//! 证明开具存根: a proof a village or a community issues, with its stub, on one sheet under one number.
//! It says what it is for and is good for nothing else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a proof and its stub.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedProof {
    /// The facts of this printing; its `number` is the proof's, which the stub carries too.
    pub imprint: Imprint,
    /// Who issues it, such as a villagers' committee.
    pub issuer: String,
    /// Its name, such as 居住证明.
    pub name: String,
    /// Whom it is about.
    pub person: Party,
    /// Who asked for it to be issued, when it was somebody else; empty otherwise.
    pub asked_by: String,
    /// What it states, one or more whole sentences.
    pub content: String,
    /// What it is for.
    pub purpose: String,
    /// Who asks for it (用证单位).
    pub recipient: String,
    /// The rule that asks for it, with its article; none is said as 无.
    pub basis: String,
    /// What was looked at before it was issued.
    pub checked: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The last day it holds; none when it is not limited.
    pub valid_until: Option<NaiveDate>,
    /// The telephone by which it can be checked; may be empty.
    pub phone: String,
    /// Who issued it.
    pub clerk: String,
    /// Who approved it.
    pub approver: String,
}

impl Facts for IssuedProof {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl IssuedProof {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("issued_proof", self)
    }
}
