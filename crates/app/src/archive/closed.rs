//! The closed file of a case, as it stood when it was closed.

use std::collections::BTreeMap;

use yichuang_domain::{OperatorId, case::CaseState};
use yichuang_store::{CaseRow, JournalEntry, PaperRow, Reader};
use yichuang_wire::{
    Hash, JournalName,
    payload::{Archived, Payload, Received},
};

use crate::{
    Desk,
    case::{fields, numbered, stands},
    catalogue::pinned,
    ipc::{ApiError, ErrorCode, TranscriptField},
    paper::{papers_shown, title},
    report::Outcome,
};

/// What the papers and entries without a person at a window are by.
const SYSTEM: &str = "系统";
/// Where entries of the feed come from.
const PLATFORM: &str = "上级平台";

/// A closed file. What came after it was closed, such as whoever looked at it since, is not in it.
pub(super) struct ClosedFile {
    pub(super) case: CaseRow,
    /// What was applied for, as it stood at the end.
    pub(super) received: Received,
    /// The application's fields, in clear.
    pub(super) fields: Vec<TranscriptField>,
    /// Every entry, the one that closed it last.
    pub(super) timeline: Vec<JournalEntry>,
    pub(super) archived: Archived,
    /// The papers it may be told by.
    pub(super) papers: Vec<PaperRow>,
    operators: BTreeMap<OperatorId, String>,
}

impl ClosedFile {
    /// The closed file of a case of this terminal.
    ///
    /// # Errors
    /// `CASE-002`, `CASE-003` while it is not closed or for another terminal's case.
    pub(super) fn load(read: &Reader<'_>, number: &str) -> Outcome<Self> {
        let unknown = || ApiError::new(ErrorCode::CaseUnknown);
        let case = numbered(read, number)?;
        let open = || ApiError::new(ErrorCode::IllegalMove).with("state", case.state.key());
        if !case.own || case.state != CaseState::Archived {
            return Err(open());
        }
        let mut timeline = read.timeline(case.id)?;
        let (place, archived) = timeline
            .iter()
            .enumerate()
            .find_map(|(place, entry)| match &entry.payload {
                Some(Payload::Archived(archived)) => Some((place, archived.clone())),
                _ => None,
            })
            .ok_or_else(open)?;
        timeline.truncate(place + 1);
        let received = stands(&timeline).ok_or_else(unknown)?;
        let matter = pinned(read, &case)?;
        let operators = read.operators()?;
        Ok(Self {
            fields: matter.map_or_else(|| bare(&received), |matter| fields(&received, &matter)),
            papers: papers_shown(read, case.id)?,
            operators: operators
                .into_iter()
                .map(|one| (one.id, one.name))
                .collect(),
            case,
            received,
            timeline,
            archived,
        })
    }

    /// The hash of the entry that closed it.
    pub(super) fn closing(&self) -> Hash {
        self.timeline.last().map_or(Hash::ZERO, |entry| entry.hash)
    }

    /// Who acted, by name.
    pub(super) fn actor(&self, entry: &JournalEntry) -> String {
        let Some(id) = entry.header.actor else {
            return SYSTEM.to_owned();
        };
        let name = self.operators.get(&id).cloned();
        name.unwrap_or_else(|| id.to_string())
    }

    /// The number at the platform, as it was known when the file was closed.
    pub(super) fn platform_number(&self) -> Option<&str> {
        self.timeline
            .iter()
            .rev()
            .find_map(|entry| match &entry.payload {
                Some(Payload::Progress(progress)) => progress.platform_number.as_deref(),
                _ => None,
            })
    }
}

/// The form as it was filled in, where the text of its matter is not kept any more.
fn bare(received: &Received) -> Vec<TranscriptField> {
    let form = received.form.iter().map(|(key, value)| TranscriptField {
        key: format!("form.{key}"),
        label: key.clone(),
        value: value.clone(),
    });
    form.collect()
}

/// Where an entry was written.
pub(super) fn place(entry: &JournalEntry) -> String {
    match &entry.header.journal {
        JournalName::Terminal(code) => code.to_string(),
        JournalName::Feed(_) => PLATFORM.to_owned(),
    }
}

impl Desk {
    /// The bytes of a paper the closed file names: exactly those where they are still kept, else made
    /// anew from the journal.
    pub(super) fn closed_paper(
        &self,
        closed: &ClosedFile,
        document: &str,
        named: Hash,
    ) -> Outcome<Vec<u8>> {
        let of_document = || closed.papers.iter().filter(|row| row.document == document);
        let row = of_document()
            .find(|row| row.sha256 == Some(named))
            .or_else(|| of_document().next_back());
        let row = row
            .ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown).with("title", title(document)))?;
        self.paper_bytes(row.id)
    }
}
