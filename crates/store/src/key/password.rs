//! Argon2id (RFC 9106) over operators' passwords: to check one, and to derive a slot's key.

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, PasswordVerifier as _, Version,
};
use zeroize::Zeroizing;

use crate::{Entropy, StoreError, entropy::random};

/// What guessing one password costs (RFC 9106 §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl PasswordCost {
    /// The second choice RFC 9106 §4 recommends, on one lane: 64 MiB, three passes.
    pub const STANDARD: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
    };
}

const LANES: u32 = 1;

fn argon2(cost: PasswordCost) -> Result<Argon2<'static>, StoreError> {
    let params = Params::new(cost.memory_kib, cost.passes, LANES, Some(32))
        .map_err(|_| StoreError::KeyRefused)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A 32-byte key from a password.
pub(super) fn derive(
    password: &str,
    salt: &[u8; 16],
    cost: PasswordCost,
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let mut key = Zeroizing::new([0; 32]);
    argon2(cost)?
        .hash_password_into(password.as_bytes(), salt, &mut key[..])
        .map_err(|_| StoreError::KeyRefused)?;
    Ok(key)
}

/// A PHC string (`$argon2id$v=19$m=65536,t=3,p=1$…`) to keep for an operator; it says its own cost.
///
/// # Errors
/// [`StoreError::NoEntropy`], and [`StoreError::KeyRefused`] when there is not enough memory.
pub fn hash_password(
    password: &str,
    cost: PasswordCost,
    entropy: &dyn Entropy,
) -> Result<String, StoreError> {
    let salt: [u8; 16] = random(entropy)?;
    argon2(cost)?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| StoreError::KeyRefused)
}

/// Whether `password` is the one `phc` was made from; takes the same time either way. A text that
/// is no PHC string matches nothing.
#[must_use]
pub fn password_matches(phc: &str, password: &str) -> bool {
    let Ok(hash) = PasswordHash::new(phc) else {
        return false;
    };
    Argon2::default()
        .verify_password(password.as_bytes(), &hash)
        .is_ok()
}
