//! Visits: who came when, and what the reform saved them.

dto! {
    /// One thing done in a visit.
    pub struct VisitDeedView {
        /// `enquired`, `told`, `handed_in`, `supplied`, `collected`.
        pub deed: String,
        /// The case's number, when it was about one.
        pub number: Option<String>,
        /// The matter, or what was asked.
        pub about: String,
    }
    /// One person's coming on one day.
    pub struct VisitView {
        /// The day, `YYYY-MM-DD`.
        pub on: String,
        /// What was done.
        pub deeds: Vec<VisitDeedView>,
    }
    /// A day at this terminal.
    pub struct DayView {
        /// 人次: people who came, each once.
        pub visits: u32,
        /// Materials not asked for, by a rule.
        pub waived: u32,
        /// Materials used from the archive.
        pub reused: u32,
    }
}
