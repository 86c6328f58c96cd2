//! Findings about guides that somebody answers for, and which text they are of.

use chrono::{DateTime, Utc};
use rusqlite::named_params;
use yichuang_domain::{MatterCode, OperatorId};
use yichuang_wire::Hash;

use crate::{Reader, StoreError, column};

/// A finding that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFinding {
    /// Stable key of the rule.
    pub rule: String,
    /// Where in the matter.
    pub section: String,
    /// Why it stands.
    pub reason: String,
    /// Who answers for it.
    pub supervisor: OperatorId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Reader<'_> {
    /// What was kept about this text of a matter; another text has nothing of it.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`] when what is stored cannot be read.
    pub fn kept_findings(
        &self,
        matter: &MatterCode,
        sha256: Hash,
    ) -> Result<Vec<KeptFinding>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/kept_findings.sql"))?;
        let rows = statement.query_map(
            named_params! { ":matter": matter.as_str(), ":sha256": sha256.0 },
            |row| {
                Ok(KeptFinding {
                    rule: row.get("rule")?,
                    section: row.get("section")?,
                    reason: row.get("reason")?,
                    supervisor: OperatorId(column::uuid(row, "supervisor")?),
                    at: column::instant(row, "at_ms")?,
                })
            },
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
