//! Printers of this machine, which document goes where, and what became of a paper.

use super::{PaperInfo, PaperWaiting};

dto! {
    /// Everything the settings page shows about printing (C17).
    pub struct PrinterBoard {
        /// The printers somebody set up, oldest first.
        pub printers: Vec<PrinterInfo>,
        /// Where each document goes.
        pub routes: Vec<RouteInfo>,
        /// The folder papers are kept in as PDF.
        pub folder: String,
        /// Whether the operator may change any of it.
        pub may_change: bool,
    }
    /// A printer somebody set up.
    pub struct PrinterInfo {
        /// Id.
        pub id: String,
        /// What people call it.
        pub name: String,
        /// `ipp`, `ticket_network`, `ticket_serial`, `ticket_usb`, `queue`.
        pub kind: String,
        /// `ipp://…`, `IP:port`, a serial port, a device file or the system's queue.
        pub address: String,
        /// Width of a ticket printer's roll in millimetres, 58 or 80.
        pub width: Option<u32>,
        /// It has a cutter.
        pub cutter: bool,
        /// Lines whose every character is in GB 2312 may go as text, which is faster.
        pub text_mode: bool,
        /// What came of the last trial; none before the first.
        pub trial: Option<PrinterTrial>,
    }
    /// Somebody looked at a trial page.
    pub struct PrinterTrial {
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// Every character was clear and the symbol could be scanned.
        pub good: bool,
    }
    /// Where a document goes.
    pub struct RouteInfo {
        /// Which document, such as `receipt`.
        pub document: String,
        /// Title in Chinese.
        pub title: String,
        /// The sheets it can be had on: `a4`, `a5`, `ticket80`, `ticket58`, `label`.
        pub sheets: Vec<String>,
        /// The sheet it is made on.
        pub sheet: String,
        /// The printer; none for the folder.
        pub printer: Option<String>,
    }
    /// What a search for printers found.
    pub struct FoundPrinters {
        /// Printers that answered or are there, those already set up too.
        pub found: Vec<FoundPrinter>,
        /// Where was looked, and what came of it.
        pub looked: Vec<LookedFor>,
    }
    /// A printer that is there.
    pub struct FoundPrinter {
        /// As in [`PrinterInfo`].
        pub kind: String,
        /// As in [`PrinterInfo`].
        pub address: String,
        /// What the system calls it.
        pub name: String,
        /// It is set up already.
        pub known: bool,
    }
    /// One place where printers are looked for.
    pub struct LookedFor {
        /// `spooler`, `usb`, `serial`.
        pub place: String,
        /// `found`, `none`, `unreachable`.
        pub outcome: String,
    }
    /// What a printer says of itself just now.
    pub struct PrinterCondition {
        /// The printer.
        pub id: String,
        /// `ready`, `busy`, `attention`, `unreachable`, `silent` (it cannot be asked).
        pub condition: String,
        /// Such as `paper_out`, `cover_open`, `jam`, `wrong_media`, `spooler_gone`.
        pub reasons: Vec<String>,
    }
    /// Papers by what became of them, for the shelf 待打印.
    pub struct PaperShelf {
        /// On a printer and not settled, oldest first.
        pub printing: Vec<PaperWaiting>,
        /// Made or to be made, and nobody has them in hand, oldest first.
        pub waiting: Vec<PaperWaiting>,
        /// Failed, or nobody knows, oldest first.
        pub attention: Vec<PaperWaiting>,
    }
    /// Papers that were sent one after the other.
    pub struct PapersSent {
        /// As they stand now.
        pub papers: Vec<PaperInfo>,
    }
}
input! {
    /// Sets a printer up, or changes it.
    pub struct KeepPrinter {
        /// The printer to change; none for a new one.
        pub id: Option<String>,
        /// What people call it, 1 to 40 characters.
        pub name: String,
        /// As in [`PrinterInfo`].
        pub kind: String,
        /// As in [`PrinterInfo`].
        pub address: String,
        /// As in [`PrinterInfo`]; needed for ticket printers and for nothing else.
        pub width: Option<u32>,
        /// As in [`PrinterInfo`].
        pub cutter: bool,
        /// As in [`PrinterInfo`].
        pub text_mode: bool,
    }
    /// Names a printer.
    pub struct PrinterRef {
        /// Id.
        pub id: String,
    }
    /// Sends a document to a printer from now on.
    pub struct RouteDocument {
        /// Which document.
        pub document: String,
        /// The printer; none for the folder.
        pub printer: Option<String>,
        /// One of the document's sheets.
        pub sheet: String,
    }
    /// Says how a trial page came out.
    pub struct NoteTrial {
        /// The printer.
        pub id: String,
        /// Every character was clear and the symbol could be scanned.
        pub good: bool,
    }
    /// Sends a paper somewhere else than its document usually goes.
    pub struct PrintElsewhere {
        /// The paper.
        pub id: String,
        /// The printer; none for the folder.
        pub printer: Option<String>,
    }
    /// Says what a person saw come out of the printer.
    pub struct SeenPaper {
        /// The paper.
        pub id: String,
        /// It came out whole.
        pub came_out: bool,
    }
    /// Names papers.
    pub struct PaperRefs {
        /// Ids, at most 200.
        pub ids: Vec<String>,
    }
    /// Asks for a picture of a page.
    pub struct PaperPage {
        /// The paper.
        pub id: String,
        /// The page, from 1.
        pub page: u32,
    }
}
