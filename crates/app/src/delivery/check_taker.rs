//! F6 at the counter where results are handed over: whose document is it.

use yichuang_domain::role::Act;

use super::{
    going::decided_case,
    taker::{Taker, who},
};
use crate::{
    Desk,
    ipc::{ApiError, CheckTaker, ErrorCode, TakerCheck},
    mandate,
    person::document,
    report::Outcome,
};

impl Desk {
    /// Whose document was read or typed. Nothing is written.
    ///
    /// # Errors
    /// `CASE-001` for a number that is none, `CASE-002`, `CASE-003`, `OPS-…`.
    pub fn check_taker(&self, input: CheckTaker) -> Outcome<TakerCheck> {
        self.allowed(Act::Deliver)?;
        let number = document(&input.taker)?;
        let today = self.today();
        self.store()?.read(|read| {
            let mut cases = Vec::new();
            for one in &input.numbers {
                let case = decided_case(read, one)?;
                let unknown = || ApiError::new(ErrorCode::CaseUnknown);
                let received = read.received(case.id)?.ok_or_else(unknown)?;
                cases.push((case, received));
            }
            let pairs = cases.iter().map(|(case, received)| (case, received));
            let mut check = TakerCheck {
                who: "stranger".to_owned(),
                mandate: None,
                lapsed: None,
                lapsed_on: None,
            };
            match who(read, pairs, &number, today)? {
                Taker::Applicant => check.who = "applicant".to_owned(),
                Taker::Guardian { .. } => check.who = "guardian".to_owned(),
                Taker::Agent { mandate } => {
                    check.who = "agent".to_owned();
                    check.mandate = Some(mandate::view(read, &mandate, today)?);
                }
                Taker::Stranger { lapsed } => {
                    check.lapsed = lapsed.map(|gap| gap.key().to_owned());
                    check.lapsed_on = lapsed.and_then(|gap| gap.day()).map(|day| day.to_string());
                }
            }
            Ok(check)
        })
    }
}
