//! 换号通知: a number was found to be given twice; the case has another one now, and both find it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of a new number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberChange {
    /// The facts of this printing; its `number` is the new one.
    pub imprint: Imprint,
    /// Who gives notice.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// The number on the papers the applicant has.
    pub old_number: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day of the change.
    pub changed_on: NaiveDate,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Facts for NumberChange {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl NumberChange {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("number_change", self)
    }
}
