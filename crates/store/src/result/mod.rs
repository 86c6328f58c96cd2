//! Result documents and where each of them is (出件、送达), as the journals tell it.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, Row};
use uuid::Uuid;
use yichuang_domain::{
    CaseId,
    delivery::{DeliveryWay, ResultPlace},
};
use yichuang_wire::payload::ResultDocument;

use crate::{Reader, StoreError, column};

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Its case.
    pub case: CaseId,
    /// What it is.
    pub document: ResultDocument,
    /// Where it is.
    pub place: ResultPlace,
    /// The shelf at the counter.
    pub kept: String,
    /// The day it came to the counter.
    pub arrived_on: Option<NaiveDate>,
    /// The parcel it is or was in.
    pub parcel: Option<Uuid>,
    /// Who carries that.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking: Option<String>,
    /// The day it was posted.
    pub posted_on: Option<NaiveDate>,
    /// The handing over it was in.
    pub delivery: Option<Uuid>,
    /// The day it reached the person.
    pub delivered_on: Option<NaiveDate>,
    /// How.
    pub way: Option<DeliveryWay>,
}

impl Reader<'_> {
    /// The result documents of a case that somebody named, in the order in which they were named.
    ///
    /// # Errors
    /// Database errors.
    pub fn results(&self, case: CaseId) -> Result<Vec<ResultRow>, StoreError> {
        self.result_rows(include_str!("sql/results_of_case.sql"), case.0)
    }

    /// What is or was in a parcel.
    ///
    /// # Errors
    /// Database errors.
    pub fn parcel(&self, parcel: Uuid) -> Result<Vec<ResultRow>, StoreError> {
        self.result_rows(include_str!("sql/results_of_parcel.sql"), parcel)
    }

    fn result_rows(&self, sql: &str, id: Uuid) -> Result<Vec<ResultRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map([id.into_bytes()], read)?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The day since which a result of the case lies at the counter to be fetched; none when none
    /// does.
    ///
    /// # Errors
    /// Database errors.
    pub fn ready_since(&self, case: CaseId) -> Result<Option<NaiveDate>, StoreError> {
        let day = self
            .conn
            .prepare_cached(include_str!("sql/ready_since.sql"))?
            .query_row([case.0.into_bytes()], |row| column::maybe_day(row, "day"))
            .optional()?;
        Ok(day.flatten())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<ResultRow> {
    let way: Option<String> = row.get("way")?;
    Ok(ResultRow {
        case: CaseId(column::uuid(row, "case_id")?),
        document: column::from_json(row, "body")?,
        place: column::from_word(row, "place")?,
        kept: row.get("kept")?,
        arrived_on: column::maybe_day(row, "arrived_on")?,
        parcel: column::maybe_uuid(row, "parcel")?,
        carrier: row.get("carrier")?,
        tracking: row.get("tracking")?,
        posted_on: column::maybe_day(row, "posted_on")?,
        delivery: column::maybe_uuid(row, "delivery")?,
        delivered_on: column::maybe_day(row, "delivered_on")?,
        way: way.as_deref().and_then(DeliveryWay::from_key),
    })
}
