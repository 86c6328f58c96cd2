//! From the resident's words to the department's answer, over the real desk and the real platform.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod archive;
mod characters;
mod clock;
mod decisions;
mod findings;
mod guides;
mod notices;
mod offline;
mod reporting;
mod signing;
mod workbench;
mod people;
