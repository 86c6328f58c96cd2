//! Reading everything back: every chain, every payload hash, every file.

use yichuang_wire::{ChainHead, EpochParent, FeedPosition, Hash, JournalName, sha256};

use crate::{
    Platform, PlatformError,
    storage::{CloneEvidence, Upload},
};

const PAGE: usize = 500;

/// What was read back, and what was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Journals read.
    pub journals: usize,
    /// Entries read.
    pub entries: usize,
    /// Files read.
    pub files: usize,
    /// Catalogue items read.
    pub items: usize,
    /// Batches kept as evidence that two machines write as one terminal.
    pub clone_evidence: Vec<CloneEvidence>,
    /// One line for each thing that is not as it was stored.
    pub problems: Vec<String>,
}

impl Platform {
    /// Reads back every stored chain, file and catalogue item.
    ///
    /// # Errors
    /// [`PlatformError`] when the store itself cannot be read; what is wrong in it is reported.
    pub fn verify(&self) -> Result<VerifyReport, PlatformError> {
        let mut report = VerifyReport::default();
        for journal in self.storage.journals()? {
            report.journals += 1;
            self.verify_journal(&journal, &mut report)?;
        }
        self.verify_files(&mut report)?;
        for hash in self.storage.pack_blobs()? {
            report.items += 1;
            if self
                .storage
                .pack_blob(&hash)?
                .is_none_or(|bytes| sha256(&bytes) != hash)
            {
                report
                    .problems
                    .push(format!("catalogue item {hash} does not match its hash"));
            }
        }
        report.clone_evidence = self.storage.clone_evidence()?;
        Ok(report)
    }

    fn verify_journal(
        &self,
        journal: &JournalName,
        report: &mut VerifyReport,
    ) -> Result<(), PlatformError> {
        let mut seen = std::collections::HashSet::from([Hash::ZERO]);
        let mut head = ChainHead::start(journal.clone(), 0, None);
        loop {
            let after = FeedPosition {
                epoch: head.epoch,
                seq: head.seq,
            };
            let Some((last, entries)) = self.storage.page(journal, after, PAGE)? else {
                return Ok(());
            };
            if last.epoch != head.epoch {
                let Some(parent) = parent_of(&entries, &seen) else {
                    report.problems.push(format!(
                        "{journal} epoch {} continues nothing stored",
                        last.epoch
                    ));
                    return Ok(());
                };
                head = ChainHead::start(journal.clone(), last.epoch, Some(parent));
            }
            for entry in &entries {
                report.entries += 1;
                if let Err(problem) = head.follow(entry) {
                    let place = format!("{journal} epoch {} after {}", head.epoch, head.seq);
                    report.problems.push(format!("{place}: {problem}"));
                    return Ok(());
                }
                seen.insert(head.hash);
            }
            if head != last {
                report.problems.push(format!(
                    "{journal} epoch {}: stored hash differs",
                    head.epoch
                ));
                return Ok(());
            }
        }
    }

    fn verify_files(&self, report: &mut VerifyReport) -> Result<(), PlatformError> {
        self.each_stored_file(|file| {
            report.files += 1;
            if !self.vault.holds(file)? {
                let problem = format!("file {} is not what was stored", file.sha256);
                report.problems.push(problem);
            }
            Ok(())
        })
    }

    /// After a restore: forgets the files whose bytes did not come back with the database, so that
    /// terminals that offer them again are not told that they are stored.
    pub(crate) fn forget_lost_files(&self) -> Result<usize, PlatformError> {
        let mut lost = 0;
        self.each_stored_file(|file| {
            if !self.vault.holds(file)? {
                self.storage.forget_lost_file(&file.id)?;
                self.vault.remove(&file.id)?;
                lost += 1;
            }
            Ok(())
        })?;
        Ok(lost)
    }

    fn each_stored_file(
        &self,
        mut each: impl FnMut(&Upload) -> Result<(), PlatformError>,
    ) -> Result<(), PlatformError> {
        let mut after = String::new();
        loop {
            let files = self.storage.stored_files(&after)?;
            let Some(last) = files.last() else {
                return Ok(());
            };
            after.clone_from(&last.id);
            files.iter().try_for_each(&mut each)?;
        }
    }
}

/// The stored entry an epoch's first header names.
fn parent_of(
    entries: &[yichuang_wire::Entry],
    seen: &std::collections::HashSet<Hash>,
) -> Option<EpochParent> {
    let first = entries.first()?.check().ok()?;
    seen.contains(&first.previous).then_some(EpochParent {
        epoch: 0,
        seq: 0,
        hash: first.previous,
    })
}
