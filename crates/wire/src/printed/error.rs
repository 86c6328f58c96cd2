//! Why the line of a printed receipt is not taken, or does not hold.

use chrono::NaiveDate;

/// What is wrong with a line. `code` is stable and may be read out to support.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintedError {
    /// The text is not the line of a receipt, such as the bare number of one printed without.
    #[error("RECEIPT-001 not the line of a printed receipt")]
    NoLine,
    /// The line is of a version this program does not read.
    #[error("RECEIPT-002 the line is of a version not read here")]
    Version,
    /// More than the format allows.
    #[error("RECEIPT-003 {size} bytes, limit {limit}")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The line cannot be read.
    #[error("RECEIPT-004 malformed: {0}")]
    Malformed(String),
    /// The certificate in the line is not this platform's.
    #[error("RECEIPT-005 the certificate is not of this platform")]
    Certificate,
    /// The fields are not what the certified terminal signed.
    #[error("RECEIPT-006 the fields are not what the terminal signed")]
    Signature,
    /// The certificate had ended before the materials were taken in.
    #[error("RECEIPT-007 the certificate ended on {until}, before {day}")]
    Ended {
        /// Its last day.
        until: NaiveDate,
        /// The later day the line speaks of.
        day: NaiveDate,
    },
}

impl PrintedError {
    /// The stable code, `RECEIPT-001` … `RECEIPT-007`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoLine => "RECEIPT-001",
            Self::Version => "RECEIPT-002",
            Self::TooLarge { .. } => "RECEIPT-003",
            Self::Malformed(_) => "RECEIPT-004",
            Self::Certificate => "RECEIPT-005",
            Self::Signature => "RECEIPT-006",
            Self::Ended { .. } => "RECEIPT-007",
        }
    }

    pub(super) fn malformed(why: impl std::fmt::Display) -> Self {
        Self::Malformed(why.to_string())
    }
}
