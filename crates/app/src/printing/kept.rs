//! The printers somebody set up, as the settings keep them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use yichuang_print::Paper as Sheet;
use yichuang_store::{Reader, Tx};

use super::routes::sheet_of_key;
use crate::{
    clock::stamp,
    ipc::{ApiError, ErrorCode, PrinterInfo, PrinterTrial},
    report::Outcome,
};

/// Setting: the printers, oldest first.
const PRINTERS: &str = "printers";

/// How a printer is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Ipp,
    TicketNetwork,
    TicketSerial,
    TicketUsb,
    Queue,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Ipp,
        Self::TicketNetwork,
        Self::TicketSerial,
        Self::TicketUsb,
        Self::Queue,
    ];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Ipp => "ipp",
            Self::TicketNetwork => "ticket_network",
            Self::TicketSerial => "ticket_serial",
            Self::TicketUsb => "ticket_usb",
            Self::Queue => "queue",
        }
    }

    pub(super) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    pub(super) const fn is_ticket(self) -> bool {
        matches!(
            self,
            Self::TicketNetwork | Self::TicketSerial | Self::TicketUsb
        )
    }
}

/// A printer somebody set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) address: String,
    /// Millimetres of the roll, of ticket printers alone.
    pub(super) width: Option<u32>,
    pub(super) cutter: bool,
    pub(super) text_mode: bool,
    pub(super) trial: Option<Trial>,
}

/// What somebody said of a trial page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trial {
    pub(super) at: DateTime<Utc>,
    pub(super) good: bool,
}

impl Kept {
    /// Whether the printer can print on this sheet: a roll takes tickets of its own width.
    pub(super) fn takes(&self, sheet: Sheet) -> bool {
        match self.roll() {
            Some(roll) => roll == sheet,
            None => !sheet.is_roll(),
        }
    }

    /// The roll of a ticket printer.
    pub(super) fn roll(&self) -> Option<Sheet> {
        let width = self.width.filter(|_| self.kind.is_ticket())?;
        sheet_of_key(&format!("ticket{width}"))
    }

    pub(super) fn info(&self) -> PrinterInfo {
        PrinterInfo {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind.key().to_owned(),
            address: self.address.clone(),
            width: self.width,
            cutter: self.cutter,
            text_mode: self.text_mode,
            trial: self.trial.map(|trial| PrinterTrial {
                at: stamp(trial.at),
                good: trial.good,
            }),
        }
    }
}

/// Every printer, oldest first.
pub(super) fn printers(read: &Reader<'_>) -> Outcome<Vec<Kept>> {
    Ok(read.setting(PRINTERS)?.unwrap_or_default())
}

/// One of them.
pub(super) fn printer(read: &Reader<'_>, id: &str) -> Outcome<Kept> {
    let kept = printers(read)?.into_iter().find(|kept| kept.id == id);
    kept.ok_or_else(|| ApiError::new(ErrorCode::PrinterUnknown))
}

pub(super) fn keep(tx: &mut Tx<'_>, printers: &[Kept]) -> Outcome<()> {
    Ok(tx.set_setting(PRINTERS, &printers)?)
}
