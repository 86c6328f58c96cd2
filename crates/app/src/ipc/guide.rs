//! The guide, the questions and the exact list.

use std::collections::BTreeMap;

use super::SuspendedView;

dto! {
    /// How a line of the requirements stands.
    pub enum LineStatus {
        /// Has to be handed in.
        Must,
        /// May follow later (容缺), if the resident chooses.
        Deferrable,
        /// Not asked for; `rule` says why.
        Waived,
        /// May be replaced by a written promise (告知承诺), if the resident chooses.
        PromisePossible,
        /// Already held from an earlier case.
        Held,
    }
    /// One line of the exact list.
    pub struct RequirementLine {
        /// Catalogue id.
        pub material: String,
        /// Name.
        pub name: String,
        /// 原件, 复印件, 电子, …
        pub form: String,
        /// Copies.
        pub copies: u32,
        /// Who issues it; may be empty.
        pub issuer: String,
        /// How it stands.
        pub status: LineStatus,
        /// Waiver rule or origin, when it is not asked for.
        pub rule: Option<String>,
        /// The rule's detail.
        pub rule_detail: Option<String>,
        /// The answer that brought this line, when it is situational.
        pub because: Option<String>,
        /// Legal basis; empty means the catalogue has none yet.
        pub basis: String,
        /// Notes from answers.
        pub notes: Vec<String>,
        /// What the clerk looks at (审查要点); empty when the catalogue names none.
        pub criteria: Vec<String>,
        /// Takes the number of a certificate in its place.
        pub certificate: bool,
        /// The original has to be shown.
        pub original: bool,
        /// Only in one of the branches a 「说不准」 keeps open.
        pub conditional: bool,
        /// Ways this line may be settled: `original_seen`, `copy_taken`, `captured`, `paper_taken`,
        /// `waived`, `held`, `deferred`, `promised`, `not_applicable`.
        pub ways: Vec<String>,
    }
    /// One answer of a question.
    pub struct ChoiceView {
        /// Id.
        pub id: String,
        /// What the clerk reads out.
        pub label: String,
    }
    /// One question that changes the list.
    pub struct QuestionView {
        /// Id.
        pub id: String,
        /// What the clerk reads out.
        pub text: String,
        /// Why it is asked.
        pub why: String,
        /// The answers, the first is the usual one.
        pub choices: Vec<ChoiceView>,
        /// The answer given: an id, `?` for 说不准, or none.
        pub answer: Option<String>,
        /// Asked in this situation.
        pub asked: bool,
    }
    /// An answer that ends the matter here.
    pub struct EndingView {
        /// The question.
        pub question: String,
        /// Why it cannot be done.
        pub reason: String,
        /// The next door.
        pub instead: String,
    }
    /// The exact, personal list.
    pub struct RequirementsView {
        /// Questions with their answers so far.
        pub questions: Vec<QuestionView>,
        /// The lines.
        pub lines: Vec<RequirementLine>,
        /// Set when an answer ended the matter.
        pub ended: Option<EndingView>,
        /// What people wrongly bring.
        pub not_needed: Vec<String>,
    }
    /// A step of the procedure.
    pub struct StepView {
        /// Name.
        pub name: String,
        /// Who does it.
        pub responsible: String,
        /// How long.
        pub limit: String,
        /// What happens.
        pub detail: String,
    }
    /// A basis.
    pub struct BasisView {
        /// Title.
        pub title: String,
        /// Document number; may be empty.
        pub document_no: String,
        /// Clause.
        pub clause: String,
    }
    /// Question and answer of a guide.
    pub struct FaqView {
        /// Question.
        pub question: String,
        /// Answer.
        pub answer: String,
    }
    /// A result of the matter.
    pub struct ResultView {
        /// Name.
        pub name: String,
        /// 证照, 批文, 给付, 登记, 无.
        pub kind: String,
        /// How it is handed over.
        pub delivery: Vec<String>,
    }
    /// The service guide of one matter, for one situation.
    pub struct GuideView {
        /// Code.
        pub code: String,
        /// Name.
        pub name: String,
        /// Category.
        pub category: String,
        /// Power type.
        pub power_type: String,
        /// Department that decides.
        pub department: String,
        /// Levels that take it in.
        pub levels: Vec<String>,
        /// Promised limit in words.
        pub promised: String,
        /// Statutory limit in words.
        pub statutory: String,
        /// This point takes it in.
        pub here: bool,
        /// 不收费, or the standard.
        pub fee: String,
        /// Basis of the fee; empty when there is none.
        pub fee_basis: String,
        /// Visits.
        pub trips: u32,
        /// Ways of handling (马上办, 网上办, 就近办, 一次办).
        pub modes: Vec<String>,
        /// Helpers may act.
        pub assisted: bool,
        /// Secondary materials may follow.
        pub deferrable: bool,
        /// Proofs may be replaced by a promise.
        pub commitment: bool,
        /// Results.
        pub results: Vec<ResultView>,
        /// Conditions, one a line.
        pub conditions: Vec<String>,
        /// Questions and the exact list.
        pub requirements: RequirementsView,
        /// Steps.
        pub steps: Vec<StepView>,
        /// Bases.
        pub bases: Vec<BasisView>,
        /// Day by which a basis is to be there, `YYYY-MM-DD`, while there is none (待完善).
        pub basis_due: Option<String>,
        /// Accepting body.
        pub accept_body: String,
        /// Accepting place.
        pub accept_place: String,
        /// Hours.
        pub hours: String,
        /// Where to ask.
        pub consult_place: String,
        /// Telephone to ask.
        pub consult_phone: String,
        /// Telephone to complain.
        pub complaint_phone: String,
        /// Questions people ask.
        pub faq: Vec<FaqView>,
        /// Plain text of the QR, at most 300 bytes.
        pub qr_text: String,
        /// Pack version.
        pub version: u32,
        /// Day of publication.
        pub published_on: String,
        /// Publisher (来源).
        pub publisher: String,
        /// Day of the last comparison with the platform; none when never.
        pub compared_on: Option<String>,
        /// Days since then, for the staleness mark.
        pub stale_days: Option<u32>,
        /// 样例目录.
        pub sample: bool,
        /// What the linter finds, and who answers for it.
        pub findings: Vec<FindingView>,
        /// The same matter as other bodies publish it.
        pub copies: Vec<CopyView>,
        /// Since when it is no longer taken in, and what takes its place.
        pub suspended: Option<SuspendedView>,
    }
    /// Every guide there is.
    pub struct GuideShelf {
        /// By category.
        pub guides: Vec<ShelvedGuide>,
    }
    /// One guide on the shelf.
    pub struct ShelvedGuide {
        /// Code of its matter.
        pub code: String,
        /// Name of its matter.
        pub name: String,
        /// Category.
        pub category: String,
        /// This point takes it in.
        pub here: bool,
    }
    /// The same matter as another body publishes it.
    pub struct CopyView {
        /// Its code.
        pub code: String,
        /// The body answerable for it.
        pub body: String,
        /// Levels that take it in.
        pub levels: Vec<String>,
        /// What differs; `here` is the guide that is shown.
        pub differences: Vec<DifferenceView>,
    }
    /// One difference between two copies of a matter.
    pub struct DifferenceView {
        /// In what: `material`, `material_form`, `condition`, `step`, `step_limit`,
        /// `statutory_limit`, `promised_limit`, `fee`; words are the face's.
        pub aspect: String,
        /// The material, step or condition it is about; empty when the aspect says it all.
        pub subject: String,
        /// What this copy says; none when it says nothing.
        pub here: Option<String>,
        /// What the other says.
        pub there: Option<String>,
        /// This copy asks more of the resident.
        pub more_here: bool,
    }
    /// Something the linter finds about a guide.
    pub struct FindingView {
        /// Stable key of the rule; words are the face's.
        pub rule: String,
        /// Where, as a key.
        pub section: String,
        /// Where, as the printed guide counts: 「“五、申请材料”第 6 项」.
        pub place: String,
        /// The words of the guide at issue; may be empty.
        pub words: String,
        /// What was found.
        pub text: String,
        /// The guide is not printed while it stands, and nobody may keep it.
        pub blocks: bool,
        /// The words ask for more than the list, and every print takes them back or names who keeps
        /// them.
        pub beyond: bool,
        /// Who answers for it; none when nobody does yet.
        pub kept: Option<KeptFindingView>,
    }
    /// A supervisor's word that a finding stands.
    pub struct KeptFindingView {
        /// Their name; empty when they are not of this home.
        pub supervisor: String,
        /// When.
        pub at: String,
        /// Why.
        pub reason: String,
    }
}
input! {
    /// Shows a guide for a situation.
    pub struct ShowGuide {
        /// The matter.
        pub code: String,
        /// Question id → choice id or `?`.
        pub answers: BTreeMap<String, String>,
    }
    /// Lets a finding stand, for this text of the guide and no other.
    pub struct KeepFinding {
        /// The matter.
        pub code: String,
        /// Key of the rule.
        pub rule: String,
        /// Where, as the finding says.
        pub section: String,
        /// What was found, as shown.
        pub text: String,
        /// Why it stands, 4 to 200 characters.
        pub reason: String,
        /// The supervisor who answers for it; empty for whoever is signed in.
        pub supervisor: String,
        /// Their password; empty for whoever is signed in.
        pub password: String,
    }
    /// Makes the guide ready for paper.
    pub struct PrintGuide {
        /// `ticket` for 小票要点 on 80 mm, `a4`, or `large` for large print.
        pub style: String,
        /// The matter.
        pub code: String,
        /// Question id → choice id or `?`.
        pub answers: BTreeMap<String, String>,
    }
}
