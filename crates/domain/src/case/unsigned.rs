//! 跳过签字: a paper that is left unsigned for now, and why.
//!
//! What somebody asks for stands without a signature until they sign it; what they promise or ask to
//! defer does not, so such a paper is never left unsigned (国办发〔2020〕42号). Which paper is which is
//! known elsewhere.

use crate::{closed::coded_set, text::check};

/// Characters of the words beside another reason.
pub const LONGEST_SKIP_WORDS: usize = 60;

coded_set!(
    /// Why a paper is left unsigned for now.
    SkipReason {
        /// The applicant cannot come or write; whoever acts for them was there when they agreed.
        CannotMove = "cannot_move", "申请人行动不便，由代办人陪同口头确认";
        /// Neither the pad nor a printer works.
        NoMeans = "no_means", "手写板与打印机都不能用";
        /// The applicant wants to take it home and bring it back signed.
        TakenHome = "taken_home", "申请人要求带回签字";
        /// Another reason, in words.
        Other = "other", "其他";
    }
);

/// What is wrong with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipProblem {
    /// None of the list.
    Reason,
    /// Another one, without its words, or with more than [`LONGEST_SKIP_WORDS`].
    Words,
}

impl SkipProblem {
    /// The rule that was broken, as fields' problems name it.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Reason => "skip_reason",
            Self::Words => "skip_words",
        }
    }
}

/// Reads why a paper is left unsigned. Only another reason keeps its words.
///
/// # Errors
/// The first thing wrong.
pub fn skip_reason(why: &str, words: &str) -> Result<(SkipReason, String), SkipProblem> {
    let why = SkipReason::from_key(why).ok_or(SkipProblem::Reason)?;
    if why != SkipReason::Other {
        return Ok((why, String::new()));
    }
    let words = words.trim();
    if words.is_empty() || check(words, LONGEST_SKIP_WORDS).is_err() {
        return Err(SkipProblem::Words);
    }
    Ok((why, words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{SkipProblem, SkipReason, skip_reason};

    #[test]
    fn a_reason_is_of_the_list_and_another_one_is_said_in_words() {
        let home = skip_reason("taken_home", "不需要的话");
        assert_eq!(home, Ok((SkipReason::TakenHome, String::new())));
        assert_eq!(skip_reason("", ""), Err(SkipProblem::Reason));
        assert_eq!(
            skip_reason("in_a_hurry", "赶时间"),
            Err(SkipProblem::Reason)
        );
        assert_eq!(skip_reason("other", "  "), Err(SkipProblem::Words));
        assert_eq!(skip_reason("other", "一\u{7}"), Err(SkipProblem::Words));
        let long = "长".repeat(61);
        assert_eq!(skip_reason("other", &long), Err(SkipProblem::Words));
        let said = skip_reason("other", " 右手受伤 ");
        assert_eq!(said, Ok((SkipReason::Other, "右手受伤".to_owned())));
    }
}
