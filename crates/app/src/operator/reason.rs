//! Why somebody was let to do what takes more than their own rights; it stays on the record.

use yichuang_domain::text::{TextProblem, check};

use crate::{
    ipc::ApiError,
    report::{Outcome, field_problem},
};

/// Longest reason, in characters.
const LONGEST: usize = 200;

/// A reason that somebody may read later, of `shortest` characters at least.
///
/// # Errors
/// `CASE-001` naming `field`: `required`, `too_short`, `too_long`, `control_char`.
pub(crate) fn reason(field: &str, text: &str, shortest: usize) -> Outcome<String> {
    let text = text.trim();
    let rule = match check(text, LONGEST) {
        Err(TextProblem::TooLong { .. }) => "too_long",
        Err(TextProblem::Forbidden { .. }) => "control_char",
        Ok(()) if text.is_empty() => "required",
        Ok(()) if text.chars().count() < shortest => "too_short",
        Ok(()) => return Ok(text.to_owned()),
    };
    Err(ApiError::invalid(vec![field_problem(field, rule)]))
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn a_reason_is_words_that_can_be_read_later() {
        assert_eq!(reason("reason", " 换了情形 ", 4).unwrap(), "换了情形");
        for (text, rule) in [
            ("  ", "required"),
            ("好", "too_short"),
            ("好\u{202e}的的的", "control_char"),
        ] {
            assert_eq!(
                reason("reason", text, 4).unwrap_err().problems[0].rule,
                rule
            );
        }
        let long = "因".repeat(201);
        let refused = reason("reason", &long, 1).unwrap_err();
        assert_eq!(refused.problems[0].rule, "too_long");
    }
}
