//! Giving case numbers: one counter per prefix and day, read and moved inside the transaction that
//! uses the number, so an aborted act takes no number and a committed one keeps it.

use chrono::NaiveDate;
use rusqlite::named_params;
use yichuang_domain::CaseNumber;

use crate::{StoreError, Tx, column};

impl Tx<'_> {
    /// The next number of this terminal for a day (Asia/Shanghai). The prefix is the terminal's code
    /// and, after the first epoch, the epoch's mark.
    ///
    /// # Errors
    /// [`StoreError::Number`] when the counter is past what a number can hold, and database errors.
    pub fn next_number(&mut self, day: NaiveDate) -> Result<CaseNumber, StoreError> {
        let mark: Option<String> = self
            .conn
            .prepare_cached(include_str!("number/sql/read_mark.sql"))?
            .query_row([], |row| row.get("mark"))?;
        let prefix = format!("{}{}", self.identity().terminal(), mark.unwrap_or_default());
        let seq = self
            .conn
            .prepare_cached(include_str!("number/sql/next_in_counter.sql"))?
            .query_row(
                named_params! { ":prefix": prefix, ":day": day.to_string() },
                |row| column::small(row, "last"),
            )?;
        CaseNumber::mint(&prefix, day, seq).map_err(|error| StoreError::Number(error.to_string()))
    }
}

/// The letters and digits of a number, upper case: what searches compare.
pub(crate) fn key(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
