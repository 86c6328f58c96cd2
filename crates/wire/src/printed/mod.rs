//! The line in the QR symbol of a printed receipt: what a stranger with the platform's root key and
//! nothing else can verify.
//!
//! Owns the bytes, their packing and their checks. Must not know how the printed text is taken from
//! a page: a digest of it is an argument. `docs/PROTOCOL.md` §6 says the same byte by byte.
//!
//! Everything is as short as it can be because every byte makes the symbol larger, and the smallest
//! paper is 58 mm wide. Items stand by place, not by key: nine keys would cost the room of a point's
//! id, and what needs another shape is another version of the line.

mod base45;
mod block;
mod certificate;
mod day;
mod error;
mod name;
mod packed;

use std::fmt;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use minicbor::{Decoder, Encoder, decode, encode};
use yichuang_domain::CaseNumber;

pub use certificate::ReceiptCertificate;
pub use error::PrintedError;
pub use name::MaskedName;

use crate::{Hash, PublicKey, Purpose, Signer, Verifier as _, sm3};

/// What every line begins with: the product's mark and the version of the bytes behind it.
pub const RECEIPT_LINE_MARK: &str = "YC1:";
/// The most bytes before base45; more would not be read from 58 mm of paper.
pub const MAX_RECEIPT_BYTES: usize = 300;
const MAX_LINE: usize = RECEIPT_LINE_MARK.len() + MAX_RECEIPT_BYTES / 2 * 3;
const MAX_NUMBER: usize = 30;
const MAX_MATTER: usize = 43;
const FIELDS: u64 = 9;
const TEXT_MARK: &[u8] = b"yichuang/1 printed-text\n";

/// The first 16 bytes of a digest. Whoever wants another text or entry under a receipt that is already
/// signed has to find a second one for these 128 bits. Two texts made to agree (2⁶⁴ tries) would both
/// have to come from the terminal before it signs, and number, matter, days and name are signed as
/// themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ShortHash(pub [u8; 16]);

impl From<Hash> for ShortHash {
    fn from(whole: Hash) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&whole.0[..16]);
        Self(short)
    }
}

impl fmt::Display for ShortHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for ShortHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShortHash({self})")
    }
}

impl ShortHash {
    /// Of the printed text of one copy. White space is no part of it: where a line ends is the
    /// paper's affair.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let letters: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
        sm3(&[TEXT_MARK, letters.as_bytes()]).into()
    }
}

/// What a printed receipt vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedReceipt {
    /// The number the receipt carries: the case's, or the whole's.
    pub number: CaseNumber,
    /// Code of the matter or chain.
    pub matter: String,
    /// The day the materials were taken in.
    pub received: NaiveDate,
    /// The day the application was accepted; none yet when it was printed.
    pub accepted: Option<NaiveDate>,
    /// The day promised for the decision, when one runs.
    pub due: Option<NaiveDate>,
    /// The applicant.
    pub name: MaskedName,
    /// Of the printed text, [`ShortHash::of_text`].
    pub text: ShortHash,
    /// Hash of the entry that took the materials in, cut.
    pub entry: ShortHash,
}

impl PrintedReceipt {
    /// The line a terminal prints: these fields, its certificate, its signature over both.
    ///
    /// # Errors
    /// [`PrintedError::Malformed`] for a code or day the format does not hold,
    /// [`PrintedError::TooLarge`] past [`MAX_RECEIPT_BYTES`], [`PrintedError::Signature`] when the key
    /// cannot sign.
    pub fn sign(
        &self,
        signer: &dyn Signer,
        certificate: &ReceiptCertificate,
    ) -> Result<String, PrintedError> {
        if self.matter.len() > MAX_MATTER {
            return Err(PrintedError::malformed("the matter's code is too long"));
        }
        let days = [Some(self.received), self.accepted, self.due];
        let mut numbers = [None; 3];
        for (number, day) in numbers.iter_mut().zip(days) {
            *number = day.map(day::number).transpose()?;
        }
        let fields = block::written(|to| self.write(to, numbers, certificate));
        let bytes = block::seal(signer, Purpose::PrintedReceipt, fields)
            .map_err(|_| PrintedError::Signature)?;
        if bytes.len() > MAX_RECEIPT_BYTES {
            return Err(PrintedError::TooLarge {
                size: bytes.len(),
                limit: MAX_RECEIPT_BYTES,
            });
        }
        Ok(format!("{RECEIPT_LINE_MARK}{}", base45::encode(&bytes)))
    }

    fn write<W: encode::Write>(
        &self,
        to: &mut Encoder<W>,
        days: [Option<u16>; 3],
        certificate: &ReceiptCertificate,
    ) -> Result<(), encode::Error<W::Error>> {
        to.array(FIELDS)?;
        packed::write(to, &self.number.to_string())?;
        packed::write(to, &self.matter)?;
        for day in days {
            to.encode(day)?;
        }
        self.name.write(to)?;
        to.bytes(&self.text.0)?;
        to.bytes(&self.entry.0)?;
        to.bytes(certificate.as_bytes())?.ok()
    }
}

/// A line as read: nothing in it is to be believed before [`ReceiptLine::check`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// What it says.
    pub receipt: PrintedReceipt,
    /// Whose word it claims to be.
    pub certificate: ReceiptCertificate,
    bytes: Vec<u8>,
}

impl ReceiptLine {
    /// Whether a text wants to be read as a line, whatever its version.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        let head = text.trim().split_once(':').map(|(head, _)| head);
        let version = head.and_then(|head| head.strip_prefix("YC"));
        version.is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()))
    }

    /// Reads a scanned line; white space around it is a scanner's.
    ///
    /// # Errors
    /// [`PrintedError::NoLine`], [`PrintedError::Version`], [`PrintedError::TooLarge`],
    /// [`PrintedError::Malformed`].
    pub fn read(text: &str) -> Result<Self, PrintedError> {
        // Base45 has a space among its letters, but never as the last: 65,535 ends in W.
        let text = text.trim();
        let Some(coded) = text.strip_prefix(RECEIPT_LINE_MARK) else {
            return Err(match Self::is_meant(text) {
                true => PrintedError::Version,
                false => PrintedError::NoLine,
            });
        };
        if text.len() > MAX_LINE {
            return Err(PrintedError::TooLarge {
                size: text.len(),
                limit: MAX_LINE,
            });
        }
        let bytes = base45::decode(coded).ok_or_else(|| PrintedError::malformed("not base45"))?;
        let (fields, _) = block::split(&bytes)?;
        let mut from = Decoder::new(fields);
        let (receipt, certificate) = read(&mut from).map_err(PrintedError::malformed)?;
        if from.position() != fields.len() {
            return Err(PrintedError::malformed("bytes after the end"));
        }
        let certificate = ReceiptCertificate::from_bytes(certificate)?;
        Ok(Self {
            receipt,
            certificate,
            bytes,
        })
    }

    /// Whether the platform with this root key certified the terminal, the terminal signed the
    /// fields, and its certificate had not ended by then.
    ///
    /// # Errors
    /// [`PrintedError::Certificate`], [`PrintedError::Signature`], [`PrintedError::Ended`].
    pub fn check(&self, root: &PublicKey) -> Result<(), PrintedError> {
        self.certificate.check(root)?;
        let (fields, signature) = block::split(&self.bytes)?;
        self.certificate
            .signing()
            .verify(
                "printed receipt",
                Purpose::PrintedReceipt,
                fields,
                &signature,
            )
            .map_err(|_| PrintedError::Signature)?;
        let until = self.certificate.until();
        let day = self
            .receipt
            .received
            .max(self.receipt.accepted.unwrap_or(self.receipt.received));
        if day > until {
            return Err(PrintedError::Ended { until, day });
        }
        Ok(())
    }
}

fn read<'b>(from: &mut Decoder<'b>) -> Result<(PrintedReceipt, &'b [u8]), decode::Error> {
    block::expect_array(from, FIELDS)?;
    let number = packed::read(from, MAX_NUMBER)?;
    let number = CaseNumber::parse(&number).map_err(|e| decode::Error::message(e.to_string()))?;
    let matter = packed::read(from, MAX_MATTER)?;
    let received = day::of(from.u16()?);
    let accepted: Option<u16> = from.decode()?;
    let due: Option<u16> = from.decode()?;
    let name = MaskedName::read(from)?;
    let mut short = || -> Result<ShortHash, decode::Error> {
        let bytes = from.bytes()?.try_into();
        bytes
            .map(ShortHash)
            .map_err(|_| decode::Error::message("a digest of another length"))
    };
    let (text, entry) = (short()?, short()?);
    let receipt = PrintedReceipt {
        number,
        matter,
        received,
        accepted: accepted.map(day::of),
        due: due.map(day::of),
        name,
        text,
        entry,
    };
    Ok((receipt, from.bytes()?))
}
