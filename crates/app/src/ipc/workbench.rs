//! The workbench: what must be done today.

use super::{CaseRow, DayView, EnquiryShelf, PaperInfo, RatingCount, SuspectDay};

dto! {
    /// One count, and of those how many are of the kind its words name.
    pub struct TallyCount {
        /// `accepted_today`, `closed_today`, `due_soon`, `overdue`, `waiting`, `to_print`,
        /// `correcting`, `to_collect`; also a filter of `search_cases`.
        pub tally: String,
        /// How many cases.
        pub count: u32,
        /// Of those: accepted with a material to follow, closed on the day they were taken in; else 0.
        pub part: u32,
    }
    /// A case a person at the point has to see to.
    pub struct PressingCase {
        /// The case.
        pub row: CaseRow,
        /// `settle_report`, `decide`, `await_correction`, `remind_correction`, `remind_deferred`,
        /// `follow_up`, `urge`, `call_for_pickup`, `call_back`.
        pub todo: String,
    }
    /// A paper somebody waits for.
    pub struct PaperWaiting {
        /// The paper.
        pub paper: PaperInfo,
        /// Number of its case; empty, as all that follows, when it is about none.
        pub number: String,
        /// Short number.
        pub short: String,
        /// Applicant's name.
        pub applicant: String,
    }
    /// An attempt to demand what the published list does not have (疑似超清单要求).
    pub struct DemandRow {
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// Who tried.
        pub clerk: String,
        /// The matter's name; its code when the catalogue no longer has it.
        pub matter: String,
        /// What was demanded, as typed.
        pub demanded: String,
        /// Number of the case it was about, once there was one.
        pub number: Option<String>,
    }
    /// The attempts of this month.
    pub struct DemandLog {
        /// How many.
        pub count: u32,
        /// The newest, newest first.
        pub rows: Vec<DemandRow>,
    }
    /// Everything on the workbench but the drafts.
    pub struct Workbench {
        /// The counts, in their order; zeros are told.
        pub tallies: Vec<TallyCount>,
        /// Cases to see to, on all pages.
        pub pressing_total: u32,
        /// The first of them, nearest deadline first, those without one last.
        pub pressing: Vec<PressingCase>,
        /// Papers nobody has in hand yet, oldest first, at most as many as are shown.
        pub papers: Vec<PaperWaiting>,
        /// How often each level was given today, best first.
        pub ratings: Vec<RatingCount>,
        /// How often somebody was told a second time in the last 30 days (二次告知); only a supervisor
        /// sees it.
        pub told_again: Option<u32>,
        /// What was demanded beyond the published list this month; only a supervisor sees it.
        pub demands: Option<DemandLog>,
        /// Days whose date nobody has answered for since the clock was suspect; only a supervisor sees
        /// them.
        pub suspect_days: Vec<SuspectDay>,
        /// One's own enquiries (首问).
        pub enquiries: EnquiryShelf,
        /// Who came today, and what it saved them.
        pub today: DayView,
        /// False without a table of holidays for today: working days are Monday to Friday.
        pub calendar_known: bool,
    }
}
