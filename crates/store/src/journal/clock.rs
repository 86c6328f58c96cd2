//! What the own journal says about the machine's clock.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, named_params};

use crate::{Reader, StoreError, column};

/// A confirmation of the date in the present epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateConfirmation {
    /// When it was given, by the machine's clock.
    pub at: DateTime<Utc>,
    /// The latest time any own entry has carried since, itself included. A clock earlier than this
    /// has gone back again.
    pub newest_since: DateTime<Utc>,
}

impl Reader<'_> {
    /// When the newest entry of the own journal was written, by the clock of then: the latest time
    /// any of them carries.
    ///
    /// # Errors
    /// Database errors.
    pub fn last_entry_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let at = self
            .conn
            .prepare_cached(include_str!("sql/last_entry_at.sql"))?
            .query_row([], |row| column::maybe_instant(row, "at_ms"))?;
        Ok(at)
    }

    /// When the present epoch of the own journal began, where others of this terminal were before it:
    /// a store that was lost may have given numbers nobody here knows of. None in the first epoch.
    ///
    /// # Errors
    /// Database errors.
    pub fn epoch_after_first(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let at = self
            .conn
            .prepare_cached(include_str!("sql/epoch_after_first.sql"))?
            .query_row([], |row| column::instant(row, "at_ms"))
            .optional()?;
        Ok(at)
    }

    /// The newest confirmation of the date that carries a time not before `since`; none in an epoch
    /// that has none. A home on another machine is in another epoch, so a copy does not inherit it.
    ///
    /// # Errors
    /// Database errors.
    pub fn date_confirmation_since(
        &self,
        since: DateTime<Utc>,
    ) -> Result<Option<DateConfirmation>, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/date_confirmation_since.sql"))?
            .query_row(
                named_params! { ":since_ms": column::millis(since) },
                |row| {
                    Ok(DateConfirmation {
                        at: column::instant(row, "at_ms")?,
                        newest_since: column::instant(row, "newest_ms")?,
                    })
                },
            )
            .optional()?;
        Ok(found)
    }

    /// Whether an own entry that carries a time after `at` has no receipt of the platform yet.
    ///
    /// # Errors
    /// Database errors.
    pub fn has_unreported_after(&self, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/has_unreported_after.sql"))?
            .exists(named_params! { ":at_ms": column::millis(at) })?;
        Ok(found)
    }
}
