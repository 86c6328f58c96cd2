//! Sending papers: by their documents' routes, or somewhere else; one after the other in a batch.
//! Two presses are one job, and what may be on paper is never sent again as it is.

use uuid::Uuid;
use yichuang_print::Paper as Sheet;
use yichuang_store::{PaperRow, PaperWay};

use super::{
    kept::{Kept, printer},
    routes::{Route, route, routed_sheet, sheet_key, sheets},
    settle::End,
};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, PaperInfo, PaperRef, PaperRefs, PapersSent, PrintElsewhere},
    paper::{paper_id, row},
    report::Outcome,
};

/// The most papers of one batch.
const MOST_AT_ONCE: usize = 200;
/// Why a paper failed whose sheet the printer did not have.
const WRONG_MEDIA: &str = "wrong_media";

impl Desk {
    /// Prints a paper where its document goes. One that is on its way, or may be on paper, is told of
    /// as it stands.
    ///
    /// # Errors
    /// `PAPER-001`, `PAPER-002`, `PAPER-003` when the folder does not take it, `OPS-…`.
    pub fn print_paper(&self, input: PaperRef) -> Outcome<PaperInfo> {
        let paper = self.paper_to_send(&input)?;
        let to = self.store()?.read(|read| route(read, &paper.document))?;
        self.send(paper, to)
    }

    /// Prints a paper somewhere else than its document usually goes, on the sheet that is there.
    ///
    /// # Errors
    /// Those of [`Desk::print_paper`]; `PRINTER-001`; `PAPER-005` when the document cannot be had on
    /// a sheet of that printer.
    pub fn print_elsewhere(&self, input: PrintElsewhere) -> Outcome<PaperInfo> {
        let paper = self.paper_to_send(&PaperRef { id: input.id })?;
        let to = self.store()?.read(|read| -> Outcome<Route> {
            let id = input.printer.as_deref();
            Ok(Route {
                sheet: routed_sheet(read, &paper)?,
                printer: id.map(|id| printer(read, id)).transpose()?,
            })
        })?;
        self.send(paper, to)
    }

    /// Prints papers one after the other, each where its document goes. One that cannot be sent holds
    /// up no other.
    ///
    /// # Errors
    /// `INPUT-001` for more than 200, `PAPER-001` before anything is sent, `OPS-…`.
    pub fn print_papers(&self, input: PaperRefs) -> Outcome<PapersSent> {
        let papers = self.papers_named(&input)?;
        for paper in papers.iter().map(|paper| paper.id.to_string()) {
            if let Err(error) = self.print_paper(PaperRef { id: paper }) {
                tracing::warn!("a paper of a batch: {error}");
            }
        }
        self.papers_as_they_stand(&papers)
    }

    /// The papers a batch names, all of which must be there.
    pub(super) fn papers_named(&self, input: &PaperRefs) -> Outcome<Vec<PaperRow>> {
        if input.ids.len() > MOST_AT_ONCE {
            return Err(ApiError::new(ErrorCode::InputShape).with("reason", "ids"));
        }
        let named = |id: &String| self.paper_allowed(&PaperRef { id: id.clone() });
        input.ids.iter().map(named).collect()
    }

    pub(super) fn papers_as_they_stand(&self, papers: &[PaperRow]) -> Outcome<PapersSent> {
        let infos = papers.iter().map(|paper| self.paper_info(paper.id));
        Ok(PapersSent {
            papers: infos.collect::<Outcome<_>>()?,
        })
    }

    /// A paper the operator may print.
    pub(super) fn paper_allowed(&self, input: &PaperRef) -> Outcome<PaperRow> {
        let id = paper_id(input)?;
        let paper = self.store()?.read(|read| row(read, id))?;
        self.allowed_to_print(&paper)?;
        Ok(paper)
    }

    /// The same, made.
    fn paper_to_send(&self, input: &PaperRef) -> Outcome<PaperRow> {
        let paper = self.paper_allowed(input)?;
        match paper.made_at {
            Some(_) => Ok(paper),
            None => self.made(paper.id),
        }
    }

    /// Makes what is not made yet.
    fn made(&self, id: Uuid) -> Outcome<PaperRow> {
        self.settled(id)?;
        self.store()?.read(|read| row(read, id))
    }

    pub(super) fn send(&self, paper: PaperRow, to: Route) -> Outcome<PaperInfo> {
        if !may_be_sent(&paper) {
            return self.paper_info(paper.id);
        }
        match &to.printer {
            None => self.send_to_folder(&paper),
            Some(printer) => {
                let paper = self.fitted(paper, printer, to.sheet)?;
                self.send_to(&paper, printer)
            }
        }
    }

    fn send_to_folder(&self, paper: &PaperRow) -> Outcome<PaperInfo> {
        match self.save_paper(paper)? {
            // The same file again is no news.
            Ok(file) if paper.outcome == "saved" && paper.place.as_ref() == Some(&file) => {}
            Ok(file) => {
                self.settle(paper, &End::saved(file))?;
            }
            Err(reason) => {
                self.settle(paper, &End::new("failed", Some(&reason)))?;
                return Err(ApiError::new(ErrorCode::PrinterFailed).with("reason", reason));
            }
        }
        self.paper_info(paper.id)
    }

    /// Puts a paper into the queue. The transaction looks once more whether it may be sent, so two
    /// presses are one job.
    pub(super) fn send_to(&self, paper: &PaperRow, to: &Kept) -> Outcome<PaperInfo> {
        let way = PaperWay {
            printer: to.id.clone(),
            way: to.kind.key().to_owned(),
            place: to.name.clone(),
        };
        self.store()?
            .write(|tx| tx.paper_asked_for(paper.id, &way))?;
        self.printing.ring();
        self.told_of(paper);
        self.paper_info(paper.id)
    }

    /// The paper on a sheet the printer takes: as it is, or made anew under the same number, which is
    /// no copy because nothing of it came out.
    fn fitted(&self, paper: PaperRow, to: &Kept, wanted: Sheet) -> Outcome<PaperRow> {
        let now = self.store()?.read(|read| routed_sheet(read, &paper))?;
        // The printer had not that sheet, and somebody chose another one since.
        let chosen_anew =
            paper.reason.as_deref() == Some(WRONG_MEDIA) && wanted != now && to.takes(wanted);
        if to.takes(now) && !chosen_anew {
            return Ok(paper);
        }
        let mut had_on = std::iter::once(wanted).chain(sheets(&paper.document).iter().copied());
        let sheet = had_on
            .find(|sheet| to.takes(*sheet))
            .ok_or_else(|| ApiError::new(ErrorCode::SheetUnfit).with("sheet", sheet_key(now)))?;
        let key = sheet_key(sheet);
        self.store()?
            .write(|tx| tx.make_paper_anew(paper.id, key))?;
        self.made(paper.id)
    }
}

/// Whether nothing of it is or comes on paper: what is on its way is not sent again, and what may
/// have come out is made again as 补打.
fn may_be_sent(paper: &PaperRow) -> bool {
    ["queued", "ready", "failed", "saved", "cancelled"].contains(&paper.outcome.as_str())
}
