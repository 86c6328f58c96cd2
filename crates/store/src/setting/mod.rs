//! Settings of this terminal: JSON values by key. Favourites, printers, limits; never in a journal.

use rusqlite::{OptionalExtension as _, named_params};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Reader, StoreError, Tx, column};

impl Reader<'_> {
    /// A setting; none when it was never set or is not of the asked shape any more.
    ///
    /// # Errors
    /// Database errors.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self
            .conn
            .prepare_cached(include_str!("sql/read_setting.sql"))?
            .query_row([key], |row| row.get("value"))
            .optional()?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }
}

impl Tx<'_> {
    /// Sets a setting.
    ///
    /// # Errors
    /// Database errors.
    pub fn set_setting<T: Serialize>(&mut self, key: &str, value: &T) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/set_setting.sql"))?
            .execute(named_params! { ":key": key, ":value": column::json(value)? })?;
        Ok(())
    }
}
