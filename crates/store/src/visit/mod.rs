//! Visits (到场): one person's coming on one day, told from notices, cases and enquiries, and what the
//! reform saved them.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension as _, named_params};
use uuid::Uuid;
use yichuang_domain::{
    CaseNumber, IdNumber,
    visit::{Deed, Spared},
};

use crate::{Reader, StoreError, column};

/// One thing done in a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitDeed {
    /// The day.
    pub day: NaiveDate,
    /// What.
    pub deed: Deed,
    /// The case, when it was about one.
    pub number: Option<CaseNumber>,
    /// The matter, or what was asked.
    pub about: String,
}

/// A day at this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DaySum {
    /// 人次: people, each counted once however much they did.
    pub visits: u32,
    /// Materials they need not have brought, in the cases received that day.
    pub spared: Spared,
}

impl Reader<'_> {
    /// What somebody came for, newest day first, at most so many things.
    ///
    /// # Errors
    /// Database errors.
    pub fn visits_of_person(
        &self,
        number: &IdNumber,
        limit: u32,
    ) -> Result<Vec<VisitDeed>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/visits_of_person.sql"))?;
        let deeds = statement
            .query_map(
                named_params! { ":numbers": self.numbers_json(number)?, ":limit": limit },
                |row| {
                    Ok(VisitDeed {
                        day: column::parsed(row, "day")?,
                        deed: column::from_word(row, "deed")?,
                        number: column::maybe_parsed(row, "number")?,
                        about: row.get("about")?,
                    })
                },
            )?
            .collect::<Result<_, _>>()?;
        Ok(deeds)
    }

    /// The visit in which this person handed something in here on that day.
    ///
    /// # Errors
    /// Database errors.
    pub fn visit_on(&self, number: &IdNumber, day: NaiveDate) -> Result<Option<Uuid>, StoreError> {
        let visit = self
            .conn
            .prepare_cached(include_str!("sql/visit_on.sql"))?
            .query_row(
                named_params! { ":numbers": self.numbers_json(number)?, ":day": day.to_string() },
                |row| column::uuid(row, "visit"),
            )
            .optional()?;
        Ok(visit)
    }

    /// How many cases were received in one visit.
    ///
    /// # Errors
    /// Database errors.
    pub fn cases_of_visit(&self, visit: Uuid) -> Result<u32, StoreError> {
        let cases = self
            .conn
            .prepare_cached(include_str!("sql/cases_of_visit.sql"))?
            .query_row([visit.into_bytes()], |row| column::small(row, "cases"))?;
        Ok(cases)
    }

    /// Who came on a day (Asia/Shanghai, which is from `from` until `to`), and what it saved them.
    ///
    /// # Errors
    /// Database errors.
    pub fn day_sum(
        &self,
        day: NaiveDate,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<DaySum, StoreError> {
        let sum = self
            .conn
            .prepare_cached(include_str!("sql/day_sum.sql"))?
            .query_row(
                named_params! {
                    ":day": day.to_string(),
                    ":from": column::millis(from),
                    ":to": column::millis(to),
                },
                |row| {
                    Ok(DaySum {
                        visits: column::small(row, "visits")?,
                        spared: Spared {
                            waived: column::small(row, "waived")?,
                            reused: column::small(row, "reused")?,
                        },
                    })
                },
            )?;
        Ok(sum)
    }
}
