//! 延长办理期限通知书: by how many days, who approved it and why (行政许可法第四十二条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice that a limit was extended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionNotice {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that gives notice.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the case was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// Working days added.
    pub days: u32,
    /// Who approved it, by office.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// The rule that allows it.
    pub basis: String,
    /// The day of the approval.
    pub approved_on: NaiveDate,
    /// The promised last day now; empty when it is not told.
    pub promised_due: String,
    /// The statutory last day now; empty when it is not told.
    pub legal_due: String,
    /// Which office says so.
    pub office: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl Facts for ExtensionNotice {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let told = !self.promised_due.is_empty() || !self.legal_due.is_empty();
        vec![("dues_told", told.into())]
    }
}

impl ExtensionNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("extension", self)
    }
}
