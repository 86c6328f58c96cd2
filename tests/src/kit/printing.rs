//! Printers at a counter, played by the device crate's simulators.

use std::{path::Path, time::Duration};

use yichuang_app::ipc::{
    KeepPrinter, Nothing, PaperInfo, PaperRef, PaperRefs, PaperShelf, PrinterBoard, RouteDocument,
    SeenPaper,
};
use yichuang_device::printer::{Places, PrinterLink, PrinterTimings};

use super::{Counter, Who};

/// Patient wherever a printer answers, so that only a defect is waited for; a ticket is settled at
/// its last byte.
pub(super) const TIMINGS: PrinterTimings = PrinterTimings {
    connect: Duration::from_secs(20),
    reply: Duration::from_secs(20),
    status: Duration::from_secs(20),
    stall: Duration::from_secs(20),
    job: Duration::from_secs(60),
    settle: Duration::ZERO,
};

/// Places where no printer is, whatever the machine has that runs the test.
pub(super) fn nowhere(folder: &Path) -> Places {
    let none = folder.join("no-devices");
    Places {
        // Port 9 is the discard service's: nobody answers there.
        service: "ipp://127.0.0.1:9/".to_owned(),
        usb: none.clone(),
        serial: none.clone(),
        classes: none,
    }
}

/// What became of a paper: outcome and reason.
pub type Sent = (String, Option<String>);

impl Counter {
    /// Somebody who may sets a printer up, and the clerk sits down again; gives its id.
    ///
    /// # Panics
    /// When it is refused.
    pub fn has_printer(&self, name: &str, link: &PrinterLink) -> String {
        let ticket = link.kind().starts_with("ticket");
        self.has_printer_with(name, link, ticket.then_some(80))
    }

    /// The same with a roll of this width in millimetres.
    ///
    /// # Panics
    /// When it is refused.
    pub fn has_printer_with(&self, name: &str, link: &PrinterLink, roll: Option<u32>) -> String {
        self.set_up(|counter| {
            let kept = counter.desk.keep_printer(KeepPrinter {
                id: None,
                name: name.to_owned(),
                kind: link.kind().to_owned(),
                address: link.to_string(),
                width: roll,
                cutter: roll.is_some(),
                text_mode: false,
            });
            kept.unwrap().printers.pop().unwrap().id
        })
    }

    /// A document goes another way from now on.
    ///
    /// # Panics
    /// When it is refused.
    pub fn route(&self, document: &str, printer: Option<&str>, sheet: &str) -> PrinterBoard {
        let route = RouteDocument {
            document: document.to_owned(),
            printer: printer.map(str::to_owned),
            sheet: sheet.to_owned(),
        };
        self.set_up(|counter| counter.desk.route_document(route).unwrap())
    }

    fn set_up<T>(&self, change: impl FnOnce(&Self) -> T) -> T {
        self.sign_in(Who::Supervisor);
        let changed = change(self);
        self.sign_in(Who::Clerk);
        changed
    }

    /// The newest paper of a case of this kind.
    ///
    /// # Panics
    /// When there is none.
    pub fn newest_paper(&self, number: &str, document: &str) -> PaperInfo {
        let papers = self.show(number).papers;
        let newest = papers.into_iter().rfind(|paper| paper.document == document);
        newest.unwrap_or_else(|| panic!("no {document} of {number}"))
    }

    /// Presses 打印 on the newest paper of a case of this kind.
    ///
    /// # Panics
    /// When it is refused.
    pub fn print(&self, number: &str, document: &str) -> PaperInfo {
        let id = self.newest_paper(number, document).id;
        self.desk.print_paper(PaperRef { id }).unwrap()
    }

    /// A paper as it stands.
    ///
    /// # Panics
    /// When there is none.
    pub fn stands(&self, paper: &PaperInfo) -> Sent {
        let id = paper.id.clone();
        let info = self.desk.show_paper(PaperRef { id }).unwrap();
        (info.outcome, info.reason)
    }

    /// The queue is looked at so often; gives how many papers are not settled yet.
    ///
    /// # Panics
    /// When the home fails.
    pub fn looks(&self, times: usize) -> usize {
        let look = |_| self.desk.work_off_papers().unwrap();
        (0..times).map(look).last().unwrap_or_default()
    }

    /// A person says what came out.
    ///
    /// # Panics
    /// When that is refused.
    pub fn saw(&self, paper: &PaperInfo, came_out: bool) -> PaperInfo {
        let id = paper.id.clone();
        self.desk.paper_seen(SeenPaper { id, came_out }).unwrap()
    }

    /// Papers are taken back.
    ///
    /// # Panics
    /// When that is refused.
    pub fn takes_back(&self, papers: &[&PaperInfo]) -> Vec<Sent> {
        let ids = papers.iter().map(|paper| paper.id.clone()).collect();
        let taken = self.desk.cancel_papers(PaperRefs { ids }).unwrap();
        let papers = taken.papers.into_iter();
        papers.map(|paper| (paper.outcome, paper.reason)).collect()
    }

    /// The shelf 待打印.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn shelf(&self) -> PaperShelf {
        self.desk.paper_shelf(Nothing {}).unwrap()
    }

    /// How many papers the workbench counts as 待打印.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn to_print(&self) -> u32 {
        let bench = self.desk.workbench(Nothing {}).unwrap();
        let mut tallies = bench.tallies.iter();
        tallies
            .find(|tally| tally.tally == "to_print")
            .unwrap()
            .count
    }
}
