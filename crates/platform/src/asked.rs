//! What residents asked for and no catalogue answered to (群众问什么), for whoever keeps the words.

use chrono::{DateTime, Utc};
use serde::Serialize;
use yichuang_wire::{
    Header,
    payload::{AskedFor, Payload},
};

use crate::{Platform, PlatformError};

const KIND: &str = "asked_for";
/// Notes read at once.
const MOST: usize = 1_000;

/// One note of a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The journal it came in, `t:` and the terminal's code.
    pub journal: String,
    /// When it was written down, by the terminal's clock.
    pub at: DateTime<Utc>,
    /// The resident's words.
    pub text: String,
}

impl Platform {
    /// The newest notes, newest first, at most 1,000. One that cannot be read is left out.
    ///
    /// # Errors
    /// [`PlatformError::Storage`].
    pub fn asked(&self) -> Result<Vec<Asked>, PlatformError> {
        let entries = self.storage.newest_of_kind(KIND, MOST)?;
        let note = |(journal, entry): (yichuang_wire::JournalName, yichuang_wire::Entry)| {
            let header = Header::parse(entry.header_bytes()).ok()?;
            let Payload::AskedFor(AskedFor { text }) =
                Payload::parse(KIND, entry.payload()?).ok()?
            else {
                return None;
            };
            Some(Asked {
                journal: journal.to_string(),
                at: header.at,
                text,
            })
        };
        Ok(entries.into_iter().filter_map(note).collect())
    }
}
