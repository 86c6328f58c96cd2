//! One reader as its callers see it, and the conversation that reads a card over any link.
//!
//! Timing follows the module's rules: no find within 300 ms of the last; a card that failed
//! must be lifted before it is found again; a card that was read is not found again until it
//! is lifted and laid down.

use std::time::{Duration, Instant};

use crate::card::IdCard;
use crate::frame::{Event, FrameParser};
use crate::protocol::{Command, Reply};
use crate::{Cancel, ReaderError};

/// An identity card reader at the counter.
pub trait IdCardReader: Send {
    /// Waits at most `timeout` for a card and reads it. A card found in time gets up to
    /// [`Timings::read_reply`] of its own for the reading. Nothing is kept between calls but
    /// whether the last card must be lifted first.
    ///
    /// # Errors
    /// Any [`ReaderError`]; after each the next call starts afresh, opening the port again
    /// when it had vanished.
    fn read(&mut self, timeout: Duration, cancel: &Cancel) -> Result<IdCard, ReaderError>;

    /// Asks the reader whether it could read now; takes no longer than one answer does.
    fn status(&mut self) -> ReaderStatus;
}

/// What the light beside 「读卡器」 shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReaderStatus {
    /// The module answered and is well.
    Ready,
    /// It cannot be used, and why.
    Unavailable(ReaderError),
}

/// A byte line to the module. Implementations own the port and nothing of the protocol.
pub trait Link: Send {
    /// Sends all of `bytes`.
    ///
    /// # Errors
    /// [`ReaderError::NotConnected`] when the line is gone, [`ReaderError::LinkFailed`] else.
    fn send(&mut self, bytes: &[u8]) -> Result<(), ReaderError>;

    /// Waits at most `patience` for bytes; 0 means none came.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, ReaderError>;

    /// Throws away what has arrived and not been received.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    fn discard_input(&mut self) -> Result<(), ReaderError>;
}

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Timings {
    /// Between two finds; the module wants more than 300 ms.
    pub poll: Duration,
    /// For the answer to anything but a read.
    pub reply: Duration,
    /// For the whole answer to a read.
    pub read_reply: Duration,
}

impl Default for Timings {
    fn default() -> Self {
        Self {
            poll: Duration::from_millis(320),
            reply: Duration::from_millis(1500),
            read_reply: Duration::from_secs(3),
        }
    }
}

/// How often a step that may succeed without touching the card is tried within one read.
const TRIES: u8 = 3;
/// Longest sleep on the line between two looks at the cancel token.
const SLICE: Duration = Duration::from_millis(50);
/// After a damaged frame, how long a good one may still follow.
const SETTLE: Duration = Duration::from_millis(300);

type Opener = Box<dyn Fn() -> Result<Box<dyn Link>, ReaderError> + Send>;

/// A reader with the standard security module (SAM_V) behind some [`Link`].
pub struct SamReader {
    open: Opener,
    link: Option<Box<dyn Link>>,
    parser: FrameParser,
    timings: Timings,
    last_find: Option<Instant>,
    must_lift: bool,
}

impl SamReader {
    /// A reader whose link is made by `open` when first needed and again after it broke.
    pub fn over(
        open: impl Fn() -> Result<Box<dyn Link>, ReaderError> + Send + 'static,
        timings: Timings,
    ) -> Self {
        Self {
            open: Box::new(open),
            link: None,
            parser: FrameParser::new(),
            timings,
            last_find: None,
            must_lift: false,
        }
    }

    /// Sends `command` and waits for its answer; a broken link is dropped.
    fn exchange(&mut self, command: Command, cancel: &Cancel) -> Result<Reply, ReaderError> {
        let outcome = self.talk(command, cancel);
        if outcome.as_ref().is_err_and(ReaderError::breaks_link) {
            self.link = None;
        }
        let reply = outcome?;
        reply.outcome().map(|()| reply)
    }

    fn talk(&mut self, command: Command, cancel: &Cancel) -> Result<Reply, ReaderError> {
        let patience = match command {
            Command::ReadText => self.timings.read_reply,
            _ => self.timings.reply,
        };
        let link = match &mut self.link {
            Some(link) => link,
            none => none.insert((self.open)()?),
        };
        self.parser.reset();
        link.discard_input()?;
        link.send(&command.frame())?;
        let mut deadline = Instant::now() + patience;
        let mut damaged = false;
        let mut buffer = [0; 512];
        while !cancel.is_cancelled() {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(if damaged || self.parser.is_inside_frame() {
                    ReaderError::Garbled
                } else {
                    ReaderError::NotResponding
                });
            }
            let count = link.receive(&mut buffer, left.min(SLICE))?;
            for event in self.parser.feed(&buffer[..count]) {
                match event {
                    Event::Frame(body) => match Reply::parse(body) {
                        Some(reply) if reply.answers(command) => return Ok(reply),
                        _ => {}
                    },
                    Event::Damaged => {
                        damaged = true;
                        deadline = deadline.min(Instant::now() + SETTLE);
                    }
                }
            }
        }
        Err(ReaderError::Cancelled)
    }

    /// Find, select, read: `None` when there is no card to be found.
    fn attempt(&mut self, cancel: &Cancel) -> Result<Option<IdCard>, ReaderError> {
        self.last_find = Some(Instant::now());
        match self.exchange(Command::Find, cancel) {
            Ok(_) => self.must_lift = false,
            Err(ReaderError::NoCard) => return Ok(None),
            Err(other) => return Err(other),
        }
        match self.exchange(Command::Select, cancel) {
            Ok(_) => {}
            Err(ReaderError::NoCard) => return Err(ReaderError::SelectFailed),
            Err(other) => return Err(other),
        }
        self.must_lift = true;
        let reply = match self.exchange(Command::ReadText, cancel) {
            Err(ReaderError::NoCard) => return Err(ReaderError::ReadFailed),
            other => other?,
        };
        IdCard::from_text_block(&reply.into_text_block()?).map(Some)
    }

    /// What is still to wait before the module may be asked to find again.
    fn pause(&self) -> Duration {
        self.last_find.map_or(Duration::ZERO, |last| {
            self.timings.poll.saturating_sub(last.elapsed())
        })
    }
}

impl IdCardReader for SamReader {
    fn read(&mut self, timeout: Duration, cancel: &Cancel) -> Result<IdCard, ReaderError> {
        let deadline = Instant::now() + timeout;
        let mut tries = 0;
        loop {
            if cancel.wait(self.pause()) {
                return Err(ReaderError::Cancelled);
            }
            let setback = match self.attempt(cancel) {
                Ok(Some(card)) => return Ok(card),
                Ok(None) if self.must_lift => ReaderError::LiftCard,
                Ok(None) => ReaderError::NoCard,
                Err(error) => {
                    tries += 1;
                    let again = error.is_worth_retrying() && !self.must_lift;
                    if !again || tries == TRIES {
                        return Err(error);
                    }
                    error
                }
            };
            if Instant::now() + self.pause() >= deadline {
                return Err(setback);
            }
        }
    }

    fn status(&mut self) -> ReaderStatus {
        match self.exchange(Command::Status, &Cancel::new()) {
            Ok(_) => ReaderStatus::Ready,
            Err(error) => ReaderStatus::Unavailable(error),
        }
    }
}
