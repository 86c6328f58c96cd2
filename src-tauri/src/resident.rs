//! The residents' window (群众屏): on a second display it fills it, else a clerk opens it as a window.
//!
//! Owns where it stands and that it goes with its display. What it shows and who may see it open is
//! the desk's; what it may call is its capability file's, and that is next to nothing.

use std::{sync::Arc, time::Duration};

use tauri::{
    AppHandle, LogicalSize, Manager as _, Monitor, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};
use yichuang_app::Desk;

use crate::window::{WINDOW, is_packed};

/// Label of the residents' window; its capability file carries the same name.
pub(crate) const RESIDENT: &str = "resident";
/// The event it listens to: that its screen changed. Of anything else it hears nothing.
pub(crate) const EVENT: &str = "resident";

const PAGE: &str = "resident.html";
/// How often displays are counted: one is plugged in or out a few times a day.
const LOOK_EVERY: Duration = Duration::from_secs(2);
const SIZE: LogicalSize<f64> = LogicalSize::new(1024.0, 600.0);

/// Opens or closes the window as the desk wants it.
pub(crate) fn follow(app: &AppHandle) {
    let wanted = app.state::<Arc<Desk>>().resident_window_wanted();
    match (wanted, app.get_webview_window(RESIDENT)) {
        (true, None) => {
            if let Err(error) = open(app) {
                eprintln!("the residents' window could not be opened: {error}");
                app.state::<Arc<Desk>>().want_resident_window(false);
            }
        }
        (false, Some(window)) => {
            let _ = window.close();
        }
        (true, Some(_)) | (false, None) => {}
    }
}

/// Opens the window on a second display that is there or comes, and closes it when that is gone.
pub(crate) fn watch_displays(app: AppHandle) {
    std::thread::spawn(move || {
        let mut had_second = false;
        loop {
            let has_second = second_display(&app).is_some();
            if has_second != had_second {
                had_second = has_second;
                app.state::<Arc<Desk>>().want_resident_window(has_second);
            }
            std::thread::sleep(LOOK_EVERY);
        }
    });
}

fn open(app: &AppHandle) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(app, RESIDENT, WebviewUrl::App(PAGE.into()))
        .title("群众屏")
        .inner_size(SIZE.width, SIZE.height)
        .focused(false)
        .on_navigation(is_packed);
    if let Some(display) = second_display(app) {
        let corner = display.position().to_logical(display.scale_factor());
        let corner: tauri::LogicalPosition<f64> = corner;
        builder = builder
            .position(corner.x, corner.y)
            .decorations(false)
            .fullscreen(true);
    }
    let window = builder.build()?;
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    desk.resident_window_opened();
    window.on_window_event(move |event| {
        if let WindowEvent::Destroyed = event {
            desk.resident_window_closed();
        }
    });
    Ok(())
}

/// A display the clerk's window does not stand on.
fn second_display(app: &AppHandle) -> Option<Monitor> {
    let displays = app.available_monitors().ok()?;
    if displays.len() < 2 {
        return None;
    }
    let clerks = app
        .get_webview_window(WINDOW)?
        .current_monitor()
        .ok()
        .flatten()?;
    let other = |display: &Monitor| display.position() != clerks.position();
    displays.into_iter().find(other)
}
