//! The shipped faces: where they are, which character each draws.
//!
//! Owns the font files and the order in which they are asked. Knows nothing of
//! documents or pages.

mod clean;
mod set;

pub use clean::printable;
pub(crate) use set::{FaceId, Resolver};
pub use set::{FontSet, Typeface, coverage};
