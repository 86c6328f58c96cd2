//! 追评: whoever rated badly says once more how it is, after somebody has seen to it. The first rating
//! stands; the later one is read beside it from the case's own timeline.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, CaseId,
    calendar::Due,
    case::CallPurpose,
    rating::{AGAIN_WITHIN, RatingStage},
    role::Act,
};
use yichuang_store::{JournalEntry, Rating, Reader};
use yichuang_wire::payload::{Payload, Rated};

use super::given::Rate;
use crate::{
    Desk,
    case::numbered,
    catalogue::calendar,
    ipc::{ApiError, CaseRef, Done, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Puts the levels on the residents' screen once more, for somebody who rated badly and came back.
    ///
    /// # Errors
    /// `CASE-002`; `RATING-001` when the case was never rated badly, `RATING-002` when it was rated
    /// once more or the days for it are over; `SCREEN-002`.
    pub fn ask_rating_again(&self, input: CaseRef) -> Outcome<Done> {
        self.allowed(Act::Rate)?;
        let today = self.today();
        let rate = self.store()?.read(|read| -> Outcome<_> {
            let case = numbered(read, &input.number)?;
            let newest = read.ratings_of(case.id)?.into_iter().next_back();
            let stage = newest.ok_or_else(|| shut("none"))?.stage;
            check(read, &calendar(read)?, (case.id, stage), today)?;
            Ok(Rate {
                case: case.id,
                number: case.number,
                matter: case.matter_name,
                stage,
                again: true,
            })
        })?;
        self.show_rating(rate)
    }
}

/// What was said once more of a stage.
pub(super) fn said_again(timeline: &[JournalEntry], stage: RatingStage) -> Option<&Rated> {
    timeline.iter().find_map(|entry| match &entry.payload {
        Some(Payload::Rated(rated)) if rated.again && rated.stage == stage => Some(rated),
        _ => None,
    })
}

/// The day somebody was called about a rating, after it was given.
pub(super) fn called(timeline: &[JournalEntry], rating: &Rating) -> Option<NaiveDate> {
    let mut after = timeline
        .iter()
        .filter(|entry| entry.arrival > rating.arrival);
    after.find_map(|entry| match &entry.payload {
        Some(Payload::Called(call))
            if call.purpose == CallPurpose::Rating && call.outcome.is_told() =>
        {
            Some(call.on)
        }
        _ => None,
    })
}

/// The last day on which it can be said once more.
pub(super) fn until(calendar: &Calendar, rated: NaiveDate, called: Option<NaiveDate>) -> Due {
    let from = called.map_or(rated, |day| day.max(rated));
    calendar.add_working_days(from, AGAIN_WITHIN)
}

/// Whether a stage can be rated once more today.
///
/// # Errors
/// `RATING-001` when what was said is not bad, `RATING-002` with the `reason`.
pub(super) fn check(
    read: &Reader<'_>,
    calendar: &Calendar,
    (case, stage): (CaseId, RatingStage),
    today: NaiveDate,
) -> Outcome<()> {
    let mut ratings = read.ratings_of(case)?.into_iter();
    let first = ratings.find(|rating| rating.stage == stage);
    let first = first.ok_or_else(|| shut("none"))?;
    if !first.level.is_bad() {
        return Err(ApiError::new(ErrorCode::RatedBefore));
    }
    let timeline = read.timeline(case)?;
    if said_again(&timeline, stage).is_some() {
        return Err(shut("given"));
    }
    let last = until(calendar, first.on, called(&timeline, &first)).date;
    if today > last {
        return Err(shut("over").with("day", last.to_string()));
    }
    Ok(())
}

fn shut(reason: &str) -> ApiError {
    ApiError::new(ErrorCode::RatingClosed).with("reason", reason)
}
