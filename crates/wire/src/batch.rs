//! A run of entries on its way: in order, one signature over its last entry, zstd.

use std::io::{Read as _, Write as _};

use minicbor::{Decode, Encode, bytes::ByteVec};

use crate::{
    ChainHead, Entry, Header, JournalName, PublicKey, Purpose, Signature, Signer, Verifier as _,
    WireError, cbor, cbor::Fixed,
};

/// The usual size of a batch; it shrinks when one fails.
pub const MAX_BATCH_ENTRIES: usize = 50;
/// An uncompressed batch is never larger than this.
pub const MAX_BATCH_BYTES: usize = 64 * 1024 * 1024;
const ZSTD_LEVEL: i32 = 3;
const FORMAT: u8 = 1;

/// Entries of one epoch of one journal, in order, vouched for by their author's signature over
/// (journal, epoch, seq, hash) of the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The head after the last entry.
    pub head: ChainHead,
    /// The entries; at least one.
    pub entries: Vec<Entry>,
    /// Over [`ChainHead::signed_bytes`] of `head`.
    pub signature: Signature,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct BatchCbor {
    #[n(0)]
    format: u8,
    #[n(1)]
    journal: String,
    #[n(2)]
    epoch: u32,
    #[n(3)]
    seq: u64,
    #[n(4)]
    hash: Fixed<32>,
    #[n(5)]
    signature: Fixed<64>,
    #[n(6)]
    entries: Vec<ByteVec>,
}

impl Batch {
    /// Signs a run of entries that ends at `head`.
    ///
    /// # Errors
    /// [`WireError::Signature`] when the key cannot sign.
    pub fn sign(
        signer: &dyn Signer,
        head: ChainHead,
        entries: Vec<Entry>,
    ) -> Result<Self, WireError> {
        let signature = signer.sign(Purpose::Batch, &head.signed_bytes())?;
        Ok(Self {
            head,
            entries,
            signature,
        })
    }

    /// Checks the author's signature and that the entries continue `from` up to the signed head.
    /// Nothing of any payload is parsed.
    ///
    /// # Errors
    /// [`WireError::Signature`], [`WireError::Chain`], and those of [`Entry::check`].
    pub fn check(&self, from: &ChainHead, author: &PublicKey) -> Result<Vec<Header>, WireError> {
        author.verify(
            "batch",
            Purpose::Batch,
            &self.head.signed_bytes(),
            &self.signature,
        )?;
        let mut head = from.clone();
        let headers = self
            .entries
            .iter()
            .map(|entry| head.follow(entry))
            .collect::<Result<_, _>>()?;
        if head != self.head {
            return Err(WireError::malformed(
                "batch",
                "the signed head is not the last entry",
            ));
        }
        Ok(headers)
    }

    /// Compressed CBOR.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when compression fails.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WireError> {
        let raw = cbor::write(&BatchCbor {
            format: FORMAT,
            journal: self.head.journal.to_string(),
            epoch: self.head.epoch,
            seq: self.head.seq,
            hash: Fixed(self.head.hash.0),
            signature: Fixed(self.signature.0),
            entries: self.entries.iter().map(|e| e.to_bytes().into()).collect(),
        });
        deflate("batch", &raw, ZSTD_LEVEL)
    }

    /// Reads what [`Batch::to_bytes`] wrote; a bomb is refused at [`MAX_BATCH_BYTES`].
    ///
    /// # Errors
    /// [`WireError::Malformed`], [`WireError::TooLarge`] or [`WireError::Version`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let raw = inflate("batch", bytes, MAX_BATCH_BYTES)?;
        let raw: BatchCbor = cbor::read("batch", &raw, MAX_BATCH_BYTES)?;
        if raw.format != FORMAT {
            return Err(WireError::Version {
                what: "batch",
                version: u32::from(raw.format),
            });
        }
        if raw.entries.is_empty() {
            return Err(WireError::malformed("batch", "no entries"));
        }
        let journal: JournalName = raw.journal.parse()?;
        Ok(Self {
            head: ChainHead {
                journal,
                epoch: raw.epoch,
                seq: raw.seq,
                hash: crate::Hash(raw.hash.0),
            },
            entries: raw
                .entries
                .iter()
                .map(|e| Entry::from_bytes(e))
                .collect::<Result<_, _>>()?,
            signature: Signature(raw.signature.0),
        })
    }
}

/// Compresses to one zstd frame with a checksum, so that a spoilt file is noticed as such.
pub(crate) fn deflate(what: &'static str, bytes: &[u8], level: i32) -> Result<Vec<u8>, WireError> {
    let failed = |e: std::io::Error| WireError::malformed(what, e);
    let mut encoder = zstd::Encoder::new(Vec::new(), level).map_err(failed)?;
    encoder.include_checksum(true).map_err(failed)?;
    encoder.write_all(bytes).map_err(failed)?;
    encoder.finish().map_err(failed)
}

/// Decompresses zstd up to a limit.
pub(crate) fn inflate(
    what: &'static str,
    bytes: &[u8],
    limit: usize,
) -> Result<Vec<u8>, WireError> {
    let decoder = zstd::Decoder::new(bytes).map_err(|e| WireError::malformed(what, e))?;
    let mut out = Vec::new();
    decoder
        .take(limit as u64 + 1)
        .read_to_end(&mut out)
        .map_err(|e| WireError::malformed(what, e))?;
    if out.len() > limit {
        return Err(WireError::TooLarge {
            what,
            size: out.len(),
            limit,
        });
    }
    Ok(out)
}
