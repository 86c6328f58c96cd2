//! A character device of Linux: opened without waiting, read and written within bounds.

use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{FileType, Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{self, ControlModes, OptionalActions, QueueSelector};

/// An open device. Failures are the kernel's own numbers; a device that went away is `EIO`.
pub(crate) struct Port {
    file: OwnedFd,
}

impl Port {
    /// A serial line: 8N1, raw, opened for this program alone. `ENOTTY` when it is none.
    pub(crate) fn open_serial(path: &Path, baud: u32) -> Result<Self, Errno> {
        let port = open(path)?;
        if !termios::isatty(&port) {
            return Err(Errno::NOTTY);
        }
        termios::ioctl_tiocexcl(&port)?;
        let mut line = termios::tcgetattr(&port)?;
        line.make_raw();
        line.control_modes -= ControlModes::PARENB | ControlModes::CSTOPB | ControlModes::CRTSCTS;
        line.control_modes |= ControlModes::CS8 | ControlModes::CREAD | ControlModes::CLOCAL;
        line.set_speed(baud)?;
        termios::tcsetattr(&port, OptionalActions::Flush, &line)?;
        Ok(Self { file: port })
    }

    /// Any other character device. `ENOTTY` when it is a file of another kind.
    pub(crate) fn open_device(path: &Path) -> Result<Self, Errno> {
        let file = open(path)?;
        let mode = rustix::fs::fstat(&file)?.st_mode;
        if FileType::from_raw_mode(mode) == FileType::CharacterDevice {
            Ok(Self { file })
        } else {
            Err(Errno::NOTTY)
        }
    }

    /// Writes what the device takes of `bytes`; 0 when it took nothing in time.
    pub(crate) fn write(&self, bytes: &[u8], patience: Duration) -> Result<usize, Errno> {
        let until = Instant::now() + patience;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if self.wait(PollFlags::OUT, left)? {
                match rustix::io::write(&self.file, bytes) {
                    Ok(0) | Err(Errno::AGAIN | Errno::INTR) => {}
                    other => return other,
                }
            }
            if left.is_zero() {
                return Ok(0);
            }
        }
    }

    /// Reads what has come; 0 when nothing came in time.
    pub(crate) fn read(&self, buffer: &mut [u8], patience: Duration) -> Result<usize, Errno> {
        if !self.wait(PollFlags::IN, patience)? {
            return Ok(0);
        }
        match rustix::io::read(&self.file, buffer) {
            Ok(0) => Err(Errno::IO),
            Err(Errno::AGAIN | Errno::INTR) => Ok(0),
            other => other,
        }
    }

    /// Throws away what a serial line has received and nobody read.
    pub(crate) fn discard_input(&self) -> Result<(), Errno> {
        termios::tcflush(&self.file, QueueSelector::IFlush)
    }

    /// Whether the device became ready for `what` in time.
    fn wait(&self, what: PollFlags, patience: Duration) -> Result<bool, Errno> {
        let timeout = Timespec::try_from(patience).map_err(|_| Errno::INVAL)?;
        let mut files = [PollFd::new(&self.file, what)];
        match poll(&mut files, Some(&timeout)) {
            Ok(0) | Err(Errno::INTR) => Ok(false),
            Ok(_) if files[0].revents().intersects(what) => Ok(true),
            Ok(_) => Err(Errno::IO),
            Err(errno) => Err(errno),
        }
    }
}

fn open(path: &Path) -> Result<OwnedFd, Errno> {
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    rustix::fs::open(path, flags, Mode::empty())
}
