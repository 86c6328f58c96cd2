//! Handing a paper to the system's printer, or to a folder where there is none.
//!
//! The document goes to CUPS through its own command, with the sheet size named, because printers'
//! own default is often Letter. Without a printer it is saved as a file a person can open and
//! print; both are said exactly as they are.

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use yichuang_print::layout::layout;
use yichuang_store::{PaperRow, Reader};

use super::{
    guide_style::GuideStyle,
    queue::ONCE_NOTICE,
    show::{paper_id, row},
};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, ErrorCode, PaperInfo, PaperRef},
    report::Outcome,
};

impl Desk {
    /// Prints a paper: to the system's default printer, else to the account's folder 便民服务打印.
    ///
    /// # Errors
    /// `PAPER-003` with the reason; the paper is kept and can be printed again.
    pub fn print_paper(&self, input: PaperRef) -> Outcome<PaperInfo> {
        let id = paper_id(&input)?;
        let store = self.store()?;
        let paper = store.read(|read| row(read, id))?;
        self.allowed_to_print(&paper)?;
        let bytes = self.paper_bytes(id)?;
        let media = self.media(&paper)?;
        let name = store.read(|read| file_name(read, &paper))?;
        let taken = match default_printer() {
            Some(printer) => spool(&printer, &media, &bytes).map(|()| ("sent", printer)),
            None => self.save(&name, &bytes).map(|at| ("saved", at)),
        };
        let (outcome, place) = match taken {
            Ok((outcome, place)) => (outcome, place),
            Err(reason) => {
                store.write(|tx| tx.settle_paper(id, "failed", &reason))?;
                self.announce(ChangedKind::Paper, Some(input.id));
                return Err(ApiError::new(ErrorCode::PrinterFailed).with("reason", reason));
            }
        };
        store.write(|tx| tx.settle_paper(id, outcome, &place))?;
        self.announce(ChangedKind::Paper, Some(input.id));
        self.paper_info(id)
    }

    /// The sheet as CUPS names it; a ticket's is as long as what it says.
    fn media(&self, paper: &PaperRow) -> Outcome<String> {
        match GuideStyle::of_document(&paper.document) {
            Some(GuideStyle::Ticket) => {
                let document = self.store()?.read(|read| self.document(read, paper))?;
                let pages = layout(&document.document, &*self.fonts()?).map(|made| made.pages);
                let pages = pages.map_err(|error| {
                    ApiError::new(ErrorCode::PaperFailed).with("reason", error.code())
                })?;
                let longest = pages.iter().map(|page| page.height).fold(0.0, f32::max);
                let millimetres = (longest * 25.4 / 72.0).ceil();
                Ok(format!("Custom.80x{millimetres}mm"))
            }
            _ if paper.document == "receipt" => Ok("iso_a5_148x210mm".to_owned()),
            _ => Ok("iso_a4_210x297mm".to_owned()),
        }
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, String> {
        let folder = print_folder().unwrap_or_else(|| self.host.home.join("spool"));
        let file = folder.join(format!("{name}.pdf"));
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(&file, bytes))
            .map(|()| file.display().to_string())
            .map_err(|error| error.kind().to_string())
    }
}

/// A name a person finds again: the document, its case or matter, and which printing it is.
fn file_name(read: &Reader<'_>, paper: &PaperRow) -> Outcome<String> {
    let case = paper
        .case
        .map(|case| read.case(case))
        .transpose()?
        .flatten();
    let about = case
        .map(|row| row.number.to_string())
        .or_else(|| paper.matter.as_ref().map(ToString::to_string));
    // Two drafts of one matter are two people's papers, and so are two notices.
    let whose = paper
        .draft
        .map(|draft| draft.to_string())
        .or_else(|| (paper.document == ONCE_NOTICE).then(|| paper.id.to_string()))
        .map(|id| format!("-{id}"))
        .unwrap_or_default();
    let about = about
        .map(|about| format!("-{about}{whose}"))
        .unwrap_or_default();
    Ok(format!("{}{about}-{}", paper.document, paper.copy))
}

/// Where a person looks for a saved paper.
fn print_folder() -> Option<PathBuf> {
    std::env::var_os("YICHUANG_PRINT_FOLDER")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join("便民服务打印")))
}

/// The system's default destination; none without CUPS or without a printer.
fn default_printer() -> Option<String> {
    let asked = Command::new("lpstat")
        .arg("-d")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8(asked.stdout).ok()?;
    let name = said
        .trim()
        .strip_prefix("system default destination:")?
        .trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn spool(printer: &str, media: &str, bytes: &[u8]) -> Result<(), String> {
    let told = |error: std::io::Error| error.kind().to_string();
    let mut lp = Command::new("lp")
        .args([
            "-d",
            printer,
            "-o",
            &format!("media={media}"),
            "-o",
            "print-scaling=none",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(told)?;
    if let Some(mut input) = lp.stdin.take() {
        input.write_all(bytes).map_err(told)?;
    }
    let ended = lp.wait().map_err(told)?;
    if ended.success() {
        Ok(())
    } else {
        Err("refused".to_owned())
    }
}
