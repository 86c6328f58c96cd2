//! Handing an enquiry over: to a colleague at this terminal, or to another office.

use yichuang_domain::{OperatorId, role::Act};
use yichuang_store::Tx;
use yichuang_wire::payload::EnquiryHanded;

use super::{SHORTEST, list_enquiries::is_colleague, movable};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, HandEnquiry},
    operator::reason,
    report::{Outcome, field_problem},
};

impl Desk {
    /// Hands an enquiry over.
    ///
    /// # Errors
    /// `CASE-001` naming `to` or `reason`, `ENQUIRY-001`, `ENQUIRY-002`, `OPS-…`.
    pub fn hand_enquiry(&self, input: HandEnquiry) -> Outcome<Done> {
        let operator = self.allowed(Act::Enquire)?;
        let why = reason("reason", &input.reason, SHORTEST)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let enquiry = movable(tx, &input.id, &operator)?;
            let (to, to_name) = receiver(tx, &input, enquiry.owner)?;
            let on = self.look_at_clock(tx)?.today();
            let handed = EnquiryHanded {
                id: enquiry.id,
                to,
                to_name,
                reason: why,
                on,
            };
            self.note(tx, handed, None, Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Enquiry, Some(input.id));
        Ok(Done {})
    }
}

/// Who has it from here on.
fn receiver(
    tx: &Tx<'_>,
    input: &HandEnquiry,
    owner: Option<OperatorId>,
) -> Outcome<(Option<OperatorId>, String)> {
    let wrong = |rule: &str| ApiError::invalid(vec![field_problem("to", rule)]);
    if input.to.is_empty() {
        return Ok((None, reason("office", &input.office, SHORTEST)?));
    }
    let to: OperatorId = input.to.parse().map_err(|_| wrong("option"))?;
    let found = tx.operator(to)?.filter(is_colleague);
    let found = found.filter(|who| Some(who.id) != owner);
    let found = found.ok_or_else(|| wrong("option"))?;
    Ok((Some(to), found.name))
}
