//! Devices that are not there: the card reader, a ticket printer, a print service.
//!
//! Used by tests and by the demonstration. Each speaks the same bytes as the device and goes
//! through the same states; what goes wrong is told to it. The reader's security module is
//! played on a pseudo-terminal and follows a [`Script`]. Nothing outside this module knows that
//! it exists.

mod card_image;
mod ipp;
mod module;
mod pty;
mod script;
mod ticket;

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};

pub use card_image::CardImage;
pub use ipp::{IppFault, IppOperation, IppPrinter, JobState, JobStep, ReceivedJob};
pub use script::{Fault, Script};
pub use ticket::{Bitmap, TicketEvent, TicketPrinter, TicketState, TicketTrouble};

use crate::Command;
use crate::frame::{Event, FrameParser};
use module::{Module, Piece};
use pty::{Player, Pty};

/// A simulated reader; it ends when dropped, and its port with it.
pub struct Simulator {
    path: PathBuf,
    module: Arc<Mutex<Module>>,
    _player: Player,
}

impl Simulator {
    /// Starts the module on a fresh pseudo-terminal and follows `script`.
    ///
    /// # Errors
    /// When the system has no pseudo-terminal or thread to give.
    pub fn start(script: Script) -> io::Result<Self> {
        let Pty {
            master,
            slave,
            path,
        } = Pty::open()?;
        let module = Arc::new(Mutex::new(Module::new(script)));
        let served = Arc::clone(&module);
        let player = Player::start("card-reader-simulator", move |stop| {
            // An I/O error here means the line is gone, which is how unplugging looks.
            let _ = serve(master, stop, &served);
            drop(slave);
        })?;
        Ok(Self {
            path,
            module,
            _player: player,
        })
    }

    /// The port to open, as a device's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Lays a card on the reader, replacing any other.
    pub fn lay(&self, card: CardImage) {
        self.module().lay(card);
    }

    /// Takes the card away.
    pub fn lift(&self) {
        self.module().lift();
    }

    /// Makes the next answer to `command` go wrong; several queue up.
    pub fn inject(&self, command: Command, fault: Fault) {
        self.module().inject(command, fault);
    }

    /// How many times `command` has been received.
    #[must_use]
    pub fn received(&self, command: Command) -> usize {
        self.module().received(command)
    }

    /// Pulls the plug: the port hangs up and its path is gone when this returns.
    pub fn unplug(self) {}

    fn module(&self) -> MutexGuard<'_, Module> {
        self.module.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers until `stop` hangs up or the line fails.
fn serve(mut line: File, stop: &OwnedFd, module: &Mutex<Module>) -> io::Result<()> {
    let mut parser = FrameParser::new();
    let mut buffer = [0; 256];
    loop {
        let mut ends = [
            PollFd::new(&line, PollFlags::IN),
            PollFd::from_borrowed_fd(stop.as_fd(), PollFlags::IN),
        ];
        poll(&mut ends, None)?;
        if !ends[1].revents().is_empty() {
            return Ok(());
        }
        let count = line.read(&mut buffer)?;
        for event in parser.feed(&buffer[..count]) {
            let pieces = {
                let mut module = module.lock().unwrap_or_else(PoisonError::into_inner);
                match event {
                    Event::Frame(body) => module.answer(&body),
                    Event::Damaged => module.refuse_damaged(),
                }
            };
            for Piece { after, bytes } in pieces {
                thread::sleep(after);
                line.write_all(&bytes)?;
            }
        }
    }
}
