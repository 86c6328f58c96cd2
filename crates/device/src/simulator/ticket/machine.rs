//! A ticket printer's states and answers. Pure: bytes in, bytes out.

use super::decode::{Decoder, TicketEvent};
use super::{TicketState, TicketTrouble};

/// What the printer does about the bytes it got.
pub(super) enum Reaction {
    /// It answers this much, possibly nothing.
    Answers(Vec<u8>),
    /// It reads no further.
    Stalls,
    /// It is off.
    Dies,
}

pub(super) struct Machine {
    state: TicketState,
    decoder: Decoder,
    /// Bytes of tickets since the state was set, without questions.
    taken: usize,
    /// What came while it could not print.
    held: Vec<u8>,
    received: Vec<u8>,
}

impl Machine {
    pub(super) fn new(state: TicketState) -> Self {
        Self {
            state,
            decoder: Decoder::default(),
            taken: 0,
            held: Vec::new(),
            received: Vec::new(),
        }
    }

    /// Puts it into another state; what was held back is printed once it can be.
    pub(super) fn set(&mut self, state: TicketState) {
        self.state = state;
        self.taken = 0;
        if self.trouble().is_none() {
            let held = std::mem::take(&mut self.held);
            self.print(&held);
        }
    }

    pub(super) fn paper(&self) -> Vec<TicketEvent> {
        self.decoder.events()
    }

    pub(super) fn received(&self) -> &[u8] {
        &self.received
    }

    pub(super) fn is_stalled(&self) -> bool {
        matches!(self.state, TicketState::StallsAfter(most) if self.taken >= most)
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) -> Reaction {
        self.received.extend(bytes);
        let mut answers = Vec::new();
        let now = bytes.len().min(self.until_trouble());
        let (first, rest) = bytes.split_at(now);
        self.print_and_answer(first, &mut answers);
        match self.state {
            TicketState::DiesAfter(most) if self.taken >= most => return Reaction::Dies,
            TicketState::StallsAfter(most) if self.taken >= most => return Reaction::Stalls,
            TicketState::TroubleAfter(most, trouble) if self.taken >= most => {
                self.state = TicketState::Trouble(trouble);
            }
            _ => {}
        }
        self.hold(rest, &mut answers);
        Reaction::Answers(answers)
    }

    /// How many more bytes are printed before something happens.
    fn until_trouble(&self) -> usize {
        match self.state {
            TicketState::Well | TicketState::Silent | TicketState::Blank => usize::MAX,
            TicketState::Trouble(_) => 0,
            TicketState::TroubleAfter(most, _)
            | TicketState::DiesAfter(most)
            | TicketState::StallsAfter(most) => most.saturating_sub(self.taken),
        }
    }

    fn print_and_answer(&mut self, bytes: &[u8], answers: &mut Vec<u8>) {
        let questions = self.print(bytes);
        self.taken += bytes.len() - 3 * questions.len().min(bytes.len() / 3);
        answers.extend(questions.iter().filter_map(|number| self.answer(*number)));
    }

    fn print(&mut self, bytes: &[u8]) -> Vec<u8> {
        if self.state == TicketState::Blank {
            // The commands are followed, and nothing is seen of them.
            return Decoder::default().feed(bytes);
        }
        self.decoder.feed(bytes)
    }

    /// Keeps bytes that cannot be printed now; questions are answered all the same.
    fn hold(&mut self, bytes: &[u8], answers: &mut Vec<u8>) {
        self.held.extend(bytes);
        while let Some(at) = self
            .held
            .windows(3)
            .position(|three| three[..2] == [0x10, 0x04])
        {
            let question: Vec<u8> = self.held.drain(at..at + 3).collect();
            answers.extend(self.answer(question[2]));
        }
    }

    fn trouble(&self) -> Option<TicketTrouble> {
        match self.state {
            TicketState::Trouble(trouble) => Some(trouble),
            _ => None,
        }
    }

    /// The real-time status: printer, offline cause, error cause, paper sensor.
    fn answer(&self, number: u8) -> Option<u8> {
        if self.state == TicketState::Silent {
            return None;
        }
        let answers = match self.trouble() {
            None => [0x12, 0x12, 0x12, 0x12],
            Some(TicketTrouble::PaperOut) => [0x1A, 0x32, 0x12, 0x72],
            Some(TicketTrouble::CoverOpen) => [0x1A, 0x16, 0x12, 0x12],
            Some(TicketTrouble::CutterStuck) => [0x1A, 0x52, 0x1A, 0x12],
            Some(TicketTrouble::HeadFailed) => [0x1A, 0x52, 0x32, 0x12],
        };
        let index = usize::from(number.checked_sub(1)?);
        answers.get(index).copied()
    }
}
