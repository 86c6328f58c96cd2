//! The module's states and answers. Pure: bytes in, timed bytes out.

use std::time::Duration;

use super::{CardImage, Fault, Script};
use crate::Command;
use crate::frame;
use crate::protocol::{
    SW_FOUND, SW_NO_CARD, SW_OK, SW_READ_FAILED, SW_SELECT_FAILED, read_data, reply_body,
};

/// SW3: the request's checksum is wrong.
const SW_CHECKSUM: u8 = 0x10;
/// SW3: no such command.
const SW_BAD_COMMAND: u8 = 0x21;
/// How many pieces an answer with gaps comes in.
const PIECES: usize = 4;

/// Bytes to put on the line after a pause.
pub(super) struct Piece {
    pub(super) after: Duration,
    pub(super) bytes: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NoCard,
    Present,
    Selected,
    /// Read, or failed to: not found again until lifted.
    Spent,
}

pub(super) struct Module {
    script: Script,
    card: Option<CardImage>,
    state: State,
    stuck: bool,
    withheld: Vec<u8>,
    received: Vec<Command>,
}

impl Module {
    pub(super) fn new(mut script: Script) -> Self {
        let card = script.card.take();
        let state = match card {
            Some(_) => State::Present,
            None => State::NoCard,
        };
        Self {
            script,
            card,
            state,
            stuck: false,
            withheld: Vec::new(),
            received: Vec::new(),
        }
    }

    pub(super) fn lay(&mut self, card: CardImage) {
        self.card = Some(card);
        self.state = State::Present;
    }

    pub(super) fn lift(&mut self) {
        self.card = None;
        self.state = State::NoCard;
    }

    pub(super) fn inject(&mut self, command: Command, fault: Fault) {
        self.script.faults.push_back((command, fault));
    }

    pub(super) fn received(&self, command: Command) -> usize {
        self.received.iter().filter(|c| **c == command).count()
    }

    /// The answer to a request whose frame was damaged.
    pub(super) fn refuse_damaged(&mut self) -> Vec<Piece> {
        if self.stuck {
            return Vec::new();
        }
        vec![whole(framed(SW_CHECKSUM, &[]))]
    }

    /// The answer to a request with this body.
    pub(super) fn answer(&mut self, body: &[u8]) -> Vec<Piece> {
        let Some(command) = Command::from_body(body) else {
            return self.spoil(framed(SW_BAD_COMMAND, &[]), None);
        };
        self.received.push(command);
        let fault = self.next_fault(command);
        if let Some(Fault::Status(sw)) = fault {
            self.fail(command);
            return self.spoil(framed(sw, &[]), None);
        }
        let (sw, data) = self.carry_out(command);
        self.spoil(framed(sw, &data), fault)
    }

    fn next_fault(&mut self, command: Command) -> Option<Fault> {
        let faults = &mut self.script.faults;
        let at = faults.iter().position(|(of, _)| *of == command)?;
        faults.remove(at).map(|(_, fault)| fault)
    }

    fn carry_out(&mut self, command: Command) -> (u8, Vec<u8>) {
        match command {
            Command::Reset | Command::Status => (SW_OK, Vec::new()),
            Command::Find => self.find(),
            Command::Select if self.state == State::Present => {
                self.state = State::Selected;
                (SW_OK, vec![0; 8])
            }
            Command::Select => (SW_SELECT_FAILED, Vec::new()),
            Command::ReadText => match &self.card {
                Some(card) if self.state == State::Selected => {
                    self.state = State::Spent;
                    (SW_OK, read_data(card.block(), &[0xA5; 1024]))
                }
                _ => (SW_READ_FAILED, Vec::new()),
            },
        }
    }

    fn find(&mut self) -> (u8, Vec<u8>) {
        if matches!(self.state, State::Present | State::Selected) {
            self.state = State::Present;
            return (SW_FOUND, vec![0; 4]);
        }
        match self.script.later.front_mut() {
            Some((0 | 1, _)) => {
                if let Some((_, card)) = self.script.later.pop_front() {
                    self.lay(card);
                }
            }
            Some((finds, _)) => *finds -= 1,
            None => {}
        }
        (SW_NO_CARD, Vec::new())
    }

    /// A failed read spends the card; a failed find or select leaves it.
    fn fail(&mut self, command: Command) {
        if command == Command::ReadText && self.card.is_some() {
            self.state = State::Spent;
        }
    }

    fn spoil(&mut self, mut frame: Vec<u8>, fault: Option<Fault>) -> Vec<Piece> {
        if self.stuck {
            return Vec::new();
        }
        let mut line = std::mem::take(&mut self.withheld);
        match fault {
            Some(Fault::Stuck) => {
                self.stuck = true;
                return Vec::new();
            }
            Some(Fault::Late) => {
                self.withheld = frame;
                return Vec::new();
            }
            Some(Fault::Gaps(pause)) => {
                line.extend(frame);
                return in_pieces(&line, pause);
            }
            Some(Fault::BadChecksum) => {
                if let Some(check) = frame.last_mut() {
                    *check ^= 0xFF;
                }
            }
            Some(Fault::HalfFrame) => frame.truncate(frame.len() / 2),
            Some(Fault::Noise(noise)) => line.extend(noise),
            Some(Fault::Status(_)) | None => {}
        }
        line.extend(frame);
        vec![whole(line)]
    }
}

fn framed(sw: u8, data: &[u8]) -> Vec<u8> {
    frame::encode(&reply_body(sw, data)).unwrap_or_default()
}

fn whole(bytes: Vec<u8>) -> Piece {
    Piece {
        after: Duration::ZERO,
        bytes,
    }
}

fn in_pieces(frame: &[u8], pause: Duration) -> Vec<Piece> {
    frame
        .chunks(frame.len().div_ceil(PIECES))
        .map(|part| Piece {
            after: pause,
            bytes: part.to_vec(),
        })
        .collect()
}
