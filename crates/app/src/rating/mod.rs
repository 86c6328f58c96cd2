//! 好差评 at the counter: totals for everybody, the bad ones for whoever answers for the point.
//! One is given on the residents' screen or on a paper form, and once more after a bad one.

mod again;
mod bad;
mod enter;
mod given;
mod month;

pub(crate) use bad::open_bad_ratings;
pub(crate) use given::{Given, Rate};

use chrono::NaiveDate;
use yichuang_domain::{
    rating::RatingLevel,
    role::{Act, may},
};
use yichuang_store::Reader;

use self::bad::bad_ratings;

use crate::{
    Desk,
    catalogue::calendar,
    ipc::{Nothing, RatingBoard, RatingCount},
    report::Outcome,
};

impl Desk {
    /// What was said of the service today, and the bad ones that are open.
    ///
    /// # Errors
    /// `OPS-…` and those of the store.
    pub fn rating_board(&self, _: Nothing) -> Outcome<RatingBoard> {
        let operator = self.allowed(Act::ReadCase)?;
        let today = self.today();
        self.store()?.read(|read| {
            let share = read.rated_share(today, today)?;
            let calendar = calendar(read)?;
            let answers_for_point = may(operator.role, Act::AskCorrectionAgain);
            Ok(RatingBoard {
                today: today.to_string(),
                cases: whole(share.cases),
                rated: whole(share.rated),
                levels: levels(read, today)?,
                bad: answers_for_point
                    .then(|| bad_ratings(read, &calendar, today))
                    .transpose()?,
                calendar_known: calendar.covers(today),
            })
        })
    }
}

/// How often each level was given on a day, best first.
pub(crate) fn levels(read: &Reader<'_>, on: NaiveDate) -> Outcome<Vec<RatingCount>> {
    let count = |level: &RatingLevel| {
        Ok(RatingCount {
            level: level.key().to_owned(),
            count: whole(read.rating_count(*level, on)?),
        })
    };
    RatingLevel::ALL.iter().map(count).collect()
}

fn whole(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
