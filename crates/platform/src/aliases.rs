//! What points say people call a matter (俗称), and what they took back, for whoever keeps the words.

use chrono::{DateTime, Utc};
use serde::Serialize;
use yichuang_domain::MatterCode;
use yichuang_wire::{
    Header,
    payload::{AliasAdded, AliasRemoved, Payload},
};

use crate::{Platform, PlatformError};

/// Entries read at once of each kind.
const MOST: usize = 1_000;

/// What a terminal said about one matter's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AliasChange {
    /// The journal it came in, `t:` and the terminal's code.
    pub journal: String,
    /// When, by the terminal's clock.
    pub at: DateTime<Utc>,
    /// Added, or taken back.
    pub added: bool,
    /// The matter.
    pub matter: MatterCode,
    /// The words.
    pub text: String,
}

impl Platform {
    /// The newest changes, newest first, at most 1,000. One that cannot be read is left out.
    ///
    /// # Errors
    /// [`PlatformError::Storage`].
    pub fn aliases(&self) -> Result<Vec<AliasChange>, PlatformError> {
        let mut changes = Vec::new();
        for kind in ["alias_added", "alias_removed"] {
            for (journal, entry) in self.storage.newest_of_kind(kind, MOST)? {
                let change = entry
                    .payload()
                    .and_then(|payload| Payload::parse(kind, payload).ok())
                    .and_then(|payload| {
                        let header = Header::parse(entry.header_bytes()).ok()?;
                        change(journal.to_string(), &header, payload)
                    });
                changes.extend(change);
            }
        }
        // By the clock first; two of one moment in the order they were written in.
        changes.sort_by_key(|(at, seq, _)| std::cmp::Reverse((*at, *seq)));
        changes.truncate(MOST);
        Ok(changes.into_iter().map(|(_, _, change)| change).collect())
    }
}

fn change(
    journal: String,
    header: &Header,
    payload: Payload,
) -> Option<(DateTime<Utc>, u64, AliasChange)> {
    let (added, matter, text) = match payload {
        Payload::AliasAdded(AliasAdded { matter, text }) => (true, matter, text),
        Payload::AliasRemoved(AliasRemoved { matter, text }) => (false, matter, text),
        _ => return None,
    };
    let change = AliasChange {
        journal,
        at: header.at,
        added,
        matter,
        text,
    };
    Some((header.at, header.seq, change))
}
