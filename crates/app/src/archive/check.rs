//! Checking a package, without a home, a network or anybody signed in.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use sm3::Sm3;
use yichuang_wire::Hash;

use super::{
    ArchiveError, DIGESTS, METADATA, MOST_TEXT, PROCESS, read,
    read::Metadata,
    unpack::{Parts, unpack},
};

/// A part is not what the package says it is.
const CHANGED: &str = "ARCHIVE-111";
/// A part the package names is not there.
const MISSING: &str = "ARCHIVE-112";
/// A part is there that the package does not name.
const ADDED: &str = "ARCHIVE-113";
/// A text of the package cannot be read.
const UNREADABLE: &str = "ARCHIVE-114";

/// What does not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ArchiveProblem {
    /// `ARCHIVE-111` changed, `ARCHIVE-112` missing, `ARCHIVE-113` added, `ARCHIVE-114` a text that
    /// cannot be read.
    pub code: &'static str,
    /// The part, by its name in the package.
    pub part: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArchiveCheck {
    /// Every part is there, nothing besides, and each is what the package says.
    pub holds: bool,
    /// What does not hold, by part.
    pub problems: Vec<ArchiveProblem>,
    /// The case's number; empty when the metadata cannot be read.
    pub number: String,
    /// The matter's name.
    pub matter: String,
    /// The day the file was closed, `YYYY-MM-DD`.
    pub archived_on: String,
    /// Parts it has, those that tell of the others among them.
    pub parts: usize,
    /// Papers the package itself says are not the rendering named when the file was closed.
    pub made_anew: Vec<String>,
}

/// Checks a package.
///
/// # Errors
/// [`ArchiveError`] when it is none; what was checked and does not hold is in the [`ArchiveCheck`].
pub fn check_archive(from: impl Read) -> Result<ArchiveCheck, ArchiveError> {
    let mut found = Found::default();
    unpack(from, &mut found)?;
    Ok(found.compared())
}

/// What a part turned out to be.
struct Measured {
    length: u64,
    sha256: Hash,
    sm3: Hash,
    sound: bool,
}

/// The part being read.
#[derive(Default)]
struct Reading {
    path: String,
    length: u64,
    sha256: Sha256,
    sm3: Sm3,
}

/// Every part of a package, measured; the three texts kept.
#[derive(Default)]
struct Found {
    reading: Reading,
    parts: BTreeMap<String, Measured>,
    texts: BTreeMap<String, Vec<u8>>,
}

impl Parts for Found {
    fn begin(&mut self, path: &str) {
        self.reading = Reading {
            path: path.to_owned(),
            ..Reading::default()
        };
        if [METADATA, PROCESS, DIGESTS].contains(&path) {
            self.texts.insert(path.to_owned(), Vec::new());
        }
    }

    fn take(&mut self, run: &[u8]) -> Result<(), ArchiveError> {
        let reading = &mut self.reading;
        reading.length += run.len() as u64;
        reading.sha256.update(run);
        reading.sm3.update(run);
        if let Some(text) = self.texts.get_mut(&reading.path) {
            if reading.length > MOST_TEXT {
                let place = reading.path.clone();
                return Err(ArchiveError::TooMuch { place });
            }
            text.extend(run);
        }
        Ok(())
    }

    fn end(&mut self, sound: bool) {
        let read = std::mem::take(&mut self.reading);
        let measured = Measured {
            length: read.length,
            sha256: Hash(read.sha256.finalize().into()),
            sm3: Hash(read.sm3.finalize().into()),
            sound,
        };
        self.parts.insert(read.path, measured);
    }
}

impl Found {
    fn compared(self) -> ArchiveCheck {
        let mut problems = BTreeSet::new();
        let unsound = self.parts.iter().filter(|(_, part)| !part.sound);
        problems.extend(unsound.map(|(path, _)| problem(CHANGED, path)));
        let metadata = self.text(METADATA, &mut problems, read::metadata);
        self.text(PROCESS, &mut problems, read::process);
        let digests = self.text(DIGESTS, &mut problems, read::digests);
        if let Some(metadata) = &metadata {
            self.against_metadata(metadata, &mut problems);
        }
        if let Some(digests) = &digests {
            self.against_digests(digests, &mut problems);
        }
        let metadata = metadata.unwrap_or_default();
        let anew = metadata.parts.iter().filter(|part| part.made_anew);
        ArchiveCheck {
            holds: problems.is_empty(),
            problems: problems.into_iter().collect(),
            made_anew: anew.map(|part| part.path.clone()).collect(),
            number: metadata.number,
            matter: metadata.matter,
            archived_on: metadata.archived_on,
            parts: self.parts.len(),
        }
    }

    /// A text as it reads; a problem when it is missing or cannot be read.
    fn text<T>(
        &self,
        path: &str,
        problems: &mut BTreeSet<ArchiveProblem>,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Option<T> {
        let Some(text) = self.texts.get(path) else {
            problems.insert(problem(MISSING, path));
            return None;
        };
        let read = read(text);
        if read.is_none() {
            problems.insert(problem(UNREADABLE, path));
        }
        read
    }

    /// The metadata names every part but itself and the digests.
    fn against_metadata(&self, metadata: &Metadata, problems: &mut BTreeSet<ArchiveProblem>) {
        let mut named = BTreeSet::from([METADATA, DIGESTS]);
        for listed in &metadata.parts {
            if !named.insert(&listed.path) {
                problems.insert(problem(UNREADABLE, METADATA));
            }
            match self.parts.get(&listed.path) {
                None => {
                    problems.insert(problem(MISSING, &listed.path));
                }
                Some(part)
                    if (part.length, part.sha256, part.sm3)
                        != (listed.length, listed.sha256, listed.sm3) =>
                {
                    problems.insert(problem(CHANGED, &listed.path));
                }
                Some(_) => {}
            }
        }
        let besides = self
            .parts
            .keys()
            .filter(|path| !named.contains(path.as_str()));
        problems.extend(besides.map(|path| problem(ADDED, path)));
    }

    /// The digests name every part but themselves.
    fn against_digests(&self, digests: &[(String, Hash)], problems: &mut BTreeSet<ArchiveProblem>) {
        let told: BTreeMap<_, _> = digests
            .iter()
            .map(|(path, sm3)| (path.as_str(), *sm3))
            .collect();
        if told.len() != digests.len() {
            problems.insert(problem(UNREADABLE, DIGESTS));
        }
        for path in told.keys().filter(|path| !self.parts.contains_key(**path)) {
            problems.insert(problem(MISSING, path));
        }
        for (path, part) in self.parts.iter().filter(|(path, _)| *path != DIGESTS) {
            match told.get(path.as_str()) {
                None => {
                    problems.insert(problem(ADDED, path));
                }
                Some(sm3) if *sm3 != part.sm3 => {
                    problems.insert(problem(CHANGED, path));
                }
                Some(_) => {}
            }
        }
    }
}

fn problem(code: &'static str, part: &str) -> ArchiveProblem {
    ArchiveProblem {
        code,
        part: part.to_owned(),
    }
}
