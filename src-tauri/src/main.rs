//! The shell of the terminal: one binary, its windows, their capabilities, the start-up order.
//!
//! Owns nothing but that. Every verb is [`yichuang_app::Desk`]'s; this program carries calls from
//! the window to it and the one event `changed` back. It must not know SQL, HTTP or any rule.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod fonts;
mod handlers;
mod resident;
mod window;

use std::sync::Arc;

use tauri::{Emitter as _, Manager as _};
use yichuang_app::{Desk, Host, ipc::ChangedKind};

fn main() -> std::process::ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return std::process::ExitCode::from(2);
        }
    };
    let faces = fonts::protocol(arguments.assets.clone());
    let desk = Arc::new(Desk::open(Host::window(arguments.home, arguments.assets)));
    let built = tauri::Builder::default()
        .manage(desk)
        .invoke_handler(handlers::all())
        .register_asynchronous_uri_scheme_protocol(fonts::SCHEME, faces)
        .setup(|app| {
            window::open(app)?;
            resident::watch_displays(app.handle().clone());
            tell_changes(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|handle, event| {
                if let tauri::RunEvent::Exit = event {
                    handle.state::<Arc<Desk>>().close();
                }
            });
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the window could not be opened: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Passes the desk's one event on to the clerk's window, and of it to the residents' what is about
/// their screen; keeps sync and the print queue running for as long as the program runs.
fn tell_changes(app: tauri::AppHandle) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    let mut changes = desk.changes();
    let checked = Arc::clone(&desk);
    tauri::async_runtime::spawn_blocking(move || checked.check_data());
    let printing = Arc::clone(&desk);
    std::thread::spawn(move || printing.keep_printing());
    tauri::async_runtime::spawn(async move { desk.keep_syncing().await });
    tauri::async_runtime::spawn(async move {
        while let Some(changed) = changes.next().await {
            if changed.kind == ChangedKind::Resident {
                resident::follow(&app);
                let _ = app.emit_to(resident::RESIDENT, resident::EVENT, &changed);
            }
            // A window that is just closing has nobody left to tell.
            let _ = app.emit_to(window::WINDOW, "changed", changed);
        }
    });
}
