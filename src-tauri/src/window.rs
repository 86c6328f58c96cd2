//! The clerk's window: local pages only, nothing of the browser's own.

use tauri::{App, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::resident;

/// Label of the clerk's window; its capability file carries the same name.
pub(crate) const WINDOW: &str = "window";

/// Opens it. Navigation away from the packed pages and every new window are refused.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("便民服务窗口终端")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .on_navigation(is_packed)
        .build()?
        .on_window_event({
            let app = app.handle().clone();
            move |event| {
                // Nobody is left at the counter: the residents' window goes as well.
                if let WindowEvent::Destroyed = event
                    && let Some(other) = app.get_webview_window(resident::RESIDENT)
                {
                    let _ = other.close();
                }
            }
        });
    Ok(())
}

/// Whether an address is one of the packed pages.
pub(crate) fn is_packed(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}
