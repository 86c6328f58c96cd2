//! Alt+V in a person's file: shows numbers and telephone for ten seconds, on the record.

use std::collections::BTreeMap;

use yichuang_domain::{person::Fact, role::Act};
use yichuang_wire::payload::Unmasked;

use super::{listed, named, show_person::LISTED, visits::Visits};
use crate::{
    Desk,
    ipc::{ChangedKind, PersonRef, Revealed},
    report::Outcome,
};

impl Desk {
    /// Shows the numbers (`number.0` and so on, in the file's order) and the telephone (`phone`), and
    /// writes down who looked, beside the case the file was opened by.
    ///
    /// # Errors
    /// `CASE-002`, `PERSON-001`, `OPS-004`; nothing is shown when the entry cannot be written.
    pub fn reveal_person(&self, input: PersonRef) -> Outcome<Revealed> {
        let operator = self.allowed(Act::Unmask)?;
        let shown = self.store()?.write(|tx| -> Outcome<Revealed> {
            let (case, number) = named(tx, &input)?;
            let mut fields = BTreeMap::new();
            for (place, one) in listed(tx, &number)?.iter().enumerate() {
                fields.insert(format!("number.{place}"), one.reveal().to_owned());
            }
            let visits = Visits::of(tx, &number, LISTED)?;
            if let Some(phone) = visits.fact(Fact::Phone) {
                fields.insert(Fact::Phone.key().to_owned(), phone.value);
            }
            let payload = Unmasked {
                number: case.number.clone(),
                fields: fields
                    .keys()
                    .map(|field| format!("person.{field}"))
                    .collect(),
            };
            self.note(tx, payload, Some(case.id), Some(operator.id))?;
            Ok(Revealed { fields })
        })?;
        self.announce(ChangedKind::Case, Some(input.number));
        Ok(shown)
    }
}
