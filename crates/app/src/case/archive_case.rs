//! 归档 (国办发〔2023〕26号): the file of a case that has ended is closed; the entry names everything that
//! belongs to it.

use std::collections::{BTreeMap, BTreeSet};

use yichuang_domain::{
    FileHash, FileRef,
    case::{Verb, transition},
    role::Act,
};
use yichuang_store::JournalEntry;
use yichuang_wire::{
    Hash,
    payload::{Archived, ArchivedPaper, Payload},
};

use super::{done::numbered, take_in::append};
use crate::{
    Desk,
    ipc::{ApiError, CaseRef, ChangedKind, Done, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Closes the file of a case.
    ///
    /// # Errors
    /// `CASE-003` before it has ended; `CASE-002`, `CLOCK-001`; nothing is changed.
    pub fn archive_case(&self, input: CaseRef) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::Archive)?;
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let row = numbered(tx, &input.number)?;
            if !row.own || transition(row.state, Verb::Archive).is_err() {
                return Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()));
            }
            let hand = self.hand(&operator, tx)?;
            let timeline = tx.timeline(row.id)?;
            let archived = Archived {
                number: row.number.clone(),
                papers: papers(&timeline),
                files: files(&timeline),
                entries: u32::try_from(timeline.len()).unwrap_or(u32::MAX),
                on: hand.today,
                clerk: operator.name.clone(),
            };
            append(tx, &hand, row.id, archived)?;
            Ok(row.number)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}

/// Each paper by its newest rendering.
fn papers(timeline: &[JournalEntry]) -> Vec<ArchivedPaper> {
    let mut newest: BTreeMap<String, Hash> = BTreeMap::new();
    for entry in timeline {
        if let Some(Payload::Printed(printed)) = &entry.payload {
            newest.insert(printed.document.clone(), printed.sha256);
        }
    }
    let paper = |(document, sha256)| ArchivedPaper { document, sha256 };
    newest.into_iter().map(paper).collect()
}

/// Every page, once.
fn files(timeline: &[JournalEntry]) -> Vec<FileHash> {
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    let mut add = |file: &FileRef| {
        if seen.insert(file.sha256.to_string()) {
            files.push(file.sha256);
        }
    };
    for entry in timeline {
        match &entry.payload {
            Some(Payload::Received(received)) => received.files().for_each(&mut add),
            Some(Payload::Supplied(supplied)) => supplied.files().for_each(&mut add),
            Some(Payload::Accepted(accepted)) => accepted.files().for_each(&mut add),
            Some(Payload::Delivered(delivered)) => delivered.files().for_each(&mut add),
            Some(Payload::Withdrawn(withdrawn)) => withdrawn.files.iter().for_each(&mut add),
            Some(Payload::Requested(asked)) => asked.files.iter().for_each(&mut add),
            _ => {}
        }
    }
    files
}
