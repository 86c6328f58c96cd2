//! Numbers put together by mistake come apart again. Both acts stay in the journal.

use yichuang_domain::role::Act;
use yichuang_wire::payload::PersonsParted;

use super::named;
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, PartPerson},
    operator::reason,
    report::Outcome,
};

impl Desk {
    /// Takes apart what one [`Desk::merge_person`] put together.
    ///
    /// # Errors
    /// `CASE-001`; `PERSON-001`; `PERSON-003` when the link does not stand; `OPS-002` to `OPS-004`
    /// and `OPS-007` about the supervisor.
    pub fn part_person(&self, input: PartPerson) -> Outcome<Done> {
        let operator = self.allowed(Act::ReadCase)?;
        let reason = reason("reason", &input.reason, 1)?;
        let approved_by = self.vouched(&input.supervisor, &input.password, Act::MergePersons)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let (_, number) = named(tx, &input.person)?;
            let links = tx.links_of(&number)?;
            let link = links
                .into_iter()
                .find(|link| link.arrival.to_string() == input.link)
                .ok_or_else(|| ApiError::new(ErrorCode::PersonLinkUnknown))?;
            let parted = PersonsParted {
                from: link.merged.from,
                into: link.merged.into,
                reason,
                approved_by,
            };
            self.note(tx, parted, None, Some(operator.id))?;
            Ok(())
        })?;
        self.announce(ChangedKind::Case, None);
        Ok(Done {})
    }
}
