//! What people at a point call a matter (俗称). Words only.

use serde::{Deserialize, Serialize};
use yichuang_domain::MatterCode;

/// A point says what people call a matter. The same words again change nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasAdded {
    /// The matter.
    pub matter: MatterCode,
    /// The words, as typed, at most 20 characters.
    pub text: String,
}

/// A point takes such words back. Those the catalogue brings stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasRemoved {
    /// The matter.
    pub matter: MatterCode,
    /// The words.
    pub text: String,
}
