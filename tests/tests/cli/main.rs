//! `yichuangctl` and `yichuang-platform` as a person starts them: the real programs, one verb a time.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod archives;
mod cases;
mod catalogue;
mod intake;
mod printing;
mod receipts;
mod reporting;
mod templates;
mod verbs;

use tempfile::TempDir;
use yichuang_tests::kit::{Ctl, prepared_home};

/// A demo home of its own and the command line on it.
struct Window {
    ctl: Ctl,
    folder: TempDir,
}

impl Window {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ctl = Ctl::at(prepared_home(folder.path(), None));
        Self { ctl, folder }
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }
}
