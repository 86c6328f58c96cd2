//! Once-notices: what was told, whom, and whether they were told before.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, named_params};
use uuid::Uuid;
use yichuang_domain::{IdNumber, MatterCode, OperatorId};
use yichuang_wire::{
    Header,
    payload::{OnceNoticeGiven, Payload},
};

use crate::{Reader, StoreError, column};

/// One notice as it was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// When.
    pub at: DateTime<Utc>,
    /// Who told it.
    pub clerk: Option<OperatorId>,
    /// What was told.
    pub told: OnceNoticeGiven,
}

impl Reader<'_> {
    /// One notice; none when it is unknown or its content was cleared by retention.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Wire`] when what is stored cannot be read.
    pub fn notice(&self, id: Uuid) -> Result<Option<Notice>, StoreError> {
        let found = self
            .conn
            .prepare_cached(include_str!("sql/read_notice.sql"))?
            .query_row([id.into_bytes()], |row| {
                let header: Vec<u8> = row.get("header")?;
                let body: Vec<u8> = row.get("body")?;
                Ok((column::instant(row, "at_ms")?, header, body))
            })
            .optional()?;
        let Some((at, header, body)) = found else {
            return Ok(None);
        };
        let clerk = Header::parse(&header)?.actor;
        match Payload::parse("once_notice_given", &body)? {
            Payload::OnceNoticeGiven(told) => Ok(Some(Notice { at, clerk, told })),
            _ => Ok(None),
        }
    }

    /// The newest notice to this person about this matter since which they have handed nothing in
    /// for it.
    ///
    /// # Errors
    /// Those of [`Reader::notice`].
    pub fn earlier_notice(
        &self,
        person: &IdNumber,
        matter: &MatterCode,
    ) -> Result<Option<Notice>, StoreError> {
        let id = self
            .conn
            .prepare_cached(include_str!("sql/earlier_notice.sql"))?
            .query_row(
                named_params! {
                    ":numbers": self.numbers_json(person)?,
                    ":matter": matter.to_string(),
                },
                |row| column::uuid(row, "id"),
            )
            .optional()?;
        match id {
            Some(id) => self.notice(id),
            None => Ok(None),
        }
    }

    /// How often somebody was told a second time since then (二次告知).
    ///
    /// # Errors
    /// Database errors.
    pub fn second_notices(&self, since: DateTime<Utc>) -> Result<u64, StoreError> {
        let count = self
            .conn
            .prepare_cached(include_str!("sql/count_second.sql"))?
            .query_row([column::millis(since)], |row| column::count(row, "notices"))?;
        Ok(count)
    }
}
