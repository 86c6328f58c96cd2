//! Pseudo-terminals and the threads that play a device on one end.

use std::fs::File;
use std::io::{self, PipeWriter};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use rustix::pty::{self, OpenptFlags};
use rustix::termios::{self, OptionalActions};

/// A raw pseudo-terminal.
pub(super) struct Pty {
    /// The device's end.
    pub(super) master: File,
    /// The other end, held open so that the line does not hang up between two users of it.
    pub(super) slave: File,
    /// The path the other end is opened at.
    pub(super) path: PathBuf,
}

impl Pty {
    pub(super) fn open() -> io::Result<Self> {
        let master = pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)?;
        pty::grantpt(&master)?;
        pty::unlockpt(&master)?;
        let name = pty::ptsname(&master, Vec::new())?;
        let path = PathBuf::from(name.to_str().map_err(io::Error::other)?);
        let slave = File::options().read(true).write(true).open(&path)?;
        let mut line = termios::tcgetattr(&slave)?;
        line.make_raw();
        termios::tcsetattr(&slave, OptionalActions::Now, &line)?;
        Ok(Self {
            master: File::from(master),
            slave,
            path,
        })
    }
}

/// A thread that plays a device; it is told to end, and waited for, when dropped.
pub(super) struct Player {
    stop: Option<PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Player {
    /// Runs `play` on a thread of this name. The file it is given hangs up when it shall end.
    pub(super) fn start(
        name: &str,
        play: impl FnOnce(&OwnedFd) + Send + 'static,
    ) -> io::Result<Self> {
        let (wake, stop) = io::pipe()?;
        let thread = thread::Builder::new()
            .name(name.into())
            .spawn(move || play(&wake.into()))?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has been printed by then and harms nobody else.
            let _ = thread.join();
        }
    }
}
