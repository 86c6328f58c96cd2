//! How a terminal and its platform keep each other up to date.
//!
//! Owns: the protocol as a trait ([`PlatformLink`]), what to do next as a pure state machine
//! ([`Engine`]), the loop that carries its steps out ([`Driver`]) and the HTTP carrier
//! ([`HttpLink`]). Must not know: what a case is, SQL, pages. The store is the only meeting
//! point: whatever is committed there is found by looking, never by being told, so a lost wake-up
//! costs half a minute and a crash costs nothing.
//!
//! Transport never judges. Every failure is put into one of six classes where it happens
//! ([`LinkError`]); from there on only the class is seen.

mod driver;
mod edge;
mod engine;
mod error;
mod facts;
mod http;
mod ledger;
mod link;
mod terminal;

pub use driver::{Driver, Identity, SyncHandle, SyncReport};
pub use edge::{Edge, SystemEdge};
pub use engine::{
    Done, Engine, FeedOutlook, FileKey, FileMove, FileOutlook, Outlook, PackOutlook, Report, Roll,
    Step, Trouble, back_off, platform_lost_something,
};
pub use error::SyncError;
pub use facts::{Attention, CLOCK_TOLERANCE, Connectivity, SyncFacts};
pub use http::{HttpLink, check_address};
pub use ledger::{Contact, Ledger, LedgerError};
pub use link::{LinkError, LinkFuture, PlatformLink};
