//! Enquiries (首问负责).

dto! {
    /// One enquiry.
    pub struct EnquiryRow {
        /// Id.
        pub id: String,
        /// When it was asked, RFC 3339 with +08:00.
        pub at: String,
        /// What was asked.
        pub text: String,
        /// The matter it is about, by name.
        pub matter: Option<String>,
        /// Who asked, when they gave a name.
        pub name: String,
        /// How to reach them: whole for whoever has the enquiry, masked for others, or empty.
        pub phone: String,
        /// Who was asked first.
        pub asked_first: String,
        /// Who has it; empty once another office does.
        pub owner: String,
        /// Whoever is signed in may hand it over or settle it.
        pub movable: bool,
        /// `open`, `handed` or `settled`.
        pub state: String,
        /// The colleague or office it was handed to last.
        pub handed_to: Option<String>,
        /// Why.
        pub handed_why: Option<String>,
        /// What was answered.
        pub answer: Option<String>,
        /// The case it became.
        pub number: Option<String>,
        /// The day it was settled or left this terminal.
        pub closed_on: Option<String>,
    }
    /// Somebody at this terminal an enquiry may be handed to.
    pub struct Colleague {
        /// Operator id.
        pub id: String,
        /// Name.
        pub name: String,
    }
    /// Enquiries: those in hand first, the oldest of them on top.
    pub struct EnquiryList {
        /// The enquiries.
        pub rows: Vec<EnquiryRow>,
        /// Whether everybody's may be asked for.
        pub everybody: bool,
        /// To whom one may be handed.
        pub colleagues: Vec<Colleague>,
    }
    /// One's own enquiries on the workbench.
    pub struct EnquiryShelf {
        /// How many are in hand.
        pub open: u32,
        /// The oldest of them.
        pub rows: Vec<EnquiryRow>,
    }
}
input! {
    /// Lists enquiries.
    pub struct ListEnquiries {
        /// Everybody's, for whoever answers for the point; else one's own.
        pub everybody: bool,
    }
    /// Keeps what somebody asked.
    pub struct OpenEnquiry {
        /// What was asked, 2 to 200 characters, without personal numbers.
        pub text: String,
        /// The matter it is about; empty when none was found.
        pub matter: String,
        /// Who asked; may be empty.
        pub name: String,
        /// How to reach them; may be empty.
        pub phone: String,
    }
    /// Hands an enquiry to a colleague or to another office.
    pub struct HandEnquiry {
        /// The enquiry.
        pub id: String,
        /// The colleague's operator id; empty for another office.
        pub to: String,
        /// The office's name; empty for a colleague.
        pub office: String,
        /// Why, 2 to 200 characters.
        pub reason: String,
    }
    /// Settles an enquiry.
    pub struct SettleEnquiry {
        /// The enquiry.
        pub id: String,
        /// What was answered, 2 to 200 characters.
        pub answer: String,
        /// Number of the case it became; empty for none.
        pub number: String,
    }
}
