//! 编号单: numbered blank slips for days on which the machine cannot be used; the case taken on one
//! keeps its number when it is entered (补录). Two on a sheet, each with a stub and a part for the
//! resident.

use serde::{Deserialize, Serialize};

use super::imprint::Imprint;
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a lot of slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSheet {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// The office whose slips they are.
    pub organ: String,
    /// Where to ask: name and telephone.
    pub contact: String,
    /// Their numbers.
    pub numbers: Vec<String>,
}

impl Facts for SlipSheet {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl SlipSheet {
    /// The sheets.
    #[must_use]
    pub fn document(&self) -> Document {
        made("slips", self)
    }
}
