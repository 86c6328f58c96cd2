//! Papers that were made ready, as the journal tells them.

use rusqlite::Row;
use yichuang_domain::{CaseId, CaseNumber, MatterCode};
use yichuang_wire::Hash;

use crate::{Reader, StoreError, column};

/// One paper made ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRow {
    /// The entry's place in the local order.
    pub arrival: i64,
    /// The case, when it is about one.
    pub case: Option<CaseId>,
    /// Which document.
    pub document: String,
    /// The case's number.
    pub number: Option<CaseNumber>,
    /// The matter, when it is a guide.
    pub matter: Option<MatterCode>,
    /// 第 n 次打印.
    pub copy: u32,
    /// Template version.
    pub template: String,
    /// SHA-256 of the rendered bytes.
    pub sha256: Hash,
}

impl Reader<'_> {
    /// A case's papers, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn prints_of(&self, case: CaseId) -> Result<Vec<PrintRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/prints_of.sql"))?;
        let prints = statement
            .query_map([case.0.into_bytes()], read)?
            .collect::<Result<_, _>>()?;
        Ok(prints)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<PrintRow> {
    let case: Option<[u8; 16]> = row.get("case_id")?;
    Ok(PrintRow {
        arrival: row.get("arrival")?,
        case: case.map(|bytes| CaseId(uuid::Uuid::from_bytes(bytes))),
        document: row.get("document")?,
        number: column::maybe_parsed(row, "number")?,
        matter: column::maybe_parsed(row, "matter")?,
        copy: column::small(row, "copy")?,
        template: row.get("template")?,
        sha256: column::hash(row, "sha256")?,
    })
}
