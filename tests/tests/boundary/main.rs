//! What holds at the edges of the program: the interface, the files people write, what is never
//! told to a log or left readable on a disk, what is never packed.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod interface;
mod packages;
mod schemas;
mod secrets;
mod tickets;

use std::path::PathBuf;

/// The top of the repository.
fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &str) -> String {
    std::fs::read_to_string(repository().join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}
