//! Somebody who was here before, put on a draft without a document: their number is shown, so it is
//! on the record, and nobody has seen the document yet.

use yichuang_domain::{
    person::{Fact, Verified},
    role::Act,
};
use yichuang_wire::payload::Unmasked;

use super::{listed, named, show_person::LISTED, visits::Visits};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, ErrorCode, PersonInput, PersonRef},
    report::Outcome,
};

impl Desk {
    /// The person as a draft takes them, under their current number.
    ///
    /// # Errors
    /// `CASE-002`, `PERSON-001`, `OPS-004`; nothing is shown when the entry cannot be written.
    pub fn recall_person(&self, input: PersonRef) -> Outcome<PersonInput> {
        self.allowed(Act::Draft)?;
        let operator = self.allowed(Act::Unmask)?;
        let recalled = self.store()?.write(|tx| -> Outcome<PersonInput> {
            let (case, number) = named(tx, &input)?;
            let unknown = || ApiError::new(ErrorCode::PersonUnknown);
            let current = listed(tx, &number)?
                .into_iter()
                .next()
                .ok_or_else(unknown)?;
            let visits = Visits::of(tx, &number, LISTED)?;
            let fact = |fact| {
                visits
                    .fact(fact)
                    .map(|known| known.value)
                    .unwrap_or_default()
            };
            let payload = Unmasked {
                number: case.number.clone(),
                fields: vec!["person.number.0".to_owned(), "person.phone".to_owned()],
            };
            self.note(tx, payload, Some(case.id), Some(operator.id))?;
            Ok(PersonInput {
                name: fact(Fact::Name),
                id_kind: current.kind().key().to_owned(),
                id_number: current.reveal().to_owned(),
                sex: fact(Fact::Sex),
                birth: fact(Fact::Birth),
                ethnicity: fact(Fact::Ethnicity),
                address: fact(Fact::Address),
                phone: fact(Fact::Phone),
                verified: Verified::Typed.key().to_owned(),
            })
        })?;
        self.announce(ChangedKind::Case, Some(input.number));
        Ok(recalled)
    }
}
