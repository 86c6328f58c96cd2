//! Small facts screens ask for: how far one case has been reported, what was reported of its pages,
//! what is used most.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, named_params};
use yichuang_domain::{CaseId, FileHash, MatterCode};

use crate::{Reader, StoreError, Tx, column};

/// How far one case of this terminal has been reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseReport {
    /// When it was stored here.
    pub stored_at: DateTime<Utc>,
    /// Pages it has.
    pub files: u32,
    /// Bytes of them the platform has not receipted.
    pub bytes_waiting: u64,
    /// When its newest entry and all of its pages were receipted; none while one is not.
    pub reported_at: Option<DateTime<Utc>>,
}

impl Reader<'_> {
    /// How far a case has been reported; none for a case this terminal wrote nothing about.
    ///
    /// # Errors
    /// Database errors.
    pub fn case_report(&self, case: CaseId) -> Result<Option<CaseReport>, StoreError> {
        let report = self
            .conn
            .prepare_cached(include_str!("sql/case_report.sql"))?
            .query_row(named_params! { ":case_id": case.0.into_bytes() }, |row| {
                let waiting = column::count(row, "bytes_waiting")?;
                let entry = column::maybe_instant(row, "entry_ms")?;
                let file = column::maybe_instant(row, "file_ms")?;
                Ok(CaseReport {
                    stored_at: column::instant(row, "stored_ms")?,
                    files: column::small(row, "files")?,
                    bytes_waiting: waiting,
                    reported_at: entry
                        .filter(|_| waiting == 0)
                        .map(|at| file.map_or(at, |file| file.max(at))),
                })
            })
            .optional()?;
        Ok(report)
    }

    /// Pages of a case the platform has receipted.
    ///
    /// # Errors
    /// Database errors.
    pub fn reported_files(&self, case: CaseId) -> Result<Vec<FileHash>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/reported_files.sql"))?;
        let files = statement
            .query_map([case.0.into_bytes()], |row| {
                column::hash(row, "sha256").map(FileHash::from)
            })?
            .collect::<Result<_, _>>()?;
        Ok(files)
    }

    /// The matters taken in most at this terminal.
    ///
    /// # Errors
    /// Database errors.
    pub fn matters_by_use(&self, limit: u32) -> Result<Vec<MatterCode>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/matters_by_use.sql"))?;
        let codes = statement
            .query_map([limit], |row| column::parsed(row, "code"))?
            .collect::<Result<_, _>>()?;
        Ok(codes)
    }
}

impl Tx<'_> {
    /// Counts one more case of a matter, for the order of search results.
    ///
    /// # Errors
    /// Database errors.
    pub fn count_use(&mut self, code: &MatterCode) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/count_use.sql"))?
            .execute([code.to_string()])?;
        Ok(())
    }
}
