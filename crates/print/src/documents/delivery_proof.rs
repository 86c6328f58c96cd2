//! 送达回证: that a result reached the person, when, how and into whose hands
//! (行政许可法第四十四条; 民事诉讼法第八十七条至第九十二条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// A document that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ServedDocument {
    /// Its name.
    pub name: String,
    /// Its number (文号); may be empty.
    pub number: String,
    /// The last day it is valid; none when it has none.
    pub valid_until: Option<NaiveDate>,
}

/// Who took it in place of the person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Taker {
    /// Who.
    pub party: Party,
    /// How they are related.
    pub relation: String,
    /// By what they may, such as a mandate and its term.
    pub authority: String,
}

/// The inputs of a proof of delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryProof {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority whose result it is.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Whom it is for.
    pub addressee: Party,
    /// The documents.
    pub documents: Vec<ServedDocument>,
    /// How, in the law's words.
    pub way: String,
    /// Where.
    pub place: String,
    /// The day.
    pub delivered_on: NaiveDate,
    /// Who took it, when it was not the addressee.
    pub taker: Option<Taker>,
    /// How it was signed for, in words.
    pub acknowledged: String,
    /// Who saw it; may be empty.
    pub witness: String,
    /// What else is to be said, such as the carrier and its number.
    pub note: String,
    /// Who handed it over.
    pub clerk: String,
}

impl Facts for DeliveryProof {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl DeliveryProof {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("delivery_proof", self)
    }
}
