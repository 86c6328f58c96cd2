//! The counts above the workbench.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;
use yichuang_domain::CaseState;

use crate::{Reader, StoreError, column};

/// Counts for one day; zeros are told, never hidden.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseTally {
    /// Cases in each state; a state without cases is absent.
    pub by_state: BTreeMap<CaseState, u64>,
    /// Taken in that day.
    pub received: u64,
    /// Accepted that day.
    pub accepted: u64,
    /// Decided or closed that day.
    pub closed: u64,
    /// Due from that day up to and including `soon_until`.
    pub due_soon: u64,
    /// Due before that day.
    pub overdue: u64,
    /// Not yet wholly receipted by the platform.
    pub waiting: u64,
    /// With a verdict a person has to act on.
    pub attention: u64,
}

impl Reader<'_> {
    /// Counts cases for `today`. `soon_until` is the last day that is "soon", reckoned with the
    /// calendar by the caller.
    ///
    /// # Errors
    /// Database errors.
    pub fn tally(&self, today: NaiveDate, soon_until: NaiveDate) -> Result<CaseTally, StoreError> {
        let mut by_state = BTreeMap::new();
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/count_states.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            by_state.insert(
                column::from_word(row, "state")?,
                column::count(row, "cases")?,
            );
        }
        let tally = self
            .conn
            .prepare_cached(include_str!("sql/count_day.sql"))?
            .query_row(
                named_params! { ":today": today.to_string(), ":soon": soon_until.to_string() },
                |row| {
                    Ok(CaseTally {
                        by_state: BTreeMap::new(),
                        received: column::count(row, "received")?,
                        accepted: column::count(row, "accepted")?,
                        closed: column::count(row, "closed")?,
                        due_soon: column::count(row, "due_soon")?,
                        overdue: column::count(row, "overdue")?,
                        waiting: column::count(row, "waiting")?,
                        attention: column::count(row, "attention")?,
                    })
                },
            )?;
        Ok(CaseTally { by_state, ..tally })
    }
}
