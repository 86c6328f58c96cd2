//! Mandates (授权委托): who may act for whom, found by any number of either. One whose content was
//! cleared by retention is none any more.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Row, ToSql};
use uuid::Uuid;
use yichuang_domain::{CaseId, IdNumber, mandate::Mandate};
use yichuang_wire::{
    Header,
    payload::{MandateGiven, Payload},
};

use crate::{Reader, StoreError, column};

/// One mandate, as it was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct MandateRow {
    /// When.
    pub at: DateTime<Utc>,
    /// The case it was given at.
    pub case: Option<CaseId>,
    /// What was written down.
    pub given: MandateGiven,
    /// The day it was taken back.
    pub revoked_on: Option<NaiveDate>,
    /// Why.
    pub revoke_reason: Option<String>,
}

impl MandateRow {
    /// The authority, as the rules take it.
    #[must_use]
    pub fn terms(&self) -> Mandate {
        Mandate {
            scope: self.given.scope.clone(),
            matters: self.given.matters.clone(),
            from: self.given.from,
            until: self.given.until,
            revoked_on: self.revoked_on,
        }
    }
}

impl Reader<'_> {
    /// One mandate.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Wire`] when what is stored cannot be read.
    pub fn mandate(&self, id: Uuid) -> Result<Option<MandateRow>, StoreError> {
        let found = self.mandates(include_str!("sql/read_mandate.sql"), &id.into_bytes())?;
        Ok(found.into_iter().next())
    }

    /// The mandates somebody gave, under any of their numbers, newest first.
    ///
    /// # Errors
    /// Those of [`Self::mandate`].
    pub fn mandates_by(&self, principal: &IdNumber) -> Result<Vec<MandateRow>, StoreError> {
        let numbers = self.numbers_json(principal)?;
        self.mandates(include_str!("sql/mandates_by.sql"), &numbers)
    }

    /// The mandates somebody acts under, by any of their numbers, newest first.
    ///
    /// # Errors
    /// Those of [`Self::mandate`].
    pub fn mandates_held_by(&self, agent: &IdNumber) -> Result<Vec<MandateRow>, StoreError> {
        let numbers = self.numbers_json(agent)?;
        self.mandates(include_str!("sql/mandates_held_by.sql"), &numbers)
    }

    fn mandates(&self, sql: &str, key: &dyn ToSql) -> Result<Vec<MandateRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([key])?;
        let mut mandates = Vec::new();
        while let Some(row) = rows.next()? {
            mandates.extend(read(row)?);
        }
        Ok(mandates)
    }
}

fn read(row: &Row<'_>) -> Result<Option<MandateRow>, StoreError> {
    let (header, body): (Vec<u8>, Option<Vec<u8>>) = (row.get("header")?, row.get("body")?);
    let header = Header::parse(&header)?;
    let Some(body) = body else { return Ok(None) };
    let Payload::MandateGiven(given) = Payload::parse(&header.kind, &body)? else {
        return Ok(None);
    };
    Ok(Some(MandateRow {
        at: header.at,
        case: header.case,
        given,
        revoked_on: column::maybe_day(row, "revoked_on")?,
        revoke_reason: row.get("revoke_reason")?,
    }))
}
