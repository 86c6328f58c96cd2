//! 授权委托书: who lets whom do what, for which matters, for how long
//! (民法典第一百六十五条; 行政许可法第二十九条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a mandate's paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandatePaper {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Who gives it (委托人).
    pub principal: Party,
    /// The principal's telephone, masked; may be empty.
    pub principal_phone: String,
    /// Who may act (受托人).
    pub agent: Party,
    /// The agent's telephone, masked; may be empty.
    pub agent_phone: String,
    /// How the agent is related to the principal.
    pub relation: String,
    /// What the agent may do, each in words.
    pub powers: Vec<String>,
    /// For which matters; all at this point when empty.
    pub matters: Vec<String>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Who sees a fingerprint; may be empty.
    pub witness: String,
    /// The certificate by which, with their 户口簿, a principal without an identity card was identified.
    #[serde(default)]
    pub booklet: Option<VillageCertificate>,
    /// The day it was taken back and why, for one that holds no longer.
    pub revoked: Option<(NaiveDate, String)>,
    /// Who took it down.
    pub clerk: String,
}

/// 证明 of a village or residents' committee: who somebody without an identity card is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageCertificate {
    /// Who certifies.
    pub issuer: String,
    /// Its number; may be empty.
    pub number: String,
    /// Its day.
    pub on: NaiveDate,
}

impl Facts for MandatePaper {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let (on, why) = self.revoked.clone().unzip();
        vec![("revoked_on", json!(on)), ("revoked_why", json!(why))]
    }
}

impl MandatePaper {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("mandate", self)
    }
}
