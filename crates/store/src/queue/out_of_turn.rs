//! Calls out of turn (越序叫号), as the acts of a day tell them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::named_params;
use uuid::Uuid;
use yichuang_domain::{
    OperatorId,
    queue::{Standing, TicketAct, TicketNumber},
};

use super::{Given, damaged};
use crate::{Reader, StoreError, column};

/// One call out of turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfTurn {
    /// When.
    pub at: DateTime<Utc>,
    /// Whose number.
    pub number: TicketNumber,
    /// What for, as its line was named then.
    pub business: String,
    /// Who called.
    pub operator: OperatorId,
    /// Why.
    pub reason: String,
    /// How many waited then whose turn was before.
    pub passed_over: u32,
}

impl Reader<'_> {
    /// The days with calls out of turn and how many there were, newest first, at most `most` days.
    ///
    /// # Errors
    /// Database errors.
    pub fn days_out_of_turn(&self, most: u32) -> Result<Vec<(NaiveDate, u32)>, StoreError> {
        let days = self
            .conn
            .prepare_cached(include_str!("sql/days_out_of_turn.sql"))?
            .query_map(named_params! { ":most": most }, |row| {
                Ok((column::parsed(row, "day")?, column::small(row, "calls")?))
            })?
            .collect::<Result<_, _>>()?;
        Ok(days)
    }

    /// The calls out of turn of a day, oldest first.
    ///
    /// # Errors
    /// Those of [`Reader::queue_of`].
    pub fn out_of_turn(&self, day: NaiveDate) -> Result<Vec<OutOfTurn>, StoreError> {
        let given: HashMap<Uuid, Given> = self
            .given_on(day)?
            .into_iter()
            .map(|given| (given.id, given))
            .collect();
        let mut stand: HashMap<Uuid, Standing> = HashMap::new();
        let mut calls = Vec::new();
        for (place, act) in self.acts_of_day(day)? {
            let ticket = given.get(&act.ticket).ok_or_else(damaged)?;
            let Some(before) = stand.get(&act.ticket).copied() else {
                stand.insert(ticket.id, ticket.taken(place, &act)?);
                continue;
            };
            if act.what == TicketAct::CallOutOfTurn {
                let passed = stand.values().filter(|other| other.waits_before(&before));
                calls.push(OutOfTurn {
                    at: act.at,
                    number: ticket.number,
                    business: ticket.business.clone(),
                    operator: act.operator,
                    reason: act.reason.clone().unwrap_or_default(),
                    passed_over: u32::try_from(passed.count()).unwrap_or(u32::MAX),
                });
            }
            let after = before.after(place, act.at, act.what);
            stand.insert(ticket.id, after.map_err(|_| damaged())?);
        }
        Ok(calls)
    }
}
