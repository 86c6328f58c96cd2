//! Where randomness comes from: the system in the product, a seed in tests.

use crate::StoreError;

/// A source of random bytes for salts, keys, file names and epoch marks.
pub trait Entropy: Send + Sync {
    /// Fills `out` with random bytes.
    ///
    /// # Errors
    /// [`StoreError::NoEntropy`] when the source has none.
    fn fill(&self, out: &mut [u8]) -> Result<(), StoreError>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, out: &mut [u8]) -> Result<(), StoreError> {
        getrandom::fill(out).map_err(|_| StoreError::NoEntropy)
    }
}

/// `N` random bytes.
pub(crate) fn random<const N: usize>(entropy: &dyn Entropy) -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes)?;
    Ok(bytes)
}
