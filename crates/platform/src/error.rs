//! Why the platform did not start, or a command did not go through.

use std::{io, net::SocketAddr, path::PathBuf};

use yichuang_domain::{CaseState, TerminalCode};
use yichuang_wire::{PrintedError, WireError};

use crate::storage::StorageError;

/// A failure told to whoever runs the platform. The code at the start of each text is stable.
#[derive(Debug, thiserror::Error)]
pub enum PlatformError {
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A file or directory could not be used.
    #[error("PLAT-001 {path}: {source}")]
    Io {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Foreign bytes were not taken.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// The line of a printed receipt cannot be read or does not hold.
    #[error(transparent)]
    Printed(#[from] PrintedError),
    /// A key file is not one.
    #[error("PLAT-002 {path} is not a key file: {why}")]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A demo directory was opened for real work, or the other way round.
    #[error(
        "PLAT-003 this data directory holds {found} key; start it {hint} --demo, or use another directory"
    )]
    DemoMismatch {
        /// "the demo" or "a real".
        found: &'static str,
        /// "with" or "without".
        hint: &'static str,
    },
    /// Plain HTTP must not leave the machine.
    #[error(
        "PLAT-004 {0} is not a loopback address: terminals reach the platform over TLS only. \
         End TLS in a proxy in front and say so with --behind-tls-proxy"
    )]
    NotLoopback(SocketAddr),
    /// The address could not be listened on.
    #[error("PLAT-005 cannot listen on {address}: {source}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// Another process serves the directory.
    #[error("PLAT-006 another platform process already serves {0}")]
    AlreadyServed(PathBuf),
    /// No randomness from the system.
    #[error("PLAT-007 the system gives no random bytes: {0}")]
    Random(String),
    /// A terminal that has been claimed cannot be granted again.
    #[error(
        "PLAT-008 terminal {0} is already enrolled; its code cannot be granted to a second machine"
    )]
    TerminalTaken(TerminalCode),
    /// Two codes whose numbers could be taken for one another.
    #[error(
        "PLAT-018 {asked} and {granted} differ only by two characters at the end, like a terminal after a restore; choose another code"
    )]
    TerminalConfusable {
        /// The code asked for.
        asked: TerminalCode,
        /// The code granted before.
        granted: TerminalCode,
    },
    /// The service point is not in the points file.
    #[error("PLAT-009 no service point {0} in the points file")]
    PointUnknown(String),
    /// A pack that cannot be published.
    #[error("PLAT-010 pack refused: {0}")]
    PackRefused(String),
    /// No dispatched case carries the number.
    #[error("PLAT-011 no dispatched case has the number {0}")]
    CaseUnknown(String),
    /// The step is not lawful from where the case stands.
    #[error("PLAT-012 a case that is {from:?} cannot become {to:?}")]
    IllegalStep {
        /// Where it stands.
        from: CaseState,
        /// What was asked.
        to: CaseState,
    },
    /// A state no reviewer sets.
    #[error(
        "PLAT-013 {0} is not a state a reviewer sets: use in_process, granted, denied or ready_for_pickup"
    )]
    NotAReviewState(String),
    /// Said only of a case its department is handling.
    #[error("PLAT-019 no department is handling the case {0} now")]
    NotHandled(String),
    /// So many days are not allowed.
    #[error("PLAT-020 {what} must be 1 to {limit} working days")]
    Days {
        /// Which days.
        what: &'static str,
        /// The most.
        limit: u32,
    },
    /// A limit is extended once (行政许可法 Art. 42).
    #[error("PLAT-021 the limit of the case {0} was extended before; that is done once")]
    ExtendedBefore(String),
    /// No special procedure is under way.
    #[error("PLAT-022 no special procedure of the case {0} is under way")]
    NoProcedure(String),
    /// What was asked for before has not been supplied yet.
    #[error("PLAT-023 the case {0} has not supplied yet what it was asked for before")]
    AskedBefore(String),
    /// There is nothing to answer.
    #[error("PLAT-024 nothing asked for the case {0} waits for an answer")]
    NothingAsked(String),
    /// What the list of the case does not have cannot be demanded.
    #[error("PLAT-026 the list of the case does not have 「{asked}」; it has {listed}")]
    NotListed {
        /// What was asked for.
        asked: String,
        /// What can be asked for.
        listed: String,
    },
    /// What a step needs is missing.
    #[error("PLAT-025 {0}")]
    Lacking(&'static str),
    /// A text is empty or too long.
    #[error("PLAT-014 {what} must have 1 to {limit} characters")]
    TextLength {
        /// Which text.
        what: &'static str,
        /// The limit in code points.
        limit: usize,
    },
    /// The case moved while the step was being written.
    #[error("PLAT-015 the case {0} was moved by somebody else just now; look again")]
    CaseMoved(String),
    /// A command was pointed at a directory no platform was started in.
    #[error("PLAT-017 no platform was ever started in {0}; start it once with `serve`")]
    NoPlatform(PathBuf),
    /// A file at rest does not decrypt to what was stored.
    #[error("PLAT-016 stored file {0} cannot be read back")]
    FileDamaged(String),
}

impl PlatformError {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}
