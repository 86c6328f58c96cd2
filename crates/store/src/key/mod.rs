//! The one secret of a home and the slots that wrap it.
//!
//! Owns: the data key, what is derived from it, `keys.json` and `machine.key`. A random data key is
//! wrapped once per slot with AES-256-GCM: by the machine's key file, or by an operator's password
//! through argon2id (64 MiB, 3 passes). Changing a password rewraps its slot and never touches the
//! data. A key file on the same disk protects copies of the database and backups, not a stolen disk;
//! docs/SECURITY.md says so.
//! Must not know: SQL, journals.

mod password;
mod slot;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

pub use password::{PasswordCost, hash_password, password_matches};
pub use slot::Unlock;
pub(crate) use slot::{KeyFile, create_machine_key};

use crate::StoreError;

/// The random key everything of a home is encrypted under; never written unwrapped.
#[derive(Clone)]
pub(crate) struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one use; `label` says which (RFC 5869).
    pub(crate) fn derive(&self, label: &[u8]) -> Result<Zeroizing<[u8; 32]>, StoreError> {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(b"yichuang/1 home"), &self.0[..])
            .expand(label, &mut key[..])
            .map_err(|_| StoreError::KeyRefused)?;
        Ok(key)
    }
}
