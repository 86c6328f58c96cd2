//! 材料交接清单: what a resident gave to whoever helps them, materials and money, and what came back.
//! One sheet for both ways, signed at each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::charge::{capital, figures};
use super::imprint::{Imprint, Party};
use super::receipt::ReceivedMaterial;
use crate::{
    model::Document,
    template::{Facts, made},
};

/// Rows to fill in by hand of what has not come back yet.
const OPEN_ROWS: usize = 3;

/// Money that changed hands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandedMoney {
    /// What for, such as 代缴居民医保费.
    pub purpose: String,
    /// How much, in fen.
    pub fen: u64,
    /// What the charge rests on, or the receipt it was settled with.
    pub basis: String,
}

/// What went one way at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Handover {
    /// The day; none leaves room to write.
    pub on: Option<NaiveDate>,
    /// The materials.
    pub materials: Vec<ReceivedMaterial>,
    /// The money.
    pub money: Vec<HandedMoney>,
}

/// The inputs of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverList {
    /// The facts of this printing; its `number` is the list's, or the order's it belongs to.
    pub imprint: Imprint,
    /// The point the helper works for.
    pub organ: String,
    /// Whose materials they are.
    pub resident: Party,
    /// Who takes them.
    pub helper: Party,
    /// What for.
    pub matter: String,
    /// What the resident gave.
    pub given: Handover,
    /// What came back; rows to fill in by hand while nothing has.
    pub returned: Option<Handover>,
}

impl Facts for HandoverList {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let returned = self.returned.as_ref().map_or(Value::Null, told);
        vec![
            ("given", told(&self.given)),
            ("returned", returned),
            ("open_rows", vec![Value::from(""); OPEN_ROWS].into()),
        ]
    }
}

impl HandoverList {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("handover_list", self)
    }
}

/// What went one way, with its sum.
fn told(handed: &Handover) -> Value {
    let money = handed.money.iter().map(
        |one| json!({ "purpose": one.purpose, "amount": figures(one.fen), "basis": one.basis }),
    );
    let fen = handed
        .money
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(one.fen));
    json!({
        "on": handed.on,
        "materials": handed.materials,
        "money": money.collect::<Vec<_>>(),
        "sum": figures(fen),
        "sum_in_words": capital(fen),
    })
}
