//! Stable codes of catalogue problems.

/// The file or element has too many bytes.
pub const TOO_LARGE: &str = "CAT-001";
/// Not JSON, a missing or unknown field, or a word outside its closed set.
pub const NOT_READABLE: &str = "CAT-002";
/// A text that must not be empty is.
pub const EMPTY: &str = "CAT-003";
/// A text is too long.
pub const TOO_LONG: &str = "CAT-004";
/// A control or direction-changing character.
pub const FORBIDDEN_CHARACTER: &str = "CAT-005";
/// Too many entries.
pub const TOO_MANY: &str = "CAT-006";
/// The same identifier twice.
pub const DUPLICATE: &str = "CAT-007";
/// An identifier or code of the wrong form.
pub const BAD_CODE: &str = "CAT-008";
/// A reference to something that is not there.
pub const DANGLING: &str = "CAT-009";
/// A limit that contradicts itself: 即时 with days, days without a value.
pub const LIMIT: &str = "CAT-010";
/// Options where none belong, or an enumeration without any.
pub const OPTIONS: &str = "CAT-011";
/// An effect the material or matter does not permit.
pub const EFFECT: &str = "CAT-012";
/// A question whose default ends the matter, or whose condition is not an earlier one.
pub const QUESTION: &str = "CAT-013";
/// A date outside its year or a contradictory calendar.
pub const CALENDAR: &str = "CAT-014";
/// A chain whose order or dependencies do not work.
pub const CHAIN: &str = "CAT-015";
/// Situation and necessity of a material contradict each other.
pub const SITUATION: &str = "CAT-016";
/// Fee fields that contradict each other.
pub const FEE: &str = "CAT-017";
/// A field's condition that no earlier field can fulfil.
pub const CONDITION: &str = "CAT-018";
/// A basis and the day by which one is still to come.
pub const BASIS: &str = "CAT-019";
