//! First run: 点位 → 管理员 → 导入事项包 → 打一张试页.

use super::DifferenceView;

dto! {
    /// How far first run has come; the first false is the next step.
    pub struct SetupState {
        /// The home is enrolled as a terminal of a point.
        pub enrolled: bool,
        /// There is an administrator.
        pub administrator: bool,
        /// Matters in the catalogue in force.
        pub matters: u32,
    }
    /// One matter or item that was not taken.
    pub struct RefusedItem {
        /// Its code.
        pub code: String,
        /// Why, with stable codes.
        pub reasons: Vec<String>,
    }
    /// What an import did.
    pub struct ImportResult {
        /// Matters now in force from it.
        pub imported: u32,
        /// What was left out, all or nothing a matter.
        pub refused: Vec<RefusedItem>,
        /// Pack version in force.
        pub version: u32,
        /// Copies of one matter that do not say the same; nothing is refused for it.
        pub differing: Vec<DifferingCopies>,
    }
    /// Two copies of one matter that differ.
    pub struct DifferingCopies {
        /// The copy nearer to the resident.
        pub code: String,
        /// Its name.
        pub name: String,
        /// The other copy.
        pub other: String,
        /// The body answerable for the other.
        pub other_body: String,
        /// What differs; `here` is the nearer copy.
        pub differences: Vec<DifferenceView>,
    }
    /// A demo operator, shown once.
    pub struct DemoOperator {
        /// Name.
        pub name: String,
        /// Role.
        pub role: String,
        /// Password, for the demo only.
        pub password: String,
    }
    /// What the demo made.
    pub struct DemoStarted {
        /// The demo operators.
        pub operators: Vec<DemoOperator>,
    }
}
input! {
    /// Enrols this machine with the file an administrator brought.
    pub struct Enrol {
        /// The enrolment file's text.
        pub file: String,
    }
    /// Makes the first administrator.
    pub struct CreateAdministrator {
        /// Name as printed.
        pub name: String,
        /// At least eight characters.
        pub password: String,
    }
}
