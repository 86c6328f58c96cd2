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
    }
    /// What was said of the service today, and the bad ones that are open.
    pub struct RatingBoard {
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
