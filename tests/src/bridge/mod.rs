//! The loopback bridge: the same command table as the window's, over HTTP on 127.0.0.1, so that a
//! browser can drive the real desk. A test binary; no package contains it.

use std::{convert::Infallible, path::Path, sync::Arc};

use axum::{
    Json, Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
    routing::{get, post},
};
use data_encoding::BASE64;
use futures::{Stream, StreamExt as _, stream};
use serde::{Serialize, de::DeserializeOwned};
use tower_http::services::{ServeDir, ServeFile};
use yichuang_app::{
    Desk,
    ipc::{ApiError, ErrorCode},
    with_commands,
};

/// Largest upload the bridge takes, the window's own limit.
const MAX_UPLOAD: usize = 96 * 1024 * 1024;

struct Failed(ApiError);

impl From<ApiError> for Failed {
    fn from(error: ApiError) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, Json(self.0)).into_response()
    }
}

fn shape(reason: &str) -> ApiError {
    ApiError::new(ErrorCode::InputShape).with("reason", reason)
}

async fn on_desk<T: Send + 'static>(
    desk: Arc<Desk>,
    verb: impl FnOnce(&Desk) -> Result<T, ApiError> + Send + 'static,
) -> Result<T, Failed> {
    match tokio::task::spawn_blocking(move || verb(&desk)).await {
        Ok(result) => result.map_err(Failed),
        Err(panic) => Err(Failed(yichuang_app::incident(&panic))),
    }
}

async fn json<I: DeserializeOwned + Send + 'static, O: Serialize + Send + 'static>(
    desk: Arc<Desk>,
    body: Bytes,
    verb: impl FnOnce(&Desk, I) -> Result<O, ApiError> + Send + 'static,
) -> Result<Json<O>, Failed> {
    let input: I = serde_json::from_slice(&body).map_err(|e| shape(&e.to_string()))?;
    on_desk(desk, move |desk| verb(desk, input)).await.map(Json)
}

fn beside<I: DeserializeOwned>(headers: &HeaderMap) -> Result<I, ApiError> {
    let header = headers
        .get("yichuang-input")
        .ok_or_else(|| shape("no input header"))?;
    let text = BASE64
        .decode(header.as_bytes())
        .map_err(|_| shape("input header"))?;
    serde_json::from_slice(&text).map_err(|e| shape(&e.to_string()))
}

macro_rules! routes {
    (
        json { $($json:ident($json_in:ident) -> $json_out:ident;)* }
        bytes { $($bytes:ident($bytes_in:ident);)* }
        upload { $($upload:ident($upload_in:ident) -> $upload_out:ident;)* }
    ) => {
        fn commands() -> Router<Arc<Desk>> {
            Router::new()
            $(.route(concat!("/ipc/", stringify!($json)), post(
                |State(desk): State<Arc<Desk>>, body: Bytes| json(desk, body, |desk: &Desk, input| desk.$json(input)),
            )))*
            $(.route(concat!("/ipc/", stringify!($bytes)), post(
                |State(desk): State<Arc<Desk>>, body: Bytes| async move {
                    let input = serde_json::from_slice(&body).map_err(|e| shape(&e.to_string()))?;
                    let bytes = on_desk(desk, move |desk| desk.$bytes(input)).await?;
                    Ok::<_, Failed>(([(header::CONTENT_TYPE, "application/octet-stream")], bytes))
                },
            )))*
            $(.route(concat!("/ipc/", stringify!($upload)), post(
                |State(desk): State<Arc<Desk>>, headers: HeaderMap, body: Bytes| async move {
                    let input = beside(&headers)?;
                    on_desk(desk, move |desk| desk.$upload(input, &body)).await.map(Json)
                },
            )))*
        }
    };
}
with_commands!(routes);

async fn events(
    State(desk): State<Arc<Desk>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = stream::unfold(desk.changes(), |mut changes| async move {
        changes.next().await.map(|changed| (changed, changes))
    });
    Sse::new(changes.map(|changed| {
        let data = serde_json::to_string(&changed).unwrap_or_default();
        Ok(Event::default().event("changed").data(data))
    }))
}

/// The bridge over one desk, with the built face and the shipped fonts beside it.
pub fn router(desk: Arc<Desk>, face: &Path, assets: &Path) -> Router {
    let pages = ServeDir::new(face).fallback(ServeFile::new(face.join("index.html")));
    commands()
        .route("/ipc/events", get(events))
        .layer(axum::extract::DefaultBodyLimit::max(MAX_UPLOAD))
        .with_state(desk)
        .nest_service("/fonts", ServeDir::new(assets.join("fonts")))
        .fallback_service(pages)
}
