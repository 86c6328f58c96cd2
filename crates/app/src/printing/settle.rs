//! What became of a paper: the row and, but for papers of drafts, one entry, in one transaction.

use yichuang_domain::OperatorId;
use yichuang_store::{PaperEnd, PaperRow, Tx};
use yichuang_wire::payload::PaperSettled;

use crate::{Desk, ipc::ChangedKind, report::Outcome};

/// By what a paper is settled that went nowhere.
const NOWHERE: &str = "none";
/// By what a paper is settled that was kept as a file.
pub(super) const FOLDER: &str = "folder";

/// What became of a paper, and who says so.
#[derive(Debug, Clone, Default)]
pub(crate) struct End {
    pub(crate) outcome: &'static str,
    pub(crate) reason: Option<String>,
    /// The file, of a paper that was saved.
    pub(crate) file: Option<String>,
    /// The person who says so; the printer or this program when none.
    pub(crate) seen_by: Option<OperatorId>,
}

impl End {
    pub(super) fn new(outcome: &'static str, reason: Option<&str>) -> Self {
        Self {
            outcome,
            reason: reason.map(str::to_owned),
            ..Self::default()
        }
    }

    /// It is kept as this file.
    pub(crate) fn saved(file: String) -> Self {
        Self {
            file: Some(file),
            ..Self::new("saved", None)
        }
    }

    pub(super) fn seen_by(self, operator: OperatorId) -> Self {
        Self {
            seen_by: Some(operator),
            ..self
        }
    }
}

impl Desk {
    /// Settles a paper, unless it has changed since it was read. Says whether it did.
    pub(super) fn settle_paper_in(
        &self,
        tx: &mut Tx<'_>,
        paper: &PaperRow,
        end: &End,
    ) -> Outcome<bool> {
        let saved = end.outcome == "saved";
        let settled = tx.settle_paper(
            paper.id,
            &paper.outcome,
            &PaperEnd {
                outcome: end.outcome.to_owned(),
                reason: end.reason.clone(),
                place: end.file.clone(),
                way: saved.then(|| FOLDER.to_owned()),
                at: self.now(),
            },
        )?;
        // A draft is no act: what becomes of its papers is in no journal.
        let Some(sha256) = paper.sha256.filter(|_| settled && paper.draft.is_none()) else {
            return Ok(settled);
        };
        let case = paper.case.map(|case| tx.case(case)).transpose()?.flatten();
        let by = match saved {
            true => FOLDER,
            false => paper.way.as_deref().unwrap_or(NOWHERE),
        };
        let fact = PaperSettled {
            document: paper.document.clone(),
            number: case.map(|row| row.number),
            copy: paper.copy,
            sha256,
            outcome: end.outcome.to_owned(),
            reason: end.reason.clone(),
            by: by.to_owned(),
            seen: end.seen_by.is_some(),
        };
        self.note(tx, fact, paper.case, end.seen_by)?;
        Ok(true)
    }

    /// The same in a transaction of its own, and tells.
    pub(crate) fn settle(&self, paper: &PaperRow, end: &End) -> Outcome<bool> {
        let settled = self
            .store()?
            .write(|tx| self.settle_paper_in(tx, paper, end))?;
        if settled {
            self.told_of(paper);
        }
        Ok(settled)
    }

    /// Something about a paper has changed and is on disk.
    pub(super) fn told_of(&self, paper: &PaperRow) {
        self.sync.committed();
        self.announce(ChangedKind::Paper, Some(paper.id.to_string()));
    }
}
