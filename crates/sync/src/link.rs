//! The protocol as a trait: what a terminal may ask of its platform, whoever carries it.
//!
//! A link only carries. It verifies nothing and decides nothing, but it puts every failure into
//! one class of [`LinkError`], because only the carrier still knows what happened.

use futures::future::BoxFuture;
use yichuang_wire::{
    Batch, FeedPosition, Hash, JournalName, Signed,
    protocol::{EnrolRequest, FileOffer, FileState, Heads, Refusal},
};

/// What a call of a [`PlatformLink`] gives, later. Dropping it abandons the call; every call is
/// safe to repeat.
pub type LinkFuture<'a, T> = BoxFuture<'a, Result<T, LinkError>>;

/// The calls of `docs/PROTOCOL.md`, one method each. All are idempotent.
pub trait PlatformLink: Send + Sync {
    /// Asks for a signed [`yichuang_wire::ProbeAnswer`] to `nonce`.
    fn probe<'a>(&'a self, nonce: &'a str) -> LinkFuture<'a, Signed>;

    /// Claims the terminal's code; gives a signed [`yichuang_wire::Certificate`].
    fn enrol<'a>(&'a self, request: &'a EnrolRequest) -> LinkFuture<'a, Signed>;

    /// What the platform has of `journal`.
    fn heads<'a>(&'a self, journal: &'a JournalName) -> LinkFuture<'a, Heads>;

    /// Sends a run of entries, of the terminal's own journal or of its feed, each signed by its
    /// author; gives a signed [`yichuang_wire::Receipt`].
    fn push<'a>(&'a self, batch: &'a Batch) -> LinkFuture<'a, Signed>;

    /// Announces a file of `size` bytes, or finds the upload that is already there.
    fn offer_file<'a>(&'a self, offer: &'a FileOffer, size: u64) -> LinkFuture<'a, FileState>;

    /// How many bytes of an upload the platform has.
    fn file_offset<'a>(&'a self, location: &'a str) -> LinkFuture<'a, u64>;

    /// Sends bytes from `offset` on; gives the offset after them.
    fn send_chunk<'a>(
        &'a self,
        location: &'a str,
        offset: u64,
        bytes: Vec<u8>,
    ) -> LinkFuture<'a, u64>;

    /// The signed [`yichuang_wire::FileReceipt`] of a complete upload.
    fn file_receipt<'a>(&'a self, location: &'a str) -> LinkFuture<'a, Signed>;

    /// The feed after a position; none when there is nothing newer.
    fn feed_page(&self, after: FeedPosition) -> LinkFuture<'_, Option<Batch>>;

    /// The signed [`yichuang_wire::Manifest`] of the catalogue pack in force.
    fn latest_manifest(&self) -> LinkFuture<'_, Signed>;

    /// One item of a pack, at most `size` bytes.
    fn blob(&self, sha256: Hash, size: u64) -> LinkFuture<'_, Vec<u8>>;
}

/// Why a call did not go through, as far as it matters for what to do next.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// No way to the platform: no network, no name, no connection.
    #[error("SYNC-011 no route to the platform")]
    NoRoute,
    /// Something answered that does not hold the platform's key: a captive portal, a proxy's
    /// page, a broken TLS handshake. Never taken for the network (F17).
    #[error("SYNC-012 the answer is not the platform's")]
    CaptiveOrForeign,
    /// The network is there, the platform is not: it refused the connection (no status) or
    /// answered with a server error.
    #[error("SYNC-013 the platform does not answer")]
    ServerDown(Option<u16>),
    /// The platform answered that it does not take this, and why.
    #[error("SYNC-014 refused: {:?}", .0.code)]
    Refused(Refusal),
    /// The platform no longer serves this version.
    #[error("SYNC-015 this version is no longer served")]
    VersionTooOld,
    /// Connected, but the call did not finish in its time.
    #[error("SYNC-016 the connection is too slow for this call")]
    TooSlow,
}

impl LinkError {
    /// The stable code, `SYNC-011` … `SYNC-016`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoRoute => "SYNC-011",
            Self::CaptiveOrForeign => "SYNC-012",
            Self::ServerDown(_) => "SYNC-013",
            Self::Refused(_) => "SYNC-014",
            Self::VersionTooOld => "SYNC-015",
            Self::TooSlow => "SYNC-016",
        }
    }
}
