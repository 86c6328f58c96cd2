//! 邮寄单（面单存根）: what goes into a parcel, from whom, to whom, under which number. Whoever carries
//! it sees the telephone only in part.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{collection_slip::Collected, imprint::Imprint};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a parcel's label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelLabel {
    /// The facts of this printing; its QR is the carrier's number.
    pub imprint: Imprint,
    /// Who carries it.
    pub carrier: String,
    /// The carrier's number.
    pub tracking: String,
    /// The point that sends it, with address and telephone.
    pub sender: Vec<String>,
    /// Who is to have it.
    pub recipient: String,
    /// Their telephone, masked in the middle.
    pub masked_phone: String,
    /// Where to.
    pub address: String,
    /// What is in it.
    pub cases: Vec<Collected>,
    /// The day it was posted.
    pub on: NaiveDate,
    /// Who posted it.
    pub clerk: String,
}

impl Facts for ParcelLabel {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl ParcelLabel {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("parcel_label", self)
    }
}
