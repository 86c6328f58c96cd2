//! 申请表: what the resident applies for, as taken down, to be read and signed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// Labels and values up to this many characters stand two in a row.
const SHORT_LABEL: usize = 9;
const SHORT_VALUE: usize = 18;

/// One field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormEntry {
    /// Its label.
    pub label: String,
    /// Its value; empty leaves room to write.
    pub value: String,
}

/// One material of the application.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormMaterial {
    /// Its name.
    pub name: String,
    /// How it was settled, in words.
    pub how: String,
}

/// The inputs of an application form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationForm {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The department applied to.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, with the relation in words.
    pub agent: Option<(Party, String)>,
    /// The form's fields, in its order.
    pub fields: Vec<FormEntry>,
    /// The materials and how each was settled.
    pub materials: Vec<FormMaterial>,
    /// The day of the application.
    pub applied_on: NaiveDate,
    /// Who took it down.
    pub clerk: String,
}

impl Facts for ApplicationForm {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        vec![("rows", json!(rows(&self.fields)))]
    }
}

impl ApplicationForm {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("application_form", self)
    }
}

/// Two short fields share a row; a long one has its own.
fn rows(fields: &[FormEntry]) -> Vec<Vec<&FormEntry>> {
    let mut rows: Vec<Vec<&FormEntry>> = Vec::new();
    let mut open = false;
    for field in fields {
        let short = is_short(field);
        match rows.last_mut() {
            Some(row) if open && short => {
                row.push(field);
                open = false;
            }
            _ => {
                rows.push(vec![field]);
                open = short;
            }
        }
    }
    rows
}

fn is_short(field: &FormEntry) -> bool {
    field.label.chars().count() <= SHORT_LABEL && field.value.chars().count() <= SHORT_VALUE
}
