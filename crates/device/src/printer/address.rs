//! Where a printer is, as somebody typed it or a search found it.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Speed of a serial ticket printer when its address names none.
pub const DEFAULT_BAUD: u32 = 9600;
/// The port ticket printers listen on when the address names none.
const TICKET_PORT: u16 = 9100;
/// The longest address in bytes.
const MAX_LEN: usize = 255;
/// Speeds a serial ticket printer can be set to.
const BAUDS: [u32; 8] = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115_200];

/// How a printer is reached.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PrinterLink {
    /// A page printer or a queue of a print service, by IPP.
    Ipp {
        /// `ipp://host[:port]/path`.
        uri: String,
    },
    /// A ticket printer on the network.
    TicketNetwork {
        /// Its address; names are not looked up.
        address: SocketAddr,
    },
    /// A ticket printer on a serial line.
    TicketSerial {
        /// The port, such as `/dev/ttyUSB0`.
        port: PathBuf,
        /// Speed in bits a second.
        baud: u32,
    },
    /// A ticket printer at a device file of the kernel's USB printer driver.
    TicketUsb {
        /// The file, such as `/dev/usb/lp0`.
        device: PathBuf,
    },
    /// A queue of Windows.
    Queue {
        /// Its name.
        name: String,
    },
}

/// An address that cannot be a printer's; the words typed are not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AddressError {
    /// No printer is reached in this way.
    #[error("there is no such kind of printer")]
    Kind,
    /// Longer than 255 bytes, empty, or with characters no address has.
    #[error("the address has a character no address has, or the wrong length")]
    Form,
    /// Not of the form this kind has.
    #[error("the address is not one of this kind of printer")]
    Address,
}

impl AddressError {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Kind => "DEVICE-221",
            Self::Form => "DEVICE-222",
            Self::Address => "DEVICE-223",
        }
    }
}

impl PrinterLink {
    /// Reads `address` as the address of a printer of `kind`: `ipp`, `ticket_network`,
    /// `ticket_serial`, `ticket_usb`, `queue`.
    ///
    /// The forms are `ipp://host[:port]/path`, `IP[:port]`, `/dev/…[@baud]`, `/dev/…` and the
    /// queue's name. Nothing is looked up or opened.
    ///
    /// # Errors
    /// [`AddressError`] when it is not such an address.
    pub fn parse(kind: &str, address: &str) -> Result<Self, AddressError> {
        let address = address.trim();
        if address.is_empty() || address.len() > MAX_LEN || address.chars().any(char::is_control) {
            return Err(AddressError::Form);
        }
        match kind {
            "ipp" => Ok(Self::Ipp {
                uri: ipp_uri(address)?,
            }),
            "ticket_network" => Ok(Self::TicketNetwork {
                address: network(address)?,
            }),
            "ticket_serial" => serial(address),
            "ticket_usb" => Ok(Self::TicketUsb {
                device: device(address)?,
            }),
            "queue" => Ok(Self::Queue {
                name: address.to_owned(),
            }),
            _ => Err(AddressError::Kind),
        }
    }

    /// The kind, as [`parse`](Self::parse) takes it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Ipp { .. } => "ipp",
            Self::TicketNetwork { .. } => "ticket_network",
            Self::TicketSerial { .. } => "ticket_serial",
            Self::TicketUsb { .. } => "ticket_usb",
            Self::Queue { .. } => "queue",
        }
    }
}

/// The address, as [`PrinterLink::parse`] takes it.
impl fmt::Display for PrinterLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ipp { uri } => f.write_str(uri),
            Self::TicketNetwork { address } => write!(f, "{address}"),
            Self::TicketSerial { port, baud } => write!(f, "{}@{baud}", port.display()),
            Self::TicketUsb { device } => write!(f, "{}", device.display()),
            Self::Queue { name } => f.write_str(name),
        }
    }
}

/// `ipp://host[:port]/path` without a name, a password, a query or anything that has to be
/// escaped, so that it is sent exactly as it was read.
fn ipp_uri(address: &str) -> Result<String, AddressError> {
    let rest = address
        .strip_prefix("ipp://")
        .ok_or(AddressError::Address)?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_path = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/' | b'%')
    };
    if !is_host_and_port(host) || !path.bytes().all(is_path) {
        return Err(AddressError::Address);
    }
    Ok(format!("ipp://{host}/{path}"))
}

fn is_host_and_port(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (text, None),
    };
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let is_host = match host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
    {
        Some(literal) => literal.parse::<std::net::Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.bytes().all(is_name),
    };
    is_host && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port != 0))
}

fn network(address: &str) -> Result<SocketAddr, AddressError> {
    let parsed = address
        .parse::<SocketAddr>()
        .or_else(|_| {
            let ip = address.parse::<IpAddr>();
            ip.map(|ip| SocketAddr::new(ip, TICKET_PORT))
        })
        .map_err(|_| AddressError::Address)?;
    let ip = parsed.ip();
    if parsed.port() == 0 || ip.is_unspecified() || ip.is_multicast() {
        return Err(AddressError::Address);
    }
    Ok(parsed)
}

fn serial(address: &str) -> Result<PrinterLink, AddressError> {
    let (port, baud) = match address.rsplit_once('@') {
        Some((port, baud)) => (port, baud.parse().map_err(|_| AddressError::Address)?),
        None => (address, DEFAULT_BAUD),
    };
    if !BAUDS.contains(&baud) {
        return Err(AddressError::Address);
    }
    let port = device(port)?;
    Ok(PrinterLink::TicketSerial { port, baud })
}

/// A path below `/dev` and nothing else: no document is ever written into a file by mistake.
fn device(path: &str) -> Result<PathBuf, AddressError> {
    let path = Path::new(path);
    let is_plain = path
        .components()
        .all(|part| !matches!(part, std::path::Component::ParentDir));
    if is_plain && path.starts_with("/dev") && path != Path::new("/dev") {
        Ok(path.to_owned())
    } else {
        Err(AddressError::Address)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{AddressError, PrinterLink};

    #[test]
    fn an_address_is_written_as_it_is_read() {
        for (kind, address) in [
            ("ipp", "ipp://127.0.0.1:631/printers/receipt"),
            ("ipp", "ipp://printer-3.lan/ipp/print"),
            ("ipp", "ipp://[fe80::1]:631/ipp"),
            ("ticket_network", "192.168.1.87:9100"),
            ("ticket_network", "[fe80::2]:9100"),
            ("ticket_serial", "/dev/ttyUSB0@19200"),
            ("ticket_usb", "/dev/usb/lp0"),
            ("queue", "HP LaserJet 二楼"),
        ] {
            let link = PrinterLink::parse(kind, address).unwrap();
            assert_eq!(link.to_string(), address);
            assert_eq!(link.kind(), kind);
        }
    }

    #[test]
    fn what_is_left_out_of_an_address_is_what_printers_usually_have() {
        for (kind, short, whole) in [
            ("ticket_network", " 192.168.1.87 ", "192.168.1.87:9100"),
            ("ticket_serial", "/dev/ttyS0", "/dev/ttyS0@9600"),
            ("ipp", "ipp://localhost:631", "ipp://localhost:631/"),
        ] {
            assert_eq!(PrinterLink::parse(kind, short).unwrap().to_string(), whole);
        }
    }

    #[test]
    fn what_cannot_be_a_printers_address_is_refused() {
        for (kind, address) in [
            ("ipp", "http://127.0.0.1:631/"),
            ("ipp", "ipps://127.0.0.1:631/"),
            ("ipp", "ipp:///printers/x"),
            ("ipp", "ipp://name:secret@host/x"),
            ("ipp", "ipp://host:0/x"),
            ("ipp", "ipp://host:99999/x"),
            ("ipp", "ipp://host/x?a=b"),
            ("ipp", "ipp://host/a b"),
            ("ticket_network", "localhost:9100"),
            ("ticket_network", "0.0.0.0:9100"),
            ("ticket_network", "239.1.1.1:9100"),
            ("ticket_network", "192.168.1.87:0"),
            ("ticket_serial", "/dev/ttyUSB0@12345"),
            ("ticket_serial", "ttyUSB0"),
            ("ticket_usb", "/etc/passwd"),
            ("ticket_usb", "/dev/../etc/passwd"),
            ("ticket_usb", "/dev"),
            ("ticket_usb", "dev/usb/lp0"),
        ] {
            let outcome = PrinterLink::parse(kind, address);
            assert_eq!(outcome, Err(AddressError::Address), "{kind} {address}");
        }
        assert_eq!(PrinterLink::parse("fax", "1"), Err(AddressError::Kind));
        for form in ["", "   ", "a\u{0}b", &"长".repeat(100)] {
            assert_eq!(PrinterLink::parse("queue", form), Err(AddressError::Form));
        }
    }

    proptest! {
        #[test]
        fn no_words_make_an_address_that_reads_differently_once_written(
            kind in prop::sample::select(vec![
                "ipp", "ticket_network", "ticket_serial", "ticket_usb", "queue",
            ]),
            address in "(ipp://|/dev/|\\[)?[ -~]{0,40}",
        ) {
            if let Ok(link) = PrinterLink::parse(kind, &address) {
                prop_assert_eq!(PrinterLink::parse(kind, &link.to_string()), Ok(link));
            }
        }
    }
}
