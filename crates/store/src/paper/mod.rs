//! Papers on their way: queued in the transaction of the act that calls for them, made after its
//! commit, settled by a printer or a folder. Rows know what a paper is made from, never its words.

use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row, ToSql, named_params};
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
    /// `queued`, `ready`, `printing`, `done`, `failed`, `unknown`, `saved` or `cancelled`.
    pub outcome: String,
    /// What people call the printer that has or had it, or the file it was saved as.
    pub place: Option<String>,
    /// Why it failed, is not known or does not go on, such as `paper_out`.
    pub reason: Option<String>,
    /// Template and its version it was made from.
    pub template: Option<String>,
    /// Why it was made again, such as `lost`.
    pub why: Option<String>,
    /// The paper it is another copy of.
    pub origin: Option<Uuid>,
    /// The sheet it was made or is to be made for, such as `a5`; none while nobody has chosen.
    pub sheet: Option<String>,
    /// The printer it is for, as the settings name it.
    pub printer: Option<String>,
    /// How that printer is reached, such as `ipp`.
    pub way: Option<String>,
    /// When handing it over to the printer began.
    pub sent_at: Option<DateTime<Utc>>,
    /// The printer's own reference for it, once it was taken.
    pub job: Option<String>,
}

impl PaperRow {
    /// The id its document is found by: that of the first copy.
    #[must_use]
    pub fn about(&self) -> Uuid {
        self.origin.unwrap_or(self.id)
    }
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
    /// Why it is made again, such as `lost`; none for the first time.
    pub why: Option<String>,
    /// The first copy, when it is another copy of a paper.
    pub origin: Option<Uuid>,
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
    /// The sheet it was made for, such as `a5`.
    pub sheet: String,
    /// Template and profile it was made by, with their versions; none of one composed without.
    pub template: Option<String>,
}

/// The printer a paper is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperWay {
    /// As the settings name it.
    pub printer: String,
    /// How it is reached, such as `ipp`.
    pub way: String,
    /// What people call it.
    pub place: String,
}

/// What became of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperEnd {
    /// `done`, `saved`, `failed`, `unknown` or `cancelled`.
    pub outcome: String,
    /// Why, such as `paper_out`.
    pub reason: Option<String>,
    /// The file, when it was saved as one.
    pub place: Option<String>,
    /// How it was reached, when not by the printer it is for.
    pub way: Option<String>,
    /// When it was found out.
    pub at: DateTime<Utc>,
}

impl Tx<'_> {
    /// Queues a paper and gives its copy number, counted per case, draft or first copy and document.
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
                named_params! {
                    ":case_id": case_id,
                    ":draft": draft,
                    ":document": paper.document,
                    ":origin": paper.origin.map(Uuid::into_bytes),
                },
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
                ":why": paper.why,
                ":origin": paper.origin.map(Uuid::into_bytes),
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
                ":sheet": made.sheet,
                ":template": made.template,
            })?;
        Ok(changed > 0)
    }

    /// A paper is to be made anew for another sheet; false when it may be on paper already.
    ///
    /// # Errors
    /// Database errors.
    pub fn make_paper_anew(&mut self, id: Uuid, sheet: &str) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_unmade.sql"),
            named_params! { ":id": id.into_bytes(), ":sheet": sheet },
        )
    }

    /// A paper cannot be made for now.
    ///
    /// # Errors
    /// Database errors.
    pub fn paper_unmakable(&mut self, id: Uuid, reason: &str) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_unmakable.sql"),
            named_params! { ":id": id.into_bytes(), ":reason": reason },
        )
    }

    /// A paper waits for a printer from now on, behind those that wait already; false when it is not
    /// made, waits or is with a printer already, or may be on paper.
    ///
    /// # Errors
    /// Database errors.
    pub fn paper_asked_for(&mut self, id: Uuid, to: &PaperWay) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_printing.sql"),
            named_params! {
                ":id": id.into_bytes(),
                ":printer": to.printer,
                ":way": to.way,
                ":place": to.place,
            },
        )
    }

    /// A paper is handed to its printer now; false when it does not wait any more. After this nobody
    /// can be sure that nothing is on paper.
    ///
    /// # Errors
    /// Database errors.
    pub fn handing_paper_over(&mut self, id: Uuid, at: DateTime<Utc>) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_handing_over.sql"),
            named_params! { ":id": id.into_bytes(), ":at": column::millis(at) },
        )
    }

    /// The printer took a paper and refers to it by `job`.
    ///
    /// # Errors
    /// Database errors.
    pub fn paper_taken(&mut self, id: Uuid, job: &str) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_job.sql"),
            named_params! { ":id": id.into_bytes(), ":job": job },
        )
    }

    /// Why a paper on a printer does not go on, none when it does; false when that was known.
    ///
    /// # Errors
    /// Database errors.
    pub fn paper_hindered(&mut self, id: Uuid, reason: Option<&str>) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_hindered.sql"),
            named_params! { ":id": id.into_bytes(), ":reason": reason },
        )
    }

    /// What became of a paper that stood at `from`; false when it does not stand there any more and
    /// nothing was changed.
    ///
    /// # Errors
    /// Database errors.
    pub fn settle_paper(
        &mut self,
        id: Uuid,
        from: &str,
        end: &PaperEnd,
    ) -> Result<bool, StoreError> {
        self.changes(
            include_str!("sql/set_settled.sql"),
            named_params! {
                ":id": id.into_bytes(),
                ":from": from,
                ":outcome": end.outcome,
                ":reason": end.reason,
                ":place": end.place,
                ":way": end.way,
                ":at": column::millis(end.at),
            },
        )
    }

    fn changes(
        &mut self,
        sql: &str,
        parameters: &[(&str, &dyn ToSql)],
    ) -> Result<bool, StoreError> {
        let changed = self.conn.prepare_cached(sql)?.execute(parameters)?;
        Ok(changed > 0)
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

    /// Papers that wait for a printer or are with one, in their turn.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_printing(&self) -> Result<Vec<PaperRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/papers_printing.sql"))?;
        let rows = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Papers that failed or whose end nobody knows, and that nothing has taken the place of, oldest
    /// first.
    ///
    /// # Errors
    /// Database errors.
    pub fn papers_unsettled(&self, limit: u32) -> Result<Vec<PaperRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/papers_unsettled.sql"))?;
        let rows = statement
            .query_map([limit], read)?
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
    let origin: Option<[u8; 16]> = row.get("origin")?;
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
        reason: row.get("reason")?,
        template: row.get("template")?,
        why: row.get("why")?,
        origin: origin.map(Uuid::from_bytes),
        sheet: row.get("sheet")?,
        printer: row.get("printer")?,
        way: row.get("way")?,
        sent_at: column::maybe_instant(row, "sent_ms")?,
        job: row.get("job")?,
    })
}
