//! F9 on a chain of which some matters are refused, sent back or only received: the others go on.

use yichuang_domain::{Decision, MatterCode, RefusalGround, role::Act};

use super::{demand::Subject, take_in::Decisions};
use crate::{
    Desk,
    desk::Operator,
    ipc::{AcceptApart, ApiError, CaseDone, ErrorCode, RefuseApart, SetApart},
    report::{Outcome, field_problem},
};

impl Desk {
    /// Accepts every matter of a draft but those set apart, all in one transaction. Asking twice, or
    /// again after a crash, gives the same numbers.
    ///
    /// # Errors
    /// `CASE-007` for a correction the published list does not have, and those of
    /// [`Desk::accept_case`]; nothing is changed.
    pub fn accept_apart(&self, input: AcceptApart) -> Outcome<CaseDone> {
        let mut apart = Vec::new();
        if !self.has_become_a_case(&input.draft)? {
            for one in input.apart {
                apart.push(self.set_apart(&input.draft, one)?);
            }
        }
        let decisions = Decisions {
            all: &Decision::Accept,
            apart: &apart,
        };
        self.decide_draft(&input.draft, Act::Accept, &decisions)
    }

    fn set_apart(&self, draft: &str, one: SetApart) -> Outcome<(MatterCode, Decision)> {
        let wrong = || ApiError::invalid(vec![field_problem("apart", "option")]);
        let code: MatterCode = one.matter.parse().map_err(|_| wrong())?;
        let decision = match (one.refuse, one.correct) {
            (None, None) => {
                self.allowed_to_decide(Act::Receive)?;
                Decision::Receive
            }
            (Some(refusal), None) => {
                self.allowed_to_decide(Act::Refuse)?;
                refuse(refusal)?
            }
            (None, Some(lines)) => {
                let operator: Operator = self.allowed_to_decide(Act::AskCorrection)?;
                let subject = self
                    .store()?
                    .read(|read| Subject::of_matter(read, &operator, draft, &code))?;
                let items = self.listed_items(&operator, &subject, &lines)?;
                Decision::AskCorrection { items }
            }
            (Some(_), Some(_)) => {
                let reason = "give either refuse or correct";
                return Err(ApiError::new(ErrorCode::InputShape).with("reason", reason));
            }
        };
        Ok((code, decision))
    }
}

fn refuse(refusal: RefuseApart) -> Outcome<Decision> {
    let ground = RefusalGround::from_key(&refusal.ground)
        .ok_or_else(|| ApiError::invalid(vec![field_problem("decision.ground", "option")]))?;
    Ok(Decision::Refuse {
        ground,
        explanation: refusal.explanation,
        competent: refusal.competent,
    })
}
