//! 更正: what had been written down wrongly is put right by a new entry; what was written stays.

use std::collections::BTreeSet;

use yichuang_domain::{
    FieldProblem as Problem, Matter, Phone, case::check_receivable, matter::FormField, role::Act,
};
use yichuang_wire::payload::{Amended, Amendment, Received};

use super::{
    done::{intake_of, numbered},
    standing::standing,
    take_in::append,
};
use crate::{
    Desk,
    catalogue::as_received,
    draft::present,
    ipc::{AmendCase, AmendedField, ApiError, ChangedKind, Done, ErrorCode},
    operator::reason,
    report::Outcome,
};

/// More than any form has fields.
const MAX_CHANGES: usize = 200;

impl Desk {
    /// Puts right what had been written down wrongly, before the decision.
    ///
    /// # Errors
    /// `CASE-001` without a reason or a change, for a field that cannot be put right (`not_amendable`),
    /// or a value that does not fit; `CASE-002`, `CASE-003`, `CLOCK-001`; nothing is changed.
    pub fn amend_case(&self, input: AmendCase) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::Amend)?;
        let why = reason("reason", &input.reason, 2)?;
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let row = numbered(tx, &input.number)?;
            if !row.own || !row.state.awaits_decision() {
                return Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()));
            }
            let hand = self.hand(&operator, tx)?;
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let received = standing(tx, row.id)?.ok_or_else(unknown)?;
            let found = as_received(tx, &row, &received)?.ok_or_else(unknown)?;
            let matter = &found.matter;
            let changes = changes(&input.changes, &received, matter)
                .map_err(|problems| present(matter, problems))?;
            let questions = &found.questions;
            let amended = amended(&received, &changes);
            let intake = intake_of(&found, &amended);
            check_receivable(&intake, matter, questions, hand.today, received.barred())
                .map_err(|problems| present(matter, problems))?;
            let entry = Amended {
                number: row.number.clone(),
                changes,
                reason: why.clone(),
                on: hand.today,
                clerk: operator.name.clone(),
            };
            append(tx, &hand, row.id, entry)?;
            Ok(row.number)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}

fn changes(
    given: &[AmendedField],
    received: &Received,
    matter: &Matter,
) -> Result<Vec<Amendment>, Vec<Problem>> {
    let mut problems = Vec::new();
    if given.is_empty() || given.len() > MAX_CHANGES {
        problems.push(Problem::new("changes", "required"));
    }
    let mut seen = BTreeSet::new();
    let mut changes = Vec::new();
    for change in given.iter().take(MAX_CHANGES) {
        let field: String = change.field.chars().take(80).collect();
        let Some(was) = written(&field, received, matter).filter(|_| seen.insert(field.clone()))
        else {
            problems.push(Problem::new(field, "not_amendable"));
            continue;
        };
        let is = change.is.trim().to_owned();
        problems.extend(misfit(&field, &is, matter));
        if is != was {
            changes.push(Amendment { field, was, is });
        }
    }
    if problems.is_empty() && changes.is_empty() {
        problems.push(Problem::new("changes", "nothing_changed"));
    }
    match problems.is_empty() {
        true => Ok(changes),
        false => Err(problems),
    }
}

/// What stands in a field; none for one that is not put right this way.
pub(super) fn written(field: &str, received: &Received, matter: &Matter) -> Option<String> {
    if let Some(key) = field.strip_prefix("form.") {
        let asked: &FormField = matter.field(key)?;
        return Some(received.form.get(&asked.key).cloned().unwrap_or_default());
    }
    let applicant = &received.applicant;
    match field {
        "applicant.name" => Some(applicant.name.clone()),
        "applicant.phone" => {
            let phone = applicant.phone.as_ref();
            Some(
                phone
                    .map(|phone| phone.reveal().to_owned())
                    .unwrap_or_default(),
            )
        }
        "applicant.address" => Some(applicant.address.clone().unwrap_or_default()),
        _ => None,
    }
}

/// What the check of the whole application would not find.
fn misfit(field: &str, is: &str, matter: &Matter) -> Option<Problem> {
    match field {
        "applicant.phone" => {
            let wrong = !is.is_empty() && Phone::parse(is).is_err();
            wrong.then(|| Problem::new(field, "phone"))
        }
        _ => {
            let key = field.strip_prefix("form.")?;
            let required = matter.field(key).is_some_and(|asked| asked.required);
            (required && is.is_empty()).then(|| Problem::new(key, "required"))
        }
    }
}

fn amended(received: &Received, changes: &[Amendment]) -> Received {
    let mut amended = received.clone();
    for change in changes {
        super::standing::amend(&mut amended, change);
    }
    amended
}
