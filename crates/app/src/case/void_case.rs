//! 作废: a case that was taken by mistake. A supervisor agrees; nothing is deleted.

use yichuang_domain::{
    case::{RequestKind, Verb},
    role::Act,
};
use yichuang_wire::payload::Voided;

use super::ending::{Ending, may_end};
use crate::{
    Desk,
    ipc::{ApiError, CaseEnded, VoidCase},
    operator::reason,
    report::{Outcome, field_problem},
};

impl Desk {
    /// Voids a case; of one that is with its department, the platform is asked.
    ///
    /// # Errors
    /// `CASE-001` when the number typed is not the case's (`number_differs`) or the reason is too
    /// short; `OPS-…` when nobody who may agrees; `CASE-002`, `CASE-003`, `CASE-010`, `CLOCK-001`;
    /// nothing is changed.
    pub fn void_case(&self, input: VoidCase) -> Outcome<CaseEnded> {
        let operator = self.allowed_to_decide(Act::ReadCase)?;
        let why = reason("reason", &input.reason, 4)?;
        let row = self
            .store()?
            .read(|read| super::done::numbered(read, &input.number))?;
        let typed = input.typed.trim();
        if typed != row.number.short() && typed != row.number.to_string() {
            let differs = field_problem("typed", "number_differs");
            return Err(ApiError::invalid(vec![differs]));
        }
        let supervisor = self.vouched(&input.supervisor, &input.password, Act::Void)?;
        self.end_case(&operator, &input.number, |tx, row, hand| {
            if may_end(tx, row, Verb::Void, RequestKind::Void)? {
                return Ok(Ending::Asked {
                    what: RequestKind::Void,
                    reason: why,
                    supervisor: Some(supervisor),
                    files: Vec::new(),
                });
            }
            let voided = Voided {
                number: row.number.clone(),
                reason: why,
                supervisor,
                voided_on: hand.today,
                clerk: hand.operator.name.clone(),
            };
            Ok(Ending::Here(Box::new(voided.into()), Vec::new()))
        })
    }
}
