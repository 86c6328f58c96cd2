//! What the sync centre tells people.

use chrono::{DateTime, Utc};
use rusqlite::named_params;
use yichuang_domain::{CaseId, CaseNumber};
use yichuang_wire::{Hash, Verdict};

use crate::{Reader, StoreError, column};

/// The sync centre's numbers (ux.md C16). 「n 件待上报」 counts cases, never audit entries.
#[derive(Debug, Clone, PartialEq)]
pub struct SyncSummary {
    /// Cases with an entry or a page the platform has not receipted.
    pub waiting_cases: u64,
    /// Entries of any kind without a receipt.
    pub waiting_entries: u64,
    /// Bytes of pages without a receipt.
    pub waiting_bytes: u64,
    /// Entries a person has to act on, oldest first, at most 200.
    pub attention: Vec<AttentionRow>,
    /// Cases with an entry receipted since the start of the day asked about.
    pub receipted_today: u64,
    /// When the platform was last reached.
    pub last_success: Option<DateTime<Utc>>,
    /// Why the last try failed.
    pub failure: Option<String>,
    /// When it will be tried again.
    pub next_try: Option<DateTime<Utc>>,
}

/// One entry that waits for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct AttentionRow {
    /// The entry.
    pub entry: Hash,
    /// Its kind.
    pub kind: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Its case.
    pub case: Option<CaseId>,
    /// The case's number.
    pub number: Option<CaseNumber>,
    /// The matter's name.
    pub matter_name: Option<String>,
    /// Why.
    pub verdict: Verdict,
}

impl Reader<'_> {
    /// The sync centre's numbers; `day_start` is the first instant of today in Asia/Shanghai.
    ///
    /// # Errors
    /// Database errors.
    pub fn sync_summary(&self, day_start: DateTime<Utc>) -> Result<SyncSummary, StoreError> {
        let contact = self.last_contact()?;
        let attention = self.attention()?;
        let summary = self
            .conn
            .prepare_cached(include_str!("sql/sync_summary.sql"))?
            .query_row(
                named_params! { ":day_start_ms": column::millis(day_start) },
                |row| {
                    Ok(SyncSummary {
                        waiting_cases: column::count(row, "waiting_cases")?,
                        waiting_entries: column::count(row, "waiting_entries")?,
                        waiting_bytes: column::count(row, "waiting_bytes")?,
                        receipted_today: column::count(row, "receipted_today")?,
                        attention,
                        last_success: contact.as_ref().and_then(|contact| contact.last_success),
                        failure: contact.as_ref().and_then(|contact| contact.failure.clone()),
                        next_try: contact.as_ref().and_then(|contact| contact.next_try),
                    })
                },
            )?;
        Ok(summary)
    }

    /// Entries a person has to act on, oldest first, at most 200.
    ///
    /// # Errors
    /// Database errors.
    pub fn attention(&self) -> Result<Vec<AttentionRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/list_attention.sql"))?;
        let rows = statement
            .query_map([], |row| {
                let case: Option<[u8; 16]> = row.get("case_id")?;
                Ok(AttentionRow {
                    entry: column::hash(row, "entry")?,
                    kind: row.get("kind")?,
                    at: column::instant(row, "at_ms")?,
                    case: case.map(|bytes| CaseId(uuid::Uuid::from_bytes(bytes))),
                    number: column::maybe_parsed(row, "number")?,
                    matter_name: row.get("matter_name")?,
                    verdict: column::from_json(row, "body")?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}
