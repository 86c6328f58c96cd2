//! Counter devices behind one trait each, with their simulators.
//!
//! Owns the talk with the 居民身份证 reader: the frames on the wire, the 256-byte text block
//! of the chip and the [`IdCard`] read from it; and with printers ([`printer`]): how bytes reach
//! one and what became of them. Callers see [`IdCardReader`], [`printer::Printer`] and stable
//! error codes; they never see a byte of a protocol.
//!
//! Must not know: cases, operators, the store, how a document is made, any words shown to
//! people. Whether a number's check character holds is the domain's question; the chip's text
//! is handed over verbatim.

mod cancel;
mod card;
mod error;
mod ethnicity;
mod frame;
mod layout;
#[cfg(target_os = "linux")]
mod port;
pub mod printer;
mod protocol;
mod reader;
#[cfg(target_os = "linux")]
mod serial;
#[cfg(target_os = "linux")]
pub mod simulator;
mod text;

pub use cancel::Cancel;
pub use card::{CardKind, IdCard, Sex, TEXT_BLOCK_LEN};
pub use error::{Advice, ReaderError};
pub use ethnicity::Ethnicity;
pub use frame::{Event, FrameParser, MAX_LEN};
pub use protocol::Command;
pub use reader::{IdCardReader, Link, ReaderStatus, SamReader, Timings};
