//! How a terminal becomes one of a platform's terminals.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use yichuang_domain::TerminalCode;

use crate::{PublicKey, ReceiptCertificate};

/// What a home is enrolled as; it opens in that mode only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TerminalMode {
    /// A clerk's counter.
    Window,
    /// A self-service kiosk.
    Kiosk,
    /// A helper's laptop.
    Helper,
}

/// The point a terminal stands at, as printed on every paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointIdentity {
    /// Catalogue id of the point, such as `SP004`.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Twelve-digit statistical region code.
    pub region: String,
    /// Address for the papers.
    pub address: String,
    /// Telephone for the papers.
    pub phone: String,
    /// Opening hours for the papers.
    pub hours: String,
}

/// The file an administrator brings to a new machine. Travels as a [`crate::Signed`] document with
/// [`crate::Purpose::Enrolment`], signed by `root`; trust in `root` itself comes from the hands
/// that carried the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentFile {
    /// Format, 1.
    pub format: u32,
    /// The platform's address; none for a point that only exchanges by USB. TLS unless loopback.
    pub platform_url: Option<String>,
    /// The platform's root key: verifies receipts, certificates, packs and feeds.
    pub root: PublicKey,
    /// The code that becomes the prefix of every number this terminal gives.
    pub terminal: TerminalCode,
    /// What the terminal is.
    pub mode: TerminalMode,
    /// The window's name, such as 「3 号综合窗口」.
    pub window: String,
    /// Where it stands.
    pub point: PointIdentity,
    /// One-time secret that lets exactly one machine claim the code.
    pub token: String,
    /// True for the demo: papers and screens say 样例.
    #[serde(default)]
    pub sample: bool,
}

/// The platform's word on which keys are a terminal's. A [`crate::Signed`] document with
/// [`crate::Purpose::Certificate`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The terminal.
    pub terminal: TerminalCode,
    /// Verifies its batches and printed receipts.
    pub signing: PublicKey,
    /// Seals files for it.
    pub encryption: PublicKey,
    /// From when.
    pub issued_at: DateTime<Utc>,
    /// The same in little, for the receipts it prints; an older platform gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptCertificate>,
}
