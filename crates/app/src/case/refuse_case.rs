//! 不予受理, with the ground, the next door and the remedies (行政许可法 Art. 32 (1)(2)).

use yichuang_domain::{Decision, RefusalGround, role::Act};

use super::{ask_correction::one_of_two, signing::Given, take_in::Decisions};
use crate::{
    Desk,
    ipc::{ApiError, CaseDone, RefuseCase},
    report::{Outcome, field_problem},
};

impl Desk {
    /// Refuses acceptance, of a draft (which is received first) or of a received case.
    ///
    /// # Errors
    /// `CASE-001` without a ground of the list or an explanation, and those of
    /// [`Desk::accept_case`].
    pub fn refuse_case(&self, input: RefuseCase) -> Outcome<CaseDone> {
        let ground = RefusalGround::from_key(&input.ground)
            .ok_or_else(|| ApiError::invalid(vec![field_problem("decision.ground", "option")]))?;
        let (explanation, competent) = (input.explanation, input.competent);
        let decision = Decision::Refuse {
            ground,
            explanation,
            competent,
        };
        match (input.draft, input.number) {
            (Some(draft), None) => {
                let decisions = Decisions {
                    all: &decision,
                    apart: &[],
                };
                self.decide_draft(&draft, Act::Refuse, &decisions)
            }
            (None, Some(number)) => {
                self.decide_received(&number, Act::Refuse, &decision, Given::default())
            }
            _ => Err(one_of_two()),
        }
    }
}
