//! The loopback bridge: the same command table as the window's, over HTTP on 127.0.0.1, so that a
//! browser can drive the real desk. A test binary; no package contains it.

use std::{collections::BTreeSet, convert::Infallible, path::Path, sync::Arc};

use axum::{
    Json, Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
    routing::{MethodRouter, get, post},
};
use data_encoding::BASE64;
use futures::{Stream, StreamExt as _, stream};
use serde::{Serialize, de::DeserializeOwned};
use tower_http::services::{ServeDir, ServeFile};
use yichuang_app::{
    Desk,
    ipc::{ApiError, Changed, ChangedKind, ErrorCode},
    with_commands,
};

/// What the clerk's window may call.
const CLERK: &str = include_str!("../../../src-tauri/capabilities/window.json");
/// What the residents' window may call.
const RESIDENT: &str = include_str!("../../../src-tauri/capabilities/resident.json");
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
        fn every_command() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
            vec![
            $((stringify!($json), post(
                |State(desk): State<Arc<Desk>>, body: Bytes| json(desk, body, |desk: &Desk, input| desk.$json(input)),
            )),)*
            $((stringify!($bytes), post(
                |State(desk): State<Arc<Desk>>, body: Bytes| async move {
                    let input = serde_json::from_slice(&body).map_err(|e| shape(&e.to_string()))?;
                    let bytes = on_desk(desk, move |desk| desk.$bytes(input)).await?;
                    Ok::<_, Failed>(([(header::CONTENT_TYPE, "application/octet-stream")], bytes))
                },
            )),)*
            $((stringify!($upload), post(
                |State(desk): State<Arc<Desk>>, headers: HeaderMap, body: Bytes| async move {
                    let input = beside(&headers)?;
                    on_desk(desk, move |desk| desk.$upload(input, &body)).await.map(Json)
                },
            )),)*
            ]
        }
    };
}
with_commands!(routes);

/// The commands a window may call, and not one more: what its capability file in the shell allows.
fn commands_of(capability: &str) -> Router<Arc<Desk>> {
    let may = may_call(capability);
    let allowed = every_command()
        .into_iter()
        .filter(|(name, _)| may.contains(*name));
    allowed
        .fold(Router::new(), |router, (name, verb)| {
            router.route(&format!("/{name}"), verb)
        })
        .route(
            "/{name}",
            post(|| async { (StatusCode::FORBIDDEN, "not allowed for this window") }),
        )
}

/// The names behind `allow-…` in a capability file.
fn may_call(capability: &str) -> BTreeSet<String> {
    let file: serde_json::Value = serde_json::from_str(capability).unwrap_or_default();
    let permissions = file["permissions"].as_array().into_iter().flatten();
    permissions
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect()
}

/// A page that shows the residents' screen, for as long as it listens.
struct Watching(Arc<Desk>);

impl Watching {
    fn begin(desk: &Arc<Desk>) -> Self {
        desk.resident_window_opened();
        Self(Arc::clone(desk))
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.0.resident_window_closed();
    }
}

/// What the residents' window hears: that its screen changed, and nothing else.
async fn resident_events(
    State(desk): State<Arc<Desk>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let watching = (desk.changes(), Watching::begin(&desk));
    let changes = stream::unfold(watching, |(mut changes, watching)| async move {
        loop {
            let changed = changes.next().await?;
            if changed.kind == ChangedKind::Resident {
                return Some((changed, (changes, watching)));
            }
        }
    });
    Sse::new(changes.map(told))
}

fn told(changed: Changed) -> Result<Event, Infallible> {
    let data = serde_json::to_string(&changed).unwrap_or_default();
    Ok(Event::default().event("changed").data(data))
}

async fn events(
    State(desk): State<Arc<Desk>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = stream::unfold(desk.changes(), |mut changes| async move {
        changes.next().await.map(|changed| (changed, changes))
    });
    Sse::new(changes.map(told))
}

/// The bridge over one desk, with the built face and the shipped fonts beside it. The two windows
/// have an address of their own each, and each may call what its capability file says.
pub fn router(desk: Arc<Desk>, face: &Path, assets: &Path) -> Router {
    let pages = ServeDir::new(face).fallback(ServeFile::new(face.join("index.html")));
    let clerk = commands_of(CLERK).route("/events", get(events));
    let resident = commands_of(RESIDENT).route("/events", get(resident_events));
    Router::new()
        .nest("/ipc", clerk)
        .nest("/resident/ipc", resident)
        .layer(axum::extract::DefaultBodyLimit::max(MAX_UPLOAD))
        .with_state(desk)
        .nest_service("/fonts", ServeDir::new(assets.join("fonts")))
        .fallback_service(pages)
}
