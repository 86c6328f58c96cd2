//! The same matter as other bodies publish it.

use rusqlite::named_params;
use yichuang_domain::{Matter, MatterCode, text::fold};

use crate::{Reader, StoreError, column};

/// More copies of one matter than a terminal is ever given.
const MOST_COPIES: u32 = 20;
/// More matters with copies than are compared at once.
const MOST_COPIED: u32 = 500;

impl Reader<'_> {
    /// Matters in force that may be copies of this one: of the same base code, or the same name.
    ///
    /// # Errors
    /// Database errors.
    pub fn copies_of(&self, matter: &Matter) -> Result<Vec<MatterCode>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/copies_of.sql"))?;
        let codes = statement.query_map(
            named_params! {
                ":code": matter.code.as_str(),
                ":base_code": matter.base_code,
                ":name_fold": fold(&matter.name),
                ":most": MOST_COPIES,
            },
            |row| column::parsed(row, "code"),
        )?;
        Ok(codes.collect::<Result<_, _>>()?)
    }

    /// Every matter in force that has a copy.
    ///
    /// # Errors
    /// Database errors.
    pub fn copied_matters(&self) -> Result<Vec<MatterCode>, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("sql/copied.sql"))?;
        let codes = statement.query_map(named_params! { ":most": MOST_COPIED }, |row| {
            column::parsed(row, "code")
        })?;
        Ok(codes.collect::<Result<_, _>>()?)
    }
}
