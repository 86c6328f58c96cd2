//! The clock and the randomness sync uses, so that nothing below reads either by itself.

use chrono::{DateTime, Utc};

/// Where now and random bytes come from.
pub trait Edge: Send + Sync {
    /// The machine's clock, right or wrong.
    fn now(&self) -> DateTime<Utc>;

    /// Fills `bytes` with randomness; used for nonces and for spreading retries, never for keys.
    fn fill(&self, bytes: &mut [u8]);
}

/// The machine's own clock and randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEdge;

impl Edge for SystemEdge {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness a nonce repeats and retries are not spread; both are harmless
        // compared with not syncing at all.
        if let Err(error) = getrandom::fill(bytes) {
            tracing::warn!(%error, "no randomness from the system");
        }
    }
}
