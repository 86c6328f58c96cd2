//! The reader on a Linux serial line: 115200 8N1, raw, opened for this program alone.

use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{self, ControlModes, OptionalActions, QueueSelector};

use crate::ReaderError;
use crate::reader::{Link, SamReader, Timings};

const BAUD: u32 = 115_200;
/// A request is 10 bytes; a line that cannot take them for so long is stuck.
const SEND_PATIENCE: Duration = Duration::from_secs(1);

impl SamReader {
    /// The reader at a serial port such as `/dev/ttyUSB0`, with the module's usual timings.
    /// The port is opened on first use and again after it was unplugged.
    #[must_use]
    pub fn on_serial_line(path: &Path) -> Self {
        Self::on_serial_line_with(path, Timings::default())
    }

    /// As [`on_serial_line`](Self::on_serial_line), with other timings.
    #[must_use]
    pub fn on_serial_line_with(path: &Path, timings: Timings) -> Self {
        let path: PathBuf = path.to_owned();
        Self::over(
            move || Ok(Box::new(SerialLine::open(&path)?) as Box<dyn Link>),
            timings,
        )
    }
}

struct SerialLine {
    port: OwnedFd,
}

impl SerialLine {
    fn open(path: &Path) -> Result<Self, ReaderError> {
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let port = rustix::fs::open(path, flags, Mode::empty()).map_err(broken)?;
        if !termios::isatty(&port) {
            return Err(ReaderError::NotASerialLine);
        }
        termios::ioctl_tiocexcl(&port).map_err(broken)?;
        let mut line = termios::tcgetattr(&port).map_err(broken)?;
        line.make_raw();
        line.control_modes -= ControlModes::PARENB | ControlModes::CSTOPB | ControlModes::CRTSCTS;
        line.control_modes |= ControlModes::CS8 | ControlModes::CREAD | ControlModes::CLOCAL;
        line.set_speed(BAUD).map_err(broken)?;
        termios::tcsetattr(&port, OptionalActions::Flush, &line).map_err(broken)?;
        Ok(Self { port })
    }

    /// Whether the port became ready for `what` in time; a hung-up line is not connected.
    fn wait(&self, what: PollFlags, patience: Duration) -> Result<bool, ReaderError> {
        let timeout = Timespec::try_from(patience).map_err(|_| broken(Errno::INVAL))?;
        let mut ports = [PollFd::new(&self.port, what)];
        match poll(&mut ports, Some(&timeout)) {
            Ok(0) | Err(Errno::INTR) => Ok(false),
            Ok(_) if ports[0].revents().intersects(what) => Ok(true),
            Ok(_) => Err(ReaderError::NotConnected),
            Err(errno) => Err(broken(errno)),
        }
    }
}

impl Link for SerialLine {
    fn send(&mut self, mut bytes: &[u8]) -> Result<(), ReaderError> {
        while !bytes.is_empty() {
            if !self.wait(PollFlags::OUT, SEND_PATIENCE)? {
                return Err(ReaderError::NotResponding);
            }
            match rustix::io::write(&self.port, bytes) {
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::AGAIN | Errno::INTR) => {}
                Err(errno) => return Err(broken(errno)),
            }
        }
        Ok(())
    }

    fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, ReaderError> {
        if !self.wait(PollFlags::IN, patience)? {
            return Ok(0);
        }
        match rustix::io::read(&self.port, buffer) {
            Ok(0) => Err(ReaderError::NotConnected),
            Ok(count) => Ok(count),
            Err(Errno::AGAIN | Errno::INTR) => Ok(0),
            Err(errno) => Err(broken(errno)),
        }
    }

    fn discard_input(&mut self) -> Result<(), ReaderError> {
        termios::tcflush(&self.port, QueueSelector::IFlush).map_err(broken)
    }
}

fn broken(errno: Errno) -> ReaderError {
    match errno {
        Errno::NOENT | Errno::NODEV | Errno::NXIO | Errno::IO => ReaderError::NotConnected,
        Errno::ACCESS | Errno::PERM => ReaderError::AccessDenied,
        Errno::BUSY => ReaderError::PortBusy,
        Errno::NOTTY | Errno::ISDIR => ReaderError::NotASerialLine,
        other => ReaderError::LinkFailed {
            os: other.raw_os_error(),
        },
    }
}
