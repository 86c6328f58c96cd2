//! What is sent for a paper: its PDF as it was kept, or the same pages in a ticket printer's
//! commands.

use yichuang_device::printer::{JobFormat, Media};
use yichuang_print::Paper as Sheet;
use yichuang_store::PaperRow;

use super::{kept::Kept, routes::routed_sheet};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// Bytes for a printer.
pub(super) struct Load {
    pub(super) bytes: Vec<u8>,
    pub(super) format: JobFormat,
    pub(super) media: Media,
}

impl Desk {
    /// What is sent to this printer for this paper.
    pub(super) fn load(&self, paper: &PaperRow, to: &Kept) -> Outcome<Load> {
        let sheet = self.store()?.read(|read| routed_sheet(read, paper))?;
        match to.roll() {
            Some(_) => Err(ApiError::new(ErrorCode::SheetUnfit)),
            None => Ok(Load {
                bytes: self.paper_bytes(paper.id)?,
                format: JobFormat::Pdf,
                media: page_media(sheet),
            }),
        }
    }
}

fn page_media(sheet: Sheet) -> Media {
    match sheet {
        Sheet::A5 => Media::A5,
        _ => Media::A4,
    }
}
