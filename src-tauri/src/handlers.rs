//! One Tauri command for every line of the command table.
//!
//! Each runs on a blocking thread, so no command ever holds up another; a panic becomes an error
//! with an incident number instead of a promise that never settles.

use std::sync::Arc;

use data_encoding::BASE64;
use tauri::{
    State,
    ipc::{InvokeBody, Request, Response},
};
use yichuang_app::{
    Desk,
    ipc::{ApiError, ErrorCode},
    with_commands,
};

/// The header that carries the JSON input of an upload, base64 of UTF-8.
const INPUT_HEADER: &str = "yichuang-input";

async fn on_desk<T: Send + 'static>(
    desk: State<'_, Arc<Desk>>,
    verb: impl FnOnce(&Desk) -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    let desk = Arc::clone(&desk);
    match tauri::async_runtime::spawn_blocking(move || verb(&desk)).await {
        Ok(result) => result,
        Err(panic) => Err(yichuang_app::incident(&panic)),
    }
}

fn upload_input<T: serde::de::DeserializeOwned>(
    request: &Request<'_>,
) -> Result<(T, Vec<u8>), ApiError> {
    let shape = |reason: &str| ApiError::new(ErrorCode::InputShape).with("reason", reason);
    let header = request
        .headers()
        .get(INPUT_HEADER)
        .ok_or_else(|| shape("no input header"))?;
    let json = BASE64
        .decode(header.as_bytes())
        .map_err(|_| shape("input header"))?;
    let input = serde_json::from_slice(&json).map_err(|_| shape("input header"))?;
    match request.body() {
        InvokeBody::Raw(bytes) => Ok((input, bytes.clone())),
        InvokeBody::Json(_) => Err(shape("body")),
    }
}

macro_rules! tauri_commands {
    (
        json { $($json:ident($json_in:ident) -> $json_out:ident;)* }
        bytes { $($bytes:ident($bytes_in:ident);)* }
        upload { $($upload:ident($upload_in:ident) -> $upload_out:ident;)* }
    ) => {
        mod verbs {
            use super::*;
            $(
                #[tauri::command]
                pub(super) async fn $json(
                    desk: State<'_, Arc<Desk>>,
                    input: yichuang_app::ipc::$json_in,
                ) -> Result<yichuang_app::ipc::$json_out, ApiError> {
                    on_desk(desk, move |desk| desk.$json(input)).await
                }
            )*
            $(
                #[tauri::command]
                pub(super) async fn $bytes(
                    desk: State<'_, Arc<Desk>>,
                    input: yichuang_app::ipc::$bytes_in,
                ) -> Result<Response, ApiError> {
                    on_desk(desk, move |desk| desk.$bytes(input)).await.map(Response::new)
                }
            )*
            $(
                #[tauri::command]
                pub(super) async fn $upload(
                    desk: State<'_, Arc<Desk>>,
                    request: Request<'_>,
                ) -> Result<yichuang_app::ipc::$upload_out, ApiError> {
                    let (input, bytes): (yichuang_app::ipc::$upload_in, _) = upload_input(&request)?;
                    on_desk(desk, move |desk| desk.$upload(input, &bytes)).await
                }
            )*
        }

        /// Every command of the table.
        pub(crate) fn all() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(verbs::$json,)* $(verbs::$bytes,)* $(verbs::$upload,)*]
        }
    };
}
with_commands!(tauri_commands);
