//! The clerk's window: local pages only, nothing of the browser's own.

use tauri::{App, WebviewUrl, WebviewWindowBuilder};

/// Label of the clerk's window; its capability file carries the same name.
pub(crate) const WINDOW: &str = "window";

/// Opens it. Navigation away from the packed pages and every new window are refused.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("便民服务窗口终端")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .build()
        .map(|_| ())
}
