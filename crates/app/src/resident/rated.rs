//! A rating given on the residents' screen: voluntary, the resident's own, unseen by the clerk while
//! it is given (GB/T 39734).

use super::Shown;
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, ResidentRated},
    rating::{Given, Rate},
    report::Outcome,
};

impl Desk {
    /// Writes the rating down: no operator's act, once for a case and stage, and once more after a
    /// bad one where that was asked for.
    ///
    /// # Errors
    /// `SCREEN-001` when something else stands there, `RATING-001` when it was rated before,
    /// `RATING-002`, `INPUT-001` for a level or reason that is none.
    pub fn resident_rated(&self, input: ResidentRated) -> Outcome<Done> {
        let given = Given::read(&input.level, &input.reasons, &input.words)?;
        let rate = {
            let room = self.resident.lock();
            room.answers(input.turn)?;
            match &room.shown {
                Shown::Rate(rate) => Rate::clone(rate),
                _ => return Err(ApiError::new(ErrorCode::ScreenChanged)),
            }
        };
        self.write_rating(&rate, &given, None)?;
        {
            let mut room = self.resident.lock();
            if room.answers(input.turn).is_ok() {
                room.show(Shown::Thanks {
                    bad: given.level.is_bad(),
                });
            }
        }
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }
}
