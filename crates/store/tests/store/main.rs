//! The store through its public doors, one module a noun.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

mod case;
mod draft;
mod file;
mod home;
mod journal;
mod number;
mod operator;
mod outbox;
mod rebuild;
