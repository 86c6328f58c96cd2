//! 一次告知: the questions that change the list, and the exact list told once.

use std::collections::BTreeMap;

use super::{PaperInfo, PersonInput, RequirementsView};

dto! {
    /// What was told before.
    pub struct EarlierNotice {
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// By whom.
        pub clerk: String,
    }
    /// Everything a clerk tells about one matter in one situation.
    pub struct NoticeView {
        /// The matter.
        pub code: String,
        /// Its name.
        pub name: String,
        /// The questions, the exact list, what need not be brought, or why it ends here.
        pub requirements: RequirementsView,
        /// Where, and when it is open.
        pub place: Vec<String>,
        /// How long it takes.
        pub limit: String,
        /// What it costs; 不收费 when nothing.
        pub fee: String,
        /// Whom to ask.
        pub contact: String,
        /// Taken at this point.
        pub here: bool,
        /// Edition of the list.
        pub version: u32,
        /// Published on, `YYYY-MM-DD`.
        pub published_on: String,
        /// Days since it was compared with the platform; none when never.
        pub stale_days: Option<u32>,
        /// From the sample catalogue.
        pub sample: bool,
        /// This person was told about this matter before and has handed nothing in since: telling
        /// them again is a 二次告知 and needs a 负责人.
        pub earlier: Option<EarlierNotice>,
    }
    /// A notice that was written down, with its paper.
    pub struct NoticeGiven {
        /// The paper, ready.
        pub paper: PaperInfo,
        /// It was a 二次告知.
        pub second: bool,
    }
}
input! {
    /// The list for a situation, as asked and no more.
    pub struct ShowNotice {
        /// The matter.
        pub code: String,
        /// What was answered so far.
        pub answers: BTreeMap<String, String>,
        /// Who asks, once a card was read; only name and number are used.
        pub person: Option<PersonInput>,
    }
    /// The list of the ticked matters of a chain for a situation.
    pub struct ShowChainNotice {
        /// The chain.
        pub code: String,
        /// Codes of the ticked matters.
        pub chosen: Vec<String>,
        /// What was answered so far, by the ids of the whole.
        pub answers: BTreeMap<String, String>,
        /// Who asks, once a card was read; only name and number are used.
        pub person: Option<PersonInput>,
    }
    /// Tells the list of a chain once.
    pub struct GiveChainNotice {
        /// The chain.
        pub code: String,
        /// Codes of the ticked matters.
        pub chosen: Vec<String>,
        /// What was answered.
        pub answers: BTreeMap<String, String>,
        /// Whom it is told, once a card was read.
        pub person: Option<PersonInput>,
        /// Needed when this person was told before.
        pub leave: Option<SecondNoticeLeave>,
    }
    /// A supervisor's leave for a 二次告知.
    pub struct SecondNoticeLeave {
        /// The supervisor's operator id; empty when the supervisor is the one signed in.
        pub supervisor: String,
        /// Their password; empty likewise.
        pub password: String,
        /// Why it has to be told again, 1 to 200 characters.
        pub reason: String,
    }
    /// Tells the list: writes the notice down and makes its paper.
    pub struct GiveNotice {
        /// The matter.
        pub code: String,
        /// What was answered.
        pub answers: BTreeMap<String, String>,
        /// Whom it is told, once a card was read.
        pub person: Option<PersonInput>,
        /// Needed when this person was told before.
        pub leave: Option<SecondNoticeLeave>,
    }
}
