//! 催办: asks the platform to see to a case whose promised day is near or past.

use yichuang_domain::{case::RequestKind, role::Act};

use super::ending::{Ending, is_dispatched};
use crate::{
    Desk,
    ipc::{ApiError, Done, ErrorCode, UrgeCase},
    operator::reason,
    report::Outcome,
};

impl Desk {
    /// Urges a case that is with its department.
    ///
    /// # Errors
    /// `CASE-010` when it was urged and that is not answered; `CASE-001`, `CASE-002`, `CASE-003`,
    /// `CLOCK-001`; nothing is changed.
    pub fn urge_case(&self, input: UrgeCase) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::Urge)?;
        let why = reason("reason", &input.reason, 2)?;
        self.end_case(&operator, &input.number, |tx, row, _| {
            if !row.own || !is_dispatched(row.state) {
                return Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()));
            }
            let what = RequestKind::Urge;
            let asked = tx.open_requests(row.id)?;
            if asked.iter().any(|open| open.what == what.key()) {
                return Err(ApiError::new(ErrorCode::AskedBefore).with("what", what.key()));
            }
            Ok(Ending::Asked {
                what,
                reason: why,
                supervisor: None,
                files: Vec::new(),
            })
        })?;
        Ok(Done {})
    }
}
