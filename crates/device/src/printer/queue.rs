//! Page printers at a queue of Windows, drawn by the system's own PDF reader.
//!
//! Built for Windows alone and not run in the tests of this repository. A queue says no more
//! than that it took a document; like a ticket printer that never answers, it is taken at its
//! word, and the person's word stands above it. Tickets do not go through queues: drivers draw
//! pages, and what they are sent raw they may drop without a word.

use std::io::Write;

use tempfile::NamedTempFile;
use winprint::printer::{
    FilePrinter, FindDeviceError, PrintOutcome, PrinterDevice, WinPdfPrinter, WinPdfPrinterError,
};
use winprint::ticket::{PrintCapabilities, PrintTicket, PrintTicketBuilder};

use super::{Condition, JobFormat, Media, PrintJob, Printer, PrinterError, Progress};
use super::{Reason, Submitted};

/// How far a sheet of the driver may be from the one asked for, in micrometres.
const NEAR: u32 = 1000;

/// A queue by its name.
pub(super) struct QueuePrinter {
    name: String,
    /// The last document that was handed over whole.
    last: Option<String>,
}

impl QueuePrinter {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            last: None,
        }
    }

    fn device(&self) -> Result<PrinterDevice, Reason> {
        PrinterDevice::by_os_name(&self.name).map_err(|error| match error {
            FindDeviceError::NotFound => Reason::NotReached,
            _ => Reason::SpoolerGone,
        })
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<(), PrinterError> {
        let device = self.device().map_err(PrinterError::NotSent)?;
        let ticket = ticket(&device, job.media).map_err(PrinterError::NotSent)?;
        let file = kept(job.bytes).map_err(|_| PrinterError::NotSent(Reason::Refused))?;
        match WinPdfPrinter::new(device).print(file.path(), ticket) {
            Ok(PrintOutcome::Completed) => Ok(()),
            Ok(PrintOutcome::Canceled) => Err(PrinterError::InDoubt(Reason::Cancelled)),
            Err(
                WinPdfPrinterError::InvalidPath(_) | WinPdfPrinterError::FailedToOpenDocument(_),
            ) => Err(PrinterError::NotSent(Reason::Refused)),
            Err(_) => Err(PrinterError::InDoubt(Reason::Stopped)),
        }
    }
}

impl Printer for QueuePrinter {
    fn condition(&mut self) -> Condition {
        match self.device() {
            Ok(_) => Condition::Silent,
            Err(reason) => Condition::Unreachable(reason),
        }
    }

    fn submit(&mut self, job: &PrintJob<'_>) -> Result<Submitted, PrinterError> {
        job.checked().map_err(PrinterError::NotSent)?;
        if job.format != JobFormat::Pdf {
            return Err(PrinterError::NotSent(Reason::Refused));
        }
        self.print(job)?;
        self.last = Some(job.id.to_owned());
        Ok(Submitted {
            reference: job.id.to_owned(),
            progress: Progress::Done,
        })
    }

    fn find(&mut self, id: &str) -> Result<Option<Submitted>, PrinterError> {
        if self.last.as_deref() != Some(id) {
            return Err(PrinterError::InDoubt(Reason::Lost));
        }
        Ok(Some(Submitted {
            reference: id.to_owned(),
            progress: Progress::Done,
        }))
    }

    fn progress(&mut self, reference: &str) -> Result<Progress, PrinterError> {
        if self.last.as_deref() == Some(reference) {
            Ok(Progress::Done)
        } else {
            Ok(Progress::Unknown(Reason::Lost))
        }
    }

    fn cancel(&mut self, reference: &str) -> Result<Progress, PrinterError> {
        self.progress(reference)
    }
}

/// The names of the queues, at most `most`; `None` when the print service does not answer.
pub(super) fn names(most: usize) -> Option<Vec<String>> {
    let devices = PrinterDevice::all().ok()?.into_iter().take(most);
    Some(devices.map(|device| device.name().to_owned()).collect())
}

/// The driver's own settings with the sheet the document was made for.
fn ticket(device: &PrinterDevice, media: Media) -> Result<PrintTicket, Reason> {
    let capabilities = PrintCapabilities::fetch(device).map_err(|_| Reason::NotReached)?;
    let (width, length) = media.size_mm();
    let is_it =
        |have: u32, millimetres: u32| have.abs_diff(millimetres.saturating_mul(1000)) <= NEAR;
    let sheet = capabilities.page_media_sizes().find(|sheet| {
        let size = sheet.size();
        is_it(size.width_in_micron(), width) && is_it(size.height_in_micron(), length)
    });
    let sheet = sheet.ok_or(Reason::WrongMedia)?;
    let mut builder = PrintTicketBuilder::new(device).map_err(|_| Reason::Refused)?;
    builder.merge(sheet).map_err(|_| Reason::WrongMedia)?;
    builder.build().map_err(|_| Reason::Refused)
}

/// The document as a file, which is the only thing the system's PDF reader opens; it is gone
/// when dropped.
fn kept(bytes: &[u8]) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().suffix(".pdf").tempfile()?;
    file.write_all(bytes)?;
    file.flush()?;
    Ok(file)
}
