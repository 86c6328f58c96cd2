//! What happens to a case at its point after it was received.

use std::collections::BTreeMap;

use super::{
    CaseDone, CaseRow, CorrectionLine, EndingView, FieldView, FileInfo, MaterialChoice,
    QuestionView, SecondNoticeLeave, SignedPaper,
};

dto! {
    /// Something a case still owes.
    pub struct OwedLine {
        /// Catalogue id of the material.
        pub material: String,
        /// Its name.
        pub name: String,
        /// What is wrong, as the notice says it; empty for a deferred or open one.
        pub problem: String,
        /// How to put it right; empty likewise.
        pub how: String,
        /// `open` (never handed in), `correction`, `examination`, `deferred`.
        pub owed_as: String,
        /// Day it is due; none for an open one.
        pub supply_by: Option<String>,
        /// Ways it can be handed in now: `original_seen`, `captured`, `copy_taken`, `paper_taken`, and
        /// `waived` where a certificate's number is noted instead.
        pub ways: Vec<String>,
        /// Copies asked for.
        pub copies: u32,
    }
    /// A field of the form that is still owed.
    pub struct OwedField {
        /// The field as a form asks it.
        pub field: FieldView,
        /// What stands there now; masked where secret.
        pub value: String,
        /// What is wrong, as the notice says it; empty when it was left open.
        pub problem: String,
    }
    /// What a case would owe, were these its answers.
    pub struct OwedNow {
        /// Questions that were left open at receipt or that these answers open, with the answers given.
        pub questions: Vec<QuestionView>,
        /// What it would owe, in the list's order.
        pub owed: Vec<OwedLine>,
        /// Names of what would no longer be asked for.
        pub spared: Vec<String>,
        /// Set when an answer ends the matter here: then nothing can be supplied by it.
        pub ended: Option<EndingView>,
    }
    /// A call about a case.
    pub struct CallView {
        /// `correction`, `deferred`, `pickup`, `rating`, `other`.
        pub purpose: String,
        /// `reached`, `message`, `no_answer`, `wrong_number`.
        pub outcome: String,
        /// What was said; may be empty.
        pub words: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
        /// Who called.
        pub clerk: String,
    }
    /// What was asked of the platform and is not answered (「已提出，等上级」).
    pub struct OpenRequestView {
        /// `withdraw`, `terminate`, `void`, `urge`.
        pub what: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
    }
    /// A promise a case was accepted on.
    pub struct PromiseView {
        /// Catalogue id of the material.
        pub material: String,
        /// Its name.
        pub name: String,
    }
    /// A material that lies at the counter and can be given back.
    pub struct ReturnableMaterial {
        /// Catalogue id.
        pub material: String,
        /// Its name.
        pub name: String,
        /// Paper was taken, so it is given back unless somebody says otherwise.
        pub paper: bool,
    }
    /// A value that can be put right (更正).
    pub struct AmendableField {
        /// `applicant.name`, `applicant.phone`, `applicant.address` or `form.KEY`.
        pub field: String,
        /// Its label, from the catalogue; empty for the applicant's.
        pub label: String,
        /// What stands there; masked where secret.
        pub value: String,
        /// The field of the form; none for the applicant's.
        pub form: Option<FieldView>,
    }
    /// What can be done with a case at its point, and what it waits for.
    pub struct CaseLife {
        /// What it owes, in the list's order.
        pub owed: Vec<OwedLine>,
        /// Questions about the situation nobody has answered, in the order they are asked.
        pub owed_questions: Vec<QuestionView>,
        /// Fields of the form it owes.
        pub owed_form: Vec<OwedField>,
        /// Names of signed papers a notice asks for anew.
        pub owed_papers: Vec<String>,
        /// The nearest day something is due, `YYYY-MM-DD`.
        pub supply_by: Option<String>,
        /// The latest day it may be moved to, while it may be moved.
        pub extend_until: Option<String>,
        /// The promised day, were it accepted now; none while something is missing, and for 即时.
        pub due_if_accepted: Option<String>,
        /// Everything is in, so it can be accepted today.
        pub complete: bool,
        /// The newest calls, newest first.
        pub calls: Vec<CallView>,
        /// Calls altogether.
        pub called: u32,
        /// What was asked of the platform and is not answered.
        pub requests: Vec<OpenRequestView>,
        /// With its department as far as this terminal knows: withdrawing, ending and voiding are asked
        /// for.
        pub dispatched: bool,
        /// What can be given back.
        pub returnable: Vec<ReturnableMaterial>,
        /// What can be put right.
        pub amendable: Vec<AmendableField>,
        /// Promises nobody has checked yet.
        pub promises: Vec<PromiseView>,
        /// Pages of the written withdrawal (撤回申请书).
        pub withdrawal: Vec<FileInfo>,
    }
    /// What came of ending a case.
    pub struct CaseEnded {
        /// The case, ended; none when the platform was asked and the case stands where it stood.
        pub done: Option<CaseDone>,
    }
    /// A promise that was found not to be so.
    pub struct FalsePromiseView {
        /// Number of the case it was made in.
        pub number: String,
        /// That case's matter.
        pub matter: String,
        /// The day it was found, `YYYY-MM-DD`.
        pub on: String,
    }
    /// A case that waits for something from the resident (C10).
    pub struct OwingCase {
        /// The case.
        pub row: CaseRow,
        /// `correction`, `examination`, `deferred`; `complete` once everything is in and it waits to
        /// be accepted.
        pub owed_as: String,
        /// Names of what is missing.
        pub lacks: Vec<String>,
        /// The nearest day, `YYYY-MM-DD`.
        pub supply_by: Option<String>,
        /// How near it is: `calm`, `soon`, `over`, `none`.
        pub light: String,
        /// Working days left, or over.
        pub days: u32,
        /// Masked phone; may be empty.
        pub phone_masked: String,
        /// Calls so far.
        pub called: u32,
        /// The day of the last call.
        pub called_on: Option<String>,
        /// The day was moved before.
        pub extended: bool,
        /// Verbs that are lawful now: `take_supplies`, `log_call`, `extend_supply`, `terminate`,
        /// `accept`.
        pub verbs: Vec<String>,
    }
    /// A promise to be checked (C10).
    pub struct PromiseToCheck {
        /// The case.
        pub row: CaseRow,
        /// Catalogue id of the material.
        pub material: String,
        /// Its name.
        pub name: String,
        /// Accepted on, `YYYY-MM-DD`.
        pub accepted_on: String,
    }
    /// A paper of an accepted case that waits to be signed (C10).
    pub struct PaperToSignLater {
        /// The case.
        pub row: CaseRow,
        /// Document name.
        pub document: String,
        /// Its title.
        pub title: String,
        /// Why it was left unsigned: `cannot_move`, `no_means`, `taken_home`, `other`.
        pub why: String,
        /// In words, when the reason is another one.
        pub words: String,
        /// Accepted on, `YYYY-MM-DD`.
        pub accepted_on: String,
    }
    /// C10 补正.
    pub struct CorrectionDesk {
        /// Due today.
        pub today: u32,
        /// Due within three days, today left out.
        pub soon: u32,
        /// Past their day.
        pub overdue: u32,
        /// The cases, nearest day first.
        pub owing: Vec<OwingCase>,
        /// Promises to be checked, oldest first.
        pub promises: Vec<PromiseToCheck>,
        /// Papers left unsigned, oldest first.
        pub unsigned: Vec<PaperToSignLater>,
    }
}
input! {
    /// Asks for corrections another time; a supervisor agrees.
    pub struct AskCorrectionAgain {
        /// The case.
        pub number: String,
        /// All of it: the new notice takes the place of the first.
        pub items: Vec<CorrectionLine>,
        /// Why, and who agrees.
        pub leave: SecondNoticeLeave,
    }
    /// Takes in what a case owes.
    pub struct TakeSupplies {
        /// The case.
        pub number: String,
        /// The lines that were handed in.
        pub materials: Vec<MaterialChoice>,
        /// Answers to questions that were left open: question to choice, `?` for 说不准.
        #[serde(default)]
        pub answers: BTreeMap<String, String>,
        /// Fields of the form as they read now.
        pub form: BTreeMap<String, String>,
        /// Papers signed with it.
        pub signed: Vec<SignedPaper>,
    }
    /// Looks at what a case would owe by these answers.
    pub struct OwedByAnswers {
        /// The case.
        pub number: String,
        /// Answers to questions that were left open: question to choice, `?` for 说不准.
        pub answers: BTreeMap<String, String>,
    }
    /// Moves the day to supply by, once.
    pub struct ExtendSupply {
        /// The case.
        pub number: String,
        /// The new day, `YYYY-MM-DD`.
        pub until: String,
        /// Why, 2 to 200 characters.
        pub reason: String,
    }
    /// Writes down a call.
    pub struct LogCall {
        /// The case.
        pub number: String,
        /// `correction`, `deferred`, `pickup`, `rating`, `other`.
        pub purpose: String,
        /// `reached`, `message`, `no_answer`, `wrong_number`.
        pub outcome: String,
        /// What was said; may be empty.
        pub words: String,
    }
    /// 撤回: the applicant withdraws, in writing.
    pub struct WithdrawCase {
        /// The case.
        pub number: String,
        /// Why, in the applicant's words.
        pub reason: String,
        /// The signed withdrawal lies at the counter.
        pub written: bool,
        /// Its pages, as they were stored.
        #[serde(default)]
        pub files: Vec<FileInfo>,
        /// The materials given back, by catalogue id.
        pub returned: Vec<String>,
    }
    /// 终止: what was owed did not come by its day.
    pub struct TerminateCase {
        /// The case.
        pub number: String,
        /// Why.
        pub reason: String,
        /// The materials given back, by catalogue id.
        pub returned: Vec<String>,
    }
    /// 作废: taken by mistake; a supervisor agrees.
    pub struct VoidCase {
        /// The case.
        pub number: String,
        /// Its short number, typed.
        pub typed: String,
        /// Why, 4 to 200 characters.
        pub reason: String,
        /// The supervisor's operator id; empty when the supervisor is the one signed in.
        pub supervisor: String,
        /// Their password; empty likewise.
        pub password: String,
    }
    /// 催办: asks the platform to see to a case.
    pub struct UrgeCase {
        /// The case.
        pub number: String,
        /// Why.
        pub reason: String,
    }
    /// One thing put right.
    pub struct AmendedField {
        /// `applicant.name`, `applicant.phone`, `applicant.address` or `form.KEY`.
        pub field: String,
        /// As it is.
        pub is: String,
    }
    /// 更正: what had been written down wrongly is put right; what was written stays.
    pub struct AmendCase {
        /// The case.
        pub number: String,
        /// What.
        pub changes: Vec<AmendedField>,
        /// Why, 2 to 200 characters.
        pub reason: String,
    }
    /// Writes down what came of checking a promise.
    pub struct CheckPromise {
        /// The case.
        pub number: String,
        /// Catalogue id of the material that was promised.
        pub material: String,
        /// `exempt`, `online`, `on_site`, `assisted`.
        pub method: String,
        /// `holds`, `false`, `open`.
        pub outcome: String,
        /// In words; needed when it is not so.
        pub words: String,
    }
}
