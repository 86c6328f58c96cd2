//! What one visit hands in.

use crate::closed::coded_set;
use crate::form::FormValues;
use crate::id::{FileHash, MatterCode};
use crate::person::{Agent, Person};
use crate::question::Answers;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One application as taken down, not yet judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// The matter.
    pub matter: MatterCode,
    /// Who applies.
    pub applicant: Person,
    /// Who speaks for the applicant.
    #[serde(default)]
    pub agent: Option<Agent>,
    /// The situation.
    pub answers: Answers,
    /// The form.
    pub form: FormValues,
    /// The materials.
    pub materials: Vec<HandedIn>,
}

/// What an application says besides who is behind it, so that it can be judged while the people
/// are not right yet.
#[derive(Debug, Clone, Copy)]
pub struct Submission<'a> {
    /// The matter.
    pub matter: &'a MatterCode,
    /// Somebody speaks for the applicant.
    pub by_agent: bool,
    /// The situation.
    pub answers: &'a Answers,
    /// The form.
    pub form: &'a FormValues,
    /// The materials.
    pub materials: &'a [HandedIn],
}

impl Intake {
    /// What it says besides the people.
    #[must_use]
    pub fn submission(&self) -> Submission<'_> {
        Submission {
            matter: &self.matter,
            by_agent: self.agent.is_some(),
            answers: &self.answers,
            form: &self.form,
            materials: &self.materials,
        }
    }
}

/// How one material was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedIn {
    /// Material number.
    pub id: String,
    /// In which way.
    pub how: HandIn,
    /// The files of its pages.
    #[serde(default)]
    pub files: Vec<FileRef>,
    /// Pages or copies taken.
    #[serde(default)]
    pub pages: Option<u32>,
    /// A remark; of a held material, where it comes from.
    #[serde(default)]
    pub note: Option<String>,
    /// The day a deferred material is promised for.
    #[serde(default)]
    pub supply_by: Option<NaiveDate>,
    /// Number of the certificate that is looked up instead of being handed in (只登记编号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

coded_set!(
    /// The way a material was settled.
    HandIn {
        /// The original was seen and given back.
        OriginalSeen = "original_seen", "已核原件";
        /// A copy was taken.
        CopyTaken = "copy_taken", "收复印件";
        /// Pages were captured by camera or scanner.
        Captured = "captured", "已采集";
        /// Paper was taken, an original or a signed form.
        PaperTaken = "paper_taken", "收纸质";
        /// Not needed, by a named rule.
        Waived = "waived", "免交";
        /// Used from the archive.
        Held = "held", "用档案里的";
        /// Follows later.
        Deferred = "deferred", "容缺";
        /// Replaced by a written promise.
        Promised = "promised", "告知承诺";
        /// An unsure answer turned out not to need it.
        NotApplicable = "not_applicable", "不适用";
    }
);

/// A file kept for a material.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// SHA-256 of the bytes kept.
    pub sha256: FileHash,
    /// Bytes.
    pub size: u64,
    /// Media type, such as `image/jpeg`.
    pub media_type: String,
    /// Name for people.
    pub name: String,
}
