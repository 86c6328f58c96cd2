//! What cases still owe, what the point asked for, promises nobody has checked yet, papers that were
//! left unsigned.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, named_params};
use yichuang_domain::{CaseId, CorrectionItem, IdNumber};
use yichuang_wire::payload::{TakenMaterial, UnsignedPaper};

use crate::{CaseRow, Reader, StoreError, column};

/// A line of a notice that has not been handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedItem {
    /// Catalogue id of the material, `form.KEY`, or the document name of a signed paper; the
    /// material's name in notices of older programs.
    pub item: String,
    /// Whether the department asked for it while it examined, and not the window's one notice.
    pub examination: bool,
    /// The day to supply by.
    pub supply_by: NaiveDate,
    /// What the notice says.
    pub told: CorrectionItem,
}

/// What the point asked the platform for and was not yet answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRequest {
    /// What for, as the closed set writes it.
    pub what: String,
    /// The day it was asked.
    pub asked_on: NaiveDate,
}

/// A promise a case was accepted on, not yet checked.
#[derive(Debug, Clone, PartialEq)]
pub struct UncheckedPromise {
    /// The case.
    pub case: CaseRow,
    /// The material that was promised.
    pub material: TakenMaterial,
}

/// A paper of an accepted case that nobody has signed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperLeftUnsigned {
    /// The case.
    pub case: CaseRow,
    /// The paper, with why it was left unsigned.
    pub paper: UnsignedPaper,
}

/// A promise that was found not to be so.
#[derive(Debug, Clone, PartialEq)]
pub struct FalsePromise {
    /// The case it was made in.
    pub case: CaseRow,
    /// The material that was promised.
    pub material: String,
    /// The day it was found.
    pub found_on: NaiveDate,
}

impl Reader<'_> {
    /// The lines of its notices a case still owes, in their order.
    ///
    /// # Errors
    /// Database errors.
    pub fn owed_items(&self, case: CaseId) -> Result<Vec<OwedItem>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/owed_items.sql"))?;
        let items = statement.query_map([case.0.into_bytes()], |row| {
            Ok(OwedItem {
                item: row.get("item")?,
                examination: row.get::<_, String>("stage")? == "examination",
                supply_by: column::parsed(row, "supply_by")?,
                told: column::from_json(row, "body")?,
            })
        })?;
        Ok(items.collect::<Result<_, _>>()?)
    }

    /// This terminal's cases that wait for something from the resident, nearest day first.
    ///
    /// # Errors
    /// Database errors.
    pub fn owing_cases(&self, limit: u32) -> Result<Vec<CaseRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/owing_cases.sql"))?;
        let ids = statement
            .query_map(named_params! { ":limit": limit }, |row| {
                column::uuid(row, "id").map(CaseId)
            })?
            .collect::<Result<Vec<_>, _>>()?;
        self.cases(&ids)
    }

    /// What was asked of the platform about a case and is not answered, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn open_requests(&self, case: CaseId) -> Result<Vec<OpenRequest>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/open_requests.sql"))?;
        let requests = statement.query_map([case.0.into_bytes()], |row| {
            Ok(OpenRequest {
                what: row.get("what")?,
                asked_on: column::parsed(row, "asked_on")?,
            })
        })?;
        Ok(requests.collect::<Result<_, _>>()?)
    }

    /// Promises of this terminal's accepted cases that nobody has checked, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn promises_to_check(&self, limit: u32) -> Result<Vec<UncheckedPromise>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/promises_to_check.sql"))?;
        let found = statement
            .query_map(named_params! { ":limit": limit }, |row| {
                let case = CaseId(column::uuid(row, "id")?);
                Ok((case, column::from_json::<TakenMaterial>(row, "body")?))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        let mut promises = Vec::new();
        for (id, material) in found {
            if let Some(case) = self.case(id)? {
                promises.push(UncheckedPromise { case, material });
            }
        }
        Ok(promises)
    }

    /// Papers that were left unsigned when this terminal's cases were accepted, of those that are
    /// neither decided nor ended, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_left_unsigned(&self, limit: u32) -> Result<Vec<PaperLeftUnsigned>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/left_unsigned.sql"))?;
        let found = statement
            .query_map(named_params! { ":limit": limit }, |row| {
                let case = CaseId(column::uuid(row, "id")?);
                Ok((case, column::from_json::<UnsignedPaper>(row, "body")?))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        let mut papers = Vec::new();
        for (id, paper) in found {
            if let Some(case) = self.case(id)? {
                papers.push(PaperLeftUnsigned { case, paper });
            }
        }
        Ok(papers)
    }

    /// The materials one case was accepted on a promise of, and nobody has checked.
    ///
    /// # Errors
    /// Database errors.
    pub fn unchecked_promises_of(&self, case: CaseId) -> Result<Vec<TakenMaterial>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/unchecked_promises_of.sql"))?;
        let lines = statement
            .query_map([case.0.into_bytes()], |row| column::from_json(row, "body"))?
            .collect::<Result<_, _>>()?;
        Ok(lines)
    }

    /// The newest promise of a person, under whichever of their numbers, that was found not to be so
    /// at this point.
    ///
    /// # Errors
    /// Database errors.
    pub fn false_promise_of(&self, person: &IdNumber) -> Result<Option<FalsePromise>, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/false_promise.sql"))?
            .query_row(
                named_params! { ":numbers": self.numbers_json(person)? },
                |row| {
                    let case = CaseId(column::uuid(row, "id")?);
                    let material: String = row.get("material")?;
                    Ok((case, material, column::parsed(row, "checked_on")?))
                },
            )
            .optional()?;
        let Some((id, material, found_on)) = found else {
            return Ok(None);
        };
        Ok(self.case(id)?.map(|case| FalsePromise {
            case,
            material,
            found_on,
        }))
    }

    /// This terminal's received cases whose last day to tell anything is over, and nothing was told.
    ///
    /// # Errors
    /// Database errors.
    pub fn silent_cases(&self, today: NaiveDate) -> Result<Vec<CaseRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/silent_cases.sql"))?;
        let ids = statement
            .query_map(named_params! { ":today": today.to_string() }, |row| {
                column::uuid(row, "id").map(CaseId)
            })?
            .collect::<Result<Vec<_>, _>>()?;
        self.cases(&ids)
    }

    fn cases(&self, ids: &[CaseId]) -> Result<Vec<CaseRow>, StoreError> {
        let rows = ids.iter().filter_map(|id| self.case(*id).transpose());
        rows.collect()
    }
}
