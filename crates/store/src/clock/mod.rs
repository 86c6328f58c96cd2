//! Days whose date nobody has answered for since the clock was suspect: which, and the cases dated by
//! them.

use chrono::NaiveDate;
use rusqlite::named_params;
use yichuang_domain::CaseId;

use crate::{Reader, StoreError, column};

/// A day on which the clock was suspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuspectDay {
    /// The day the clock gave, Asia/Shanghai.
    pub day: NaiveDate,
    /// Cases of this terminal received or accepted on it.
    pub cases: u64,
}

/// A case dated by such a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuspectCase {
    /// The case.
    pub case: CaseId,
    /// Its receipt is dated by it.
    pub received: bool,
    /// Its acceptance is dated by it.
    pub accepted: bool,
}

impl Reader<'_> {
    /// The days nobody has answered for yet, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn suspect_days(&self) -> Result<Vec<SuspectDay>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/suspect_days.sql"))?;
        let days = statement
            .query_map([], |row| {
                Ok(SuspectDay {
                    day: column::parsed(row, "day")?,
                    cases: column::count(row, "cases")?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(days)
    }

    /// The cases of this terminal dated by such a day.
    ///
    /// # Errors
    /// Database errors.
    pub fn suspect_cases(&self, day: NaiveDate) -> Result<Vec<SuspectCase>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/suspect_cases.sql"))?;
        let cases = statement
            .query_map(named_params! { ":day": day.to_string() }, |row| {
                Ok(SuspectCase {
                    case: CaseId(column::uuid(row, "id")?),
                    received: row.get("received")?,
                    accepted: row.get("accepted")?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(cases)
    }
}
