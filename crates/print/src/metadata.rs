//! What a file says about itself.

use chrono::{DateTime, FixedOffset};

use crate::font::printable;
use crate::model::Document;

/// The program that made the file, as it names itself in files.
pub(crate) const CREATOR: &str = "一窗";

/// Title and time of a document, in the form a file may carry.
pub(crate) struct Metadata {
    /// One printable line.
    pub(crate) title: String,
    pub(crate) created: DateTime<FixedOffset>,
}

impl Metadata {
    pub(crate) fn of(document: &Document) -> Self {
        Self {
            title: printable(&document.title).replace('\n', " "),
            created: document.created,
        }
    }
}
