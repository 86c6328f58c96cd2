//! Bytes that outlive the program.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod journal;
mod printed;
