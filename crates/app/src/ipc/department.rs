//! What the deciding department says of a case besides its steps.

dto! {
    /// A special procedure: its days do not count.
    pub struct PauseView {
        /// `hearing`, `tendering`, `auction`, `inspection`, `testing`, `quarantine`, `appraisal`,
        /// `expert_review`, `public_notice`, `other`.
        pub what: String,
        /// Why, with its basis.
        pub reason: String,
        /// The first day not counted, `YYYY-MM-DD`.
        pub from: String,
        /// Working days it is expected to take.
        pub expected_days: u32,
        /// Which office.
        pub office: String,
        /// The last day not counted; none while it runs.
        pub to: Option<String>,
        /// What came of it.
        pub result: Option<String>,
    }
    /// The limits were extended.
    pub struct ExtensionView {
        /// Working days.
        pub days: u32,
        /// Who approved it.
        pub approver: String,
        /// Why.
        pub reason: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
        /// Which office.
        pub office: String,
    }
    /// One thing the examination needs.
    pub struct ExaminedItem {
        /// The material.
        pub material: String,
        /// What is wrong.
        pub problem: String,
        /// How to put it right.
        pub how: String,
        /// On what basis.
        pub basis: String,
        /// Whether it is still owed.
        pub owed: bool,
    }
    /// What the department asked for while it examines (审查阶段补正).
    pub struct ExaminationView {
        /// Everything it asked for.
        pub items: Vec<ExaminedItem>,
        /// The day to supply by, `YYYY-MM-DD`.
        pub supply_by: String,
        /// The day it was asked, `YYYY-MM-DD`.
        pub on: String,
        /// Which office.
        pub office: String,
        /// Whether something of it is still owed.
        pub open: bool,
    }
    /// The answer to something asked of the platform.
    pub struct AnswerView {
        /// `withdraw`, `terminate`, `void`, `urge`.
        pub what: String,
        /// Whether it was granted.
        pub granted: bool,
        /// In words.
        pub words: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
        /// Which office.
        pub office: String,
    }
    /// The decision.
    pub struct DecisionView {
        /// Whether in favour.
        pub granted: bool,
        /// The reasons; may be empty when in favour.
        pub reason: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
        /// Which office.
        pub office: String,
    }
    /// All of it.
    pub struct CaseDepartment {
        /// Special procedures, oldest first.
        pub pauses: Vec<PauseView>,
        /// The extension, when there was one.
        pub extension: Option<ExtensionView>,
        /// What the examination asked for last.
        pub examination: Option<ExaminationView>,
        /// Answers, oldest first.
        pub answers: Vec<AnswerView>,
        /// The decision, once there is one.
        pub decision: Option<DecisionView>,
    }
}
