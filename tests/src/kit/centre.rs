//! The real platform in this process, with the demo key, on a port of the system's choosing.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use tempfile::TempDir;
use yichuang_app::{Clock as _, FixedClock};
use yichuang_domain::{CaseState, TerminalCode};
use yichuang_platform::{Clock, Config, Platform, ReviewStep, ReviewedCase, Running};
use yichuang_wire::{
    FeedPosition, JournalName,
    payload::{Payload, Received},
};

/// A platform that is listening.
pub struct Centre {
    running: Running,
    data: PathBuf,
    clock: Arc<FixedClock>,
    _folder: Option<TempDir>,
}

impl Centre {
    /// A fresh demo platform with the counter's clock.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start(clock: &Arc<FixedClock>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut centre = Self::start_in(&folder.path().join("centre"), clock, false).await;
        centre._folder = Some(folder);
        centre
    }

    /// A demo platform over a data folder; `restored` says it came from a backup.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start_in(data: &Path, clock: &Arc<FixedClock>, restored: bool) -> Self {
        let time = Arc::clone(clock);
        let config = Config {
            demo: true,
            restored,
            clock: Clock::from_fn(move || time.now()),
            ..Config::loopback(data)
        };
        let running = Platform::start(config).await.unwrap();
        Self {
            running,
            data: data.to_owned(),
            clock: Arc::clone(clock),
            _folder: None,
        }
    }

    /// Where terminals reach it.
    #[must_use]
    pub fn url(&self) -> String {
        self.running.url()
    }

    /// Its data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The platform.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        self.running.platform()
    }

    /// Judges everything that waits.
    ///
    /// # Panics
    /// When the store fails.
    pub fn judge(&self) {
        self.platform().judge_pending().unwrap();
    }

    /// Dispatched cases.
    ///
    /// # Panics
    /// When the store fails.
    pub fn cases(&self) -> Vec<ReviewedCase> {
        self.platform().cases(None).unwrap()
    }

    /// Numbers of dispatched cases, sorted.
    pub fn numbers(&self) -> Vec<String> {
        let mut numbers: Vec<_> = self.cases().into_iter().map(|case| case.number).collect();
        numbers.sort();
        numbers
    }

    /// A department takes a step.
    ///
    /// # Panics
    /// When the step is not lawful.
    pub fn review(&self, number: &str, step: &str, state: CaseState) {
        let step = ReviewStep {
            step: step.to_owned(),
            office: "镇民政办（样例）".to_owned(),
            state,
            note: Some("样例意见".to_owned()),
        };
        self.platform().review(number, &step).unwrap();
    }

    /// What the platform stores as handed in, of every case, in order of arrival.
    ///
    /// # Panics
    /// When a stored entry cannot be read.
    pub fn received(&self) -> Vec<Received> {
        let journal = JournalName::Terminal("LY03".parse::<TerminalCode>().unwrap());
        let mut at = FeedPosition::default();
        let mut all = Vec::new();
        while let Some((head, entries)) = self.platform().storage().page(&journal, at, 500).unwrap()
        {
            at = FeedPosition {
                epoch: head.epoch,
                seq: head.seq,
            };
            for entry in entries {
                let header = entry.check().unwrap();
                if let (true, Some(bytes)) = (header.kind == "received", entry.payload()) {
                    match Payload::parse(&header.kind, bytes).unwrap() {
                        Payload::Received(received) => all.push(received),
                        other => panic!("{other:?}"),
                    }
                }
            }
        }
        all
    }

    /// Every stored file as (case, SHA-256).
    ///
    /// # Panics
    /// When the store fails or a file is stored twice for one case.
    pub fn stored_files(&self) -> BTreeSet<(String, String)> {
        let mut files = BTreeSet::new();
        let mut after = String::new();
        loop {
            let page = self.platform().storage().stored_files(&after).unwrap();
            let Some(last) = page.last() else {
                return files;
            };
            after.clone_from(&last.id);
            for file in &page {
                let (case, sha256) = (file.case.to_string(), file.sha256.to_string());
                assert!(
                    files.insert((case, sha256)),
                    "stored twice: {}",
                    file.sha256
                );
            }
        }
    }

    /// Reads everything back.
    ///
    /// # Panics
    /// When something does not verify.
    pub fn assert_sound(&self) {
        let report = self.platform().verify().unwrap();
        assert!(report.problems.is_empty(), "{:?}", report.problems);
    }

    /// Stops listening and keeps the data until the returned value is dropped.
    pub async fn stop(self) -> Stopped {
        self.running.stop().await;
        Stopped {
            data: self.data,
            clock: self.clock,
            folder: self._folder,
        }
    }
}

/// A platform that is not listening now.
pub struct Stopped {
    data: PathBuf,
    clock: Arc<FixedClock>,
    folder: Option<TempDir>,
}

impl Stopped {
    /// Its data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Listens again, on another port.
    pub async fn start(self, restored: bool) -> Centre {
        let mut centre = Centre::start_in(&self.data, &self.clock, restored).await;
        centre._folder = self.folder;
        centre
    }
}

/// Copies a folder whole, as a backup would.
///
/// # Panics
/// When a file cannot be copied.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
