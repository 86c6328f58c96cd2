//! A draft as it lies in the store: the content is the interface's own shape, as JSON.

use chrono::{DateTime, Utc};
use yichuang_domain::{Answers, DraftId, Matter, MatterCode, QuestionSet};
use yichuang_store::{Edition, Reader, Tx};

use yichuang_wire::payload::MatterRef;

use super::{migrate::edition_of, regroup::Group};
use crate::{
    catalogue::{CatalogueMatter, as_it_was, asked_as_one, in_force},
    desk::Operator,
    ipc::{ApiError, DraftChain, DraftContent, ErrorCode},
    report::Outcome,
};

/// One draft of the operator who asks.
pub(crate) struct Draft {
    pub(crate) id: DraftId,
    pub(crate) matter: MatterCode,
    /// The edition it was last written under; none for one an older program wrote.
    pub(crate) edition: Option<Edition>,
    pub(crate) content: DraftContent,
    pub(crate) opened_at: DateTime<Utc>,
    pub(crate) saved_at: DateTime<Utc>,
}

impl Draft {
    /// A draft's id as it crosses the interface.
    pub(crate) fn id(text: &str) -> Outcome<DraftId> {
        text.parse()
            .map_err(|_| ApiError::new(ErrorCode::DraftUnknown))
    }

    /// The operator's own draft.
    pub(crate) fn load(read: &Reader<'_>, id: DraftId, operator: &Operator) -> Outcome<Self> {
        let unknown = || ApiError::new(ErrorCode::DraftUnknown);
        let stored = read
            .draft(id)?
            .filter(|draft| draft.operator == operator.id)
            .ok_or_else(unknown)?;
        Self::from_stored(stored)
    }

    /// Its matter, or its chain as one, in force; else, marked `true`, as it was written under.
    ///
    /// # Errors
    /// `MATTER-001` when neither is here.
    pub(crate) fn catalogue(&self, read: &Reader<'_>) -> Outcome<(CatalogueMatter, bool)> {
        if let Some(chain) = &self.content.chain {
            let answers = Answers(self.content.answers.clone());
            return match asked_as_one(read, &chain.code, &chain.chosen, &answers) {
                Err(error) if error.code == ErrorCode::MatterUnknown => {
                    Ok((chain_as_written(read, chain)?, true))
                }
                whole => Ok((whole?, false)),
            };
        }
        if read.edition(&self.matter)?.is_some() {
            return Ok((in_force(read, &self.matter)?, false));
        }
        let unknown = || ApiError::new(ErrorCode::MatterUnknown);
        let edition = self.edition.ok_or_else(unknown)?;
        let kept = read.edition_at(&self.matter, &edition)?;
        let (matter, questions) = kept.ok_or_else(unknown)?;
        Ok((as_written(edition, matter, questions), true))
    }

    /// Its matter, or its chain as one, in force: what can be decided about or printed.
    ///
    /// # Errors
    /// `MATTER-001` when it is out of force.
    pub(crate) fn in_force(&self, read: &Reader<'_>) -> Outcome<CatalogueMatter> {
        match self.catalogue(read)? {
            (found, false) => Ok(found),
            (_, true) => Err(ApiError::new(ErrorCode::MatterUnknown)),
        }
    }

    /// The operator's own draft, written under the edition in force: one that can be decided about
    /// or printed.
    ///
    /// # Errors
    /// `DRAFT-001`; `DRAFT-002` until it was shown again.
    pub(crate) fn load_current(
        read: &Reader<'_>,
        id: DraftId,
        operator: &Operator,
    ) -> Outcome<Self> {
        let draft = Self::load(read, id, operator)?;
        if draft.is_current(read)? {
            Ok(draft)
        } else {
            Err(ApiError::new(ErrorCode::MatterChanged))
        }
    }

    /// Reads a stored draft.
    pub(crate) fn from_stored(stored: yichuang_store::Draft) -> Outcome<Self> {
        let content = serde_json::from_str(&stored.body)
            .map_err(|_| ApiError::new(ErrorCode::DraftUnknown))?;
        Ok(Self {
            id: stored.id,
            matter: stored.matter,
            edition: stored.edition,
            content,
            opened_at: stored.created_at,
            saved_at: stored.updated_at,
        })
    }

    /// Writes it.
    pub(crate) fn save(&self, tx: &mut Tx<'_>, operator: &Operator) -> Outcome<()> {
        let internal = |_| ApiError::new(ErrorCode::Internal);
        tx.save_draft(&yichuang_store::Draft {
            id: self.id,
            operator: operator.id,
            matter: self.matter.clone(),
            edition: self.edition,
            title: self
                .content
                .applicant
                .as_ref()
                .map(|who| who.name.clone())
                .unwrap_or_default(),
            body: serde_json::to_string(&self.content).map_err(internal)?,
            created_at: self.opened_at,
            updated_at: self.saved_at,
        })?;
        Ok(())
    }
}

/// A matter out of force, as it was written under.
fn as_written(edition: Edition, matter: Matter, questions: QuestionSet) -> CatalogueMatter {
    let reference = MatterRef {
        code: matter.code.clone(),
        name: matter.name.clone(),
        sha256: edition.matter,
        questions: edition.questions,
        pack_version: 0,
        department: matter.implementing_body.clone(),
        sample: false,
    };
    CatalogueMatter {
        matter,
        questions,
        reference,
        chain: None,
    }
}

/// The matters of a chain that is gone, as they were written under, as one.
///
/// # Errors
/// `MATTER-001` when none of their texts is here.
fn chain_as_written(read: &Reader<'_>, chain: &DraftChain) -> Outcome<CatalogueMatter> {
    let parts = Group::written(read, chain)?.parts.into_iter();
    let parts = parts.filter_map(|part| {
        let edition = edition_of(chain, &part.code)?;
        Some(as_written(edition, part.matter, part.questions))
    });
    let parts: Vec<_> = parts.collect();
    as_it_was(&chain.name, &parts).ok_or_else(|| ApiError::new(ErrorCode::MatterUnknown))
}
