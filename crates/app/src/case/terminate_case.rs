//! 终止: what was asked for did not come by its day. Nothing ends by itself: a person decides.

use yichuang_domain::{
    case::{RequestKind, Verb},
    role::Act,
};
use yichuang_wire::payload::Terminated;

use super::{
    ending::{Ending, given_back, may_end},
    extend_supply::nearest,
    standing::standing,
    withdraw_case::MATERIALS_RETURN,
};
use crate::{
    Desk,
    ipc::{ApiError, CaseEnded, ErrorCode, TerminateCase},
    operator::reason,
    report::Outcome,
};

/// The notice that a case ended.
pub(crate) const TERMINATION: &str = "termination";

impl Desk {
    /// Ends a case whose day to supply by has passed; of a case that is with its department, the
    /// platform is asked.
    ///
    /// # Errors
    /// `CASE-011` before that day is over (`day`); `CASE-001` without a reason or for a material that
    /// does not lie here; `CASE-002`, `CASE-003`, `CASE-010`, `CLOCK-001`; nothing is changed.
    pub fn terminate_case(&self, input: TerminateCase) -> Outcome<CaseEnded> {
        let operator = self.allowed_to_decide(Act::Terminate)?;
        let why = reason("reason", &input.reason, 2)?;
        self.end_case(&operator, &input.number, |tx, row, hand| {
            let asked = may_end(tx, row, Verb::Terminate, RequestKind::Terminate)?;
            let illegal = || ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key());
            let day = nearest(row).ok_or_else(illegal)?;
            if day >= hand.today {
                return Err(ApiError::new(ErrorCode::SupplyDayNotOver).with("day", day));
            }
            if asked {
                return Ok(Ending::Asked {
                    what: RequestKind::Terminate,
                    reason: why,
                    supervisor: None,
                    files: Vec::new(),
                });
            }
            let received = standing(tx, row.id)?;
            let returned = received
                .map(|received| given_back(&received, &input.returned))
                .transpose()?
                .unwrap_or_default();
            let mut papers = vec![TERMINATION];
            papers.extend((!returned.is_empty()).then_some(MATERIALS_RETURN));
            let terminated = Terminated {
                number: row.number.clone(),
                reason: why,
                returned,
                terminated_on: hand.today,
                clerk: hand.operator.name.clone(),
            };
            Ok(Ending::Here(Box::new(terminated.into()), papers))
        })
    }
}
