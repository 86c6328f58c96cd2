//! 撤回: the applicant withdraws in writing, and what lies at the counter is given back.

use yichuang_domain::{
    case::{RequestKind, Verb},
    role::Act,
};
use yichuang_wire::payload::Withdrawn;

use super::{
    ending::{Ending, given_back, may_end},
    standing::standing,
};
use crate::{
    Desk,
    ipc::{ApiError, CaseEnded, WithdrawCase},
    operator::reason,
    report::{Outcome, field_problem},
};

/// The proof that materials were given back.
pub(crate) const MATERIALS_RETURN: &str = "materials_return";

impl Desk {
    /// Records a withdrawal; of a case that is with its department, the platform is asked.
    ///
    /// # Errors
    /// `CASE-001` without a reason, the signed withdrawal (`written_missing`), or for a material that
    /// does not lie here; `CASE-002`, `CASE-003`, `CASE-010`, `CLOCK-001`; nothing is changed.
    pub fn withdraw_case(&self, input: WithdrawCase) -> Outcome<CaseEnded> {
        let operator = self.allowed_to_decide(Act::Withdraw)?;
        let why = reason("reason", &input.reason, 2)?;
        if !input.written {
            let missing = field_problem("written", "written_missing");
            return Err(ApiError::invalid(vec![missing]));
        }
        self.end_case(&operator, &input.number, |tx, row, hand| {
            if may_end(tx, row, Verb::Withdraw, RequestKind::Withdraw)? {
                return Ok(Ending::Asked {
                    what: RequestKind::Withdraw,
                    reason: why,
                    supervisor: None,
                });
            }
            let received = standing(tx, row.id)?;
            let returned = received
                .map(|received| given_back(&received, &input.returned))
                .transpose()?
                .unwrap_or_default();
            let withdrawn = Withdrawn {
                number: row.number.clone(),
                reason: why,
                returned,
                withdrawn_on: hand.today,
                clerk: hand.operator.name.clone(),
            };
            Ok(Ending::Here(
                Box::new(withdrawn.into()),
                vec![MATERIALS_RETURN],
            ))
        })
    }
}
