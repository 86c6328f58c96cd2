//! Bookings (预约): who comes when.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::{OptionalExtension as _, Row, named_params};
use uuid::Uuid;
use yichuang_domain::{
    OperatorId, Phone,
    queue::{BookingState, LineLetter},
};

use crate::{Reader, StoreError, Tx, column};

/// A booking to be kept. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct NewBooking {
    /// Its identity.
    pub id: Uuid,
    /// The day.
    pub day: NaiveDate,
    /// The time.
    pub at: NaiveTime,
    /// The line.
    pub line: LineLetter,
    /// Who comes.
    pub name: String,
    /// How to reach them.
    pub phone: Phone,
    /// What for; may be empty.
    pub about: String,
}

impl fmt::Debug for NewBooking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewBooking")
            .field("day", &self.day)
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

/// A booking as it is kept. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Booking {
    /// Its identity.
    pub id: Uuid,
    /// The day.
    pub day: NaiveDate,
    /// The time.
    pub at: NaiveTime,
    /// The line.
    pub line: LineLetter,
    /// Who comes; none once it was erased.
    pub name: Option<String>,
    /// How to reach them; none once it was erased.
    pub phone: Option<Phone>,
    /// What for; none once it was erased.
    pub about: Option<String>,
    arrived: bool,
    cancelled: bool,
}

impl Booking {
    /// Where it stands, as seen on `today`.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> BookingState {
        BookingState::of(self.day, self.arrived, self.cancelled, today)
    }
}

impl fmt::Debug for Booking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Booking")
            .field("day", &self.day)
            .field("at", &self.at)
            .field("arrived", &self.arrived)
            .field("cancelled", &self.cancelled)
            .finish_non_exhaustive()
    }
}

impl Reader<'_> {
    /// One booking.
    ///
    /// # Errors
    /// Database errors.
    pub fn booking(&self, id: Uuid) -> Result<Option<Booking>, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/read_booking.sql"))?
            .query_row([id.into_bytes()], read)
            .optional()?;
        Ok(found)
    }

    /// The bookings of the days from `from` until `until`, by day and time.
    ///
    /// # Errors
    /// Database errors.
    pub fn bookings(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Booking>, StoreError> {
        let rows = self
            .conn
            .prepare_cached(include_str!("sql/list_bookings.sql"))?
            .query_map(
                named_params! { ":from": from.to_string(), ":until": until.to_string() },
                read,
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl Tx<'_> {
    /// Keeps a booking.
    ///
    /// # Errors
    /// Database errors.
    pub fn add_booking(
        &mut self,
        new: &NewBooking,
        at: DateTime<Utc>,
        operator: OperatorId,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/insert_booking.sql"))?
            .execute(named_params! {
                ":id": new.id.into_bytes(),
                ":day": new.day.to_string(),
                ":at": new.at.to_string(),
                ":line": new.line.to_string(),
                ":name": new.name,
                ":phone": new.phone.reveal(),
                ":about": new.about,
                ":made_ms": column::millis(at),
                ":made_by": operator.0.into_bytes(),
            })?;
        Ok(())
    }

    /// Cancels a booking; one that is cancelled stays as it is.
    ///
    /// # Errors
    /// Database errors.
    pub fn cancel_booking(
        &mut self,
        id: Uuid,
        at: DateTime<Utc>,
        operator: OperatorId,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/cancel_booking.sql"))?
            .execute(named_params! {
                ":id": id.into_bytes(),
                ":at_ms": column::millis(at),
                ":operator": operator.0.into_bytes(),
            })?;
        Ok(())
    }

    /// Erases what names somebody from the bookings of days before `before`; the rows stay. Gives how
    /// many it was erased from.
    ///
    /// # Errors
    /// Database errors.
    pub fn erase_bookings(&mut self, before: NaiveDate) -> Result<usize, StoreError> {
        let erased = self
            .conn
            .prepare_cached(include_str!("sql/erase_bookings.sql"))?
            .execute([before.to_string()])?;
        Ok(erased)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Booking> {
    let phone: Option<String> = row.get("phone")?;
    Ok(Booking {
        id: column::uuid(row, "id")?,
        day: column::parsed(row, "day")?,
        at: column::parsed(row, "at")?,
        line: column::parsed(row, "line")?,
        name: row.get("name")?,
        phone: phone.and_then(|text| Phone::parse(&text).ok()),
        about: row.get("about")?,
        arrived: row.get("arrived")?,
        cancelled: row.get("cancelled")?,
    })
}
