//! `epoch.json`: the epochs and number marks this folder has seen. It is not in backups, so a
//! restored database is recognised, and a mark that was used is never drawn again.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::write_private;
use crate::{Entropy, StoreError, entropy::random};

const FORMAT: u32 = 1;
const MAX_BYTES: u64 = 1024 * 1024;
/// Without the letters and digits people confuse on paper.
const MARK_ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EpochFile {
    format: u32,
    epochs: Vec<SeenEpoch>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenEpoch {
    epoch: u32,
    mark: Option<String>,
}

impl EpochFile {
    pub(crate) fn new() -> Self {
        Self {
            format: FORMAT,
            epochs: Vec::new(),
        }
    }

    /// What is there; none when the file is missing or not readable, which is treated like a
    /// database without its history.
    pub(crate) fn load(path: &Path) -> Option<Self> {
        if std::fs::metadata(path).ok()?.len() > MAX_BYTES {
            return None;
        }
        let file: Self = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        (file.format == FORMAT).then_some(file)
    }

    pub(crate) fn save(&self, path: &Path) -> Result<(), StoreError> {
        write_private(path, crate::column::json(self)?.as_bytes())
    }

    pub(crate) fn add(&mut self, epoch: u32, mark: Option<String>) {
        if !self
            .epochs
            .iter()
            .any(|seen| seen.epoch == epoch && seen.mark == mark)
        {
            self.epochs.push(SeenEpoch { epoch, mark });
        }
    }

    pub(crate) fn newest(&self) -> u32 {
        self.epochs.iter().map(|seen| seen.epoch).max().unwrap_or(0)
    }

    pub(crate) fn marks(&self) -> impl Iterator<Item = &str> {
        self.epochs.iter().filter_map(|seen| seen.mark.as_deref())
    }
}

/// Draws a two-character mark that is not in `used`.
pub(crate) fn draw_mark(used: &[String], entropy: &dyn Entropy) -> Result<String, StoreError> {
    let mut start = random::<2>(entropy)?.map(usize::from);
    let size = MARK_ALPHABET.len();
    // From a random start through all 961, so it ends even when most are used.
    for _ in 0..size * size {
        let mark: String = start
            .iter()
            .map(|place| char::from(MARK_ALPHABET[place % size]))
            .collect();
        if !used.contains(&mark) {
            return Ok(mark);
        }
        start[0] += 1;
        if start[0] % size == 0 {
            start[1] += 1;
        }
    }
    Err(StoreError::Number("every epoch mark is used".to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    struct Always(u8);
    impl Entropy for Always {
        fn fill(&self, out: &mut [u8]) -> Result<(), StoreError> {
            out.fill(self.0);
            Ok(())
        }
    }

    #[test]
    fn every_mark_is_drawn_once_and_then_none() {
        let mut used = Vec::new();
        for _ in 0..31 * 31 {
            let mark = draw_mark(&used, &Always(200)).unwrap();
            used.push(mark);
        }
        used.sort();
        used.dedup();
        assert_eq!(used.len(), 31 * 31);
        assert!(draw_mark(&used, &Always(200)).is_err());
    }
}
