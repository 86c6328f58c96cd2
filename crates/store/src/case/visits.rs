//! How often somebody came for one case (到场次数), as far as this terminal's journals tell.

use chrono::NaiveDate;
use rusqlite::named_params;

use crate::{CaseRow, Reader, StoreError, column};

impl Reader<'_> {
    /// The days somebody came to a window for this case, Asia/Shanghai, oldest first: told what to
    /// bring since their last case of the same matter, the day it was handed in, and when something
    /// was supplied or its result collected.
    ///
    /// # Errors
    /// Database errors.
    pub fn visits(&self, case: &CaseRow) -> Result<Vec<NaiveDate>, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("sql/visits.sql"))?;
        let told = statement.query_map(
            named_params! {
                ":id": case.id.0.into_bytes(),
                ":matter": case.matter_code.as_str(),
                ":numbers": self.numbers_json(&case.applicant_id)?,
            },
            |row| column::parsed::<NaiveDate>(row, "day"),
        )?;
        let mut days = told.collect::<Result<Vec<_>, _>>()?;
        days.push(case.received_on);
        days.sort_unstable();
        days.dedup();
        Ok(days)
    }
}
