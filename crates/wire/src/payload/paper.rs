//! Papers: what was made ready, and what became of it on a printer.

use serde::{Deserialize, Serialize};
use yichuang_domain::{CaseNumber, MatterCode};

use crate::Hash;

/// A document was made ready for paper; paper never comes before this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// Which document, such as `receipt`.
    pub document: String,
    /// The case's number, when it is about a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<CaseNumber>,
    /// The matter, when it is a guide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterCode>,
    /// 第 n 次打印, from 1.
    pub copy: u32,
    /// Template version.
    pub template: String,
    /// SHA-256 of the rendered bytes.
    pub sha256: Hash,
    /// Why it was made again (补打): `lost`, `unclear`, `blank`, `jammed`, `one_more`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What became of a paper that was sent to a printer or kept as a file. It settles nothing about
/// the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperSettled {
    /// Which document, such as `receipt`.
    pub document: String,
    /// The case's number, when it is about a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<CaseNumber>,
    /// 第 n 次打印, from 1.
    pub copy: u32,
    /// SHA-256 of the rendered bytes.
    pub sha256: Hash,
    /// `done`, `saved`, `failed`, `unknown`, `cancelled`.
    pub outcome: String,
    /// Why it failed or is not known, such as `paper_out`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How the printer was reached: `ipp`, `ticket_network`, `ticket_serial`, `ticket_usb`, `queue`;
    /// `folder`; `none` when it was sent nowhere.
    pub by: String,
    /// A person said so, and not the printer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub seen: bool,
}
