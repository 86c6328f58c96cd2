//! Whether the last run ended properly, and whether the data verifies.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::Desk;
use crate::{host::Program, ipc::ChangedKind};

/// A file that exists while a window has the home open.
const RUNNING: &str = "running";

/// What is known of the data's health.
#[derive(Debug, Default)]
pub(crate) struct Health {
    /// A run before this one did not end properly.
    ended_badly: bool,
    /// When everything last verified.
    ok_at: Option<DateTime<Utc>>,
    /// Something did not.
    broken: bool,
}

impl Desk {
    fn running_file(&self) -> Option<PathBuf> {
        (self.host.program == Program::Window).then(|| self.host.home.join(RUNNING))
    }

    /// Notes that a window runs, and whether the one before was cut off.
    pub(super) fn note_start(&self) {
        let Some(file) = self.running_file() else {
            return;
        };
        self.health().ended_badly = file.exists();
        if let Err(error) = std::fs::write(&file, b"") {
            tracing::warn!("cannot mark the run: {error}");
        }
    }

    /// Notes that the window ended properly.
    pub(super) fn note_end(&self) {
        let Some(file) = self.running_file() else {
            return;
        };
        // Already gone is what is wanted.
        let _ = std::fs::remove_file(file);
    }

    pub(crate) fn ended_badly(&self) -> bool {
        self.health().ended_badly
    }

    pub(crate) fn data_ok_at(&self) -> Option<DateTime<Utc>> {
        self.health().ok_at
    }

    pub(crate) fn data_broken(&self) -> bool {
        self.health().broken
    }

    /// Checks every chain and payload and remembers the result for the screens. Slow on a long
    /// journal; hosts run it beside their work.
    pub fn check_data(&self) {
        let found = self.verify_journal();
        let now = self.now();
        {
            let mut health = self.health();
            match found {
                Ok(report) if report.ok => health.ok_at = Some(now),
                Ok(_) => health.broken = true,
                Err(error) => tracing::warn!("data not checked: {error}"),
            }
        }
        self.announce(ChangedKind::Status, None);
    }
}
