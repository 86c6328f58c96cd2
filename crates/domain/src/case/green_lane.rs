//! 绿色通道: who is seen to first.

use serde::{Deserialize, Serialize};

use crate::closed::coded_set;

/// Characters of the words beside another reason.
pub const LONGEST_WORDS: usize = 60;

coded_set!(
    /// Why somebody goes by the green lane.
    GreenLaneReason {
        /// Old.
        Elder = "elder", "老年人";
        /// Disabled.
        Disabled = "disabled", "残疾人";
        /// Pregnant, or with an infant.
        Pregnant = "pregnant", "孕妇";
        /// A soldier, a veteran, or of their family.
        Soldier = "soldier", "军人";
        /// A key project.
        KeyProject = "key_project", "重点项目";
        /// Another reason, in words.
        Other = "other", "其他";
    }
);

/// A case that goes by the green lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GreenLane {
    /// Why.
    pub why: GreenLaneReason,
    /// In words, when the reason is another one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}
