//! From the resident's words to the department's answer, over the real desk and the real platform.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod aliases;
mod archive;
mod characters;
mod clock;
mod copies;
mod decisions;
mod demands;
mod editions;
mod findings;
mod guides;
mod hall;
mod notices;
mod offline;
mod people;
mod proposals;
mod reporting;
mod searching;
mod signing;
mod workbench;
