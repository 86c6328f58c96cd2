//! Chains: several matters as one (一链办理).

use std::collections::BTreeMap;

use super::{CorrectionLine, DueView, EndingView};

dto! {
    /// A matter of a chain, as an application asks for it.
    pub struct ChainMatter {
        /// Its place in the chain, from 1.
        pub order: u32,
        /// Code.
        pub code: String,
        /// Name.
        pub name: String,
        /// The department that handles it.
        pub department: String,
        /// The person may leave it out.
        pub optional: bool,
        /// It is part of the application.
        pub chosen: bool,
        /// It is out of force: nobody can ask for it, and the others go on.
        pub gone: bool,
        /// Why it cannot be handled with these answers; the others go on.
        pub ended: Option<EndingView>,
        /// Places of the chosen matters that need it: while there is one, it stays.
        pub needed_by: Vec<u32>,
        /// Places of the matters whose result it waits for.
        pub waits_for: Vec<u32>,
        /// Promised limit in words.
        pub promised: String,
        /// The promised day if accepted now, `YYYY-MM-DD`; none for 即时.
        pub due: Option<String>,
        /// Past the published calendar.
        pub due_provisional: bool,
    }
    /// A material and the matters it serves.
    pub struct ChainMaterialUse {
        /// Catalogue id.
        pub material: String,
        /// Name.
        pub name: String,
        /// Places of the matters that need it.
        pub used_by: Vec<u32>,
    }
    /// A department and what goes to it.
    pub struct ChainOffice {
        /// The department.
        pub office: String,
        /// How many of the matters.
        pub matters: u32,
    }
    /// A chain with what is ticked.
    pub struct ChainView {
        /// Code.
        pub code: String,
        /// Name.
        pub name: String,
        /// What is told once.
        pub once_notice: String,
        /// Its matters.
        pub matters: Vec<ChainMatter>,
        /// Fields of the one form.
        pub fields: u32,
        /// Fields the matters would ask one by one.
        pub fields_apart: u32,
        /// Materials of the one set.
        pub materials: u32,
        /// Materials the matters would ask for one by one.
        pub materials_apart: u32,
        /// Visits.
        pub trips: u32,
        /// Visits the matters would take one by one.
        pub trips_apart: u32,
        /// Which material serves which matters.
        pub table: Vec<ChainMaterialUse>,
        /// Where the matters go.
        pub offices: Vec<ChainOffice>,
        /// The promised limit of the whole, in words.
        pub promised: String,
    }
    /// A chain in the list.
    pub struct ChainSummary {
        /// Code.
        pub code: String,
        /// Name.
        pub name: String,
        /// How many matters it has.
        pub matters: u32,
        /// How many departments handle them.
        pub offices: u32,
    }
    /// The chains in force.
    pub struct ChainList {
        /// By code.
        pub chains: Vec<ChainSummary>,
    }
    /// A case taken together with others.
    pub struct SisterCase {
        /// Its place, from 1.
        pub place: u32,
        /// Number.
        pub number: String,
        /// Short number with the place, `1123-0012-1`.
        pub short: String,
        /// Matter's name.
        pub matter: String,
        /// The office that has it.
        pub office: String,
        /// State, such as `accepted`.
        pub state: String,
        /// The date that counts now.
        pub due: DueView,
        /// Places of the sisters whose result it still waits for.
        pub waits_for: Vec<u32>,
        /// Why it was refused, sent back or closed, in words; empty while it goes on.
        pub reason: String,
    }
    /// The whole a case is part of.
    pub struct CaseChain {
        /// The chain's name.
        pub name: String,
        /// The whole number (总号).
        pub whole: String,
        /// Its short form, `1123-0012`.
        pub short: String,
        /// This case's own place.
        pub place: u32,
        /// All its cases, by place.
        pub cases: Vec<SisterCase>,
    }
}
input! {
    /// Shows a chain with what is ticked.
    pub struct ShowChain {
        /// Its code.
        pub code: String,
        /// Codes of the ticked matters; none for all of them.
        pub chosen: Option<Vec<String>>,
    }
    /// Opens a draft of a chain.
    pub struct OpenChain {
        /// Its code.
        pub code: String,
        /// Codes of the ticked matters.
        pub chosen: Vec<String>,
        /// Answers carried from a notice, by the ids of the whole.
        #[serde(default)]
        pub answers: BTreeMap<String, String>,
    }
    /// Accepts the matters of a chain but for those set apart, in one call.
    pub struct AcceptApart {
        /// The draft.
        pub draft: String,
        /// The matters that are not accepted.
        pub apart: Vec<SetApart>,
    }
    /// A matter of a chain that is not accepted with its sisters. Exactly one of `refuse` and
    /// `correct` is set; with neither it is only received.
    pub struct SetApart {
        /// Its code.
        pub matter: String,
        /// 不予受理, with the ground.
        pub refuse: Option<RefuseApart>,
        /// 补正, with everything that is missing.
        pub correct: Option<Vec<CorrectionLine>>,
    }
    /// Why one matter is refused.
    pub struct RefuseApart {
        /// A ground of the list.
        pub ground: String,
        /// In plain words.
        pub explanation: String,
        /// Whom to ask instead.
        pub competent: Option<String>,
    }
}
