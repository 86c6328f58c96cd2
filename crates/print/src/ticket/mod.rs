//! Tickets in the commands of thermal printers (ESC/POS).
//!
//! Owns the bytes of one ticket, from waking the printer to cutting the paper. By default the
//! whole ticket is a picture, so that no character depends on what a printer's own font has; a
//! printer that is trusted with GB 2312 gets text when the ticket says nothing else. Knows
//! no lines to printers, and nothing of what became of a ticket.

mod commands;
mod gb2312;
mod text;

use self::commands::Commands;
use crate::error::PrintError;
use crate::font::FontSet;
use crate::layout::{Layout, layout};
use crate::model::{Document, Paper};
use crate::raster::page_dots;

/// Most pieces of paper one ticket may become, copies counted.
const MOST_PIECES: usize = 8;

/// What is known of a ticket printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TicketPrinter {
    /// The roll in it: [`Paper::Ticket80`] or [`Paper::Ticket58`].
    pub roll: Paper,
    /// It cuts the paper itself.
    pub cutter: bool,
    /// Its own font has all of GB 2312 and it draws QR symbols itself.
    pub text_mode: bool,
}

/// How a ticket was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketMode {
    /// As pictures.
    Raster,
    /// As text in the printer's own font.
    Text,
}

/// A ticket ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// What the printer is sent, at most some five million bytes.
    pub bytes: Vec<u8>,
    /// How it is encoded.
    pub mode: TicketMode,
    /// Pieces of paper, all copies together.
    pub pieces: usize,
    /// Characters drawn as framed code points, by code point.
    pub missing: Vec<char>,
    /// Characters drawn from their pictures, by code point.
    pub pictured: Vec<char>,
}

/// The commands that print `document` on `printer`, on the printer's own roll. The same document,
/// fonts and printer give the same bytes.
///
/// # Errors
/// `PRINT-TICKET` when document or printer is for sheets, `PRINT-PAGES` when it would be too long,
/// and those of [`layout`].
pub fn encode(
    document: &Document,
    fonts: &FontSet,
    printer: &TicketPrinter,
) -> Result<Ticket, PrintError> {
    if !document.paper.is_roll() || !printer.roll.is_roll() {
        return Err(PrintError::NotATicket);
    }
    let document = document.clone().on_roll(printer.roll);
    let laid_out = layout(&document, fonts)?;
    if laid_out.pages.len() > MOST_PIECES {
        return Err(PrintError::TooManyPages { limit: MOST_PIECES });
    }
    let text = printer
        .text_mode
        .then(|| text::pieces(&document, &laid_out))
        .flatten();
    let mut commands = Commands::new();
    let (mode, pieces) = match text {
        Some(pieces) => {
            let count = pieces.len();
            for piece in pieces {
                commands.text(&piece);
                commands.end_piece(printer.cutter);
            }
            (TicketMode::Text, count)
        }
        None => {
            pictures(&mut commands, &laid_out, fonts, printer.cutter)?;
            (TicketMode::Raster, laid_out.pages.len())
        }
    };
    Ok(Ticket {
        bytes: commands.bytes(),
        mode,
        pieces,
        missing: laid_out.missing,
        pictured: laid_out.pictured,
    })
}

fn pictures(
    commands: &mut Commands,
    laid_out: &Layout,
    fonts: &FontSet,
    cutter: bool,
) -> Result<(), PrintError> {
    for page in &laid_out.pages {
        commands.picture(&page_dots(page, fonts)?);
        commands.end_piece(cutter);
    }
    Ok(())
}
