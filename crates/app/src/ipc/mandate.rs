//! Mandates: who may act for whom.

use super::{FileInfo, PersonInput, PersonRef};

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
        /// The case it was given at; none when that has not arrived here.
        pub number: Option<String>,
        /// Who took it down.
        pub clerk: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
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
    }
    /// Makes the paper of a mandate, to be signed.
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
    }
    /// Takes a mandate back.
    pub struct RevokeMandate {
        /// The mandate.
        pub id: String,
        /// Why, in the principal's words.
        pub reason: String,
    }
}
