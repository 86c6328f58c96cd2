//! The committed files: one of text and one of ink for each paper.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::ink::Ink;
use super::text;

/// What was taken of a paper.
pub(crate) struct Taken {
    pub(crate) text: String,
    pub(crate) ink: Ink,
}

/// A folder of committed files.
pub(crate) struct Kept {
    text: PathBuf,
    ink: PathBuf,
}

impl Kept {
    pub(crate) fn here() -> Self {
        Self::at(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden"))
    }

    pub(crate) fn at(folder: &Path) -> Self {
        Self {
            text: folder.join("text"),
            ink: folder.join("ink"),
        }
    }

    /// Replaces what is committed.
    pub(crate) fn write(&self, taken: &BTreeMap<String, Taken>) {
        for folder in [&self.text, &self.ink] {
            fs::create_dir_all(folder).unwrap();
            for name in names(folder) {
                fs::remove_file(file(folder, &name)).unwrap();
            }
        }
        for (name, paper) in taken {
            fs::write(file(&self.text, name), text::tidy(&paper.text)).unwrap();
            fs::write(file(&self.ink, name), paper.ink.to_string()).unwrap();
        }
    }

    /// One line for each file that is missing, says or shows something else, or is of no paper.
    pub(crate) fn faults(&self, taken: &BTreeMap<String, Taken>) -> Vec<String> {
        let mut faults = Vec::new();
        for (name, paper) in taken {
            faults.extend(self.text_fault(name, paper));
            faults.extend(self.ink_fault(name, paper));
        }
        for folder in [&self.text, &self.ink] {
            for name in names(folder)
                .iter()
                .filter(|name| !taken.contains_key(*name))
            {
                faults.push(format!("{}: no paper uses it", shown(folder, name)));
            }
        }
        faults
    }

    fn text_fault(&self, name: &str, paper: &Taken) -> Option<String> {
        let shown = shown(&self.text, name);
        match fs::read_to_string(file(&self.text, name)) {
            Err(_) => Some(format!("{shown}: missing")),
            Ok(kept) => text::difference(&kept, &paper.text).map(|what| format!("{shown}: {what}")),
        }
    }

    fn ink_fault(&self, name: &str, paper: &Taken) -> Option<String> {
        let shown = shown(&self.ink, name);
        let Some(kept) = fs::read_to_string(file(&self.ink, name))
            .ok()
            .and_then(|kept| Ink::read(&kept))
        else {
            return Some(format!("{shown}: missing or not a fingerprint"));
        };
        let differences = kept.differences(&paper.ink);
        let first = differences.first()?;
        Some(format!("{shown}: {first} ({} such)", differences.len()))
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some(name.strip_suffix(".txt")?.to_owned())
        })
        .collect()
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.txt"))
}

fn shown(folder: &Path, name: &str) -> String {
    let kind = folder.file_name().unwrap_or_default().to_string_lossy();
    format!("{kind}/{name}.txt")
}
