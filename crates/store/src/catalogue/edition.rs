//! Editions: a matter and its questions as the exact bytes published, in force or kept because a
//! case or a draft was written under them.

use rusqlite::{OptionalExtension as _, named_params};
use yichuang_domain::{Matter, MatterCode, QuestionSet};
use yichuang_wire::{Hash, PackKind};

use super::{install::blob, kind_word, read::damaged};
use crate::{Reader, StoreError, column};

/// One edition of a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// SHA-256 of the matter's bytes.
    pub matter: Hash,
    /// SHA-256 of its questions; none when it has none.
    pub questions: Option<Hash>,
}

impl Reader<'_> {
    /// The edition in force; none when the matter is not.
    ///
    /// # Errors
    /// Database errors.
    pub fn edition(&self, code: &MatterCode) -> Result<Option<Edition>, StoreError> {
        let Some(matter) = self.item_hash(PackKind::Matter, code)? else {
            return Ok(None);
        };
        let questions = self.item_hash(PackKind::Questions, code)?;
        Ok(Some(Edition { matter, questions }))
    }

    /// A matter and its questions as they were in an edition; none when its bytes are kept no more.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn edition_at(
        &self,
        code: &MatterCode,
        edition: &Edition,
    ) -> Result<Option<(Matter, QuestionSet)>, StoreError> {
        let Some(matter) = self.matter_at(code, edition.matter)? else {
            return Ok(None);
        };
        let questions = match edition.questions {
            None => Some(QuestionSet::none(code.clone())),
            Some(hash) => self.questions_at(&matter, hash)?,
        };
        Ok(questions.map(|questions| (matter, questions)))
    }

    /// The questions of a matter as they were in the edition with this digest; none when its bytes
    /// are not here.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn questions_at(
        &self,
        matter: &Matter,
        sha256: Hash,
    ) -> Result<Option<QuestionSet>, StoreError> {
        let bytes = blob(self.conn, sha256)?;
        bytes
            .map(|bytes| QuestionSet::parse(&bytes, matter).map_err(|_| damaged("questions")()))
            .transpose()
    }

    fn item_hash(&self, kind: PackKind, code: &MatterCode) -> Result<Option<Hash>, StoreError> {
        let hash = self
            .conn
            .prepare_cached(include_str!("sql/read_item_hash.sql"))?
            .query_row(
                named_params! { ":kind": kind_word(kind), ":code": code.as_str() },
                |row| column::hash(row, "sha256"),
            )
            .optional()?;
        Ok(hash)
    }
}
