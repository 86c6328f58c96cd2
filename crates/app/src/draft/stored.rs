//! A draft as it lies in the store: the content is the interface's own shape, as JSON.

use chrono::{DateTime, Utc};
use yichuang_domain::{DraftId, MatterCode};
use yichuang_store::{Reader, Tx};

use crate::{
    desk::Operator,
    ipc::{ApiError, DraftContent, ErrorCode},
    report::Outcome,
};

/// One draft of the operator who asks.
pub(crate) struct Draft {
    pub(crate) id: DraftId,
    pub(crate) matter: MatterCode,
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

    /// Reads a stored draft.
    pub(crate) fn from_stored(stored: yichuang_store::Draft) -> Outcome<Self> {
        let content = serde_json::from_str(&stored.body)
            .map_err(|_| ApiError::new(ErrorCode::DraftUnknown))?;
        Ok(Self {
            id: stored.id,
            matter: stored.matter,
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
