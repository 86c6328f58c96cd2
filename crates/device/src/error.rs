//! What can go wrong at the card reader, under codes that never change.

use thiserror::Error;

/// Which of the two clerk messages of the interface (ux.md §7) a failure leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Advice {
    /// D1: the reader works, the card was not read; lay it flat again or type.
    LayCardAgain,
    /// D2: the reader itself cannot be used; type, and plug it in when there is time.
    CheckReader,
}

/// A reading that did not succeed. Carries no personal data, so it may be logged.
///
/// `sw` is the third status byte of the module, kept for the help desk.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReaderError {
    /// The port does not exist, or vanished while in use.
    #[error("the reader is not connected")]
    NotConnected,
    /// The account may not open the port.
    #[error("the reader's port may not be opened by this account")]
    AccessDenied,
    /// Another program holds the port.
    #[error("the reader's port is in use by another program")]
    PortBusy,
    /// The path names something that is not a serial line.
    #[error("the path is not a serial line")]
    NotASerialLine,
    /// The module did not answer in time.
    #[error("the reader does not answer")]
    NotResponding,
    /// The module answered that it cannot work (self-test, authorisation, unknown command).
    #[error("the reader reports a fault (SW {sw:02X})")]
    ModuleFault {
        /// Third status byte.
        sw: u8,
    },
    /// Any other failure of the line; the number is the operating system's.
    #[error("the reader's line failed (os error {os})")]
    LinkFailed {
        /// `errno` of the failed call.
        os: i32,
    },
    /// No card was laid on the reader in time.
    #[error("no card was presented")]
    NoCard,
    /// A card was handled before and nothing new has come: it must be lifted and laid again.
    #[error("the card must be lifted and laid down again")]
    LiftCard,
    /// The card was seen but could not be selected (SW 81).
    #[error("the card could not be selected")]
    SelectFailed,
    /// The card was selected but its content could not be read (SW 41, or taken away).
    #[error("the card could not be read")]
    ReadFailed,
    /// Card and module refused each other (SW 31, 32, 33, 40, 47).
    #[error("the card was rejected (SW {sw:02X})")]
    CardRejected {
        /// Third status byte.
        sw: u8,
    },
    /// The answer arrived damaged.
    #[error("the reader's answer was damaged")]
    Garbled,
    /// The chip's text breaks its layout; `field` names the part, never its content.
    #[error("the card's text is malformed ({field})")]
    Malformed {
        /// Name of the field in the layout.
        field: &'static str,
    },
    /// The caller asked to stop.
    #[error("reading was cancelled")]
    Cancelled,
}

impl ReaderError {
    /// The stable code shown small beside the message and read out to the help desk.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotConnected => "DEVICE-001",
            Self::AccessDenied => "DEVICE-002",
            Self::PortBusy => "DEVICE-003",
            Self::NotASerialLine => "DEVICE-004",
            Self::NotResponding => "DEVICE-005",
            Self::ModuleFault { .. } => "DEVICE-006",
            Self::LinkFailed { .. } => "DEVICE-007",
            Self::NoCard => "DEVICE-101",
            Self::LiftCard => "DEVICE-102",
            Self::SelectFailed => "DEVICE-103",
            Self::ReadFailed => "DEVICE-104",
            Self::CardRejected { .. } => "DEVICE-105",
            Self::Garbled => "DEVICE-106",
            Self::Malformed { .. } => "DEVICE-107",
            Self::Cancelled => "DEVICE-199",
        }
    }

    /// The message to show, or `None` when the person asked to stop and needs no telling.
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        match self {
            Self::NotConnected
            | Self::AccessDenied
            | Self::PortBusy
            | Self::NotASerialLine
            | Self::NotResponding
            | Self::ModuleFault { .. }
            | Self::LinkFailed { .. } => Some(Advice::CheckReader),
            Self::NoCard
            | Self::LiftCard
            | Self::SelectFailed
            | Self::ReadFailed
            | Self::CardRejected { .. }
            | Self::Garbled
            | Self::Malformed { .. } => Some(Advice::LayCardAgain),
            Self::Cancelled => None,
        }
    }

    /// Whether trying the same step again, without touching the card, may help.
    pub(crate) fn is_worth_retrying(&self) -> bool {
        matches!(
            self,
            Self::Garbled | Self::NotResponding | Self::SelectFailed
        )
    }

    /// Whether the line must be opened anew before the next attempt.
    pub(crate) fn breaks_link(&self) -> bool {
        matches!(self, Self::NotConnected | Self::LinkFailed { .. })
    }
}
