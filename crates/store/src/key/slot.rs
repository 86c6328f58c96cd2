//! `keys.json`: the data key, wrapped once per slot.

use std::path::Path;

use aes_gcm::{
    Aes256Gcm, Key, Nonce,
    aead::{Aead as _, KeyInit as _, Payload},
};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use yichuang_domain::OperatorId;
use zeroize::Zeroizing;

use super::{DataKey, PasswordCost, password};
use crate::{Entropy, StoreError, entropy::random, home::write_private};

/// How a home is unlocked.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// By the machine's key file: background sync before anybody signed in.
    Machine,
    /// By an operator's password, for a home or backup without its machine's key file.
    Operator {
        /// Whose slot.
        operator: OperatorId,
        /// Their password.
        password: &'a str,
    },
}

impl std::fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Machine => f.write_str("Machine"),
            Self::Operator { operator, .. } => write!(f, "Operator({operator})"),
        }
    }
}

const FORMAT: u32 = 1;
const MAX_KEY_FILE_BYTES: u64 = 1024 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    format: u32,
    slots: Vec<Slot>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Slot {
    /// Under the 0600 file beside it.
    Machine { wrapped: String },
    /// Under argon2id of a password.
    Operator {
        operator: OperatorId,
        salt: String,
        memory_kib: u32,
        passes: u32,
        wrapped: String,
    },
    /// Under the platform's public key; reserved, kept when met.
    Recovery { wrapped: String },
}

impl KeyFile {
    pub(crate) fn new() -> Self {
        Self {
            format: FORMAT,
            slots: Vec::new(),
        }
    }

    pub(crate) fn load(path: &Path) -> Result<Self, StoreError> {
        let size = std::fs::metadata(path)
            .map_err(StoreError::io("read keys"))?
            .len();
        if size > MAX_KEY_FILE_BYTES {
            return Err(StoreError::Damaged("keys.json".to_owned()));
        }
        let text = std::fs::read(path).map_err(StoreError::io("read keys"))?;
        let file: Self = serde_json::from_slice(&text)
            .map_err(|_| StoreError::Damaged("keys.json".to_owned()))?;
        if file.format != FORMAT {
            return Err(StoreError::Newer {
                found: file.format,
                known: FORMAT,
            });
        }
        Ok(file)
    }

    pub(crate) fn save(&self, path: &Path) -> Result<(), StoreError> {
        write_private(path, crate::column::json(self)?.as_bytes())
    }

    pub(crate) fn add_machine(
        &mut self,
        dek: &DataKey,
        machine: &[u8; 32],
        entropy: &dyn Entropy,
    ) -> Result<(), StoreError> {
        let wrapped = wrap(machine, dek, entropy)?;
        self.slots
            .retain(|slot| !matches!(slot, Slot::Machine { .. }));
        self.slots.push(Slot::Machine { wrapped });
        Ok(())
    }

    pub(crate) fn add_operator(
        &mut self,
        dek: &DataKey,
        operator: OperatorId,
        password: &str,
        entropy: &dyn Entropy,
    ) -> Result<(), StoreError> {
        let salt: [u8; 16] = random(entropy)?;
        let cost = PasswordCost::STANDARD;
        let key = password::derive(password, &salt, cost)?;
        let wrapped = wrap(&key, dek, entropy)?;
        self.remove_operator(operator);
        self.slots.push(Slot::Operator {
            operator,
            salt: BASE64.encode(&salt),
            memory_kib: cost.memory_kib,
            passes: cost.passes,
            wrapped,
        });
        Ok(())
    }

    pub(crate) fn remove_operator(&mut self, gone: OperatorId) {
        self.slots
            .retain(|slot| !matches!(slot, Slot::Operator { operator, .. } if *operator == gone));
    }

    /// The data key, by one slot.
    pub(crate) fn unlock(
        &self,
        unlock: Unlock<'_>,
        machine_key: &Path,
    ) -> Result<DataKey, StoreError> {
        match unlock {
            Unlock::Machine => self.unlock_by_machine(machine_key),
            Unlock::Operator { operator, password } => self.unlock_by_operator(operator, password),
        }
    }

    fn unlock_by_machine(&self, machine_key: &Path) -> Result<DataKey, StoreError> {
        let bytes = std::fs::read(machine_key)
            .map(Zeroizing::new)
            .map_err(|_| StoreError::KeyRefused)?;
        let key: &[u8; 32] = bytes
            .as_slice()
            .try_into()
            .map_err(|_| StoreError::KeyRefused)?;
        self.slots
            .iter()
            .find_map(|slot| match slot {
                Slot::Machine { wrapped } => unwrap(key, wrapped),
                _ => None,
            })
            .ok_or(StoreError::KeyRefused)
    }

    fn unlock_by_operator(&self, who: OperatorId, password: &str) -> Result<DataKey, StoreError> {
        for slot in &self.slots {
            let Slot::Operator {
                operator,
                salt,
                memory_kib,
                passes,
                wrapped,
            } = slot
            else {
                continue;
            };
            // A slot written by hand must not make us allocate without bound.
            if *operator != who || *memory_kib > 1024 * 1024 || *passes > 64 {
                continue;
            }
            let salt = BASE64
                .decode(salt.as_bytes())
                .map_err(|_| StoreError::KeyRefused)?;
            let salt: [u8; 16] = salt.try_into().map_err(|_| StoreError::KeyRefused)?;
            let cost = PasswordCost {
                memory_kib: *memory_kib,
                passes: *passes,
            };
            let key = password::derive(password, &salt, cost)?;
            return unwrap(&key, wrapped).ok_or(StoreError::KeyRefused);
        }
        Err(StoreError::KeyRefused)
    }
}

/// Makes the machine's key file, 0600.
pub(crate) fn create_machine_key(
    path: &Path,
    entropy: &dyn Entropy,
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let key = Zeroizing::new(random::<32>(entropy)?);
    write_private(path, &key[..])?;
    Ok(key)
}

const LABEL: &[u8] = b"yichuang/1 data key";

fn wrap(key: &[u8; 32], dek: &DataKey, entropy: &dyn Entropy) -> Result<String, StoreError> {
    let nonce: [u8; 12] = random(entropy)?;
    let sealed = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key))
        .encrypt(
            &Nonce::from(nonce),
            Payload {
                msg: dek.bytes(),
                aad: LABEL,
            },
        )
        .map_err(|_| StoreError::KeyRefused)?;
    Ok(BASE64.encode(&[&nonce[..], &sealed].concat()))
}

fn unwrap(key: &[u8; 32], wrapped: &str) -> Option<DataKey> {
    let bytes = BASE64.decode(wrapped.as_bytes()).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(12)?;
    let nonce: [u8; 12] = nonce.try_into().ok()?;
    let opened = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key))
        .decrypt(
            &Nonce::from(nonce),
            Payload {
                msg: sealed,
                aad: LABEL,
            },
        )
        .map(Zeroizing::new)
        .ok()?;
    opened.as_slice().try_into().ok().map(DataKey::new)
}
