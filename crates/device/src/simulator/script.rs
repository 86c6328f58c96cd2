//! What a simulated reader will meet: cards laid down and answers that go wrong.

use std::collections::VecDeque;
use std::time::Duration;

use super::CardImage;
use crate::Command;

/// One way for one answer to go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The checksum is wrong.
    BadChecksum,
    /// This third status byte comes instead of the answer: 80, 81, 41, 66 …
    Status(u8),
    /// Only the first half of the answer comes.
    HalfFrame,
    /// The answer comes in pieces with this pause before each.
    Gaps(Duration),
    /// These bytes come before the preamble.
    Noise(Vec<u8>),
    /// The whole answer comes only when the next command has arrived, ahead of that one's.
    Late,
    /// No answer, now or ever again.
    Stuck,
}

/// A course of events. Cards are laid by the count of finds, so no clock is involved.
#[derive(Clone, Debug, Default)]
pub struct Script {
    pub(super) card: Option<CardImage>,
    pub(super) later: VecDeque<(usize, CardImage)>,
    pub(super) faults: VecDeque<(Command, Fault)>,
}

impl Script {
    /// A reader in order with no card on it.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// A reader in order with `card` on it.
    #[must_use]
    pub fn with_card(card: CardImage) -> Self {
        Self {
            card: Some(card),
            ..Self::default()
        }
    }

    /// Then `card` is laid (the one before it lifted) once `finds` more finds met no card.
    #[must_use]
    pub fn then_after(mut self, finds: usize, card: CardImage) -> Self {
        self.later.push_back((finds, card));
        self
    }

    /// The next answer to `command` not yet spoken for goes wrong like this.
    #[must_use]
    pub fn with_fault(mut self, command: Command, fault: Fault) -> Self {
        self.faults.push_back((command, fault));
        self
    }
}
