//! Papers in the format of government archives.

use yichuang_print::render_ofd;

use super::{
    guide_style::GuideStyle,
    show::{paper_id, row},
};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, PaperRef, SavedFile},
    report::Outcome,
};

impl Desk {
    /// A paper as OFD (GB/T 33190-2016), laid out as its PDF and always made anew: from the
    /// journal, or of a guide from the catalogue in force. It is had of the receipt, the acceptance
    /// notice and the guide on sheets.
    ///
    /// # Errors
    /// `PAPER-001`, `PAPER-002`, `PAPER-006` for any other document, `OPS-…`.
    pub fn paper_ofd(&self, input: PaperRef) -> Outcome<Vec<u8>> {
        let id = paper_id(&input)?;
        let store = self.store()?;
        let paper = store.read(|read| row(read, id))?;
        self.allowed_to_print(&paper)?;
        if !offered(&paper.document) {
            return Err(ApiError::new(ErrorCode::PaperNoOfd));
        }
        let document = self.drawn(&paper)?.document;
        let made = render_ofd(&document, &*self.fonts()?);
        made.map(|ofd| ofd.bytes)
            .map_err(|e| ApiError::new(ErrorCode::PaperFailed).with("reason", e.code()))
    }

    /// Keeps a paper as OFD in the folder papers are kept in; nothing becomes of the paper by it.
    ///
    /// # Errors
    /// Those of [`Desk::paper_ofd`]; `PAPER-003` when the folder does not take it.
    pub fn save_ofd(&self, input: PaperRef) -> Outcome<SavedFile> {
        let id = paper_id(&input)?;
        let bytes = self.paper_ofd(input)?;
        let paper = self.store()?.read(|read| row(read, id))?;
        match self.put_down(&paper, "ofd", &bytes)? {
            Ok(place) => Ok(SavedFile { place }),
            Err(reason) => Err(ApiError::new(ErrorCode::PrinterFailed).with("reason", reason)),
        }
    }
}

fn offered(document: &str) -> bool {
    let guide = GuideStyle::of_document(document);
    matches!(document, "receipt" | "acceptance")
        || matches!(guide, Some(GuideStyle::Whole | GuideStyle::Large))
}
