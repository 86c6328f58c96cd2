//! Finding cases by whatever the resident remembers (办件查询), with filters, a total and pages.
//!
//! The text is cut at spaces; every piece must match the case somewhere: its number (any part), the
//! applicant's or agent's name in characters, pinyin or initials, the last four of identity number
//! or telephone, or the matter's name.

use chrono::NaiveDate;
use rusqlite::{ToSql, types::Value};
use yichuang_domain::{CaseState, MatterCode};

use super::{CaseRow, Tally, TallyDay, row};
use crate::{Reader, StoreError, column, search::term};

/// Which cases, in which order, which page.
#[derive(Debug, Clone, Default)]
pub struct CaseQuery {
    /// What was typed; empty lists all.
    pub text: String,
    /// In one of these states; empty for any.
    pub states: Vec<CaseState>,
    /// Of this matter.
    pub matter: Option<MatterCode>,
    /// Taken in by this operator.
    pub clerk: Option<String>,
    /// Received on or after.
    pub received_from: Option<NaiveDate>,
    /// Received on or before.
    pub received_to: Option<NaiveDate>,
    /// Due on or before.
    pub due_by: Option<NaiveDate>,
    /// Only those that are reported so far.
    pub sync: Option<SyncFilter>,
    /// Only those behind this count.
    pub tally: Option<(Tally, TallyDay)>,
    /// In which order.
    pub order: CaseOrder,
    /// Rows of a page.
    pub limit: u32,
    /// Rows before the page.
    pub offset: u32,
}

/// In which order cases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseOrder {
    /// Nearest deadline first, those without one last.
    #[default]
    Due,
    /// Newest first.
    Newest,
    /// Oldest first, the order in which cases are reported.
    Oldest,
}

/// Which cases by how far they are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncFilter {
    /// Not yet wholly receipted.
    Waiting,
    /// With something for a person to do.
    Attention,
    /// Wholly receipted, nothing to do.
    Reported,
}

/// A page of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseHits {
    /// Cases that match, on all pages.
    pub total: u64,
    /// This page.
    pub rows: Vec<CaseRow>,
}

const MAX_TERMS: usize = 6;

impl Reader<'_> {
    /// Finds cases.
    ///
    /// # Errors
    /// Database errors.
    pub fn search_cases(&self, query: &CaseQuery) -> Result<CaseHits, StoreError> {
        let clauses = clauses(query)?;
        let filter = clauses.sql();
        let total = self
            .conn
            .prepare_cached(&format!("{}{filter}", include_str!("sql/count_cases.sql")))?
            .query_row(clauses.params().as_slice(), |row| {
                column::count(row, "total")
            })?;
        let limit = Value::from(query.limit);
        let offset = Value::from(query.offset);
        let mut params = clauses.params();
        params.push((":limit", &limit));
        params.push((":offset", &offset));
        let mut statement = self.conn.prepare_cached(&list_sql(&filter, query.order))?;
        let rows = statement
            .query_map(params.as_slice(), row::read)?
            .collect::<Result<Vec<_>, _>>()?;
        let rows = rows
            .into_iter()
            .map(|row| self.with_sync_mark(row))
            .collect::<Result<_, _>>()?;
        Ok(CaseHits { total, rows })
    }
}

/// The statement for one page, with a filter made of fixed pieces.
pub(crate) fn list_sql(filter: &str, order: CaseOrder) -> String {
    let order = match order {
        CaseOrder::Due => include_str!("sql/order_by_due.sql"),
        CaseOrder::Newest => include_str!("sql/order_by_newest.sql"),
        CaseOrder::Oldest => include_str!("sql/order_by_oldest.sql"),
    };
    include_str!("sql/list_cases.sql")
        .replace("/*filter*/", filter)
        .replace("/*order*/", order)
}

/// Fixed pieces of SQL and their values; nothing typed ever becomes SQL.
#[derive(Default)]
struct Clauses {
    sql: Vec<String>,
    values: Vec<(String, Value)>,
}

impl Clauses {
    fn add(&mut self, sql: &str, name: &str, value: impl Into<Value>) {
        self.sql.push(sql.to_owned());
        self.value(name, value);
    }

    fn value(&mut self, name: &str, value: impl Into<Value>) {
        self.values.push((name.to_owned(), value.into()));
    }

    fn sql(&self) -> String {
        if self.sql.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", self.sql.join(" AND "))
        }
    }

    fn params(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values
            .iter()
            .map(|(name, value)| (name.as_str(), value as &dyn ToSql))
            .collect()
    }
}

fn clauses(query: &CaseQuery) -> Result<Clauses, StoreError> {
    let mut clauses = Clauses::default();
    for (place, piece) in query.text.split_whitespace().take(MAX_TERMS).enumerate() {
        let term = term::read(piece);
        let name = format!(":term{place}");
        clauses.add(&term.sql().replace(":term", &name), &name, term.value());
    }
    if !query.states.is_empty() {
        let states = query
            .states
            .iter()
            .map(column::word)
            .collect::<Result<Vec<_>, _>>()?;
        clauses.add(
            "c.state IN (SELECT value FROM json_each(:states))",
            ":states",
            column::json(&states)?,
        );
    }
    if let Some(matter) = &query.matter {
        clauses.add("c.matter_code = :matter", ":matter", matter.to_string());
    }
    if let Some(clerk) = &query.clerk {
        clauses.add("c.clerk = :clerk", ":clerk", clerk.clone());
    }
    if let Some(day) = query.received_from {
        clauses.add(
            "c.received_on >= :received_from",
            ":received_from",
            day.to_string(),
        );
    }
    if let Some(day) = query.received_to {
        clauses.add(
            "c.received_on <= :received_to",
            ":received_to",
            day.to_string(),
        );
    }
    if let Some(day) = query.due_by {
        clauses.add("c.due <= :due_by", ":due_by", day.to_string());
    }
    if let Some((tally, day)) = query.tally {
        clauses.add(&tally.sql(), ":today", day.today.to_string());
        clauses.value(":soon", day.soon_until.to_string());
    }
    match query.sync {
        None => {}
        Some(SyncFilter::Waiting) => clauses
            .sql
            .push(include_str!("sql/is_waiting.sql").to_owned()),
        Some(SyncFilter::Attention) => clauses
            .sql
            .push(include_str!("sql/is_attended.sql").to_owned()),
        Some(SyncFilter::Reported) => clauses
            .sql
            .push(include_str!("sql/is_reported.sql").to_owned()),
    }
    Ok(clauses)
}
