//! 领取凭证（领取签收单）: everything one person takes with them in one handing over, to be signed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    delivery_proof::{ServedDocument, Taker},
    imprint::{Imprint, Party},
};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The results of one case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Collected {
    /// The case's number.
    pub number: String,
    /// Its matter.
    pub matter: String,
    /// What is handed over.
    pub documents: Vec<ServedDocument>,
}

/// The inputs of a collection slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionSlip {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Whose results they are.
    pub applicant: Party,
    /// Who takes them, when it is not the applicant.
    pub taker: Option<Taker>,
    /// Each case.
    pub cases: Vec<Collected>,
    /// How, in the law's words.
    pub way: String,
    /// Where.
    pub place: String,
    /// The day.
    pub on: NaiveDate,
    /// Who saw a fingerprint; may be empty.
    pub witness: String,
    /// Who hands over.
    pub clerk: String,
}

impl Facts for CollectionSlip {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let results: usize = self.cases.iter().map(|case| case.documents.len()).sum();
        vec![("results", results.into())]
    }
}

impl CollectionSlip {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("collection_slip", self)
    }
}
