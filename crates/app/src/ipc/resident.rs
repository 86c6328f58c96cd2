//! The residents' screen (群众屏): what stands on it, what a resident answers, and what the clerk's
//! window hears of it.

use super::{MaterialChoice, QuestionView, RequirementLine, SignedPaper};

dto! {
    /// What stands on the residents' screen.
    pub enum ResidentShows {
        /// The point's name.
        Idle,
        /// The summary of step 4.
        Check,
        /// A paper and the place to sign it.
        Sign,
        /// The five levels.
        Rate,
        /// Thanks for a rating.
        Thanks,
    }
    /// Somebody on the summary.
    pub struct ResidentPerson {
        /// True for who acts for the applicant.
        pub agent: bool,
        /// Name.
        pub name: String,
        /// Relation in words; empty for the applicant.
        pub relation: String,
        /// The last four of the number.
        pub id_tail: String,
        /// Masked telephone; may be empty.
        pub phone_masked: String,
    }
    /// A field of the form on the summary.
    pub struct ResidentField {
        /// Label.
        pub label: String,
        /// As in `FieldView`.
        pub kind: String,
        /// The value, masked when it is secret; empty when it was not filled.
        pub value: String,
    }
    /// The summary of step 4.
    pub struct ResidentCheck {
        /// The matter's name.
        pub matter: String,
        /// Who applies, and who acts for them.
        pub people: Vec<ResidentPerson>,
        /// The form.
        pub fields: Vec<ResidentField>,
        /// The list.
        pub lines: Vec<RequirementLine>,
        /// How its lines are settled, without names of files and numbers.
        pub choices: Vec<MaterialChoice>,
        /// The questions that were asked, with their answers.
        pub questions: Vec<QuestionView>,
    }
    /// A stretch of a paper to be read.
    pub struct ReadingLine {
        /// `title`, `heading`, `text`, `pair`, `row`.
        pub kind: String,
        /// The text; of a pair its label; of a row its cells.
        pub text: String,
        /// Of a pair its value.
        pub value: String,
    }
    /// A paper to read and to sign.
    pub struct ResidentPaper {
        /// Its title.
        pub title: String,
        /// What it says.
        pub lines: Vec<ReadingLine>,
        /// The clerk has read it out.
        pub read_aloud: bool,
    }
    /// What is rated.
    pub struct ResidentRating {
        /// The matter's name.
        pub matter: String,
        /// Short number.
        pub short: String,
        /// `acceptance` or `completion`.
        pub stage: String,
        /// 追评: it was rated badly before, which stands.
        pub again: bool,
    }
    /// Everything the residents' window shows.
    pub struct ResidentScreen {
        /// Counts what was shown; an answer names what it is an answer to.
        pub turn: u32,
        /// Name of the point; empty before there is one.
        pub point: String,
        /// Name of the window.
        pub window: String,
        /// Number of the ticket at the window.
        pub serving: Option<String>,
        /// Calls so far today; it rises with every one.
        pub calls: u32,
        /// Which of the following stands there.
        pub shows: ResidentShows,
        /// The summary.
        pub check: Option<ResidentCheck>,
        /// The summary changed after the resident had begun to read it.
        pub changed: bool,
        /// The paper.
        pub paper: Option<ResidentPaper>,
        /// The case to rate.
        pub rating: Option<ResidentRating>,
        /// Thanks for a bad rating: somebody will get in touch.
        pub bad: bool,
    }
    /// A paper that was signed on the screen.
    pub struct SignedOnScreen {
        /// The draft it belongs to.
        pub draft: Option<String>,
        /// Or the number of the received case.
        pub number: Option<String>,
        /// The signature.
        pub paper: SignedPaper,
    }
    /// What the clerk's window hears of the residents' screen.
    pub struct ResidentState {
        /// Somebody can look at it.
        pub attached: bool,
        /// Counts what was shown.
        pub turn: u32,
        /// What stands there.
        pub shows: ResidentShows,
        /// The document being signed.
        pub document: Option<String>,
        /// It was read out.
        pub read_aloud: bool,
        /// Number of the case being rated.
        pub rating: Option<String>,
        /// The draft whose summary, as it stands, a resident has confirmed.
        pub confirmed: Option<String>,
        /// What was signed for the draft or case on the table.
        pub signed: Vec<SignedOnScreen>,
    }
}
input! {
    /// Puts a paper on the residents' screen. Exactly one of `draft` and `number` is set.
    pub struct AskSignature {
        /// The draft.
        pub draft: Option<String>,
        /// Or the number of a received case.
        pub number: Option<String>,
        /// Document name, as in `toSign`.
        pub document: String,
    }
    /// Opens or closes the residents' window.
    pub struct TurnResidentWindow {
        /// Open it.
        pub open: bool,
    }
    /// An answer to what stood on the screen.
    pub struct ResidentTurn {
        /// The turn it answers.
        pub turn: u32,
    }
    /// A signature, as the strokes that were drawn.
    pub struct ResidentSigned {
        /// The turn it answers.
        pub turn: u32,
        /// The text was scrolled to its end.
        pub read_to_end: bool,
        /// Points of every stroke in the box of 560 by 240.
        pub strokes: Vec<Vec<[u32; 2]>>,
    }
    /// A rating, given by the resident.
    pub struct ResidentRated {
        /// The turn it answers.
        pub turn: u32,
        /// `very_satisfied`, `satisfied`, `fair`, `dissatisfied`, `very_dissatisfied`.
        pub level: String,
        /// Of a bad one: `manner`, `slow`, `guide`, `again`, `machine`, `other`.
        pub reasons: Vec<String>,
        /// In their words, at most 200 characters; may be empty.
        pub words: String,
    }
}
