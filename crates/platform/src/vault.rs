//! Files at rest: every chunk sealed with the file's own key, appended, fsynced.
//!
//! A file is a run of records `length ‖ nonce ‖ ciphertext ‖ tag` under a random name. The
//! database says how many bytes of it count, so a torn last record is simply written over. The
//! file's key lies wrapped in its database row: deleting the row shreds the file.

use std::{
    fs,
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use aes_gcm::{
    Aes256Gcm, Nonce,
    aead::{Aead as _, KeyInit as _, Payload},
};
use yichuang_wire::{Hash, protocol::MAX_CHUNK_BYTES};

use crate::{PlatformError, key::random_bytes, storage::Upload};

const NONCE: usize = 12;
const TAG: usize = 16;
const RECORD_HEAD: usize = 4 + NONCE;

/// The directory of encrypted files and the key that wraps theirs.
pub(crate) struct Vault {
    directory: PathBuf,
    wrapping: Aes256Gcm,
}

impl Vault {
    pub(crate) fn open(directory: PathBuf, wrapping_key: &Hash) -> Result<Self, PlatformError> {
        fs::create_dir_all(&directory).map_err(PlatformError::io(&directory))?;
        Ok(Self {
            directory,
            wrapping: Aes256Gcm::new(wrapping_key.as_bytes().into()),
        })
    }

    /// A new file's key, wrapped for its row.
    pub(crate) fn new_key(&self, id: &str) -> Result<Vec<u8>, PlatformError> {
        let key = random_bytes::<32>()?;
        seal(&self.wrapping, id.as_bytes(), &key)
    }

    /// Appends one chunk at the upload's offset and returns the new length at rest. On return the
    /// bytes are durable.
    pub(crate) fn append(&self, upload: &Upload, chunk: &[u8]) -> Result<u64, PlatformError> {
        let record = seal(&self.cipher(upload)?, &place(upload, upload.offset), chunk)?;
        let length = u32::try_from(record.len() - NONCE).map_err(|_| damaged(upload))?;
        let path = self.path(&upload.id);
        let write = || -> std::io::Result<u64> {
            let fresh = upload.rest_len == 0;
            if fresh && let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            let mut file = fs::OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .mode(0o600)
                .open(&path)?;
            file.set_len(upload.rest_len)?;
            file.seek(SeekFrom::Start(upload.rest_len))?;
            file.write_all(&length.to_be_bytes())?;
            file.write_all(&record)?;
            file.sync_all()?;
            if fresh && let Some(parent) = path.parent() {
                fs::File::open(parent)?.sync_all()?;
                fs::File::open(&self.directory)?.sync_all()?;
            }
            Ok(upload.rest_len + 4 + record.len() as u64)
        };
        write().map_err(PlatformError::io(&path))
    }

    /// Hands the plain bytes, chunk by chunk, to `each`.
    pub(crate) fn read(
        &self,
        upload: &Upload,
        mut each: impl FnMut(&[u8]),
    ) -> Result<(), PlatformError> {
        if upload.size == 0 {
            return Ok(());
        }
        let cipher = self.cipher(upload)?;
        let path = self.path(&upload.id);
        let mut file = fs::File::open(&path)
            .map_err(PlatformError::io(&path))?
            .take(upload.rest_len);
        let mut offset = 0;
        while offset < upload.offset {
            let mut head = [0; RECORD_HEAD];
            file.read_exact(&mut head).map_err(|_| damaged(upload))?;
            let (length, nonce) = head.split_at(4);
            let length = length
                .iter()
                .fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
            if length > MAX_CHUNK_BYTES + TAG {
                return Err(damaged(upload));
            }
            let mut sealed = vec![0; length];
            file.read_exact(&mut sealed).map_err(|_| damaged(upload))?;
            let nonce = <[u8; NONCE]>::try_from(nonce).map_err(|_| damaged(upload))?;
            let chunk = open(&cipher, &place(upload, offset), &nonce, &sealed)
                .ok_or_else(|| damaged(upload))?;
            if chunk.is_empty() {
                return Err(damaged(upload));
            }
            offset += chunk.len() as u64;
            each(&chunk);
        }
        Ok(())
    }

    /// SHA-256 of the plain bytes.
    pub(crate) fn digest(&self, upload: &Upload) -> Result<Hash, PlatformError> {
        use sha2::Digest as _;
        let mut digest = sha2::Sha256::new();
        self.read(upload, |chunk| digest.update(chunk))?;
        Ok(Hash(digest.finalize().into()))
    }

    /// Whether the bytes at rest are those of the upload's hash; lost or damaged ones are not.
    pub(crate) fn holds(&self, upload: &Upload) -> Result<bool, PlatformError> {
        match self.digest(upload) {
            Ok(digest) => Ok(digest == upload.sha256),
            Err(PlatformError::FileDamaged(_)) => Ok(false),
            Err(PlatformError::Io { source, .. })
                if source.kind() == std::io::ErrorKind::NotFound =>
            {
                Ok(false)
            }
            Err(other) => Err(other),
        }
    }

    /// Removes a file; none is fine.
    pub(crate) fn remove(&self, id: &str) -> Result<(), PlatformError> {
        let path = self.path(id);
        match fs::remove_file(&path) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(PlatformError::io(path)(e)),
            _ => Ok(()),
        }
    }

    fn cipher(&self, upload: &Upload) -> Result<Aes256Gcm, PlatformError> {
        let (nonce, sealed) = upload
            .wrapped_key
            .split_at_checked(NONCE)
            .ok_or_else(|| damaged(upload))?;
        let nonce = <[u8; NONCE]>::try_from(nonce).map_err(|_| damaged(upload))?;
        let key = open(&self.wrapping, upload.id.as_bytes(), &nonce, sealed)
            .and_then(|key| <[u8; 32]>::try_from(key).ok())
            .ok_or_else(|| damaged(upload))?;
        Ok(Aes256Gcm::new((&key).into()))
    }

    fn path(&self, id: &str) -> PathBuf {
        let shelf = id.get(..2).unwrap_or("00");
        self.directory
            .join(shelf)
            .join(Path::new(id).file_name().unwrap_or_default())
    }
}

/// What a record is bound to: its file and its place in it.
fn place(upload: &Upload, offset: u64) -> Vec<u8> {
    format!("{}\n{offset}\n", upload.id).into_bytes()
}

fn seal(cipher: &Aes256Gcm, bound_to: &[u8], plain: &[u8]) -> Result<Vec<u8>, PlatformError> {
    let nonce = random_bytes::<NONCE>()?;
    let sealed = cipher
        .encrypt(
            &Nonce::from(nonce),
            Payload {
                msg: plain,
                aad: bound_to,
            },
        )
        .map_err(|_| PlatformError::Random("cipher refused".to_owned()))?;
    Ok([&nonce[..], &sealed].concat())
}

fn open(
    cipher: &Aes256Gcm,
    bound_to: &[u8],
    nonce: &[u8; NONCE],
    sealed: &[u8],
) -> Option<Vec<u8>> {
    cipher
        .decrypt(
            &Nonce::from(*nonce),
            Payload {
                msg: sealed,
                aad: bound_to,
            },
        )
        .ok()
}

fn damaged(upload: &Upload) -> PlatformError {
    PlatformError::FileDamaged(upload.sha256.to_string())
}
