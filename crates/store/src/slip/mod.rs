//! Slips printed ahead for days on which the machine cannot be used (补录), and what became of each.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, Row, named_params};
use uuid::Uuid;
use yichuang_domain::CaseNumber;

use crate::{Reader, StoreError, column};

/// One slip of this terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Its number, which the case taken on it gets.
    pub number: CaseNumber,
    /// The lot it was printed in; the paper has the same id.
    pub lot: Uuid,
    /// The day it was printed.
    pub printed_on: NaiveDate,
    /// Whether a case was taken on it and entered.
    pub used: bool,
    /// When and why it was spoiled.
    pub spoiled: Option<(NaiveDate, String)>,
}

impl Slip {
    /// Whether a case may still be taken on it.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        !self.used && self.spoiled.is_none()
    }
}

impl Reader<'_> {
    /// The slip of a number; none when this terminal printed none.
    ///
    /// # Errors
    /// Database errors.
    pub fn slip(&self, number: &CaseNumber) -> Result<Option<Slip>, StoreError> {
        let slip = self
            .conn
            .prepare_cached(include_str!("sql/read_slip.sql"))?
            .query_row([number.to_string()], read)
            .optional()?;
        Ok(slip)
    }

    /// This terminal's slips, the free ones first, then the newest; at most so many.
    ///
    /// # Errors
    /// Database errors.
    pub fn slips(&self, limit: u32) -> Result<Vec<Slip>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/list_slips.sql"))?;
        let slips = statement
            .query_map([limit], read)?
            .collect::<Result<_, _>>()?;
        Ok(slips)
    }

    /// The numbers of one lot, in the order they were printed.
    ///
    /// # Errors
    /// Database errors.
    pub fn slips_of_lot(&self, lot: Uuid) -> Result<Vec<CaseNumber>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/slips_of_lot.sql"))?;
        let numbers = statement
            .query_map(named_params! { ":lot": lot.into_bytes() }, |row| {
                column::parsed(row, "number")
            })?
            .collect::<Result<_, _>>()?;
        Ok(numbers)
    }

    /// How many of this terminal's slips are free, used and spoiled.
    ///
    /// # Errors
    /// Database errors.
    pub fn slip_counts(&self) -> Result<SlipCounts, StoreError> {
        let counts = self
            .conn
            .prepare_cached(include_str!("sql/count_slips.sql"))?
            .query_row([], |row| {
                Ok(SlipCounts {
                    free: column::small(row, "free")?,
                    used: column::small(row, "used")?,
                    spoiled: column::small(row, "spoiled")?,
                })
            })?;
        Ok(counts)
    }
}

/// How many slips there are of each sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SlipCounts {
    /// Not used yet.
    pub free: u32,
    /// A case was entered from them.
    pub used: u32,
    /// Spoiled or lost.
    pub spoiled: u32,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Slip> {
    let spoiled_on = column::maybe_day(row, "spoiled_on")?;
    let why: Option<String> = row.get("spoiled_why")?;
    Ok(Slip {
        number: column::parsed(row, "number")?,
        lot: column::uuid(row, "lot")?,
        printed_on: column::parsed(row, "printed_on")?,
        used: row.get("used")?,
        spoiled: spoiled_on.map(|on| (on, why.unwrap_or_default())),
    })
}
