//! The central platform's receiving side.
//!
//! Owns: enrolment, the HTTP protocol's answering end, the stored journals of every terminal, the
//! verdict on each entry, the feed each terminal reads, files at rest, catalogue packs and the
//! departments' queues. Transport stores and answers; judgement happens afterwards, elsewhere, and
//! speaks through the feed.
//!
//! Must not know: anything of a terminal but its wire bytes. The database is behind
//! [`storage::Storage`], so that a PostgreSQL implementation can stand beside the embedded one.

mod aliases;
mod asked;
mod catalogue;
mod config;
mod demo;
mod enrolment;
mod error;
mod http;
pub mod judge;
mod key;
mod platform;
mod printed;
mod review;
mod server;
mod sqlite;
pub mod storage;
mod vault;
mod verify;

pub use aliases::AliasChange;
pub use asked::Asked;
pub use config::{Clock, Config};
pub use enrolment::{EnrolmentOrder, point_identity};
pub use error::PlatformError;
pub use platform::Platform;
pub use review::{
    AnswerRequest, AskMore, BeginProcedure, EndProcedure, ExtendLimit, IssueResult, IssuedDocument,
    OpenRequest, ReviewStep, ReviewedCase,
};
pub use server::Running;
pub use verify::VerifyReport;
