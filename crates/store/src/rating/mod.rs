//! What residents said of the service (好差评), once for a case and stage.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, Row, named_params};
use yichuang_domain::{
    CaseId,
    rating::{RatingLevel, RatingReason, RatingStage},
};

use crate::{Reader, StoreError, column};

/// One rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Its place in the local order.
    pub arrival: i64,
    /// The case.
    pub case: CaseId,
    /// When it was given.
    pub stage: RatingStage,
    /// The level.
    pub level: RatingLevel,
    /// What was wrong, of a bad one.
    pub reasons: Vec<RatingReason>,
    /// In their words.
    pub words: String,
    /// The day, Asia/Shanghai.
    pub on: NaiveDate,
}

/// How many cases were decided about in some days, and of those how many were rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatedShare {
    /// Accepted or refused.
    pub cases: u64,
    /// Rated at either stage.
    pub rated: u64,
}

impl Reader<'_> {
    /// Whether a case was rated at a stage.
    ///
    /// # Errors
    /// Database errors.
    pub fn is_rated(&self, case: CaseId, stage: RatingStage) -> Result<bool, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/is_rated.sql"))?
            .query_row(
                named_params! { ":case_id": case.0.into_bytes(), ":stage": stage.key() },
                |_| Ok(()),
            )
            .optional()?;
        Ok(found.is_some())
    }

    /// What was said of a case, oldest first.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`] when what is stored cannot be read.
    pub fn ratings_of(&self, case: CaseId) -> Result<Vec<Rating>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/ratings_of_case.sql"))?;
        let rows = statement.query_map([case.0.into_bytes()], rating)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How often a level was given on a day.
    ///
    /// # Errors
    /// Database errors.
    pub fn rating_count(&self, level: RatingLevel, on: NaiveDate) -> Result<u64, StoreError> {
        let count = self
            .conn
            .prepare_cached(include_str!("sql/count_level.sql"))?
            .query_row(
                named_params! { ":level": level.key(), ":on_day": on.to_string() },
                |row| column::count(row, "ratings"),
            )?;
        Ok(count)
    }

    /// How many of the cases from one day to another, both counted, were rated.
    ///
    /// # Errors
    /// Database errors.
    pub fn rated_share(&self, from: NaiveDate, to: NaiveDate) -> Result<RatedShare, StoreError> {
        let share = self
            .conn
            .prepare_cached(include_str!("sql/rated_share.sql"))?
            .query_row([from.to_string(), to.to_string()], |row| {
                Ok(RatedShare {
                    cases: column::count(row, "cases")?,
                    rated: column::count(row, "rated")?,
                })
            })?;
        Ok(share)
    }

    /// What was said from one day to another, both counted, oldest first.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`] when what is stored cannot be read.
    pub fn ratings_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Rating>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/ratings_between.sql"))?;
        let rows = statement.query_map([from.to_string(), to.to_string()], rating)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The bad ones (差评), newest first.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`] when what is stored cannot be read.
    pub fn bad_ratings(&self, limit: u32) -> Result<Vec<Rating>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/bad_ratings.sql"))?;
        let rows = statement.query_map([limit], rating)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn rating(row: &Row<'_>) -> rusqlite::Result<Rating> {
    Ok(Rating {
        arrival: row.get("arrival")?,
        case: CaseId(column::uuid(row, "case_id")?),
        stage: column::from_word(row, "stage")?,
        level: column::from_word(row, "level")?,
        reasons: column::from_json(row, "reasons")?,
        words: row.get("words")?,
        on: column::parsed(row, "on_day")?,
    })
}
