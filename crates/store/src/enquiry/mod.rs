//! Enquiries (首问负责): what was asked, who has it, how it ended.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension as _, Row, named_params};
use uuid::Uuid;
use yichuang_domain::{CaseNumber, MatterCode, OperatorId, Phone, enquiry::EnquiryState};

use crate::{Reader, StoreError, column};

/// One enquiry. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Enquiry {
    /// Its identity.
    pub id: Uuid,
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// The day it was asked.
    pub opened_on: NaiveDate,
    /// What was asked.
    pub text: String,
    /// The matter it is about.
    pub matter: Option<MatterCode>,
    /// Who asked.
    pub name: Option<String>,
    /// How to reach them.
    pub phone: Option<Phone>,
    /// Who was asked first.
    pub asked_first: Option<OperatorId>,
    /// Who has it; nobody here once another office does.
    pub owner: Option<OperatorId>,
    /// Where it stands.
    pub state: EnquiryState,
    /// The colleague or office it was handed to last, and why.
    pub handed: Option<(String, String)>,
    /// What was answered.
    pub answer: Option<String>,
    /// The case it became.
    pub number: Option<CaseNumber>,
    /// The day it was settled or left this terminal.
    pub closed_on: Option<NaiveDate>,
}

impl fmt::Debug for Enquiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Enquiry")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl Reader<'_> {
    /// One enquiry.
    ///
    /// # Errors
    /// Database errors.
    pub fn enquiry(&self, id: Uuid) -> Result<Option<Enquiry>, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/read_enquiry.sql"))?
            .query_row([id.into_bytes()], read)
            .optional()?;
        Ok(found)
    }

    /// Enquiries, those in hand first and of these the oldest, then what ended last; of one owner, or
    /// with none everybody's.
    ///
    /// # Errors
    /// Database errors.
    pub fn enquiries(
        &self,
        of: Option<OperatorId>,
        limit: u32,
    ) -> Result<Vec<Enquiry>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/list_enquiries.sql"))?;
        let rows = statement
            .query_map(
                named_params! { ":owner": of.map(|id| id.0.into_bytes()), ":limit": limit },
                read,
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// How many enquiries somebody has in hand.
    ///
    /// # Errors
    /// Database errors.
    pub fn open_enquiries(&self, of: OperatorId) -> Result<u32, StoreError> {
        let count = self
            .conn
            .prepare_cached(include_str!("sql/count_enquiries.sql"))?
            .query_row([of.0.into_bytes()], |row| column::small(row, "enquiries"))?;
        Ok(count)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Enquiry> {
    let phone: Option<String> = row.get("phone")?;
    let handed_to: Option<String> = row.get("handed_to")?;
    let handed_why: Option<String> = row.get("handed_why")?;
    let matter: Option<String> = row.get("matter")?;
    Ok(Enquiry {
        id: column::uuid(row, "id")?,
        at: column::instant(row, "at_ms")?,
        opened_on: column::parsed(row, "opened_on")?,
        text: row.get("text")?,
        matter: matter.and_then(|code| MatterCode::new(code).ok()),
        name: row.get("name")?,
        phone: phone.and_then(|text| Phone::parse(&text).ok()),
        asked_first: column::maybe_uuid(row, "asked_first")?.map(OperatorId),
        owner: column::maybe_uuid(row, "owner")?.map(OperatorId),
        state: column::from_word(row, "state")?,
        handed: handed_to.map(|to| (to, handed_why.unwrap_or_default())),
        answer: row.get("answer")?,
        number: column::maybe_parsed(row, "number")?,
        closed_on: column::maybe_day(row, "closed_on")?,
    })
}
