//! A paper form out of the box (评价箱), entered by whoever answers for the point: points without a
//! screen have to offer one (国办发〔2019〕51号). The clerk who served never sees it.

use yichuang_domain::{rating::RatingStage, role::Act};

use super::given::{Given, Rate, shape};
use crate::{
    Desk,
    case::numbered,
    ipc::{ApiError, Done, EnterRating, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Enters a paper form: the first rating of its stage, or the one more after a bad one.
    ///
    /// # Errors
    /// `OPS-004`; `CASE-002`, `CASE-006`; `CASE-003` before the stage was reached; `RATING-001`,
    /// `RATING-002`; `INPUT-001` for a level, stage or reason that is none.
    pub fn enter_rating(&self, input: EnterRating) -> Outcome<Done> {
        let operator = self.allowed(Act::AskCorrectionAgain)?;
        let given = Given::read(&input.level, &input.reasons, &input.words)?;
        let stage = RatingStage::from_key(&input.stage).ok_or_else(|| shape("stage"))?;
        let rate = self.store()?.read(|read| -> Outcome<_> {
            let case = numbered(read, &input.number)?;
            let illegal = || ApiError::new(ErrorCode::IllegalMove).with("state", case.state.key());
            let reached = RatingStage::of(case.state).ok_or_else(illegal)?;
            if stage == RatingStage::Completion && reached == RatingStage::Acceptance {
                return Err(illegal());
            }
            Ok(Rate {
                again: read.is_rated(case.id, stage)?,
                case: case.id,
                number: case.number,
                matter: case.matter_name,
                stage,
            })
        })?;
        self.write_rating(&rate, &given, Some(operator.id))?;
        Ok(Done {})
    }
}
