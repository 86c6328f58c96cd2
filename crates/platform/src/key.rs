//! The platform's secrets: the SM2 root key and the key that protects data at rest.
//!
//! Both are 0600 files of the account that runs the platform. A key file beside the data protects
//! copies of the data, not the machine it lies on; a hardware module would implement
//! [`yichuang_wire::Signer`] instead.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use yichuang_wire::{Hash, KeyPair, sha256};

use crate::PlatformError;

const ROOT_FILE: &str = "root-key.json";
const REST_FILE: &str = "at-rest-key.json";
const MAX_KEY_FILE: u64 = 4096;

/// A secret as it lies in its file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    /// Whether everybody knows this key.
    pub(crate) demo: bool,
    /// For whoever opens the file.
    pub(crate) note: String,
    /// 32 bytes, lowercase hex.
    pub(crate) secret: String,
}

impl KeyFile {
    pub(crate) fn parse(bytes: &[u8], path: &Path) -> Result<(Self, [u8; 32]), PlatformError> {
        let wrong = |why: &str| PlatformError::KeyFile {
            path: path.to_owned(),
            why: why.to_owned(),
        };
        let file: Self =
            serde_json::from_slice(bytes).map_err(|_| wrong("not the expected JSON"))?;
        let secret = HEXLOWER
            .decode(file.secret.as_bytes())
            .ok()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .ok_or_else(|| wrong("the secret is not 64 lowercase hex digits"))?;
        Ok((file, secret))
    }
}

/// The root key of a data directory, made at first start.
pub(crate) fn root_key(data: &Path, demo: bool) -> Result<KeyPair, PlatformError> {
    let path = data.join(ROOT_FILE);
    let (file, secret) = match read(&path)? {
        Some(bytes) => KeyFile::parse(&bytes, &path)?,
        None => KeyFile::parse(&write_new(&path, &fresh_root(demo)?)?, &path)?,
    };
    match (file.demo, demo) {
        (true, false) => Err(PlatformError::DemoMismatch {
            found: "the demo",
            hint: "with",
        }),
        (false, true) => Err(PlatformError::DemoMismatch {
            found: "a real",
            hint: "without",
        }),
        _ => Ok(KeyPair::from_secret(&secret)?),
    }
}

/// Whether a data directory exists, and holds the demo key.
pub(crate) fn is_demo(data: &Path) -> Result<Option<bool>, PlatformError> {
    let path = data.join(ROOT_FILE);
    let file = read(&path)?
        .map(|bytes| KeyFile::parse(&bytes, &path))
        .transpose()?;
    Ok(file.map(|(file, _)| file.demo))
}

fn fresh_root(demo: bool) -> Result<KeyFile, PlatformError> {
    if demo {
        return crate::demo::key_file();
    }
    // A random scalar is out of range with odds of about 2⁻³²; drawing again is the whole cure.
    let secret = loop {
        let secret = random_bytes()?;
        if KeyPair::from_secret(&secret).is_ok() {
            break secret;
        }
    };
    Ok(KeyFile {
        demo: false,
        note: "Root signing key of this platform. Keep it secret and keep a copy: every enrolled \
               terminal trusts it."
            .to_owned(),
        secret: HEXLOWER.encode(&secret),
    })
}

/// What protects data at rest: one secret, one derived key for each use.
#[derive(Clone)]
pub(crate) struct RestKey([u8; 32]);

impl RestKey {
    /// The data directory's, made at first start.
    pub(crate) fn open(data: &Path) -> Result<Self, PlatformError> {
        let path = data.join(REST_FILE);
        let bytes = match read(&path)? {
            Some(bytes) => bytes,
            None => write_new(
                &path,
                &KeyFile {
                    demo: false,
                    note:
                        "Protects the database and the files of this platform at rest. Without it \
                       they cannot be read: keep a copy apart from the data."
                            .to_owned(),
                    secret: HEXLOWER.encode(&random_bytes::<32>()?),
                },
            )?,
        };
        Ok(Self(KeyFile::parse(&bytes, &path)?.1))
    }

    /// A key for one use; the label keeps uses apart.
    pub(crate) fn derive(&self, label: &str) -> Hash {
        // The secret is uniform and of fixed length, so a plain hash of secret ‖ label derives.
        sha256(&[&self.0[..], label.as_bytes()].concat())
    }
}

/// Random bytes from the system.
pub(crate) fn random_bytes<const N: usize>() -> Result<[u8; N], PlatformError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| PlatformError::Random(e.to_string()))?;
    Ok(bytes)
}

/// A random token of 32 bytes as hex, and the file that holds it, made once.
pub(crate) fn token_file(path: &Path) -> Result<String, PlatformError> {
    if let Some(bytes) = read(path)? {
        let text = String::from_utf8_lossy(&bytes).trim().to_owned();
        if text.len() >= 32 {
            return Ok(text);
        }
    }
    let token = HEXLOWER.encode(&random_bytes::<32>()?);
    write_private(path, format!("{token}\n").as_bytes())?;
    Ok(token)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, PlatformError> {
    match fs::metadata(path) {
        Ok(meta) if meta.len() > MAX_KEY_FILE => Err(PlatformError::KeyFile {
            path: path.to_owned(),
            why: "too large".to_owned(),
        }),
        Ok(_) => fs::read(path).map(Some).map_err(PlatformError::io(path)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(PlatformError::io(path)(e)),
    }
}

fn write_new(path: &Path, file: &KeyFile) -> Result<Vec<u8>, PlatformError> {
    let mut bytes = serde_json::to_vec_pretty(file).map_err(|e| PlatformError::KeyFile {
        path: path.to_owned(),
        why: e.to_string(),
    })?;
    bytes.push(b'\n');
    write_private(path, &bytes)?;
    Ok(bytes)
}

/// Writes a whole file that only its owner reads: complete or absent after a power cut.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), PlatformError> {
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".new");
    let temporary = PathBuf::from(temporary);
    let write = || -> std::io::Result<()> {
        let mut file = fs::OpenOptions::new()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, path)?;
        match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => fs::File::open(parent)?.sync_all(),
            _ => Ok(()),
        }
    };
    write().map_err(PlatformError::io(path))
}
