//! The catalogue in force and its items.

use axum::{
    Json,
    extract::{Path, State},
    http::header::CONTENT_TYPE,
    response::IntoResponse,
};
use yichuang_wire::{Hash, Signed};

use super::{Desk, off_loop, refusal::Refused, signed::SignedCall};

/// The signed manifest in force.
pub(super) async fn latest(
    State(desk): State<Desk>,
    _call: SignedCall,
) -> Result<Json<Signed>, Refused> {
    let platform = desk.platform;
    off_loop(move || {
        platform
            .storage
            .latest_manifest()?
            .map(Json)
            .ok_or_else(|| Refused::not_found("pack"))
    })
    .await
}

/// One item's bytes.
pub(super) async fn blob(
    State(desk): State<Desk>,
    Path(sha256): Path<String>,
    _call: SignedCall,
) -> Result<impl IntoResponse, Refused> {
    let sha256: Hash = sha256
        .parse()
        .map_err(|_| Refused::malformed("a hash is 64 hex digits"))?;
    let platform = desk.platform;
    off_loop(move || {
        let bytes = platform
            .storage
            .pack_blob(&sha256)?
            .ok_or_else(|| Refused::not_found("item"))?;
        Ok(([(CONTENT_TYPE, "application/json")], bytes))
    })
    .await
}
