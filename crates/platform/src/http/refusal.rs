//! Refusals: the closed list of the protocol, and the HTTP status each goes with.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use yichuang_wire::{
    ChainHead, WireError,
    protocol::{Refusal, RefusalCode},
};

use crate::{Platform, PlatformError, storage::StorageError};

/// Why a call was not served. The platform's clock is added by [`write`].
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    code: RefusalCode,
    detail: String,
    head: Option<ChainHead>,
    status: Option<StatusCode>,
}

impl Refused {
    pub(crate) fn new(code: RefusalCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            head: None,
            status: None,
        }
    }

    pub(crate) fn chain(code: RefusalCode, head: ChainHead) -> Self {
        Self {
            head: Some(head),
            ..Self::new(code, "the stored chain ends at head")
        }
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(RefusalCode::NotFound, format!("no such {what}"))
    }

    pub(crate) fn malformed(detail: impl Into<String>) -> Self {
        Self::new(RefusalCode::Malformed, detail)
    }

    pub(crate) fn busy(detail: &str) -> Self {
        Self::new(RefusalCode::Busy, detail)
    }

    /// With a status another specification asks for (tus).
    pub(crate) fn with_status(self, status: StatusCode) -> Self {
        Self {
            status: Some(status),
            ..self
        }
    }

    fn status(&self) -> StatusCode {
        self.status.unwrap_or(match self.code {
            RefusalCode::VersionTooOld => StatusCode::UPGRADE_REQUIRED,
            RefusalCode::TerminalUnknown => StatusCode::FORBIDDEN,
            RefusalCode::RequestNotSigned => StatusCode::UNAUTHORIZED,
            RefusalCode::Malformed => StatusCode::BAD_REQUEST,
            RefusalCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            RefusalCode::TokenSpent
            | RefusalCode::ChainGap
            | RefusalCode::ChainFork
            | RefusalCode::OffsetMismatch => StatusCode::CONFLICT,
            RefusalCode::HashMismatch => StatusCode::UNPROCESSABLE_ENTITY,
            RefusalCode::NotFound => StatusCode::NOT_FOUND,
            RefusalCode::Busy => StatusCode::SERVICE_UNAVAILABLE,
        })
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes refusals as the protocol's body, with the platform's clock: a caller whose own is wrong
/// learns the time from it.
pub(super) async fn write(
    State(platform): State<Arc<Platform>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let Some(refused) = response.extensions_mut().remove::<Refused>() else {
        return response;
    };
    let status = refused.status();
    let body = Refusal {
        code: refused.code,
        detail: refused.detail,
        head: refused.head,
        at: platform.now(),
    };
    (status, Json(body)).into_response()
}

impl From<StorageError> for Refused {
    fn from(error: StorageError) -> Self {
        tracing::error!("store: {error}");
        let detail = match error {
            StorageError::Busy => "busy",
            StorageError::Full => "full",
            _ => "store",
        };
        Self::busy(detail)
    }
}

impl From<PlatformError> for Refused {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::Storage(error) => error.into(),
            PlatformError::Wire(error) => error.into(),
            PlatformError::CaseUnknown(_) => Self::not_found("case"),
            PlatformError::IllegalStep { .. }
            | PlatformError::NotAReviewState(_)
            | PlatformError::NotHandled(_)
            | PlatformError::Days { .. }
            | PlatformError::ExtendedBefore(_)
            | PlatformError::NoProcedure(_)
            | PlatformError::AskedBefore(_)
            | PlatformError::NothingAsked(_)
            | PlatformError::NotListed { .. }
            | PlatformError::Lacking(_)
            | PlatformError::TextLength { .. } => Self::malformed(error.to_string()),
            other => {
                tracing::error!("{other}");
                Self::busy("platform")
            }
        }
    }
}

impl From<WireError> for Refused {
    fn from(error: WireError) -> Self {
        let code = match &error {
            WireError::TooLarge { .. } => RefusalCode::TooLarge,
            WireError::Signature(_) => RefusalCode::RequestNotSigned,
            _ => RefusalCode::Malformed,
        };
        Self::new(code, error.to_string())
    }
}
