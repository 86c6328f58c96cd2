//! Reading cases: one, many, and what hangs on one. Cases are written by the fold alone.

mod held;
mod owed;
mod pause;
mod query;
mod row;
mod sisters;
mod tally;
mod visits;

use rusqlite::{OptionalExtension as _, named_params};
use yichuang_domain::{CaseId, CaseNumber, FileHash};
use yichuang_wire::payload::{Payload, Received, TakenMaterial};

pub use held::HeldMaterial;
pub use owed::{FalsePromise, OpenRequest, OwedItem, PaperLeftUnsigned, UncheckedPromise};
pub use pause::CasePause;
#[cfg(test)]
pub(crate) use query::list_sql;
pub use query::{CaseHits, CaseOrder, CaseQuery, SyncFilter};
pub use row::{CaseRow, SyncMark};
pub use tally::{Tally, TallyDay};

use crate::{Reader, StoreError, column, number};

impl Reader<'_> {
    /// One case.
    ///
    /// # Errors
    /// Database errors.
    pub fn case(&self, id: CaseId) -> Result<Option<CaseRow>, StoreError> {
        let row = self
            .conn
            .prepare_cached(include_str!("sql/read_case.sql"))?
            .query_row([id.0.into_bytes()], row::read)
            .optional()?;
        row.map(|row| self.with_sync_mark(row)).transpose()
    }

    /// The cases of a number: one, or two after a number was doubled by a cloned machine.
    ///
    /// # Errors
    /// Database errors.
    pub fn cases_by_number(&self, number: &CaseNumber) -> Result<Vec<CaseRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/read_by_number.sql"))?;
        let rows = statement
            .query_map([number::key(&number.to_string())], row::read)?
            .collect::<Result<Vec<_>, _>>()?;
        rows.into_iter()
            .map(|row| self.with_sync_mark(row))
            .collect()
    }

    /// What was handed in at the counter, as written down then; none when the case is unknown or its
    /// content was cleared by retention.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Wire`] when the stored payload cannot be read.
    pub fn received(&self, id: CaseId) -> Result<Option<Received>, StoreError> {
        let body: Option<Vec<u8>> = self
            .conn
            .prepare_cached(include_str!("sql/read_received.sql"))?
            .query_row([id.0.into_bytes()], |row| row.get("body"))
            .optional()?;
        let Some(body) = body else { return Ok(None) };
        match Payload::parse("received", &body)? {
            Payload::Received(received) => Ok(Some(received)),
            _ => Ok(None),
        }
    }

    /// The lines of a case's requirements as settled, in the catalogue's order.
    ///
    /// # Errors
    /// Database errors.
    pub fn materials(&self, id: CaseId) -> Result<Vec<TakenMaterial>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/read_materials.sql"))?;
        let materials = statement
            .query_map([id.0.into_bytes()], |row| column::from_json(row, "body"))?
            .collect::<Result<_, _>>()?;
        Ok(materials)
    }

    /// The cases that hold a file, for saying where a page belongs.
    ///
    /// # Errors
    /// Database errors.
    pub fn cases_of_file(&self, file: &FileHash) -> Result<Vec<CaseId>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/cases_of_file.sql"))?;
        let cases = statement
            .query_map([file.0], |row| column::uuid(row, "id").map(CaseId))?
            .collect::<Result<_, _>>()?;
        Ok(cases)
    }

    /// Fills in how far a case has been reported.
    pub(crate) fn with_sync_mark(&self, mut row: CaseRow) -> Result<CaseRow, StoreError> {
        row.sync = self.sync_mark(row.id)?;
        Ok(row)
    }

    /// How far a case has been reported: its entries and every file receipted, and nothing that
    /// waits for a person.
    ///
    /// # Errors
    /// Database errors.
    pub fn sync_mark(&self, id: CaseId) -> Result<SyncMark, StoreError> {
        let key = id.0.into_bytes();
        let attend: Option<String> = self
            .conn
            .prepare_cached(include_str!("sql/case_attention.sql"))?
            .query_row([key], |row| row.get("body"))
            .optional()?;
        if let Some(body) = attend {
            let verdict = serde_json::from_str(&body)
                .map_err(|_| StoreError::Damaged("verdict".to_owned()))?;
            return Ok(SyncMark::Attend(verdict));
        }
        let waiting = self
            .conn
            .prepare_cached(include_str!("sql/case_waits.sql"))?
            .exists(named_params! { ":case_id": key })?;
        if waiting {
            return Ok(SyncMark::LocalOnly);
        }
        let (done, total): (i64, i64) = self
            .conn
            .prepare_cached(include_str!("sql/case_bytes.sql"))?
            .query_row(named_params! { ":case_id": key }, |row| {
                Ok((row.get("done")?, row.get("total")?))
            })?;
        if done >= total {
            return Ok(SyncMark::Reported);
        }
        // Never 100 before the last receipt.
        let percent = done.saturating_mul(100) / total.max(1);
        Ok(SyncMark::Sending {
            percent: u8::try_from(percent.clamp(0, 99)).unwrap_or(0),
        })
    }
}
