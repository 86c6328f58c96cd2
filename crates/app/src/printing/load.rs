//! What is sent for a paper: its PDF as it was kept, or the same pages in a ticket printer's
//! commands.

use yichuang_device::printer::{JobFormat, Media};
use yichuang_print::{
    Paper as Sheet,
    layout::layout,
    ticket::{TicketPrinter, encode},
};
use yichuang_store::PaperRow;

use super::{kept::Kept, routes::routed_sheet};
use crate::{Desk, paper::unmade, report::Outcome};

const POINTS_PER_MM: f32 = 72.0 / 25.4;

/// Bytes for a printer.
pub(super) struct Load {
    pub(super) bytes: Vec<u8>,
    pub(super) format: JobFormat,
    pub(super) media: Media,
}

impl Desk {
    /// What is sent to this printer for this paper.
    pub(super) fn load(&self, paper: &PaperRow, to: &Kept) -> Outcome<Load> {
        if let Some(roll) = to.roll() {
            return self.ticket(paper, to, roll);
        }
        let sheet = self.store()?.read(|read| routed_sheet(read, paper))?;
        Ok(Load {
            bytes: self.paper_bytes(paper.id)?,
            format: JobFormat::Pdf,
            media: page_media(sheet),
        })
    }

    fn ticket(&self, paper: &PaperRow, to: &Kept, roll: Sheet) -> Outcome<Load> {
        let document = self.paper_document(paper)?;
        let fonts = self.fonts()?;
        let printer = TicketPrinter {
            roll,
            cutter: to.cutter,
            text_mode: to.text_mode,
        };
        let ticket = encode(&document, &fonts, &printer).map_err(unmade)?;
        let pages = layout(&document, &fonts).map_err(unmade)?.pages;
        let length: f32 = pages.iter().map(|page| page.height / POINTS_PER_MM).sum();
        Ok(Load {
            bytes: ticket.bytes,
            format: JobFormat::EscPos,
            media: Media::Roll {
                width_mm: roll.size_mm().0 as u32,
                length_mm: length.ceil() as u32,
            },
        })
    }
}

fn page_media(sheet: Sheet) -> Media {
    match sheet {
        Sheet::A5 => Media::A5,
        Sheet::Label => Media::Label100x180,
        Sheet::A4 | Sheet::Ticket80 | Sheet::Ticket58 => Media::A4,
    }
}
