//! Why a task stopped, in words for the person at the terminal.

use std::fmt;
use std::io;

/// A sentence; no program reads it.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// `Ok` for no breaches, else all of them, one a line.
    pub(crate) fn from_breaches(breaches: &[String]) -> Result<(), Self> {
        if breaches.is_empty() {
            return Ok(());
        }
        Err(Self(breaches.join("\n")))
    }

    /// Says during what `error` happened.
    pub(crate) fn during(doing: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        move |error| Self(format!("{doing}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("unexpected JSON: {error}"))
    }
}
