//! Attempts to demand what the published list does not have (疑似超清单要求), for whoever answers for
//! the point.

use chrono::{DateTime, Utc};
use rusqlite::named_params;
use yichuang_domain::{CaseId, MatterCode, OperatorId};

use crate::{Reader, StoreError, column};

/// One attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// When.
    pub at: DateTime<Utc>,
    /// Who tried.
    pub actor: Option<OperatorId>,
    /// The matter.
    pub matter: MatterCode,
    /// What was demanded, as typed.
    pub demanded: String,
    /// The case it was about; none while there was only a draft.
    pub case: Option<CaseId>,
}

impl Reader<'_> {
    /// The newest attempts since then, newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn demands(&self, since: DateTime<Utc>, limit: u32) -> Result<Vec<Demand>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/newest_demands.sql"))?;
        let demands = statement
            .query_map(
                named_params! { ":since": column::millis(since), ":limit": limit },
                |row| {
                    Ok(Demand {
                        at: column::instant(row, "at_ms")?,
                        actor: column::maybe_uuid(row, "actor")?.map(OperatorId),
                        matter: column::parsed(row, "matter")?,
                        demanded: row.get("demanded")?,
                        case: column::maybe_uuid(row, "case_id")?.map(CaseId),
                    })
                },
            )?
            .collect::<Result<_, _>>()?;
        Ok(demands)
    }

    /// How many attempts there were since then.
    ///
    /// # Errors
    /// Database errors.
    pub fn demand_count(&self, since: DateTime<Utc>) -> Result<u64, StoreError> {
        let count = self
            .conn
            .prepare_cached(include_str!("sql/count_demands.sql"))?
            .query_row([column::millis(since)], |row| column::count(row, "demands"))?;
        Ok(count)
    }
}
