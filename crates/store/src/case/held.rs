//! What the archive holds of a person: pages a clerk took at a window, so that nobody brings the
//! same material twice.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::named_params;
use yichuang_domain::{CaseId, CaseNumber, FileRef, IdNumber};
use yichuang_wire::payload::TakenMaterial;

use crate::{Reader, StoreError, column};

/// One material of an earlier case with its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldMaterial {
    /// Catalogue id, the same in every matter that asks for it.
    pub id: String,
    /// Name as asked for then.
    pub name: String,
    /// Its pages.
    pub files: Vec<FileRef>,
    /// Pages taken.
    pub pages: Option<u32>,
    /// The case it was handed in for.
    pub case: CaseId,
    /// That case's number.
    pub number: CaseNumber,
    /// That case's matter.
    pub matter: String,
    /// The day of that receipt, Asia/Shanghai.
    pub received_on: NaiveDate,
    /// The clerk who took it, as printed.
    pub clerk: String,
}

impl Reader<'_> {
    /// The newest pages of each material this person handed in since a day, newest first, under
    /// whichever of their numbers. Cases that were refused or voided do not count, nor do materials
    /// whose pages are not all here.
    ///
    /// # Errors
    /// Database errors.
    pub fn held_of(
        &self,
        person: &IdNumber,
        since: NaiveDate,
    ) -> Result<Vec<HeldMaterial>, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("sql/held_of.sql"))?;
        let found = statement.query_map(
            named_params! {
                ":numbers": self.numbers_json(person)?,
                ":since": since.to_string(),
            },
            |row| {
                let taken: TakenMaterial = column::from_json(row, "body")?;
                Ok(HeldMaterial {
                    id: taken.id,
                    name: taken.name,
                    files: taken.files,
                    pages: taken.pages,
                    case: CaseId(column::uuid(row, "id")?),
                    number: column::parsed(row, "number")?,
                    matter: row.get("matter_name")?,
                    received_on: column::parsed(row, "received_on")?,
                    clerk: row.get("clerk")?,
                })
            },
        )?;
        let mut seen = BTreeSet::new();
        let mut held = Vec::new();
        for material in found {
            let material = material?;
            if seen.insert(material.id.clone()) {
                held.push(material);
            }
        }
        Ok(held)
    }
}
