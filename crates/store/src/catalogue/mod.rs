//! The catalogue in force: matters, questions, sayings, chains, points, regions, calendar.
//!
//! Owns: installing a signed pack as a whole or not at all, keeping old versions of a matter as
//! long as a case was taken under them, and reading what is in force. Items are kept as the exact
//! bytes that were published and parsed as hostile each time they change.
//! Must not know: where a pack came from.

mod copies;
mod edition;
mod face;
mod install;
mod read;

pub use edition::Edition;
pub use install::{CatalogueChange, PackOutcome};
pub use read::{ListedMatter, PackInForce};

use yichuang_wire::PackKind;

/// The code of an item that exists once in a pack.
#[must_use]
pub fn single_item_code(kind: PackKind) -> &'static str {
    kind_word(kind)
}

/// The word a kind is kept under.
pub(crate) fn kind_word(kind: PackKind) -> &'static str {
    match kind {
        PackKind::Matter => "matter",
        PackKind::Questions => "questions",
        PackKind::Aliases => "aliases",
        PackKind::Chain => "chain",
        PackKind::Proofs => "proofs",
        PackKind::Regions => "regions",
        PackKind::Points => "points",
        PackKind::Calendar => "calendar",
    }
}
