//! 归档 (国办发〔2023〕26号): the file of a case that has ended is closed; the entry names everything that
//! belongs to it.

use std::collections::BTreeMap;

use yichuang_domain::{
    case::{Verb, transition},
    role::Act,
};
use yichuang_store::{CaseRow, JournalEntry, Reader};
use yichuang_wire::{
    Hash,
    payload::{Archived, ArchivedPaper, Payload},
};

use super::{done::numbered, take_in::append};
use crate::{
    Desk,
    archive::{named, pages},
    ipc::{ApiError, CaseRef, ChangedKind, Done, ErrorCode},
    paper::papers_shown,
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
                papers: papers(tx, &row, &timeline)?,
                files: named(&pages(&timeline)),
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

/// Each paper by its newest rendering, and the one receipt of the whole the case is part of, which
/// another case of it has.
fn papers(
    read: &Reader<'_>,
    case: &CaseRow,
    timeline: &[JournalEntry],
) -> Outcome<Vec<ArchivedPaper>> {
    let mut newest: BTreeMap<String, Hash> = BTreeMap::new();
    for shared in papers_shown(read, case.id)? {
        if let Some(sha256) = shared.sha256.filter(|_| shared.case != Some(case.id)) {
            newest.insert(shared.document, sha256);
        }
    }
    for entry in timeline {
        if let Some(Payload::Printed(printed)) = &entry.payload {
            newest.insert(printed.document.clone(), printed.sha256);
        }
    }
    let paper = |(document, sha256)| ArchivedPaper { document, sha256 };
    Ok(newest.into_iter().map(paper).collect())
}
