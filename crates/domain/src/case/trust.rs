//! How far a page of a material can be trusted (可信等级, 国办函〔2016〕108号).

use super::intake::HandIn;
use crate::closed::coded_set;

coded_set!(
    /// The four levels.
    TrustLevel {
        /// Issued by an authority, with its electronic seal.
        Issued = "a", "A 级";
        /// Compared with the original by a clerk at the window; may be used again.
        Compared = "b", "B 级";
        /// Uploaded by the person; the original is still to be seen.
        Uploaded = "c", "C 级";
        /// Made by the person.
        OwnMade = "d", "D 级";
    }
);

/// The level of pages taken at a window; none for a way that leaves no page of an original.
#[must_use]
pub const fn level_at_window(how: HandIn) -> Option<TrustLevel> {
    match how {
        HandIn::Captured | HandIn::CopyTaken => Some(TrustLevel::Compared),
        _ => None,
    }
}
