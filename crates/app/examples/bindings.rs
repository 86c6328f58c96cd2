//! Writes `ui/src/ipc/bindings.ts`, or with `--check` fails when it differs.

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/bindings.ts");
    let fresh = yichuang_app::bindings::typescript();
    if std::env::args().any(|argument| argument == "--check") {
        let same = std::fs::read_to_string(&target).is_ok_and(|committed| committed == fresh);
        return if same {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    }
    match std::fs::write(&target, fresh) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
