//! The catalogue: what is in force, taking packs in, authoring, linting.

mod authoring;
mod chain;
mod compare;
mod folder;
mod import;
mod in_force;
mod lint;

pub(crate) use chain::{ChainAsked, ChainChild, as_it_was, asked_as_one};
pub use compare::CopyDifference;
pub(crate) use in_force::{CatalogueMatter, as_received, calendar, in_force, pinned};
pub use lint::LintFinding;
