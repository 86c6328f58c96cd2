//! 补打: why a document is printed once more.
//!
//! Owns the closed list of reasons and which of them a person may give. The reason is printed on the
//! copy beside its count and written into the journal; it is no part of what the document says.

use crate::closed::coded_set;

coded_set!(
    /// Why another copy of a document is made.
    ReprintReason {
        /// The copy is lost.
        Lost = "lost", "遗失";
        /// The print cannot be read.
        Unclear = "unclear", "没打清楚";
        /// Nothing came out, or blank paper.
        Blank = "blank", "没打出来";
        /// The paper jammed.
        Jammed = "jammed", "卡纸";
        /// Somebody wants one more.
        OneMore = "one_more", "多要一份";
        /// What it says was changed since, as of a form that is not signed yet. The program sees that
        /// itself; nobody gives it.
        Changed = "changed", "内容已改";
    }
);

impl ReprintReason {
    /// The reasons a person may give.
    pub fn given() -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|one| *one != Self::Changed)
    }

    /// The reason with this key, of those a person may give.
    #[must_use]
    pub fn from_person(key: &str) -> Option<Self> {
        Self::given().find(|one| one.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::ReprintReason;

    #[test]
    fn nobody_gives_a_reason_the_program_sees_itself() {
        assert_eq!(
            ReprintReason::from_person("lost"),
            Some(ReprintReason::Lost)
        );
        for key in ["changed", "because", ""] {
            assert_eq!(ReprintReason::from_person(key), None);
        }
    }
}
