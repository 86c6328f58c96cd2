//! What is planned, sent and taken in, against a slow model.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod convergence;
mod engine;
mod http;
mod model;
mod stories;
mod terminal;
