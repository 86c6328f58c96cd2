//! 打电话并记录.

use yichuang_domain::{
    case::{CallOutcome, CallPurpose},
    role::Act,
    text::check,
};
use yichuang_wire::payload::Called;

use super::{done::numbered, take_in::append};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, LogCall},
    report::{Outcome, field_problem},
};

/// Longest note of a call, in characters.
const LONGEST: usize = 200;

impl Desk {
    /// Writes down that somebody was called about a case.
    ///
    /// # Errors
    /// `CASE-001` for a purpose or outcome that is none, or words that are too long; `CASE-002`,
    /// `CLOCK-001`, `OPS-…`; nothing is changed.
    pub fn log_call(&self, input: LogCall) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::LogCall)?;
        let invalid = |field: &str, rule: &str| ApiError::invalid(vec![field_problem(field, rule)]);
        let purpose = CallPurpose::from_key(&input.purpose)
            .ok_or_else(|| invalid("call.purpose", "option"))?;
        let outcome = CallOutcome::from_key(&input.outcome)
            .ok_or_else(|| invalid("call.outcome", "option"))?;
        let words = input.words.trim();
        check(words, LONGEST).map_err(|_| invalid("call.words", "too_long"))?;
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let row = numbered(tx, &input.number)?;
            let hand = self.hand(&operator, tx)?;
            let called = Called {
                number: row.number.clone(),
                purpose,
                outcome,
                words: words.to_owned(),
                on: hand.today,
                clerk: operator.name.clone(),
            };
            append(tx, &hand, row.id, called)?;
            Ok(row.number)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}
