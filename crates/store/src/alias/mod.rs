//! What people call a matter (俗称): the catalogue's words, and those of this point.
//!
//! Owns: reading both. Those of the point are a projection of the journals, so a new catalogue and a
//! rebuild leave them as they were; words the catalogue has learnt since are the catalogue's.

use chrono::{DateTime, Utc};
use yichuang_domain::{MatterCode, OperatorId};

use crate::{Reader, StoreError, column};

/// Words this point added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointAlias {
    /// The words, as typed.
    pub text: String,
    /// When they were added.
    pub at: DateTime<Utc>,
    /// Who added them.
    pub actor: Option<OperatorId>,
}

impl Reader<'_> {
    /// What the catalogue in force says people call a matter, in its order.
    ///
    /// # Errors
    /// Database errors.
    pub fn catalogue_aliases(&self, matter: &MatterCode) -> Result<Vec<String>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/catalogue_aliases.sql"))?;
        let words = statement
            .query_map([matter.as_str()], |row| row.get("alias"))?
            .collect::<Result<_, _>>()?;
        Ok(words)
    }

    /// What this point added, oldest first, without what the catalogue says too.
    ///
    /// # Errors
    /// Database errors.
    pub fn point_aliases(&self, matter: &MatterCode) -> Result<Vec<PointAlias>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/point_aliases.sql"))?;
        let words = statement
            .query_map([matter.as_str()], |row| {
                Ok(PointAlias {
                    text: row.get("alias")?,
                    at: column::instant(row, "at_ms")?,
                    actor: column::maybe_uuid(row, "actor")?.map(OperatorId),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(words)
    }
}
