//! An enquiry was answered, or became a case.

use yichuang_domain::role::Act;
use yichuang_wire::payload::EnquirySettled;

use super::{movable, words};
use crate::{
    Desk,
    case::numbered,
    ipc::{ChangedKind, Done, SettleEnquiry},
    report::Outcome,
};

impl Desk {
    /// Settles an enquiry.
    ///
    /// # Errors
    /// `CASE-001` naming `answer`, `CASE-002` and `CASE-006` for a number that is no case here,
    /// `ENQUIRY-001`, `ENQUIRY-002`, `OPS-…`.
    pub fn settle_enquiry(&self, input: SettleEnquiry) -> Outcome<Done> {
        let operator = self.allowed(Act::Enquire)?;
        let answer = words("answer", &input.answer)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let enquiry = movable(tx, &input.id, &operator)?;
            let number = match input.number.trim() {
                "" => None,
                number => Some(numbered(tx, number)?.number),
            };
            let on = self.look_at_clock(tx)?.today();
            let settled = EnquirySettled {
                id: enquiry.id,
                answer,
                number,
                on,
            };
            self.note(tx, settled, None, Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Enquiry, Some(input.id));
        Ok(Done {})
    }
}
