//! 补正材料接收凭证: what was supplied to a case, when, to whom, and what is still owed.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    imprint::{Imprint, Party},
    receipt::ReceivedMaterial,
};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// Something that is still to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StillOwed {
    /// The material, or a form field's label.
    pub name: String,
    /// By when, in words.
    pub by: String,
}

/// The inputs of a receipt for supplies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplyReceipt {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority in whose name the materials were taken.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The materials taken in this time.
    pub materials: Vec<ReceivedMaterial>,
    /// Labels of the form's fields that were put right this time.
    pub fields: Vec<String>,
    /// What is still owed; empty when everything is in.
    pub owed: Vec<StillOwed>,
    /// What follows, one sentence.
    pub next: String,
    /// When it was taken.
    pub received_at: DateTime<FixedOffset>,
    /// Who took it.
    pub received_by: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl Facts for SupplyReceipt {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let materials = self.materials.iter().map(|item| {
            json!({ "name": item.name, "copies": 0, "pages": item.pages, "form": item.form,
                    "note": item.note, "field": false })
        });
        let fields = self.fields.iter().map(|label| {
            json!({ "name": label, "copies": 0, "pages": 0, "form": "", "note": "", "field": true })
        });
        vec![("taken", materials.chain(fields).collect())]
    }
}

impl SupplyReceipt {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("supply_receipt", self)
    }

    /// The same, of supplies a department asked for while it examined.
    #[must_use]
    pub fn of_examination(&self) -> Document {
        made("examination_receipt", self)
    }
}
