//! Two numbers turn out to be one person's: put together by hand, with a supervisor, on the record.

use yichuang_domain::{person::MergeGround, role::Act};
use yichuang_wire::payload::PersonsMerged;

use super::{find_person::document, named};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, MergePerson},
    operator::reason,
    report::{Outcome, field_problem},
};

impl Desk {
    /// Puts another number to a person's file. Cases keep the number they were taken under; every
    /// look by number finds both from now on, until [`Desk::part_person`].
    ///
    /// # Errors
    /// `CASE-001` naming the field; `PERSON-001`; `PERSON-002` when both numbers are one person's
    /// already; `OPS-002` to `OPS-004` and `OPS-007` about the supervisor.
    pub fn merge_person(&self, input: MergePerson) -> Outcome<Done> {
        let operator = self.allowed(Act::ReadCase)?;
        let other = document(&input.other)?;
        let ground = MergeGround::from_key(&input.ground)
            .ok_or_else(|| ApiError::invalid(vec![field_problem("ground", "required")]))?;
        let reason = reason("reason", &input.reason, 1)?;
        let approved_by = self.vouched(&input.supervisor, &input.password, Act::MergePersons)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let (_, number) = named(tx, &input.person)?;
            let numbers = tx.numbers_of(&number)?;
            if numbers.contains(&other) {
                return Err(ApiError::new(ErrorCode::PersonMergedBefore));
            }
            let current = numbers.first().cloned().unwrap_or(number);
            let (from, into) = if input.other_is_newer {
                (current, other)
            } else {
                (other, current)
            };
            let merged = PersonsMerged {
                from,
                into,
                ground,
                reason,
                approved_by,
            };
            self.note(tx, merged, None, Some(operator.id))?;
            Ok(())
        })?;
        self.announce(ChangedKind::Case, None);
        Ok(Done {})
    }
}
