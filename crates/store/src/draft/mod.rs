//! Drafts: an operator's unfinished work. Mutable, deletable, never sent, never in a journal.

use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row, named_params};
use yichuang_domain::{CaseId, DraftId, MatterCode, OperatorId};

use crate::{Edition, Reader, StoreError, Tx, column};

/// One draft. `Debug` shows none of its content.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its identity, made once when it was opened.
    pub id: DraftId,
    /// Whose it is; nobody else opens it.
    pub operator: OperatorId,
    /// The matter.
    pub matter: MatterCode,
    /// The edition it was last written under; none for one an older program wrote.
    pub edition: Option<Edition>,
    /// What the list of unfinished drafts shows, such as the applicant's name.
    pub title: String,
    /// The content as JSON; its shape is the application's.
    pub body: String,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("id", &self.id)
            .field("matter", &self.matter)
            .finish_non_exhaustive()
    }
}

impl Tx<'_> {
    /// Writes a draft, new or over its older self; the day it was opened stays.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`] when the id is another operator's draft, or has become a case;
    /// database errors, also when `body` is not JSON.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        if self.case_of_draft(draft.id)?.is_some() {
            return Err(StoreError::NoSuch("draft"));
        }
        let saved = self
            .conn
            .prepare_cached(include_str!("sql/save_draft.sql"))?
            .execute(named_params! {
                ":id": draft.id.0.into_bytes(),
                ":operator": draft.operator.0.into_bytes(),
                ":matter": draft.matter.as_str(),
                ":matter_sha256": draft.edition.map(|edition| edition.matter.0),
                ":questions_sha256": draft.edition.and_then(|edition| edition.questions).map(|hash| hash.0),
                ":title": draft.title,
                ":body": draft.body,
                ":created_ms": column::millis(draft.created_at),
                ":updated_ms": column::millis(draft.updated_at),
            })?;
        if saved == 0 {
            Err(StoreError::NoSuch("draft"))
        } else {
            Ok(())
        }
    }

    /// Deletes a draft and the papers made of it; false when there was none. The caller writes
    /// `draft_discarded`, and takes the papers' bytes out of the spool after the commit.
    ///
    /// # Errors
    /// Database errors.
    pub fn discard_draft(&mut self, id: DraftId) -> Result<bool, StoreError> {
        self.conn
            .prepare_cached(include_str!("../paper/sql/delete_papers_of_draft.sql"))?
            .execute([id.0.into_bytes()])?;
        let gone = self
            .conn
            .prepare_cached(include_str!("sql/delete_draft.sql"))?
            .execute([id.0.into_bytes()])?;
        Ok(gone > 0)
    }

    /// The draft has become a case: it is deleted, and what became of it is remembered, so that
    /// pressing the key twice gives one case.
    ///
    /// # Errors
    /// Database errors, also when the draft had already become a case.
    pub fn finish_draft(&mut self, id: DraftId, case: CaseId) -> Result<(), StoreError> {
        self.discard_draft(id)?;
        self.conn
            .prepare_cached(include_str!("sql/insert_outcome.sql"))?
            .execute(
                named_params! { ":draft": id.0.into_bytes(), ":case_id": case.0.into_bytes() },
            )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// One draft.
    ///
    /// # Errors
    /// Database errors.
    pub fn draft(&self, id: DraftId) -> Result<Option<Draft>, StoreError> {
        let draft = self
            .conn
            .prepare_cached(include_str!("sql/read_draft.sql"))?
            .query_row([id.0.into_bytes()], read)
            .optional()?;
        Ok(draft)
    }

    /// An operator's drafts, last saved first.
    ///
    /// # Errors
    /// Database errors.
    pub fn drafts_of(&self, operator: OperatorId) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/drafts_of.sql"))?;
        let drafts = statement
            .query_map([operator.0.into_bytes()], read)?
            .collect::<Result<_, _>>()?;
        Ok(drafts)
    }

    /// The case a draft has become.
    ///
    /// # Errors
    /// Database errors.
    pub fn case_of_draft(&self, id: DraftId) -> Result<Option<CaseId>, StoreError> {
        let case = self
            .conn
            .prepare_cached(include_str!("sql/read_outcome.sql"))?
            .query_row([id.0.into_bytes()], |row| {
                column::uuid(row, "case_id").map(CaseId)
            })
            .optional()?;
        Ok(case)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: DraftId(column::uuid(row, "id")?),
        operator: OperatorId(column::uuid(row, "operator")?),
        matter: column::parsed(row, "matter")?,
        edition: edition(row)?,
        title: row.get("title")?,
        body: row.get("body")?,
        created_at: column::instant(row, "created_ms")?,
        updated_at: column::instant(row, "updated_ms")?,
    })
}

fn edition(row: &Row<'_>) -> rusqlite::Result<Option<Edition>> {
    let questions = column::maybe_hash(row, "questions_sha256")?;
    let matter = column::maybe_hash(row, "matter_sha256")?;
    Ok(matter.map(|matter| Edition { matter, questions }))
}
