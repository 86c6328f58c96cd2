//! Lines to a ticket printer. Each sends and receives within bounds; none knows ESC/POS.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::printer::{PrinterLink, Reason};

/// The line is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// A line of bytes there and back.
pub(super) trait Line {
    /// Hands over what is taken of `bytes`; 0 when nothing was taken in time.
    fn send(&mut self, bytes: &[u8], patience: Duration) -> Result<usize, Broken>;

    /// Waits at most `patience` for bytes; 0 when none came.
    fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, Broken>;

    /// How long what was taken may still be on its way to the printer.
    fn lag(&self) -> Duration {
        Duration::ZERO
    }

    /// Ends the line so that nothing on its way is thrown away.
    fn finish(&mut self, _patience: Duration) {}
}

/// Opens the line to a ticket printer.
pub(super) fn open(link: &PrinterLink, connect: Duration) -> Result<Box<dyn Line>, Reason> {
    match link {
        PrinterLink::TicketNetwork { address } => {
            NetworkLine::open(*address, connect).map(|line| Box::new(line) as Box<dyn Line>)
        }
        #[cfg(target_os = "linux")]
        PrinterLink::TicketSerial { port, baud } => {
            let port = crate::port::Port::open_serial(port, *baud).map_err(device::unopened)?;
            Ok(Box::new(device::SerialLine::new(port, *baud)))
        }
        #[cfg(target_os = "linux")]
        PrinterLink::TicketUsb { device } => {
            let port = crate::port::Port::open_device(device).map_err(device::unopened)?;
            Ok(Box::new(device::UsbLine(port)))
        }
        _ => Err(Reason::NotReached),
    }
}

struct NetworkLine(TcpStream);

impl NetworkLine {
    fn open(address: SocketAddr, patience: Duration) -> Result<Self, Reason> {
        let stream =
            TcpStream::connect_timeout(&address, patience).map_err(|error| match error.kind() {
                ErrorKind::PermissionDenied => Reason::Refused,
                _ => Reason::NotReached,
            })?;
        // Questions are three bytes long and wait for nothing.
        stream.set_nodelay(true).map_err(|_| Reason::NotReached)?;
        Ok(Self(stream))
    }
}

/// No time at all is no timeout the system knows.
const AT_ONCE: Duration = Duration::from_millis(1);

impl Line for NetworkLine {
    fn send(&mut self, bytes: &[u8], patience: Duration) -> Result<usize, Broken> {
        let patience = Some(patience.max(AT_ONCE));
        self.0.set_write_timeout(patience).map_err(|_| Broken)?;
        counted(self.0.write(bytes))
    }

    fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, Broken> {
        let patience = Some(patience.max(AT_ONCE));
        self.0.set_read_timeout(patience).map_err(|_| Broken)?;
        match self.0.read(buffer) {
            Ok(0) => Err(Broken),
            other => counted(other),
        }
    }

    /// A connection closed with answers unread is reset, and a reset throws away what the
    /// printer has not read yet: the end is said first, and the printer's own is waited for.
    fn finish(&mut self, patience: Duration) {
        let until = Instant::now() + patience;
        let mut buffer = [0; 256];
        if self.0.shutdown(Shutdown::Write).is_err() {
            return;
        }
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || !matches!(self.receive(&mut buffer, left), Ok(1..)) {
                return;
            }
        }
    }
}

fn counted(outcome: std::io::Result<usize>) -> Result<usize, Broken> {
    match outcome {
        Ok(count) => Ok(count),
        Err(error) => match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => Ok(0),
            _ => Err(Broken),
        },
    }
}

#[cfg(target_os = "linux")]
mod device {
    use std::time::Duration;

    use rustix::io::Errno;

    use super::{Broken, Line};
    use crate::port::Port;
    use crate::printer::Reason;

    /// What the kernel may hold of a serial line's bytes, and bits a byte takes there.
    const HELD_BITS: u32 = 8192 * 10;

    pub(super) struct SerialLine {
        port: Port,
        lag: Duration,
    }

    impl SerialLine {
        pub(super) fn new(port: Port, baud: u32) -> Self {
            let lag = Duration::from_secs(1) * HELD_BITS / baud.max(1);
            Self { port, lag }
        }
    }

    impl Line for SerialLine {
        fn send(&mut self, bytes: &[u8], patience: Duration) -> Result<usize, Broken> {
            self.port.write(bytes, patience).map_err(|_| Broken)
        }

        fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, Broken> {
            self.port.read(buffer, patience).map_err(|_| Broken)
        }

        fn lag(&self) -> Duration {
            self.lag
        }
    }

    /// Many USB printers have no way back at all: one that cannot be read is one that says
    /// nothing. That it was pulled out shows when it is written to.
    pub(super) struct UsbLine(pub(super) Port);

    impl Line for UsbLine {
        fn send(&mut self, bytes: &[u8], patience: Duration) -> Result<usize, Broken> {
            self.0.write(bytes, patience).map_err(|_| Broken)
        }

        fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, Broken> {
            Ok(self.0.read(buffer, patience).unwrap_or(0))
        }
    }

    pub(super) fn unopened(errno: Errno) -> Reason {
        match errno {
            Errno::ACCESS | Errno::PERM | Errno::BUSY | Errno::NOTTY | Errno::ISDIR => {
                Reason::Refused
            }
            _ => Reason::NotReached,
        }
    }
}
