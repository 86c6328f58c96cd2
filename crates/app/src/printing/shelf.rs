//! The shelf 待打印: what is on a printer, what waits, what needs a person.

use yichuang_domain::role::Act;
use yichuang_store::{PaperRow, Reader};

use crate::{
    Desk,
    ipc::{Nothing, PaperShelf, PaperWaiting},
    paper::info,
    report::Outcome,
};

/// Papers of one part of the shelf.
const MOST: u32 = 200;

impl Desk {
    /// Papers by what became of them.
    ///
    /// # Errors
    /// `OPS-…`, and those of the store.
    pub fn paper_shelf(&self, _: Nothing) -> Outcome<PaperShelf> {
        self.allowed(Act::ReadCase)?;
        self.store()?.read(|read| {
            let mut waiting = read.papers_to_print(MOST)?;
            waiting.retain(|paper| ["queued", "ready"].contains(&paper.outcome.as_str()));
            Ok(PaperShelf {
                printing: shelved(read, read.papers_printing()?)?,
                waiting: shelved(read, waiting)?,
                attention: shelved(read, read.papers_unsettled(MOST)?)?,
            })
        })
    }
}

/// Papers with the cases they are about.
pub(crate) fn shelved(read: &Reader<'_>, papers: Vec<PaperRow>) -> Outcome<Vec<PaperWaiting>> {
    papers
        .into_iter()
        .map(|paper| {
            let case = paper.case.map(|case| read.case(case)).transpose()?;
            let case = case.flatten();
            Ok(PaperWaiting {
                number: case
                    .as_ref()
                    .map(|case| case.number.to_string())
                    .unwrap_or_default(),
                short: case
                    .as_ref()
                    .map(|case| case.number.short())
                    .unwrap_or_default(),
                applicant: case.map(|case| case.applicant_name).unwrap_or_default(),
                paper: info(paper),
            })
        })
        .collect()
}
