//! A visit (到场): one person's coming to a counter on one day, whatever was done in it.
//!
//! Owns what can be done in a visit and what the reform saved the person in one; who came when is
//! told by the journals.

use crate::case::HandIn;
use crate::closed::coded_set;

coded_set!(
    /// Something done in a visit.
    Deed {
        /// Asked something (首问).
        Enquired = "enquired", "咨询";
        /// Told what to bring, once and completely.
        Told = "told", "一次告知";
        /// Handed an application in.
        HandedIn = "handed_in", "递交申请";
        /// Handed in what was still owed.
        Supplied = "supplied", "补交材料";
        /// Collected a result.
        Collected = "collected", "领取结果";
    }
);

/// Materials nobody had to bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spared {
    /// Not asked for, by a named rule (免交).
    pub waived: u32,
    /// Used from the archive (用档案里的).
    pub reused: u32,
}

impl Spared {
    /// Of the lines of one case as they were settled.
    #[must_use]
    pub fn of(lines: impl IntoIterator<Item = HandIn>) -> Self {
        lines
            .into_iter()
            .fold(Self::default(), |spared, how| match how {
                HandIn::Waived => Self {
                    waived: spared.waived + 1,
                    ..spared
                },
                HandIn::Held => Self {
                    reused: spared.reused + 1,
                    ..spared
                },
                _ => spared,
            })
    }

    /// Both together.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.waived.saturating_add(self.reused)
    }
}
