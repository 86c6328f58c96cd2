//! The protocol's answering end: routes, who may call, and refusals in the protocol's words.
//!
//! Handlers check signatures, call one storage method, and sign what was stored. They never read
//! a payload.

mod enrol;
mod feed;
mod files;
mod journals;
mod packs;
mod refusal;
mod review;
mod signed;

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef},
    middleware,
    routing::{get, patch, post},
};

use crate::Platform;
use refusal::Refused;

/// What handlers share.
#[derive(Clone)]
pub(crate) struct Desk {
    platform: Arc<Platform>,
    uploads: files::UnderWay,
}

impl FromRef<Desk> for Arc<Platform> {
    fn from_ref(desk: &Desk) -> Self {
        desk.platform.clone()
    }
}

/// All routes over one platform.
pub(crate) fn router(platform: Arc<Platform>) -> Router {
    let desk = Desk {
        platform,
        uploads: files::UnderWay::default(),
    };
    Router::new()
        .route("/v1/probe", get(enrol::probe))
        .route("/v1/terminals", post(enrol::claim))
        .route("/v1/journals/{journal}/heads", get(journals::heads))
        .route("/v1/journals/{journal}/entries", post(journals::entries))
        .route("/v1/feed", get(feed::page))
        .route("/v1/files", post(files::create).options(files::options))
        .route(
            "/v1/files/{id}",
            patch(files::append)
                .head(files::offset)
                .options(files::options),
        )
        .route("/v1/files/{id}/receipt", get(files::receipt))
        .route("/v1/packs/latest", get(packs::latest))
        .route("/v1/packs/blobs/{sha256}", get(packs::blob))
        .nest("/review", review::router())
        .fallback(|| async { Refused::not_found("path") })
        .layer(DefaultBodyLimit::max(signed::SMALL_BODY))
        .layer(middleware::from_fn_with_state(desk.clone(), refusal::write))
        .with_state(desk)
}

/// Runs blocking work off the event loop.
async fn off_loop<T, F>(work: F) -> Result<T, Refused>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, Refused> + Send + 'static,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(e) => {
            tracing::error!("a call failed inside: {e}");
            Err(Refused::busy("internal"))
        }
    }
}
