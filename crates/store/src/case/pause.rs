//! Special procedures of a case, and by how much its limits were extended.

use chrono::NaiveDate;
use rusqlite::OptionalExtension as _;
use yichuang_domain::{CaseId, calendar::Pause, case::SpecialProcedure};

use crate::{Reader, StoreError, column};

/// A special procedure: its days are not counted (行政许可法 Art. 45).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePause {
    /// Its kind.
    pub what: SpecialProcedure,
    /// Why, with its basis.
    pub reason: String,
    /// The first day not counted.
    pub begun_on: NaiveDate,
    /// Working days it is expected to take.
    pub expected_days: u32,
    /// Which office.
    pub office: String,
    /// The last day not counted; none while it runs.
    pub ended_on: Option<NaiveDate>,
    /// What came of it.
    pub result: Option<String>,
}

impl From<&CasePause> for Pause {
    fn from(pause: &CasePause) -> Self {
        Self {
            from: pause.begun_on,
            to: pause.ended_on,
        }
    }
}

impl Reader<'_> {
    /// The special procedures of a case, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn pauses(&self, case: CaseId) -> Result<Vec<CasePause>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/read_pauses.sql"))?;
        let pauses = statement.query_map([case.0.into_bytes()], |row| {
            Ok(CasePause {
                what: column::from_word(row, "what")?,
                reason: row.get("reason")?,
                begun_on: column::parsed(row, "begun_on")?,
                expected_days: column::small(row, "expected_days")?,
                office: row.get("office")?,
                ended_on: column::maybe_day(row, "ended_on")?,
                result: row.get("result")?,
            })
        })?;
        Ok(pauses.collect::<Result<_, _>>()?)
    }

    /// Working days the limits of a case were extended by.
    ///
    /// # Errors
    /// Database errors.
    pub fn limit_extension(&self, case: CaseId) -> Result<u32, StoreError> {
        let days = self
            .conn
            .prepare_cached(include_str!("sql/read_extension.sql"))?
            .query_row([case.0.into_bytes()], |row| {
                column::small(row, "limit_extended_by")
            })
            .optional()?;
        Ok(days.unwrap_or(0))
    }
}
