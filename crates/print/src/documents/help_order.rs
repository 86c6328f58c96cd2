//! 帮办代办服务单: who helps whom with what and by when, free of charge. Acting for somebody needs a
//! mandate beside it; helping them does not (民法典第一百六十五条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// One thing the helper does, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HelpStep {
    /// What, such as 递交材料.
    pub what: String,
    /// For which matter.
    pub matter: String,
    /// By when; none leaves room to write.
    pub by: Option<NaiveDate>,
}

/// The inputs of an order for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpOrder {
    /// The facts of this printing; its `number` is the order's.
    pub imprint: Imprint,
    /// Who offers the help.
    pub organ: String,
    /// Helping, acting for, or at the resident's home: 帮办, 代办, 上门办.
    pub kind: String,
    /// Who is helped (服务对象).
    pub resident: Party,
    /// Their telephone, masked; may be empty.
    pub resident_phone: String,
    /// Where they live; may be empty.
    pub resident_address: String,
    /// Who helps.
    pub helper: Party,
    /// The helper's telephone.
    pub helper_phone: String,
    /// What is done, in order.
    pub steps: Vec<HelpStep>,
    /// The mandate it rests on; empty when nobody acts for anybody.
    pub mandate: String,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
}

impl Facts for HelpOrder {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl HelpOrder {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("help_order", self)
    }
}
