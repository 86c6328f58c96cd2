//! The use-cases of the terminal: one verb, one file, one function on [`Desk`], one transaction.
//!
//! Owns: who may do what, what a verb does in which order, the interface types ([`ipc`]), error
//! codes and the command table. Must not know: Tauri, HTTP, SQL, or any words a person reads on a
//! screen (words on paper are the documents', in `yichuang-print`).

mod archive;
#[cfg(feature = "bindings")]
pub mod bindings;
mod case;
mod catalogue;
mod chain;
mod clock;
mod commands;
mod delivery;
mod desk;
mod device;
mod draft;
mod enquiry;
mod guide;
mod host;
pub mod ipc;
mod journal;
mod mandate;
mod matter;
mod news;
mod notice;
mod operator;
mod paper;
mod person;
mod printing;
mod queue;
mod rating;
mod receipt;
mod report;
mod resident;
pub mod schema;
mod setup;
mod slip;
mod sync;
mod template;
mod visit;
mod words;
mod workbench;

pub use archive::{ArchiveCheck, ArchiveError, ArchiveProblem, check_archive};
pub use case::{FieldTable, IntakeFile, IntakeOutcome};
pub use catalogue::{CopyDifference, LintFinding};
pub use clock::{Clock, FixedClock, SystemClock};
pub use desk::{Changes, Desk};
pub use host::{Host, Program, default_assets, default_home};
pub use journal::{RebuildReport, VerifyReport};
pub use paper::reprint_reasons;
pub use receipt::{
    MAX_RECEIPT_INPUT, ReceiptCheck, ReceiptError, ReceiptText, check_receipt, read_root_key,
};
pub use report::incident;
pub use setup::{DemoOptions, SetupReport};
pub use sync::SyncOnce;
pub use template::{ListedTemplate, Preview, check_template, list_templates, preview_template};
