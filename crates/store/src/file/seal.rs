//! AES-256-GCM (GB/T 36624, NIST SP 800-38D) over one whole file of at most 64 MiB: version byte,
//! random nonce, ciphertext with tag. The content's hash is bound in, so that two files of one key
//! cannot be exchanged.

use aes_gcm::{
    Aes256Gcm, Key, Nonce,
    aead::{Aead as _, KeyInit as _, Payload},
};
use yichuang_wire::Hash;

use crate::{Entropy, StoreError, entropy::random};

const VERSION: u8 = 1;

pub(super) fn seal(
    key: &[u8; 32],
    content: Hash,
    bytes: &[u8],
    entropy: &dyn Entropy,
) -> Result<Vec<u8>, StoreError> {
    let nonce: [u8; 12] = random(entropy)?;
    let sealed = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key))
        .encrypt(
            &Nonce::from(nonce),
            Payload {
                msg: bytes,
                aad: &content.0,
            },
        )
        .map_err(|_| StoreError::KeyRefused)?;
    Ok([&[VERSION], &nonce[..], &sealed].concat())
}

/// None when the bytes are not what was sealed under this key for this content.
pub(super) fn open(key: &[u8; 32], content: Hash, sealed: &[u8]) -> Option<Vec<u8>> {
    let (version, rest) = sealed.split_first()?;
    let (nonce, sealed) = rest.split_at_checked(12)?;
    let nonce: [u8; 12] = nonce.try_into().ok()?;
    if *version != VERSION {
        return None;
    }
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key))
        .decrypt(
            &Nonce::from(nonce),
            Payload {
                msg: sealed,
                aad: &content.0,
            },
        )
        .ok()
}
