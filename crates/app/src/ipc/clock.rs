//! The date, when the clock cannot be trusted.

dto! {
    /// A day on which the clock was suspect and whose date nobody has answered for since.
    pub struct SuspectDay {
        /// The day the clock gave, `YYYY-MM-DD`.
        pub day: String,
        /// Cases received or accepted on it.
        pub cases: u32,
    }
}
input! {
    /// Answers for the date this machine has.
    pub struct ConfirmDate {
        /// The day, `YYYY-MM-DD`, as it was shown to the person.
        pub date: String,
    }
    /// Says which day it was while the clock was suspect; a supervisor answers for it.
    pub struct CorrectDate {
        /// The day the clock gave, `YYYY-MM-DD`.
        pub was: String,
        /// The day it was; the same when the clock was right.
        pub is: String,
        /// How that is known, at least 4 characters.
        pub reason: String,
        /// The supervisor's id; empty when they are signed in.
        pub supervisor: String,
        /// Their password; empty then.
        pub password: String,
    }
}
