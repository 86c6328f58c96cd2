//! Verifying a printed receipt, from its QR text or its PDF, with the platform's root key alone.
//!
//! Needs no home, no network and nobody signed in. Owns what a check tells; must not know how it is
//! worded. It tells what was signed and all text the digest covers, because a file can be drawn over:
//! whoever looks at it compares what they see with what was covered.

use data_encoding::BASE64;
use serde::Serialize;
use yichuang_print::{PdfReadError, PdfText, read_text};
use yichuang_wire::{
    EnrolmentFile, PrintedError, PublicKey, Purpose, ReceiptLine, ShortHash, Signed, WireError,
};

use crate::{Desk, report::Outcome};

/// The largest input, in bytes.
pub const MAX_RECEIPT_INPUT: u64 = 8 * 1024 * 1024;
/// As a PDF begins.
const PDF: &[u8] = b"%PDF-";
/// No paper is made in more copies.
const MOST_COPIES: usize = 8;

/// Why a receipt could not be checked at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// The line cannot be read.
    #[error(transparent)]
    Line(#[from] PrintedError),
    /// The PDF cannot be read.
    #[error(transparent)]
    Pdf(#[from] PdfReadError),
    /// The PDF carries no line: it is no receipt, or was printed without one.
    #[error("RECEIPT-104 the PDF carries no line of a receipt")]
    NoLine,
    /// The PDF carries lines of several receipts.
    #[error("RECEIPT-105 the PDF carries the lines of several receipts")]
    SeveralLines,
    /// The root key cannot be read.
    #[error("RECEIPT-106 not a root key, nor an enrolment file")]
    RootKey,
}

impl ReceiptError {
    /// The stable code, `RECEIPT-001` … `RECEIPT-106`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Line(error) => error.code(),
            Self::Pdf(error) => error.code(),
            Self::NoLine => "RECEIPT-104",
            Self::SeveralLines => "RECEIPT-105",
            Self::RootKey => "RECEIPT-106",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptCheck {
    /// Everything that could be checked is as when the receipt was issued.
    pub holds: bool,
    /// Stable codes of what does not hold, `RECEIPT-005` … `RECEIPT-008`.
    pub problems: Vec<&'static str>,
    /// The number on the receipt.
    pub number: String,
    /// Code of the matter or chain.
    pub matter: String,
    /// The day the materials were taken in.
    pub received_on: String,
    /// The day of acceptance.
    pub accepted_on: Option<String>,
    /// The day promised.
    pub due_on: Option<String>,
    /// The applicant, masked.
    pub name: String,
    /// The terminal that printed it.
    pub terminal: String,
    /// Catalogue id of its point.
    pub point: String,
    /// The last day of its certificate.
    pub certified_until: String,
    /// Beginning of the hash of the entry that took the materials in, hex.
    pub entry: String,
    /// What the PDF says; none when only a line was given.
    pub text: Option<ReceiptText>,
}

/// The text of a checked PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptText {
    /// How many copies of the receipt the file holds; 0 when the text is not the signed one.
    pub copies: usize,
    /// What the digest covers, of the first copy; of all of them when it does not hold.
    pub covered: Vec<String>,
    /// What it does not cover: header, footer, print time, page numbers.
    pub outside: Vec<String>,
    /// Pictures on the pages, which no digest covers.
    pub pictures: usize,
}

/// The code for a text that is not the signed one.
const TEXT_DIFFERS: &str = "RECEIPT-008";

/// Checks a line or a PDF against a platform's root key.
///
/// # Errors
/// [`ReceiptError`] when there is nothing that could be checked; what was checked and does not hold
/// is in the [`ReceiptCheck`].
pub fn check_receipt(root: &PublicKey, input: &[u8]) -> Result<ReceiptCheck, ReceiptError> {
    if !input.starts_with(PDF) {
        let text = String::from_utf8_lossy(input);
        return Ok(check(root, &ReceiptLine::read(&text)?, None));
    }
    let text = read_text(input)?;
    let mut lines = text
        .keywords
        .iter()
        .filter(|word| ReceiptLine::is_meant(word));
    let line = lines.next().ok_or(ReceiptError::NoLine)?;
    if lines.any(|other| other != line) {
        return Err(ReceiptError::SeveralLines);
    }
    let line = ReceiptLine::read(line)?;
    Ok(check(root, &line, Some(text)))
}

fn check(root: &PublicKey, line: &ReceiptLine, text: Option<PdfText>) -> ReceiptCheck {
    let (receipt, certificate) = (&line.receipt, &line.certificate);
    let text = text.map(|text| compare(text, receipt.text));
    let signed = line.check(root).err().map(|error| error.code());
    let changed = text
        .as_ref()
        .filter(|text| text.copies == 0)
        .map(|_| TEXT_DIFFERS);
    let problems: Vec<_> = signed.into_iter().chain(changed).collect();
    ReceiptCheck {
        holds: problems.is_empty(),
        problems,
        number: receipt.number.to_string(),
        matter: receipt.matter.clone(),
        received_on: receipt.received.to_string(),
        accepted_on: receipt.accepted.map(|day| day.to_string()),
        due_on: receipt.due.map(|day| day.to_string()),
        name: receipt.name.to_string(),
        terminal: certificate.terminal().to_string(),
        point: certificate.point().to_owned(),
        certified_until: certificate.until().to_string(),
        entry: receipt.entry.to_string(),
        text,
    }
}

/// The file says one text in so many copies, or it is not the signed one.
fn compare(text: PdfText, signed: ShortHash) -> ReceiptText {
    let letters: Vec<char> = text
        .content
        .iter()
        .flat_map(|line| line.chars())
        .filter(|ch| !ch.is_whitespace())
        .collect();
    let copies = (1..=MOST_COPIES).find(|&copies| {
        letters.len().is_multiple_of(copies) && {
            let one = &letters[..letters.len() / copies];
            let text: String = one.iter().collect();
            letters.chunks(one.len().max(1)).all(|copy| copy == one)
                && ShortHash::of_text(&text) == signed
        }
    });
    let copies = copies.unwrap_or(0);
    ReceiptText {
        copies,
        covered: first_copy(text.content, letters.len() / copies.max(1)),
        outside: text.furniture,
        pictures: text.pictures,
    }
}

/// The lines that hold the first `letters` letters.
fn first_copy(lines: Vec<String>, letters: usize) -> Vec<String> {
    let mut left = letters;
    let within = lines.into_iter().take_while(|line| {
        let begins = left > 0;
        let length = line.chars().filter(|ch| !ch.is_whitespace()).count();
        left = left.saturating_sub(length);
        begins
    });
    within.collect()
}

/// Reads a root key: its base64, or an enrolment file, which carries it.
///
/// # Errors
/// [`ReceiptError::RootKey`].
pub fn read_root_key(text: &str) -> Result<PublicKey, ReceiptError> {
    let text = text.trim();
    let key = BASE64.decode(text.as_bytes()).ok();
    if let Some(key) = key.and_then(|bytes| bytes.try_into().ok()) {
        return Ok(PublicKey(key));
    }
    enrolled_root(text).map_err(|_| ReceiptError::RootKey)
}

/// The file is signed by the key it names: trust in it comes from the hands it came from.
fn enrolled_root(text: &str) -> Result<PublicKey, WireError> {
    let malformed = |error: serde_json::Error| WireError::Malformed {
        what: "enrolment",
        why: error.to_string(),
    };
    let signed: Signed = serde_json::from_str(text).map_err(malformed)?;
    let named: EnrolmentFile = serde_json::from_str(&signed.document).map_err(malformed)?;
    let file: EnrolmentFile = signed.open(&named.root, "enrolment", Purpose::Enrolment)?;
    Ok(file.root)
}

impl Desk {
    /// The root key this home is enrolled under.
    ///
    /// # Errors
    /// `HOME-002` when there is no home, and what keeps it from being opened.
    pub fn root_key(&self) -> Outcome<PublicKey> {
        Ok(self.store()?.identity().enrolment.root)
    }

    /// Name of a point in the catalogue in force; none when it is not listed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn point_name(&self, id: &str) -> Outcome<Option<String>> {
        let points = self.store()?.read(|read| read.points())?;
        Ok(points
            .into_iter()
            .find(|point| point.id == id)
            .map(|point| point.name))
    }
}

/// The number a scanned line carries, when the enrolled platform vouches for it; any other text as
/// it is.
pub(crate) fn number_scanned(root: &PublicKey, text: &str) -> String {
    if !ReceiptLine::is_meant(text) {
        return text.to_owned();
    }
    match ReceiptLine::read(text) {
        Ok(line) if line.check(root).is_ok() => line.receipt.number.to_string(),
        _ => text.to_owned(),
    }
}
