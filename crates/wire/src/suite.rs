//! The signature suite `sm2-sm3`: SM2 (GB/T 32918) over SM3 (GB/T 32905).
//!
//! [`Signer`] and [`Verifier`] are the seam for a certified module; there is one suite and no
//! run-time choice. What is signed always carries its [`Purpose`], so a signature made for a
//! batch can never be shown as one over a receipt.

use std::fmt;

use data_encoding::BASE64;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sm2::dsa::{
    SigningKey, VerifyingKey,
    signature::{Signer as _, Verifier as _},
};
use zeroize::Zeroizing;

use crate::WireError;

/// The suite's number in headers.
pub const SUITE: u8 = 1;

/// The distinguishing identifier GB/T 35276 gives for signatures without one of their own.
const DISTINGUISHING_ID: &str = "1234567812345678";

/// What a signature is for; its text is the first line of the signed message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The last entry of a batch, by its journal's author.
    Batch,
    /// That entries are stored, by the platform.
    Receipt,
    /// That a file is stored, by the platform.
    FileReceipt,
    /// A catalogue pack, by its publisher.
    Pack,
    /// An enrolment file, by the platform.
    Enrolment,
    /// A terminal's certificate, by the platform.
    Certificate,
    /// A terminal's request, by the terminal.
    Request,
    /// The answer to a probe, by the platform.
    Probe,
    /// The fields of a printed receipt, by the terminal.
    PrintedReceipt,
    /// The certificate inside a printed receipt, by the platform.
    ReceiptCertificate,
    /// The manifest of a backup and the last entry in it, by the terminal.
    Backup,
}

impl Purpose {
    fn line(self) -> &'static [u8] {
        match self {
            Self::Batch => b"yichuang/1 batch\n",
            Self::Receipt => b"yichuang/1 receipt\n",
            Self::FileReceipt => b"yichuang/1 file-receipt\n",
            Self::Pack => b"yichuang/1 pack\n",
            Self::Enrolment => b"yichuang/1 enrolment\n",
            Self::Certificate => b"yichuang/1 certificate\n",
            Self::Request => b"yichuang/1 request\n",
            Self::Probe => b"yichuang/1 probe\n",
            Self::PrintedReceipt => b"yichuang/1 printed-receipt\n",
            Self::ReceiptCertificate => b"yichuang/1 receipt-certificate\n",
            Self::Backup => b"yichuang/1 backup\n",
        }
    }

    fn message(self, bytes: &[u8]) -> Vec<u8> {
        [self.line(), bytes].concat()
    }
}

/// Makes signatures; a certified module can stand in for [`KeyPair`].
pub trait Signer: Send + Sync {
    /// Signs `bytes` for one purpose.
    ///
    /// # Errors
    /// [`WireError::Signature`] when the key cannot sign.
    fn sign(&self, purpose: Purpose, bytes: &[u8]) -> Result<Signature, WireError>;

    /// The key others verify with.
    fn public_key(&self) -> PublicKey;
}

/// Checks signatures.
pub trait Verifier {
    /// Whether `signature` is this key's over `bytes` for `purpose`.
    ///
    /// # Errors
    /// [`WireError::Signature`] with `what` when it is not.
    fn verify(
        &self,
        what: &'static str,
        purpose: Purpose,
        bytes: &[u8],
        signature: &Signature,
    ) -> Result<(), WireError>;
}

/// An SM2 key pair held in memory. `Debug` never shows the secret.
#[derive(Clone)]
pub struct KeyPair(SigningKey);

impl KeyPair {
    /// A key pair from 32 random bytes.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when the bytes are not a scalar in range (fresh random bytes are,
    /// but for odds of about 2⁻³²; draw again).
    pub fn from_secret(secret: &[u8; 32]) -> Result<Self, WireError> {
        SigningKey::from_slice(DISTINGUISHING_ID, secret)
            .map(Self)
            .map_err(|_| WireError::malformed("signing key", "not a scalar in range"))
    }

    /// The secret scalar, for wrapping in a key slot.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyPair({})", self.public_key())
    }
}

impl Signer for KeyPair {
    fn sign(&self, purpose: Purpose, bytes: &[u8]) -> Result<Signature, WireError> {
        let signature: sm2::dsa::Signature = self
            .0
            .try_sign(&purpose.message(bytes))
            .map_err(|_| WireError::Signature("own message"))?;
        Ok(Signature(signature.to_bytes().into()))
    }

    fn public_key(&self) -> PublicKey {
        let mut bytes = [0; 65];
        bytes.copy_from_slice(&self.0.verifying_key().to_sec1_bytes());
        PublicKey(bytes)
    }
}

/// An SM2 public key, 65 bytes uncompressed SEC1, base64 in text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 65]);

impl PublicKey {
    /// The 33 bytes of the compressed SEC1 form: whether y is odd, then x.
    pub(crate) fn compressed(&self) -> [u8; 33] {
        let mut bytes = [0; 33];
        bytes.copy_from_slice(&self.0[..33]);
        bytes[0] = 2 | (self.0[64] & 1);
        bytes
    }

    /// The key with that compressed form; none when there is no such point.
    pub(crate) fn from_compressed(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != 33 {
            return None;
        }
        let key = VerifyingKey::from_sec1_bytes(DISTINGUISHING_ID, bytes).ok()?;
        key.to_sec1_bytes().as_ref().try_into().ok().map(Self)
    }
}

impl Verifier for PublicKey {
    fn verify(
        &self,
        what: &'static str,
        purpose: Purpose,
        bytes: &[u8],
        signature: &Signature,
    ) -> Result<(), WireError> {
        let refused = || WireError::Signature(what);
        let key =
            VerifyingKey::from_sec1_bytes(DISTINGUISHING_ID, &self.0).map_err(|_| refused())?;
        let signature = sm2::dsa::Signature::from_slice(&signature.0).map_err(|_| refused())?;
        key.verify(&purpose.message(bytes), &signature)
            .map_err(|_| refused())
    }
}

/// An SM2 signature, r ‖ s, 64 bytes, base64 in text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

macro_rules! base64_bytes {
    ($name:ident, $len:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&BASE64.encode(&self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:.12}…)"), self.to_string())
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let bytes = BASE64.decode(text.as_bytes()).map_err(de::Error::custom)?;
                bytes
                    .try_into()
                    .map(Self)
                    .map_err(|_| de::Error::custom(concat!("expected ", $len, " bytes")))
            }
        }
    };
}
base64_bytes!(PublicKey, 65);
base64_bytes!(Signature, 64);

/// A JSON document and a signature over its exact bytes. The document travels as text so that
/// nobody has to serialise it again to check it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The signed JSON text.
    pub document: String,
    /// Over the text's UTF-8 bytes.
    pub signature: Signature,
}

impl Signed {
    /// Serialises and signs `value`.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when it cannot be written as JSON, [`WireError::Signature`] when
    /// the key cannot sign.
    pub fn seal<T: Serialize>(
        signer: &dyn Signer,
        purpose: Purpose,
        value: &T,
    ) -> Result<Self, WireError> {
        let document =
            serde_json::to_string(value).map_err(|e| WireError::malformed("document", e))?;
        let signature = signer.sign(purpose, document.as_bytes())?;
        Ok(Self {
            document,
            signature,
        })
    }

    /// Verifies, then reads.
    ///
    /// # Errors
    /// [`WireError::Signature`] before anything is parsed, [`WireError::Malformed`] after.
    pub fn open<T: de::DeserializeOwned>(
        &self,
        key: &PublicKey,
        what: &'static str,
        purpose: Purpose,
    ) -> Result<T, WireError> {
        key.verify(what, purpose, self.document.as_bytes(), &self.signature)?;
        serde_json::from_str(&self.document).map_err(|e| WireError::malformed(what, e))
    }
}
