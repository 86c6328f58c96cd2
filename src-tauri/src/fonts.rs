//! The faces the window draws with, under a scheme of their own, so that 60 MB of outlines are
//! neither packed into the page nor dependent on what the machine has installed.
//!
//! Owns which files of `assets/fonts` a window may ask for. Must not know homes, the desk or any
//! command: nothing but these files can be reached this way.

use std::path::{Path, PathBuf};

use tauri::{
    Runtime, UriSchemeContext, UriSchemeResponder,
    http::{HeaderValue, Method, Request, Response, StatusCode, header},
};

/// The scheme: `fonts://localhost/NAME`, on Windows `http://fonts.localhost/NAME`.
pub(crate) const SCHEME: &str = "fonts";

/// Every file that is served. A request is compared with these names and never becomes a path.
const SERVED: [&str; 4] = [
    "serif-Bold.ttf",
    "sc-Regular.ttf",
    "serif-Regular.ttf",
    "rare.ttf",
];

/// The protocol over the fonts of one assets folder. Files are read away from the main thread.
pub(crate) fn protocol<R: Runtime>(
    assets: PathBuf,
) -> impl Fn(UriSchemeContext<'_, R>, Request<Vec<u8>>, UriSchemeResponder) + Send + Sync + 'static
{
    let folder = assets.join("fonts");
    move |_context, request, responder| {
        let folder = folder.clone();
        tauri::async_runtime::spawn_blocking(move || {
            responder.respond(answer(&folder, request.method(), request.uri().path()));
        });
    }
}

fn answer(folder: &Path, method: &Method, path: &str) -> Response<Vec<u8>> {
    if method != Method::GET {
        return refusal(StatusCode::METHOD_NOT_ALLOWED);
    }
    let asked = path.strip_prefix('/');
    let Some(name) = SERVED.into_iter().find(|name| asked == Some(*name)) else {
        return refusal(StatusCode::NOT_FOUND);
    };
    let Ok(face) = std::fs::read(folder.join(name)) else {
        return refusal(StatusCode::NOT_FOUND);
    };
    let mut response = Response::new(face);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("font/ttf"));
    // Engines fetch fonts with CORS, and this scheme is another origin than the page's, which has
    // a different name on each system. The faces are public; no other origin is ever shown.
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    response
}

fn refusal(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use super::*;

    fn shipped() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts")
    }

    fn get(path: &str) -> Response<Vec<u8>> {
        answer(&shipped(), &Method::GET, path)
    }

    #[test]
    fn every_named_face_ships_and_is_served_as_a_font_to_the_page() {
        for name in SERVED {
            let response = get(&format!("/{name}"));
            assert_eq!(response.status(), StatusCode::OK, "{name}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], "font/ttf");
            assert_eq!(response.headers()[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
            assert_eq!(response.body()[..4], [0, 1, 0, 0], "{name} is TrueType");
        }
    }

    #[test]
    fn nothing_else_can_be_reached() {
        let others = [
            "",
            "/",
            "serif-Bold.ttf",
            "/README.md",
            "/sc-Bold.ttf",
            "//rare.ttf",
            "/./rare.ttf",
            "/../fonts/rare.ttf",
            "/../catalogue/regions.json",
            "/%2e%2e/fonts/rare.ttf",
            "/rare.ttf/",
            "/rare.ttf\0",
            "/etc/passwd",
        ];
        for path in others {
            let response = get(path);
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path:?}");
            assert!(response.body().is_empty(), "{path:?}");
        }
    }

    #[test]
    fn a_face_is_only_read() {
        let response = answer(&shipped(), &Method::POST, "/rare.ttf");
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    }

    #[test]
    fn a_missing_face_is_not_found() {
        let response = answer(Path::new("no-such-folder"), &Method::GET, "/rare.ttf");
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }
}
