//! 事中事后核查 (国办发〔2020〕42号): what somebody promised is checked after acceptance. Whoever promised
//! what is not so promises and defers no more at this terminal.

use yichuang_domain::{
    HandIn,
    case::{CheckMethod, CheckOutcome},
    role::Act,
    text::check,
};
use yichuang_wire::payload::PromiseChecked;

use super::{done::numbered, take_in::append};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, CheckPromise, Done, ErrorCode},
    report::{Outcome, field_problem},
};

/// Longest finding, in characters.
const LONGEST: usize = 200;

impl Desk {
    /// Writes down what came of checking a promise.
    ///
    /// # Errors
    /// `CASE-001` for a method or outcome that is none, words that are too long, or none where it is
    /// not so; `CASE-003` when the case was not accepted on such a promise; `CASE-002`, `CLOCK-001`;
    /// nothing is changed.
    pub fn check_promise(&self, input: CheckPromise) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::CheckPromise)?;
        let invalid = |field: &str, rule: &str| ApiError::invalid(vec![field_problem(field, rule)]);
        let method = CheckMethod::from_key(&input.method)
            .ok_or_else(|| invalid("check.method", "option"))?;
        let outcome = CheckOutcome::from_key(&input.outcome)
            .ok_or_else(|| invalid("check.outcome", "option"))?;
        let words = input.words.trim();
        check(words, LONGEST).map_err(|_| invalid("check.words", "too_long"))?;
        if outcome == CheckOutcome::False && words.is_empty() {
            return Err(invalid("check.words", "required"));
        }
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let row = numbered(tx, &input.number)?;
            let promised = tx
                .materials(row.id)?
                .into_iter()
                .any(|line| line.id == input.material && line.how == Some(HandIn::Promised));
            if !row.own || !promised || row.accepted_on.is_none() {
                return Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()));
            }
            let hand = self.hand(&operator, tx)?;
            let checked = PromiseChecked {
                number: row.number.clone(),
                material: input.material.clone(),
                method,
                outcome,
                words: words.to_owned(),
                on: hand.today,
                clerk: operator.name.clone(),
            };
            append(tx, &hand, row.id, checked)?;
            Ok(row.number)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}
