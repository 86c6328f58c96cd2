//! The machine's word on one entry. Never the department's decision, which is progress.

use serde::{Deserialize, Serialize};

use crate::Hash;

/// What the platform makes of one stored entry. A newer verdict replaces the older.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Lawful and applied.
    Ok,
    /// Held until `missing` arrives; nothing for anybody to do.
    Waiting {
        /// What it waits for: an entry's hash or a file's SHA-256.
        missing: Hash,
    },
    /// A person has to act; the cure is a new entry.
    Attend {
        /// Why, from the closed list.
        reason: AttendReason,
        /// The form fields or materials it is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        fields: Vec<String>,
    },
    /// Another entry with the same base also moves the case.
    Conflict {
        /// That other entry.
        with: Hash,
    },
}

/// The closed list of reasons a clerk may be asked to act; each has a cure on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendReason {
    /// The kind or version of the entry is unknown to the platform.
    NotUnderstood,
    /// The payload is not what its kind promises.
    Unreadable,
    /// The author was not, or no longer, allowed to do this (F05).
    AuthorRevoked,
    /// The number was already given to another case (F22).
    NumberDoubled,
    /// The number does not belong to this terminal.
    NumberForeign,
    /// The matter is not in the platform's catalogue.
    MatterUnknown,
    /// The matter has been suspended.
    MatterSuspended,
    /// The department's list needs a field the entry lacks.
    FieldMissing,
    /// A lawful order of states was not kept.
    IllegalMove,
    /// The case looks like one already taken at another terminal (F11).
    ProbableDuplicate,
    /// A file of the case cannot be read.
    FileUnreadable,
}
