//! Alt+V: shows what is masked, for ten seconds, on the record.

use std::collections::BTreeMap;

use yichuang_domain::role::Act;
use yichuang_wire::payload::{Received, Unmasked};

use super::done::{find, parse_number};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, ErrorCode, RevealFields, Revealed},
    report::Outcome,
};

const MOST_FIELDS: usize = 100;

impl Desk {
    /// Shows masked fields of a case and writes down who looked.
    ///
    /// # Errors
    /// `CASE-002`, `OPS-004`; nothing is shown when the entry cannot be written.
    pub fn reveal_fields(&self, input: RevealFields) -> Outcome<Revealed> {
        let operator = self.allowed(Act::Unmask)?;
        let number = parse_number(&input.number)?;
        let names: Vec<String> = input.fields.into_iter().take(MOST_FIELDS).collect();
        let shown = self.store()?.write(|tx| -> Outcome<Revealed> {
            let case = find(tx, &number)?;
            let received = tx
                .received(case.id)?
                .ok_or_else(|| ApiError::new(ErrorCode::CaseUnknown))?;
            let fields: BTreeMap<_, _> = names
                .iter()
                .filter_map(|name| Some((name.clone(), value(&received, name)?)))
                .collect();
            let payload = Unmasked {
                number: number.clone(),
                fields: fields.keys().cloned().collect(),
            };
            self.note(tx, payload, Some(case.id), Some(operator.id))?;
            Ok(Revealed { fields })
        })?;
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(shown)
    }
}

fn value(received: &Received, name: &str) -> Option<String> {
    match name {
        "id_number" => Some(received.applicant.id.reveal().to_owned()),
        "phone" => received
            .applicant
            .phone
            .as_ref()
            .map(|phone| phone.reveal().to_owned()),
        key => received.form.get(key).cloned(),
    }
}
