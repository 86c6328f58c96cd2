//! Papers on their way: queued in the transaction of the act that calls for them, made after its
//! commit, settled by a printer or a folder. Rows know what a paper is made from, never its words.

use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row, named_params};
use uuid::Uuid;
use yichuang_domain::{CaseId, DraftId, MatterCode};
use yichuang_wire::Hash;

use crate::{Reader, StoreError, Tx, column};

/// One paper. `Debug` shows no answers.
#[derive(Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Its identity.
    pub id: Uuid,
    /// Which document, such as `receipt`.
    pub document: String,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The draft it is about, of a paper to be signed; it leaves with the draft.
    pub draft: Option<DraftId>,
    /// The matter, of a guide or a draft.
    pub matter: Option<MatterCode>,
    /// The situation of a guide, JSON.
    pub answers: Option<String>,
    /// 第 n 次打印, from 1.
    pub copy: u32,
    /// When it was called for.
    pub queued_at: DateTime<Utc>,
    /// When it was made; none while it waits.
    pub made_at: Option<DateTime<Utc>>,
    /// Its pages.
    pub pages: u32,
    /// Characters no font here has.
    pub missing: String,
    /// SHA-256 of its bytes.
    pub sha256: Option<Hash>,
    /// SHA-256 of what it says, of a paper to be signed.
    pub content: Option<Hash>,
    /// `queued`, `ready`, `sent`, `saved` or `failed`.
    pub outcome: String,
    /// The printer or folder that took it, or why it failed.
    pub place: Option<String>,
}

impl fmt::Debug for PaperRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PaperRow")
            .field("id", &self.id)
            .field("document", &self.document)
            .field("copy", &self.copy)
            .field("outcome", &self.outcome)
            .finish_non_exhaustive()
    }
}

/// A paper to be made.
#[derive(Debug, Clone)]
pub struct PaperToMake {
    /// Its identity, made by the caller.
    pub id: Uuid,
    /// Which document.
    pub document: String,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The draft it is about, of a paper to be signed; it leaves with the draft.
    pub draft: Option<DraftId>,
    /// The matter, of a guide or a draft.
    pub matter: Option<MatterCode>,
    /// The situation of a guide, JSON.
    pub answers: Option<String>,
    /// When it is called for.
    pub at: DateTime<Utc>,
}

/// What making a paper gave.
#[derive(Debug, Clone)]
pub struct PaperMade {
    /// When.
    pub at: DateTime<Utc>,
    /// Its pages.
    pub pages: u32,
    /// Characters no font here has.
    pub missing: String,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// SHA-256 of what it says, of a paper to be signed; the same for every printing of the same.
    pub content: Option<Hash>,
}

impl Tx<'_> {
    /// Queues a paper and gives its copy number, counted per case or draft and document.
    ///
    /// # Errors
    /// Database errors.
    pub fn queue_paper(&mut self, paper: &PaperToMake) -> Result<u32, StoreError> {
        let case_id = paper.case.map(|id| id.0.into_bytes());
        let draft = paper.draft.map(|id| id.0.into_bytes());
        let last: u32 = self
            .conn
            .prepare_cached(include_str!("sql/last_copy.sql"))?
            .query_row(
                named_params! { ":case_id": case_id, ":draft": draft, ":document": paper.document },
                |row| column::small(row, "last"),
            )?;
        self.conn
            .prepare_cached(include_str!("sql/insert_paper.sql"))?
            .execute(named_params! {
                ":id": paper.id.into_bytes(),
                ":document": paper.document,
                ":case_id": case_id,
                ":draft": draft,
                ":matter": paper.matter.as_ref().map(ToString::to_string),
                ":answers": paper.answers,
                ":copy": last + 1,
                ":queued_ms": column::millis(paper.at),
            })?;
        Ok(last + 1)
    }

    /// A paper was made; false when it had been before, and nothing was changed.
    ///
    /// # Errors
    /// Database errors.
    pub fn paper_made(&mut self, id: Uuid, made: &PaperMade) -> Result<bool, StoreError> {
        let changed = self
            .conn
            .prepare_cached(include_str!("sql/set_made.sql"))?
            .execute(named_params! {
                ":id": id.into_bytes(),
                ":made_ms": column::millis(made.at),
                ":pages": made.pages,
                ":missing": made.missing,
                ":sha256": made.sha256.0,
                ":content": made.content.map(|hash| hash.0),
            })?;
        Ok(changed > 0)
    }

    /// What became of a paper.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`] and database errors.
    pub fn settle_paper(&mut self, id: Uuid, outcome: &str, place: &str) -> Result<(), StoreError> {
        let changed = self
            .conn
            .prepare_cached(include_str!("sql/set_outcome.sql"))?
            .execute(
                named_params! { ":id": id.into_bytes(), ":outcome": outcome, ":place": place },
            )?;
        if changed == 0 {
            Err(StoreError::NoSuch("paper"))
        } else {
            Ok(())
        }
    }
}

impl Reader<'_> {
    /// One paper.
    ///
    /// # Errors
    /// Database errors.
    pub fn paper(&self, id: Uuid) -> Result<Option<PaperRow>, StoreError> {
        let row = self
            .conn
            .prepare_cached(include_str!("sql/read_paper.sql"))?
            .query_row([id.into_bytes()], read);
        Ok(row.optional()?)
    }

    /// The papers of a case, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_of(&self, case: CaseId) -> Result<Vec<PaperRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/papers_of_case.sql"))?;
        let rows = statement
            .query_map([case.0.into_bytes()], read)?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The papers of a draft, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_of_draft(&self, draft: DraftId) -> Result<Vec<PaperRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/papers_of_draft.sql"))?;
        let rows = statement
            .query_map([draft.0.into_bytes()], read)?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Papers of cases that have reached neither printer nor folder, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_to_print(&self, limit: u32) -> Result<Vec<PaperRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/papers_to_print.sql"))?;
        let rows = statement
            .query_map([limit], read)?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Papers that were called for and are not made yet, oldest first, at most 500.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_to_make(&self) -> Result<Vec<PaperRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/papers_to_make.sql"))?;
        let rows = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<PaperRow> {
    let case: Option<[u8; 16]> = row.get("case_id")?;
    let draft: Option<[u8; 16]> = row.get("draft")?;
    let matter: Option<String> = row.get("matter")?;
    let sha256: Option<[u8; 32]> = row.get("sha256")?;
    let content: Option<[u8; 32]> = row.get("content")?;
    Ok(PaperRow {
        id: column::uuid(row, "id")?,
        document: row.get("document")?,
        case: case.map(|bytes| CaseId(Uuid::from_bytes(bytes))),
        draft: draft.map(|bytes| DraftId(Uuid::from_bytes(bytes))),
        matter: matter.and_then(|code| MatterCode::new(code).ok()),
        answers: row.get("answers")?,
        copy: column::small(row, "copy")?,
        queued_at: column::instant(row, "queued_ms")?,
        made_at: column::maybe_instant(row, "made_ms")?,
        pages: row.get::<_, Option<u32>>("pages")?.unwrap_or(0),
        missing: row.get::<_, Option<String>>("missing")?.unwrap_or_default(),
        sha256: sha256.map(Hash),
        content: content.map(Hash),
        outcome: row.get("outcome")?,
        place: row.get("place")?,
    })
}
