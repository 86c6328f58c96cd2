//! The two calls that need no signature: the probe and the claim of an enrolled code.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{
        Query, State,
        rejection::{BytesRejection, QueryRejection},
    },
    http::HeaderMap,
};
use serde::Deserialize;
use yichuang_wire::{
    Certificate, ProbeAnswer, Purpose, Signed,
    protocol::{EnrolRequest, RefusalCode, VERSION},
    sha256,
};

use super::{
    off_loop,
    refusal::Refused,
    signed::{OLDEST_VERSION, check_version},
};
use crate::{
    Platform,
    storage::{Claim, Claimed},
};

const MAX_NONCE: usize = 128;

#[derive(Deserialize)]
pub(super) struct ProbeQuery {
    nonce: String,
}

/// Proves that the platform itself answers. Served to every version, so that an old terminal
/// learns that it is too old.
pub(super) async fn probe(
    State(platform): State<Arc<Platform>>,
    query: Result<Query<ProbeQuery>, QueryRejection>,
) -> Result<Json<Signed>, Refused> {
    let nonce = query.map(|Query(query)| query.nonce).unwrap_or_default();
    if nonce.is_empty() || nonce.len() > MAX_NONCE {
        return Err(Refused::malformed("nonce must have 1 to 128 bytes"));
    }
    off_loop(move || {
        let answer = ProbeAnswer {
            nonce,
            at: platform.now(),
            platform_epoch: platform.storage.platform_epoch()?,
            oldest: OLDEST_VERSION,
            newest: VERSION,
        };
        Ok(Json(Signed::seal(&platform.root, Purpose::Probe, &answer)?))
    })
    .await
}

/// Claims a code with this machine's keys.
pub(super) async fn claim(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Signed>, Refused> {
    check_version(&headers)?;
    let body = body.map_err(|_| Refused::new(RefusalCode::TooLarge, "body"))?;
    off_loop(move || {
        let request: EnrolRequest = serde_json::from_slice(&body)
            .map_err(|e| Refused::malformed(format!("column {}", e.column())))?;
        let at = platform.now();
        let certificate = Certificate {
            terminal: request.terminal.clone(),
            signing: request.signing,
            encryption: request.encryption,
            issued_at: at,
            receipt: None,
        };
        let claimed = platform.storage.claim(&Claim {
            terminal: request.terminal,
            token: sha256(request.token.as_bytes()),
            signing: request.signing,
            encryption: request.encryption,
            certificate: Signed::seal(&platform.root, Purpose::Certificate, &certificate)?,
            at,
        })?;
        match claimed {
            Claimed::Certified(certificate) => Ok(Json(platform.with_receipts(&certificate, at)?)),
            Claimed::Refused => Err(Refused::new(RefusalCode::TokenSpent, "token")),
        }
    })
    .await
}
