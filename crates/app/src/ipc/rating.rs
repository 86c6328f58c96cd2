//! 好差评 as the counter sees it: totals for everybody, bad ones for whoever answers for the point.

use super::DueView;

dto! {
    /// How often a level was given.
    pub struct RatingCount {
        /// `very_satisfied`, `satisfied`, `fair`, `dissatisfied`, `very_dissatisfied`.
        pub level: String,
        /// How often.
        pub count: u32,
    }
    /// A bad rating, to whoever has to get in touch.
    pub struct BadRating {
        /// Number of the case.
        pub number: String,
        /// Short number.
        pub short: String,
        /// Applicant's name.
        pub applicant: String,
        /// Matter's name.
        pub matter: String,
        /// `acceptance` or `completion`.
        pub stage: String,
        /// `dissatisfied` or `very_dissatisfied`.
        pub level: String,
        /// Why.
        pub reasons: Vec<String>,
        /// In their words; may be empty.
        pub words: String,
        /// Day it was given.
        pub on: String,
        /// The day somebody has to have been in touch.
        pub due: DueView,
        /// Day somebody got in touch; none while nobody has.
        pub called_on: Option<String>,
        /// 追评, beside the first, which stands.
        pub again: Option<LaterRating>,
        /// The last day for one; none when it was given or the days are over.
        pub again_until: Option<String>,
    }
    /// What was said once more after a bad rating (追评).
    pub struct LaterRating {
        /// As of [`RatingCount`].
        pub level: String,
        /// Why, of a bad one.
        pub reasons: Vec<String>,
        /// In their words; may be empty.
        pub words: String,
        /// Day it was given.
        pub on: String,
        /// Entered from a paper form.
        pub on_paper: bool,
    }
    /// What was said of the service today, and the bad ones that are open.
    pub struct RatingBoard {
        /// The day it is of.
        pub today: String,
        /// Cases accepted or refused today.
        pub cases: u32,
        /// Of those, rated.
        pub rated: u32,
        /// How often each level was given today, best first.
        pub levels: Vec<RatingCount>,
        /// Bad ratings, those to get in touch about first; only a supervisor sees them.
        pub bad: Option<Vec<BadRating>>,
        /// False without a table of holidays for today: working days are Monday to Friday.
        pub calendar_known: bool,
    }
}

input! {
    /// A paper form (评价表) to enter.
    pub struct EnterRating {
        /// Number of the case.
        pub number: String,
        /// `acceptance` or `completion`, as on the form.
        pub stage: String,
        /// The level that is ticked.
        pub level: String,
        /// The reasons that are ticked.
        pub reasons: Vec<String>,
        /// What is written, at most 200 characters; may be empty.
        pub words: String,
    }
    /// A month.
    pub struct MonthRef {
        /// Such as `2026-11`.
        pub month: String,
    }
}
