//! What was decided about a published guide.

use serde::{Deserialize, Serialize};
use yichuang_domain::{MatterCode, OperatorId};

use crate::Hash;

/// A finding about a guide was kept by name (指南问题放行). The plan for service guides lets a
/// catch-all stand only "in principle not"; whoever lets one stand answers for it, and every
/// guide printed from this text names them. It holds for this text and no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideFindingKept {
    /// The matter.
    pub matter: MatterCode,
    /// SHA-256 of the matter's exact bytes in the pack.
    pub sha256: Hash,
    /// Version of the pack it came in.
    pub pack_version: u64,
    /// Stable key of the rule.
    pub rule: String,
    /// Where, such as `materials[MAT-IDCARD].name`.
    pub section: String,
    /// The words at issue, or what was found when they are not there.
    pub text: String,
    /// Why it stands.
    pub reason: String,
    /// The supervisor who answers for it.
    pub supervisor: OperatorId,
}
