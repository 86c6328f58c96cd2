//! How every catalogue file is read: as hostile, with bounds and named problems.
//!
//! Owns the problem type, its codes, and the checks all files share. What a matter, a
//! question or a chain must satisfy is said where they live. Knows no file system and no
//! signatures; digests are taken over the exact bytes by the caller.

pub mod codes;
mod inspection;

pub(crate) use inspection::{Inspection, decode};

use serde::Serialize;
use serde_json::value::RawValue;

/// One reason a catalogue file is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{code} {section}: {text}")]
pub struct CatalogueProblem {
    /// Stable code, see [`codes`].
    pub code: &'static str,
    /// Where, such as `materials[3].name`.
    pub section: String,
    /// What, in Chinese, for the person who maintains the catalogue.
    pub text: String,
}

/// The most bytes one catalogue array may have.
pub const MAX_ARRAY_BYTES: usize = 64 * 1024 * 1024;

/// Splits a catalogue array into its elements, each the exact text that was published, so
/// that one bad element does not spoil the others and digests are over the original bytes.
///
/// # Errors
/// When the text is too long, is no JSON array, or has more than `max` elements.
pub fn elements(json: &[u8], max: usize) -> Result<Vec<&str>, CatalogueProblem> {
    if json.len() > MAX_ARRAY_BYTES {
        return Err(inspection::too_large(MAX_ARRAY_BYTES));
    }
    let raw: Vec<&RawValue> =
        serde_json::from_slice(json).map_err(|error| inspection::not_readable(&error))?;
    let mut inspection = Inspection::new();
    inspection.count("", raw.len(), max);
    match inspection.first_problem() {
        Some(problem) => Err(problem),
        None => Ok(raw.into_iter().map(RawValue::get).collect()),
    }
}
