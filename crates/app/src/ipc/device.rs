//! Devices at the counter.

use super::{FindPerson, PersonInput};

dto! {
    /// A device cell of the chrome.
    pub struct DeviceState {
        /// `card_reader`, `printer`.
        pub device: String,
        /// `ready`, `absent`, `busy`, `no_paper`.
        pub state: String,
    }
    /// What a card said.
    pub struct CardRead {
        /// The person.
        pub person: PersonInput,
        /// Last day of validity, `YYYY-MM-DD`; none for 长期.
        pub valid_to: Option<String>,
        /// Past its validity (D3).
        pub expired: bool,
        /// The document its holder came with before, where the card names it: the travel permit of a
        /// residence permit.
        pub linked: Option<FindPerson>,
        /// Characters the screen fonts may lack.
        pub rare: Vec<String>,
    }
}
