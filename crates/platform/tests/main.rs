//! The platform as terminals and reviewers meet it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod catalogue;
mod chains;
mod contention;
mod counter;
mod department;
mod files;
mod given_back;
mod given_back_life;
mod life;
mod process;
mod restore;
mod transport;
mod verdicts;
