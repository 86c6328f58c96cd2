//! The store through its public doors, one module a noun.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

mod backup;
mod case;
mod catalogue;
mod counter;
mod delivery;
mod department;
mod disk_full;
mod draft;
mod feed_proof;
mod file;
mod home;
mod journal;
mod kill;
mod life;
mod migration;
mod number;
mod operator;
mod outbox;
mod person;
mod queue;
mod rebuild;
