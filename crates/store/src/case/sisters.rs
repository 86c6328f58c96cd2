//! Cases taken together in one visit (一链办理).

use yichuang_domain::CaseNumber;

use super::{CaseRow, row};
use crate::{Reader, StoreError};

impl Reader<'_> {
    /// The cases of a whole number (总号), by place; empty when nothing was taken under it.
    ///
    /// # Errors
    /// Database errors.
    pub fn sisters(&self, whole: &CaseNumber) -> Result<Vec<CaseRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/read_sisters.sql"))?;
        let rows = statement
            .query_map([whole.to_string()], row::read)?
            .collect::<Result<Vec<_>, _>>()?;
        rows.into_iter()
            .map(|row| self.with_sync_mark(row))
            .collect()
    }
}
