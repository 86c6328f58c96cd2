//! What the platform has to tell a terminal, a page at a time.

use axum::{
    extract::{Query, State, rejection::QueryRejection},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use yichuang_wire::{Batch, FeedPosition, JournalName, protocol::BATCH_TYPE};

use super::{Desk, off_loop, refusal::Refused, signed::SignedCall};

/// Entries in one page.
const PAGE: usize = 200;

#[derive(Deserialize)]
pub(super) struct Cursor {
    epoch: u32,
    after: u64,
}

/// The next page of the caller's feed.
pub(super) async fn page(
    State(desk): State<Desk>,
    cursor: Result<Query<Cursor>, QueryRejection>,
    call: SignedCall,
) -> Result<Response, Refused> {
    let Query(Cursor { epoch, after }) =
        cursor.map_err(|_| Refused::malformed("epoch and after"))?;
    let platform = desk.platform;
    off_loop(move || {
        let journal = JournalName::Feed(call.terminal.code);
        let Some((head, entries)) =
            platform
                .storage
                .page(&journal, FeedPosition { epoch, seq: after }, PAGE)?
        else {
            return Ok(StatusCode::NO_CONTENT.into_response());
        };
        let batch = Batch::sign(&platform.root, head, entries)?;
        Ok(([(CONTENT_TYPE, BATCH_TYPE)], batch.to_bytes()?).into_response())
    })
    .await
}
