//! The platform's word on a terminal's key, small enough to stand in every receipt it prints.
//!
//! The JSON [`crate::Certificate`] has 400 bytes and more; all a stranger with the root key needs is
//! whose key this is and until when.

use std::fmt;

use chrono::NaiveDate;
use data_encoding::BASE64;
use minicbor::{Decoder, decode};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use yichuang_domain::TerminalCode;

use super::{PrintedError, block, day, packed};
use crate::{PublicKey, Purpose, Signer, Verifier as _};

/// A point's id longer than this stays out of the certificate: the line has no room for it.
const MAX_POINT: usize = 12;
const FIELDS: u64 = 4;

/// Says until when a signing key is a terminal's. Kept and sent as the exact bytes that were signed.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCertificate {
    bytes: Vec<u8>,
    terminal: TerminalCode,
    point: String,
    signing: PublicKey,
    until: NaiveDate,
}

impl ReceiptCertificate {
    /// Days a certificate holds from the day it is given. Long enough that a terminal nobody connects
    /// for months prints receipts that verify, short enough that a withdrawn one ends.
    pub const DAYS: u64 = 730;

    /// Certifies a terminal's key up to and including the day `until`. A point whose id the line has
    /// no room for is left out.
    ///
    /// # Errors
    /// [`PrintedError::Malformed`] for a day outside 2000–2179 or a key that is none,
    /// [`PrintedError::Certificate`] when the key cannot sign.
    pub fn issue(
        root: &dyn Signer,
        terminal: &TerminalCode,
        signing: &PublicKey,
        point: &str,
        until: NaiveDate,
    ) -> Result<Self, PrintedError> {
        let point = if point.len() <= MAX_POINT { point } else { "" };
        let key = signing.compressed();
        let until_number = day::number(until)?;
        let fields = block::written(|to| {
            to.array(FIELDS)?;
            packed::write(to, terminal.as_str())?;
            packed::write(to, point)?;
            to.bytes(&key)?;
            to.u16(until_number)?.ok()
        });
        let bytes = block::seal(root, Purpose::ReceiptCertificate, fields)
            .map_err(|_| PrintedError::Certificate)?;
        Self::from_bytes(&bytes)
    }

    /// Reads a certificate without believing it.
    ///
    /// # Errors
    /// [`PrintedError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PrintedError> {
        let (fields, _) = block::split(bytes)?;
        let mut from = Decoder::new(fields);
        let mut read = || -> Result<_, decode::Error> {
            block::expect_array(&mut from, FIELDS)?;
            let terminal = packed::read(&mut from, 8)?;
            let point = packed::read(&mut from, MAX_POINT)?;
            let key = from.bytes()?.to_vec();
            Ok((terminal, point, key, from.u16()?))
        };
        let (terminal, point, key, until) = read().map_err(PrintedError::malformed)?;
        if from.position() != fields.len() {
            return Err(PrintedError::malformed("bytes after the end"));
        }
        Ok(Self {
            terminal: terminal.parse().map_err(PrintedError::malformed)?,
            point,
            signing: PublicKey::from_compressed(&key)
                .ok_or_else(|| PrintedError::malformed("a key that is none"))?,
            until: day::of(until),
            bytes: bytes.to_vec(),
        })
    }

    /// Whether the platform with this root key gave it.
    ///
    /// # Errors
    /// [`PrintedError::Certificate`] when it did not.
    pub fn check(&self, root: &PublicKey) -> Result<(), PrintedError> {
        let (fields, signature) = block::split(&self.bytes)?;
        root.verify(
            "receipt certificate",
            Purpose::ReceiptCertificate,
            fields,
            &signature,
        )
        .map_err(|_| PrintedError::Certificate)
    }

    /// The bytes, as signed.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whose key it certifies.
    #[must_use]
    pub fn terminal(&self) -> &TerminalCode {
        &self.terminal
    }

    /// Catalogue id of the point the terminal stands at; empty when it has no room here.
    #[must_use]
    pub fn point(&self) -> &str {
        &self.point
    }

    /// Verifies the terminal's receipts.
    #[must_use]
    pub fn signing(&self) -> &PublicKey {
        &self.signing
    }

    /// Its last day.
    #[must_use]
    pub fn until(&self) -> NaiveDate {
        self.until
    }
}

impl fmt::Debug for ReceiptCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiptCertificate({} {})", self.terminal, self.until)
    }
}

impl Serialize for ReceiptCertificate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(&self.bytes))
    }
}

impl<'de> Deserialize<'de> for ReceiptCertificate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = BASE64.decode(text.as_bytes()).map_err(de::Error::custom)?;
        Self::from_bytes(&bytes).map_err(de::Error::custom)
    }
}
