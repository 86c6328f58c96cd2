//! The engine by itself: what it plans, given what it knows.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod files;
mod given_back;
mod scene;
mod steps;
