//! 补正: tells everything that is missing, once (行政许可法 Art. 32 (4)).

use yichuang_domain::{Decision, role::Act};

use super::{demand::Subject, signing::Given, take_in::Decisions};
use crate::{
    Desk,
    ipc::{ApiError, AskCorrection, CaseDone, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Asks for corrections, on a draft (which is received first) or on a received case.
    ///
    /// # Errors
    /// `CASE-004` for a second notice, `CASE-005` past the five days, `CASE-007` for a line the
    /// published list does not have, and those of [`Desk::accept_case`].
    pub fn ask_correction(&self, input: AskCorrection) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(Act::AskCorrection)?;
        let (draft, number) = (input.draft.as_deref(), input.number.as_deref());
        let subject = self
            .store()?
            .read(|read| Subject::of(read, &operator, draft, number))?;
        let items = self.listed_items(&operator, &subject, &input.items)?;
        let decision = Decision::AskCorrection { items };
        match (input.draft, input.number) {
            (Some(draft), None) => {
                let decisions = Decisions {
                    all: &decision,
                    apart: &[],
                };
                self.decide_draft(&draft, Act::AskCorrection, &decisions)
            }
            (None, Some(number)) => {
                self.decide_received(&number, Act::AskCorrection, &decision, Given::default())
            }
            _ => Err(one_of_two()),
        }
    }
}

/// Exactly one of draft and number names what a verb is about.
pub(crate) fn one_of_two() -> ApiError {
    ApiError::new(ErrorCode::InputShape).with("reason", "give either draft or number")
}
