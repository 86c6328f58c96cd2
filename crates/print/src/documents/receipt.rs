//! 申请材料接收凭证 (收件回执): what was handed over, when, to whom.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// One material taken in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceivedMaterial {
    /// Name.
    pub name: String,
    /// Copies handed over; 0 when none was needed.
    pub copies: u32,
    /// Pages altogether; 0 when not counted.
    pub pages: u32,
    /// How it was handed over: 原件核验、复印件、电子、免交 …
    pub form: String,
    /// A remark, such as why it need not be handed over.
    pub note: String,
}

/// A material that may follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FollowUp {
    /// Name of the material.
    pub name: String,
    /// By when, in words.
    pub by: String,
}

/// One of several matters taken in together (一链办理).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceivedMatter {
    /// Its own number, whole.
    pub number: String,
    /// Name.
    pub matter: String,
    /// The department that handles it.
    pub office: String,
    /// What was decided at the window, in a word.
    pub outcome: String,
    /// The day promised for its decision, in words; empty when none runs.
    pub due: String,
    /// For whose result it waits, in words; empty when for nobody's.
    pub waits: String,
}

/// The inputs of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority in whose name the materials were taken.
    pub organ: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, if anybody.
    pub agent: Option<Party>,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The matters, when several were taken in together under one number; empty of a single one.
    pub matters: Vec<ReceivedMatter>,
    /// The materials taken in.
    pub materials: Vec<ReceivedMaterial>,
    /// Materials that may follow, with their dates.
    pub follow_ups: Vec<FollowUp>,
    /// When the materials were taken.
    pub received_at: DateTime<FixedOffset>,
    /// Who took them.
    pub received_by: String,
    /// The day promised for the decision, in words; empty when none runs yet.
    pub promised: String,
    /// How to ask for progress and fetch the result, one sentence each.
    pub how_to_check: Vec<String>,
    /// What it costs with its basis; 不收费 when nothing.
    pub fee: String,
    /// Taken in without a network.
    pub offline: bool,
    /// The day it was entered, of a case taken on a numbered slip (补录); the slip names no hour.
    pub entered_on: Option<NaiveDate>,
    /// With a place for the seal; a half sheet has little room for one.
    pub seal: bool,
}

impl Facts for Receipt {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl Receipt {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("receipt", self)
    }

    /// The same as a ticket (收件回执), one piece as long as its content: everything the paper says
    /// but the lines to sign on and the seal's place.
    #[must_use]
    pub fn ticket(&self) -> Document {
        made("receipt_ticket", self)
    }
}

/// Copies and pages of a material in words, such as `1份/2页`.
pub(crate) fn quantity(copies: u32, pages: u32) -> String {
    match (copies, pages) {
        (0, 0) => "—".to_owned(),
        (copies, 0) => format!("{copies}份"),
        (0, pages) => format!("{pages}页"),
        (copies, pages) => format!("{copies}份/{pages}页"),
    }
}
