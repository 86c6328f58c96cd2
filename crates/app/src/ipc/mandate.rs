//! Mandates: who may act for whom.

use super::{FileInfo, PersonInput, PersonRef, ReadingLine};

dto! {
    /// A matter a mandate is for.
    pub struct MandateMatter {
        /// Code.
        pub code: String,
        /// Name, as in force here; the code when it is not.
        pub name: String,
    }
    /// A mandate.
    pub struct MandateView {
        /// Id.
        pub id: String,
        /// Who gave it.
        pub principal: String,
        /// Their number, masked.
        pub principal_masked: String,
        /// Who may act.
        pub agent: String,
        /// Their number, masked.
        pub agent_masked: String,
        /// Relation in words, such as 长子.
        pub relation: String,
        /// `consult`, `submit`, `correct`, `collect`, `sign`.
        pub scope: Vec<String>,
        /// For which matters; all when empty.
        pub matters: Vec<MandateMatter>,
        /// The first day, `YYYY-MM-DD`.
        pub from: String,
        /// The last day, `YYYY-MM-DD`.
        pub until: String,
        /// `valid`, `not_yet`, `expired`, `revoked`.
        pub standing: String,
        /// The day it was taken back, `YYYY-MM-DD`.
        pub revoked_on: Option<String>,
        /// Why.
        pub revoke_reason: Option<String>,
        /// `on_screen`, `on_paper`, `fingerprint`.
        pub how: String,
        /// Who saw the fingerprint.
        pub witness: Option<String>,
        /// Photographs of the signed paper.
        pub files: Vec<FileInfo>,
        /// How whoever gave it was identified without an identity card; none when they had it.
        pub booklet: Option<BookletInfo>,
        /// Its text was read out before it was signed.
        pub read_aloud: bool,
        /// The case it was given at; none when that has not arrived here.
        pub number: Option<String>,
        /// Who took it down.
        pub clerk: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
    }
    /// 户口簿 and a certificate in place of an identity card; the number was read by no machine
    /// (未经机读核验).
    pub struct BookletInfo {
        /// Who certifies.
        pub issuer: String,
        /// The certificate's number; may be empty.
        pub certificate: String,
        /// Its day, `YYYY-MM-DD`.
        pub certified_on: String,
        /// Photographs of it.
        pub files: Vec<FileInfo>,
    }
    /// The same as it is typed.
    pub struct BookletInput {
        /// The personal number in the 户口簿 (GB 11643).
        pub id_number: String,
        /// Who certifies: a village or residents' committee.
        pub issuer: String,
        /// The certificate's number; may be empty.
        pub certificate: String,
        /// Its day, `YYYY-MM-DD`.
        pub certified_on: String,
        /// Photographs of it; at least one once the mandate is signed.
        pub files: Vec<FileInfo>,
    }
    /// What a mandate says, to be read out before it is signed.
    pub struct MandateText {
        /// Its passages, in their order.
        pub lines: Vec<ReadingLine>,
    }
    /// Mandates of a person.
    pub struct MandateList {
        /// Given by them, newest first.
        pub given: Vec<MandateView>,
        /// Under which they act, newest first.
        pub held: Vec<MandateView>,
        /// The last day a mandate given today may hold, `YYYY-MM-DD`.
        pub latest: String,
    }
}
input! {
    /// Everything a mandate says before it is signed.
    pub struct MandateTerms {
        /// Who may act.
        pub agent: PersonInput,
        /// Relation in words.
        pub relation: String,
        /// `consult`, `submit`, `correct`, `collect`, `sign`.
        pub scope: Vec<String>,
        /// Codes of the matters; all when empty.
        pub matters: Vec<String>,
        /// The first day, `YYYY-MM-DD`.
        pub from: String,
        /// The last day, `YYYY-MM-DD`.
        pub until: String,
        /// Who sees the fingerprint; empty for nobody.
        pub witness: String,
        /// How whoever gives it is identified without an identity card; none when they have it.
        #[serde(default)]
        pub booklet: Option<BookletInput>,
    }
    /// Makes the paper of a mandate, to be signed; or gives its text, to be read out.
    pub struct PrintMandate {
        /// Who gives it.
        pub person: PersonRef,
        /// What it says.
        pub terms: MandateTerms,
    }
    /// Writes down a signed mandate.
    pub struct GiveMandate {
        /// Who gives it: the applicant or agent of a case here.
        pub person: PersonRef,
        /// What it says.
        pub terms: MandateTerms,
        /// Id of the paper that was printed and signed; none when they brought their own.
        pub paper: Option<String>,
        /// `on_screen`, `on_paper`, `fingerprint`.
        pub how: String,
        /// Photographs of the signed paper.
        pub files: Vec<FileInfo>,
        /// Its text was read out to whoever gives it.
        #[serde(default)]
        pub read_aloud: bool,
    }
    /// Takes a mandate back.
    pub struct RevokeMandate {
        /// The mandate.
        pub id: String,
        /// Why, in the principal's words.
        pub reason: String,
    }
}
