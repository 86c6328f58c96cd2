//! Queue and booking book of this machine: local tables, part of no journal and no rebuild. A ticket
//! and what is done with it are only ever added; a booking loses what names somebody.

mod booking;
mod out_of_turn;

pub use booking::{Booking, NewBooking};
pub use out_of_turn::OutOfTurn;

use std::{collections::HashMap, fmt};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::{OptionalExtension as _, Row, named_params};
use uuid::Uuid;
use yichuang_domain::{
    OperatorId,
    queue::{LineLetter, Priority, Standing, TicketAct, TicketNumber},
};

use crate::{Reader, StoreError, Tx, column};

/// A ticket and where it stands. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct QueueTicket {
    /// Its identity, and its paper's.
    pub id: Uuid,
    /// The day it was taken.
    pub day: NaiveDate,
    /// What is called.
    pub number: TicketNumber,
    /// What for, as its line was named then.
    pub business: String,
    /// Why it comes before others.
    pub priority: Option<Priority>,
    /// The time of the booking it came with.
    pub booked: Option<NaiveTime>,
    /// Who booked; none of a plain ticket, and once it was erased.
    pub name: Option<String>,
    /// What its acts made of it.
    pub standing: Standing,
}

impl fmt::Debug for QueueTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueueTicket")
            .field("day", &self.day)
            .field("number", &self.number)
            .field("standing", &self.standing)
            .finish_non_exhaustive()
    }
}

/// A ticket to be given.
#[derive(Debug, Clone, Copy)]
pub struct NewTicket<'a> {
    /// The day.
    pub day: NaiveDate,
    /// Its line.
    pub line: LineLetter,
    /// What for, as its line is named now.
    pub business: &'a str,
    /// Why it comes before others.
    pub priority: Option<Priority>,
    /// The booking it comes with.
    pub booking: Option<Uuid>,
    /// Its count is higher than this, whatever is known of the line's others.
    pub above: u32,
}

/// One act on a ticket, to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueAct {
    /// The ticket.
    pub ticket: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub operator: OperatorId,
    /// What.
    pub what: TicketAct,
    /// Why, or to which window.
    pub reason: Option<String>,
}

impl Reader<'_> {
    /// The tickets of a day, by line and number.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when acts contradict each other, and database errors.
    pub fn queue_of(&self, day: NaiveDate) -> Result<Vec<QueueTicket>, StoreError> {
        let mut acts: HashMap<Uuid, Vec<_>> = HashMap::new();
        for (place, act) in self.acts_of_day(day)? {
            acts.entry(act.ticket).or_default().push((place, act));
        }
        let found = self.given_on(day)?;
        let stand = |given: Given| {
            let acts = acts.get(&given.id).map_or(&[][..], Vec::as_slice);
            given.after(acts)
        };
        found.into_iter().map(stand).collect()
    }

    /// One ticket.
    ///
    /// # Errors
    /// Those of [`Reader::queue_of`].
    pub fn queue_ticket(&self, id: Uuid) -> Result<Option<QueueTicket>, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/read_ticket.sql"))?
            .query_row([id.into_bytes()], Given::read)
            .optional()?;
        found.map(|given| given.after(&self.acts(id)?)).transpose()
    }

    /// What was done with a ticket, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn queue_acts(&self, ticket: Uuid) -> Result<Vec<QueueAct>, StoreError> {
        let acts = self.acts(ticket)?.into_iter();
        Ok(acts.map(|(_, act)| act).collect())
    }

    fn given_on(&self, day: NaiveDate) -> Result<Vec<Given>, StoreError> {
        let given = self
            .conn
            .prepare_cached(include_str!("sql/list_tickets.sql"))?
            .query_map([day.to_string()], Given::read)?
            .collect::<Result<_, _>>()?;
        Ok(given)
    }

    fn acts_of_day(&self, day: NaiveDate) -> Result<Vec<(u64, QueueAct)>, StoreError> {
        let acts = self
            .conn
            .prepare_cached(include_str!("sql/list_acts_of_day.sql"))?
            .query_map([day.to_string()], read_act)?
            .collect::<Result<_, _>>()?;
        Ok(acts)
    }

    fn acts(&self, ticket: Uuid) -> Result<Vec<(u64, QueueAct)>, StoreError> {
        let acts = self
            .conn
            .prepare_cached(include_str!("sql/list_acts.sql"))?
            .query_map([ticket.into_bytes()], read_act)?
            .collect::<Result<_, _>>()?;
        Ok(acts)
    }
}

impl Tx<'_> {
    /// Gives the next number of a line, with the act of taking it.
    ///
    /// # Errors
    /// Database errors; of a booking that has a ticket, a broken constraint.
    pub fn take_ticket(&mut self, act: &QueueAct, new: &NewTicket<'_>) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/insert_ticket.sql"))?
            .execute(named_params! {
                ":id": act.ticket.into_bytes(),
                ":day": new.day.to_string(),
                ":line": new.line.to_string(),
                ":business": new.business,
                ":priority": new.priority.map(Priority::key),
                ":booking": new.booking.map(Uuid::into_bytes),
                ":above": new.above,
            })?;
        self.act_on_ticket(act)
    }

    /// Keeps an act on a ticket. Whether it is lawful is the caller's to ask.
    ///
    /// # Errors
    /// Database errors.
    pub fn act_on_ticket(&mut self, act: &QueueAct) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/insert_act.sql"))?
            .execute(named_params! {
                ":ticket": act.ticket.into_bytes(),
                ":at_ms": column::millis(act.at),
                ":operator": act.operator.0.into_bytes(),
                ":what": act.what.key(),
                ":reason": act.reason,
            })?;
        Ok(())
    }
}

/// A ticket as it was given.
struct Given {
    id: Uuid,
    day: NaiveDate,
    number: TicketNumber,
    business: String,
    priority: Option<Priority>,
    booked: Option<NaiveTime>,
    name: Option<String>,
}

impl Given {
    /// The ticket after everything done with it, oldest first.
    fn after(self, acts: &[(u64, QueueAct)]) -> Result<QueueTicket, StoreError> {
        let ((place, taken), later) = acts.split_first().ok_or_else(damaged)?;
        let taken = self.taken(*place, taken)?;
        let standing = later.iter().try_fold(taken, |so_far, (place, act)| {
            so_far.after(*place, act.at, act.what)
        });
        Ok(QueueTicket {
            id: self.id,
            day: self.day,
            number: self.number,
            business: self.business,
            priority: self.priority,
            booked: self.booked,
            name: self.name,
            standing: standing.map_err(|_| damaged())?,
        })
    }

    /// Where it stands as it is taken, which its first act is.
    fn taken(&self, place: u64, act: &QueueAct) -> Result<Standing, StoreError> {
        match act.what {
            TicketAct::Take => Ok(Standing::taken(place, act.at, self.booked, self.priority)),
            _ => Err(damaged()),
        }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let priority: Option<String> = row.get("priority")?;
        Ok(Self {
            id: column::uuid(row, "id")?,
            day: column::parsed(row, "day")?,
            number: TicketNumber {
                line: column::parsed(row, "line")?,
                count: column::small(row, "number")?,
            },
            business: row.get("business")?,
            priority: priority.and_then(|key| Priority::from_key(&key)),
            booked: column::maybe_parsed(row, "booked")?,
            name: row.get("name")?,
        })
    }
}

fn damaged() -> StoreError {
    StoreError::Damaged("acts on a ticket".to_owned())
}

/// An act with its place among all acts.
fn read_act(row: &Row<'_>) -> rusqlite::Result<(u64, QueueAct)> {
    let act = QueueAct {
        ticket: column::uuid(row, "ticket")?,
        at: column::instant(row, "at_ms")?,
        operator: OperatorId(column::uuid(row, "operator")?),
        what: column::from_word(row, "what")?,
        reason: row.get("reason")?,
    };
    Ok((column::count(row, "place")?, act))
}
