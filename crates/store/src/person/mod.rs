//! People by their numbers: which numbers are one person's, the cases in which they apply or act for
//! somebody, and the acts that put their numbers together.
//!
//! A person is no row of their own: the cases are. Every look by number goes through
//! [`Reader::numbers_of`], so that whoever has two numbers is found by either.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, named_params};
use yichuang_domain::{CaseId, IdKind, IdNumber, OperatorId};
use yichuang_wire::{
    Header,
    payload::{Payload, PersonsMerged},
};

use crate::{CaseRow, Reader, StoreError, column};

/// Two numbers put together, as it was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonLink {
    /// Its place in the local order; the link's name while it stands.
    pub arrival: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who asked for it.
    pub clerk: Option<OperatorId>,
    /// What was written down.
    pub merged: PersonsMerged,
}

impl Reader<'_> {
    /// Every number of whoever has this one, the current one first; the household register names a
    /// citizen by the number their card will have, so the two count as one.
    ///
    /// # Errors
    /// Database errors.
    pub fn numbers_of(&self, number: &IdNumber) -> Result<Vec<IdNumber>, StoreError> {
        let mut numbers = Vec::new();
        for one in both_papers(number) {
            for linked in linked_to(self.conn, &one)? {
                push_new(&mut numbers, both_papers(&linked));
            }
        }
        push_new(&mut numbers, both_papers(number));
        Ok(numbers)
    }

    pub(crate) fn numbers_json(&self, number: &IdNumber) -> Result<String, StoreError> {
        column::json(&self.numbers_of(number)?)
    }

    /// How many cases a person has here.
    ///
    /// # Errors
    /// Database errors.
    pub fn cases_of_person(&self, number: &IdNumber) -> Result<u32, StoreError> {
        let numbers = self.numbers_json(number)?;
        let cases = self
            .conn
            .prepare_cached(include_str!("sql/count_cases.sql"))?
            .query_row(named_params! { ":numbers": numbers }, |row| {
                column::small(row, "cases")
            })?;
        Ok(cases)
    }

    /// The newest cases a person applies in, newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn newest_cases_of(
        &self,
        number: &IdNumber,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        self.cases_in_order(include_str!("sql/cases_of_person.sql"), number, limit)
    }

    /// The newest cases in which a person acts for somebody else, newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn newest_cases_acted_in(
        &self,
        number: &IdNumber,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        self.cases_in_order(include_str!("sql/cases_acted_in.sql"), number, limit)
    }

    fn cases_in_order(
        &self,
        sql: &str,
        number: &IdNumber,
        limit: u32,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let numbers = self.numbers_json(number)?;
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement
            .query_map(
                named_params! { ":numbers": numbers, ":limit": limit },
                |row| column::uuid(row, "id").map(CaseId),
            )?
            .collect::<Result<Vec<_>, _>>()?;
        let cases = ids.into_iter().map(|id| self.case(id));
        Ok(cases
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// The links between a person's numbers that stand, newest first.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Wire`] when what is stored cannot be read.
    pub fn links_of(&self, number: &IdNumber) -> Result<Vec<PersonLink>, StoreError> {
        let numbers = self.numbers_json(number)?;
        let mut statement = self.conn.prepare_cached(include_str!("sql/links_of.sql"))?;
        let mut rows = statement.query(named_params! { ":numbers": numbers })?;
        let mut links = Vec::new();
        while let Some(row) = rows.next()? {
            let (header, body): (Vec<u8>, Vec<u8>) = (row.get("header")?, row.get("body")?);
            let header = Header::parse(&header)?;
            if let Payload::PersonsMerged(merged) = Payload::parse(&header.kind, &body)? {
                links.push(PersonLink {
                    arrival: row.get("arrival")?,
                    at: header.at,
                    clerk: header.actor,
                    merged,
                });
            }
        }
        Ok(links)
    }

    /// Materials of the archive that were used again in cases received since a day.
    ///
    /// # Errors
    /// Database errors.
    pub fn reused_since(&self, day: NaiveDate) -> Result<u64, StoreError> {
        let reused = self
            .conn
            .prepare_cached(include_str!("sql/count_reused.sql"))?
            .query_row(named_params! { ":since": day.to_string() }, |row| {
                column::count(row, "reused")
            })?;
        Ok(reused)
    }
}

fn linked_to(conn: &Connection, number: &IdNumber) -> Result<Vec<IdNumber>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/numbers_of.sql"))?;
    let numbers = statement
        .query_map(
            named_params! {
                ":id_value": number.reveal(),
                ":id_kind": column::word(&number.kind())?,
            },
            |row| column::id_number(row, "id_kind", "id_value"),
        )?
        .collect::<Result<_, _>>()?;
    Ok(numbers)
}

/// A number as the card and as the household register write it.
fn both_papers(number: &IdNumber) -> Vec<IdNumber> {
    let other = match number.kind() {
        IdKind::Citizen => Some(IdKind::Hukou),
        IdKind::Hukou => Some(IdKind::Citizen),
        _ => None,
    };
    let other = other.and_then(|kind| IdNumber::parse(kind, number.reveal()).ok());
    std::iter::once(number.clone()).chain(other).collect()
}

fn push_new(numbers: &mut Vec<IdNumber>, more: Vec<IdNumber>) {
    for one in more {
        if !numbers.contains(&one) {
            numbers.push(one);
        }
    }
}
