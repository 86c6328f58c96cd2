//! Keeping what somebody asked.

use yichuang_domain::{MatterCode, Phone, role::Act, text::check};
use yichuang_wire::payload::EnquiryOpened;

use super::words;
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, OpenEnquiry},
    report::{Outcome, field_problem},
};

/// Characters of a name.
const LONGEST_NAME: usize = 50;

impl Desk {
    /// Keeps an enquiry; it belongs to whoever is signed in.
    ///
    /// # Errors
    /// `CASE-001` naming `text`, `name`, `phone` or `matter`; `OPS-…`.
    pub fn open_enquiry(&self, input: OpenEnquiry) -> Outcome<Done> {
        let operator = self.allowed(Act::Enquire)?;
        let text = words("text", &input.text)?;
        let wrong = |field: &str, rule: &str| ApiError::invalid(vec![field_problem(field, rule)]);
        let name = input.name.trim();
        check(name, LONGEST_NAME).map_err(|_| wrong("name", "too_long"))?;
        let phone = match input.phone.trim() {
            "" => None,
            given => Some(Phone::parse(given).map_err(|_| wrong("phone", "phone"))?),
        };
        let matter = match input.matter.as_str() {
            "" => None,
            code => Some(MatterCode::new(code).map_err(|_| wrong("matter", "code"))?),
        };
        let id = self.fresh_id()?;
        self.store()?.write(|tx| -> Outcome<()> {
            let on = self.look_at_clock(tx)?.today();
            let opened = EnquiryOpened {
                id,
                text,
                matter,
                name: (!name.is_empty()).then(|| name.to_owned()),
                phone,
                on,
            };
            self.note(tx, opened, None, Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Enquiry, Some(id.to_string()));
        Ok(Done {})
    }
}
