//! 异地代收: sending a case on to the authority of another place.

use super::FileInfo;

dto! {
    /// An authority that may handle it.
    pub struct ForwardPlace {
        /// Name.
        pub body: String,
        /// Address.
        pub address: String,
        /// Telephone.
        pub phone: String,
        /// Office hours.
        pub hours: String,
    }
    /// Where a matter may be handled instead, the catalogue's own first.
    pub struct ForwardPlaces {
        /// The places.
        pub places: Vec<ForwardPlace>,
    }
    /// The slip a case was taken on before it was entered.
    pub struct CaseSlip {
        /// The day it was entered, `YYYY-MM-DD`.
        pub entered_on: String,
        /// Why it was taken on paper: `no_power`, `machine_down`, `off_site`, `other`.
        pub why: String,
        /// In words.
        pub words: String,
        /// The supervisor who agreed, when it lay far back.
        pub leave_by: Option<String>,
        /// Photographs of the slip.
        pub files: Vec<FileInfo>,
    }
    /// What a case says of its visits.
    pub struct CaseVisits {
        /// Materials not asked for, by a rule.
        pub waived: u32,
        /// Materials used from the archive.
        pub reused: u32,
        /// Cases received in the same visit, this one among them; 0 when nothing tells.
        pub together: u32,
    }
}
input! {
    /// Names a matter.
    pub struct MatterPlace {
        /// The matter.
        pub code: String,
    }
    /// Sends a draft, which is received first, or a received case on to another place's authority.
    /// Exactly one of `draft` and `number` is set.
    pub struct ForwardCase {
        /// The draft.
        pub draft: Option<String>,
        /// Or the case.
        pub number: Option<String>,
        /// The authority that handles it.
        pub to: String,
        /// Its address; may be empty.
        pub address: String,
        /// Its telephone.
        pub phone: String,
        /// How the materials travel: the courier's number, or who carries them.
        pub by: String,
    }
}
