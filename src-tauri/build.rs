//! Names every command to Tauri, so that each window may call only what its capability lists.

#[path = "../crates/app/src/commands.rs"]
#[macro_use]
mod commands;

macro_rules! names {
    (
        json { $($json:ident($json_in:ident) -> $json_out:ident;)* }
        bytes { $($bytes:ident($bytes_in:ident);)* }
        upload { $($upload:ident($upload_in:ident) -> $upload_out:ident;)* }
    ) => {
        const NAMES: &[&str] = &[$(stringify!($json),)* $(stringify!($bytes),)* $(stringify!($upload),)*];
    };
}
with_commands!(names);

fn main() {
    println!("cargo:rerun-if-changed=../crates/app/src/commands.rs");
    let manifest = tauri_build::AppManifest::new().commands(NAMES);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
