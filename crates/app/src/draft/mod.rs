//! The clerk's unfinished work: mutable, own, never sent.

mod content;
mod file_bytes;
pub(crate) mod files;
mod list;
mod open_draft;
mod problems;
mod proposal;
mod save_draft;
mod stored;
mod view;

pub(crate) use content::to_intake;
pub(crate) use list::summaries;
pub(crate) use problems::present;
pub(crate) use stored::Draft;
