//! The reader on a Linux serial line: 115200 8N1, raw, opened for this program alone.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::io::Errno;

use crate::ReaderError;
use crate::port::Port;
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
            move || {
                let port = Port::open_serial(&path, BAUD).map_err(broken)?;
                Ok(Box::new(SerialLine(port)) as Box<dyn Link>)
            },
            timings,
        )
    }
}

struct SerialLine(Port);

impl Link for SerialLine {
    fn send(&mut self, mut bytes: &[u8]) -> Result<(), ReaderError> {
        while !bytes.is_empty() {
            match self.0.write(bytes, SEND_PATIENCE).map_err(broken)? {
                0 => return Err(ReaderError::NotResponding),
                count => bytes = &bytes[count..],
            }
        }
        Ok(())
    }

    fn receive(&mut self, buffer: &mut [u8], patience: Duration) -> Result<usize, ReaderError> {
        self.0.read(buffer, patience).map_err(broken)
    }

    fn discard_input(&mut self) -> Result<(), ReaderError> {
        self.0.discard_input().map_err(broken)
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
