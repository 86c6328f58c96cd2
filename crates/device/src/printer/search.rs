//! Looking for printers: the queues of this machine's print service, USB printers, serial ports.

use std::path::{Path, PathBuf};
#[cfg(not(windows))]
use std::time::Duration;

#[cfg(not(windows))]
use super::ipp;
use super::{DEFAULT_BAUD, PrinterLink};

/// Printers listed of one place; a hall has a handful.
const MOST: usize = 64;
/// The longest look at the print service.
#[cfg(not(windows))]
const PATIENCE: Duration = Duration::from_secs(4);
/// The longest name in characters that is shown.
const MAX_NAME: usize = 60;
/// Names of ports a ticket printer may hang on.
const SERIAL_NAMES: [&str; 3] = ["ttyUSB", "ttyACM", "ttyS"];

/// Where to look.
#[derive(Clone, Debug)]
pub struct Places {
    /// The print service, `ipp://host[:port]/`.
    pub service: String,
    /// The folder of USB printers' device files.
    pub usb: PathBuf,
    /// The folder of serial ports.
    pub serial: PathBuf,
    /// Where the kernel describes devices by class.
    pub classes: PathBuf,
}

/// The places of this machine.
impl Default for Places {
    fn default() -> Self {
        Self {
            service: "ipp://127.0.0.1:631/".to_owned(),
            usb: "/dev/usb".into(),
            serial: "/dev".into(),
            classes: "/sys/class".into(),
        }
    }
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Printers, and ports where one may be; never more than 64 of a place.
    pub found: Vec<FoundPrinter>,
    /// Each place and what came of it.
    pub looked: Vec<LookedAt>,
}

/// A printer that is there, or a port where one may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPrinter {
    /// How it would be reached.
    pub link: PrinterLink,
    /// What the system calls it; at most 60 characters, none of them a control character.
    pub name: String,
}

/// One place and what came of looking there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookedAt {
    /// The place.
    pub place: Place,
    /// What came of it.
    pub outcome: LookOutcome,
}

/// A place where printers are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The print service of this machine.
    Spooler,
    /// USB printers.
    Usb,
    /// Serial ports.
    Serial,
}

impl Place {
    /// The stable word: `spooler`, `usb`, `serial`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Spooler => "spooler",
            Self::Usb => "usb",
            Self::Serial => "serial",
        }
    }
}

/// What came of looking at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LookOutcome {
    /// At least one.
    Found,
    /// None.
    None,
    /// It does not answer.
    Unreachable,
}

impl LookOutcome {
    /// The stable word: `found`, `none`, `unreachable`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::None => "none",
            Self::Unreachable => "unreachable",
        }
    }
}

/// Looks everywhere, in at most four seconds. Nothing is printed, and no port is opened: on one
/// of them is the card reader.
#[must_use]
pub fn search(places: &Places) -> Search {
    let mut search = Search {
        found: Vec::new(),
        looked: Vec::new(),
    };
    for (place, found) in [
        (Place::Spooler, spooler(&places.service)),
        (Place::Usb, Some(usb(places))),
        (Place::Serial, Some(serial(places))),
    ] {
        let outcome = match &found {
            None => LookOutcome::Unreachable,
            Some(found) if found.is_empty() => LookOutcome::None,
            Some(_) => LookOutcome::Found,
        };
        search.looked.push(LookedAt { place, outcome });
        search.found.extend(found.unwrap_or_default());
    }
    search
}

#[cfg(not(windows))]
fn spooler(service: &str) -> Option<Vec<FoundPrinter>> {
    let queues = ipp::queues(service, MOST, PATIENCE)?;
    let usable = queues.into_iter().filter_map(|queue| {
        let link = PrinterLink::parse("ipp", &queue.uri).ok()?;
        let name = shown(&queue.name)?;
        Some(FoundPrinter { link, name })
    });
    Some(usable.collect())
}

#[cfg(windows)]
fn spooler(_service: &str) -> Option<Vec<FoundPrinter>> {
    let names = super::queue::names(MOST)?;
    let usable = names.into_iter().filter_map(|queue| {
        let link = PrinterLink::parse("queue", &queue).ok()?;
        let name = shown(&queue)?;
        Some(FoundPrinter { link, name })
    });
    Some(usable.collect())
}

fn usb(places: &Places) -> Vec<FoundPrinter> {
    let files = names_in(&places.usb, &["lp"]).into_iter();
    let found = files.map(|file| FoundPrinter {
        link: PrinterLink::TicketUsb {
            device: places.usb.join(&file),
        },
        name: usb_model(&places.classes, &file).unwrap_or(file),
    });
    found.collect()
}

fn serial(places: &Places) -> Vec<FoundPrinter> {
    let ports = names_in(&places.serial, &SERIAL_NAMES).into_iter();
    let real = ports.filter(|port| is_wired(&places.classes, port));
    let found = real.map(|port| FoundPrinter {
        link: PrinterLink::TicketSerial {
            port: places.serial.join(&port),
            baud: DEFAULT_BAUD,
        },
        name: port,
    });
    found.collect()
}

/// Names in a folder that are one of `stems` and a number, in order.
fn names_in(folder: &Path, stems: &[&str]) -> Vec<String> {
    let is_device = |name: &String| {
        stems.iter().any(|stem| {
            let number = name.strip_prefix(stem).unwrap_or_default();
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    // A folder that is not there has nothing in it.
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(is_device)
        .take(MOST)
        .collect();
    names.sort_by_key(|name| (name.len(), name.clone()));
    names
}

/// The model a USB printer gives for itself (IEEE 1284 device id, `MDL:` or `MODEL:`).
fn usb_model(classes: &Path, file: &str) -> Option<String> {
    let described = classes.join(format!("usbmisc/{file}/device/ieee1284_id"));
    let text = std::fs::read(described).ok()?;
    let text = String::from_utf8_lossy(&text);
    let mut fields = text.split(';').filter_map(|field| field.split_once(':'));
    let model = fields.find(|(key, _)| matches!(key.trim(), "MDL" | "MODEL"));
    model.and_then(|(_, model)| shown(model))
}

/// Whether there is a chip behind a built-in port: the kernel lists many that nobody built in.
fn is_wired(classes: &Path, port: &str) -> bool {
    let kind = std::fs::read_to_string(classes.join(format!("tty/{port}/type")));
    kind.map_or(!port.starts_with("ttyS"), |kind| kind.trim() != "0")
}

fn shown(name: &str) -> Option<String> {
    let plain = name.chars().filter(|c| !c.is_control());
    let name: String = plain.take(MAX_NAME).collect();
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}
