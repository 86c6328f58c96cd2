//! What can be wrong with sync before anything is sent.

/// Why a carrier or a driver could not be made. `code` is stable and may be read out to support.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyncError {
    /// The platform's address is not an address this carrier can use.
    #[error("SYNC-001 the platform's address is not understood: {0}")]
    Address(&'static str),
    /// The address is neither TLS nor this very machine; nothing was sent.
    #[error("SYNC-002 the platform's address must be https")]
    Plaintext,
    /// TLS or the HTTP client cannot be set up on this machine.
    #[error("SYNC-003 secure connections cannot be set up here")]
    Tls,
}

impl SyncError {
    /// The stable code, `SYNC-001` … `SYNC-003`; link classes go on from `SYNC-011`
    /// ([`crate::LinkError::code`]), what needs a person from `SYNC-021`
    /// ([`crate::Attention::code`]).
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address(_) => "SYNC-001",
            Self::Plaintext => "SYNC-002",
            Self::Tls => "SYNC-003",
        }
    }
}
