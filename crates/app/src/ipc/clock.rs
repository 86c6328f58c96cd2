//! The date, when the clock cannot be trusted.

input! {
    /// Answers for the date this machine has.
    pub struct ConfirmDate {
        /// The day, `YYYY-MM-DD`, as it was shown to the person.
        pub date: String,
    }
}
