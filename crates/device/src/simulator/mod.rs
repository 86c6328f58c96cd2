//! A reader that is not there: the security module played on a pseudo-terminal.
//!
//! Used by tests and by the demonstration. It speaks the same bytes as the device (reset,
//! status, find, select, read) and goes through the same states; a [`Script`] lays cards and
//! makes it misbehave. Nothing outside this module knows that it exists.

mod card_image;
mod module;
mod script;

use std::fs::File;
use std::io::{self, PipeWriter, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::pty::{self, OpenptFlags};
use rustix::termios::{self, OptionalActions};

pub use card_image::CardImage;
pub use script::{Fault, Script};

use crate::Command;
use crate::frame::{Event, FrameParser};
use module::{Module, Piece};

/// A simulated reader; it ends when dropped, and its port with it.
pub struct Simulator {
    path: PathBuf,
    module: Arc<Mutex<Module>>,
    stop: Option<PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Simulator {
    /// Starts the module on a fresh pseudo-terminal and follows `script`.
    ///
    /// # Errors
    /// When the system has no pseudo-terminal or thread to give.
    pub fn start(script: Script) -> io::Result<Self> {
        let master = pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)?;
        pty::grantpt(&master)?;
        pty::unlockpt(&master)?;
        let name = pty::ptsname(&master, Vec::new())?;
        let path = PathBuf::from(name.to_str().map_err(io::Error::other)?);
        // Held open so that the line is raw from the start and does not hang up between readers.
        let slave = File::options().read(true).write(true).open(&path)?;
        let mut line = termios::tcgetattr(&slave)?;
        line.make_raw();
        termios::tcsetattr(&slave, OptionalActions::Now, &line)?;

        let module = Arc::new(Mutex::new(Module::new(script)));
        let (wake, stop) = io::pipe()?;
        let served = Arc::clone(&module);
        let thread = thread::Builder::new()
            .name("card-reader-simulator".into())
            .spawn(move || {
                // An I/O error here means the line is gone, which is how unplugging looks.
                let _ = serve(File::from(master), &wake.into(), &served);
                drop(slave);
            })?;
        Ok(Self {
            path,
            module,
            stop: Some(stop),
            thread: Some(thread),
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

impl Drop for Simulator {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has been printed by then and harms nobody else.
            let _ = thread.join();
        }
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
