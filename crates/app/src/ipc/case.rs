//! Cases.

use std::collections::BTreeMap;

use super::{
    CaseChain, CaseDepartment, CaseLife, CaseResult, CaseSlip, CaseVisits, MandateView, PaperInfo,
    SignView, SignedPaper, UnsignedPaper,
};

dto! {
    /// A date and how near it is: shape and word, never colour alone.
    pub struct DueView {
        /// `calm`, `soon`, `over`, `paused`, `none`.
        pub light: String,
        /// Working days left, or over.
        pub days: u32,
        /// The day, `YYYY-MM-DD`.
        pub date: Option<String>,
        /// Past the published calendar (暂定).
        pub provisional: bool,
    }
    /// How a case stands with the platform.
    pub struct SyncMark {
        /// `local`, `sending`, `reported`, `attend`.
        pub mark: String,
        /// Per cent, when sending.
        pub percent: Option<u32>,
        /// The reason, when a person is needed: one of the closed list.
        pub reason: Option<String>,
    }
    /// A case in a list; identity masked.
    pub struct CaseRow {
        /// Number, `LY03-20261123-0012-6`.
        pub number: String,
        /// Short number, `1123-0012`.
        pub short: String,
        /// Applicant's name.
        pub applicant: String,
        /// Masked identity number.
        pub id_masked: String,
        /// Matter's name.
        pub matter: String,
        /// Its code.
        pub code: String,
        /// State, such as `accepted`.
        pub state: String,
        /// The step at the department, when there is one.
        pub step: Option<String>,
        /// The office that has it.
        pub office: String,
        /// The date that counts now.
        pub due: DueView,
        /// With the platform.
        pub sync: SyncMark,
        /// Clerk's name.
        pub clerk: String,
        /// Received on, `YYYY-MM-DD`.
        pub received_on: String,
        /// The day it was entered, of a case taken on a numbered slip (补录).
        pub slip_entered_on: Option<String>,
        /// It was taken in outside the point's ordinary hours (延时).
        pub out_of_hours: bool,
        /// Why it goes by the green lane: `elder`, `disabled`, `pregnant`, `soldier`, `key_project`,
        /// `other`.
        pub green_lane: Option<String>,
    }
    /// A page of cases.
    pub struct CaseList {
        /// All that match.
        pub total: u32,
        /// The rows asked for.
        pub rows: Vec<CaseRow>,
    }
    /// One thing that happened to a case.
    pub struct CaseEvent {
        /// Kind, such as `received`, `accepted`, `printed`, `progress`, `verdict_given`.
        pub kind: String,
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// Who; empty for the system.
        pub actor: String,
        /// Which machine, `LY03`, or the platform.
        pub place: String,
        /// Parameters of the words.
        pub params: BTreeMap<String, String>,
        /// Receipted by the platform.
        pub reported: bool,
    }
    /// A field of the form as filled.
    pub struct FilledField {
        /// Key.
        pub key: String,
        /// Label.
        pub label: String,
        /// Value; masked where secret.
        pub value: String,
        /// Masked, so it can be shown on purpose.
        pub masked: bool,
    }
    /// A material as settled, or a paper signed for the case.
    pub struct CaseMaterial {
        /// Catalogue id, or the document name of a signed paper.
        pub material: String,
        /// Name.
        pub name: String,
        /// How it was settled; none while owed. A signed paper: `photographed`, `on_paper`,
        /// `read_aloud`.
        pub how: Option<String>,
        /// The resident agreed that pages of an earlier case are used again.
        pub consented: bool,
        /// Number of the certificate that stands in its place, all but its end masked.
        pub certificate: Option<String>,
        /// Trust level of its pages (国办函〔2016〕108号): `b`, compared with the original at the window.
        pub level: Option<String>,
        /// What the clerk looks at (审查要点); empty when the catalogue names none.
        pub criteria: Vec<String>,
        /// Rule or origin.
        pub because: Option<String>,
        /// Pages.
        pub pages: u32,
        /// Files with whether the platform has them.
        pub files: Vec<CaseFile>,
        /// Day a deferred one is due.
        pub supply_by: Option<String>,
    }
    /// A file of a case.
    pub struct CaseFile {
        /// SHA-256.
        pub sha256: String,
        /// Bytes.
        pub size: u32,
        /// Media type.
        pub media_type: String,
        /// Name.
        pub name: String,
        /// Receipted by the platform.
        pub reported: bool,
    }
    /// One case, whole.
    pub struct CaseView {
        /// The row.
        pub row: CaseRow,
        /// Case id.
        pub id: String,
        /// Number at the platform.
        pub platform_number: Option<String>,
        /// Days somebody came to a window for it (到场次数), to be told or to hand in, oldest first.
        pub visits: Vec<String>,
        /// Visits its matter promises at most; none when its text is not kept any more.
        pub trips: Option<u32>,
        /// What its visits saved, and what came in with it.
        pub visit: CaseVisits,
        /// The slip it was taken on, when it was entered later.
        pub slip: Option<CaseSlip>,
        /// The words beside another reason for the green lane; empty otherwise.
        pub green_words: String,
        /// What it costs; 不收费 when nothing, empty when its matter's text is not kept any more.
        pub fee: String,
        /// Matter's code.
        pub code: String,
        /// Masked phone.
        pub phone_masked: String,
        /// Agent's name and relation.
        pub agent: Option<String>,
        /// Accepted on.
        pub accepted_on: Option<String>,
        /// Promised day.
        pub promised_on: Option<String>,
        /// Statutory day.
        pub statutory_on: Option<String>,
        /// Day of the last word from the platform, RFC 3339 with +08:00.
        pub progress_as_of: Option<String>,
        /// What happened, oldest first.
        pub events: Vec<CaseEvent>,
        /// The form.
        pub form: Vec<FilledField>,
        /// The materials, then the signed papers.
        pub materials: Vec<CaseMaterial>,
        /// Result documents and where each is; empty before a decision.
        pub results: Vec<CaseResult>,
        /// The mandate its agent acts under.
        pub mandate: Option<MandateView>,
        /// Papers made.
        pub papers: Vec<PaperInfo>,
        /// Papers the resident signs; once it is decided about, those that were signed or left unsigned.
        pub to_sign: Vec<SignView>,
        /// The signatures it has.
        pub signed: Vec<SignedPaper>,
        /// The papers that were left unsigned and nobody has signed since, each with why.
        pub unsigned: Vec<UnsignedPaper>,
        /// Verbs that are lawful now, by the names of their commands.
        pub verbs: Vec<String>,
        /// What can be done with it at its point, and what it waits for.
        pub life: CaseLife,
        /// What its department has said, besides its steps.
        pub department: CaseDepartment,
        /// The whole it is part of, when several matters were taken in together.
        pub chain: Option<CaseChain>,
        /// SHA-256 of the matter's bytes it was taken under.
        pub matter_sha256: String,
    }
    /// What the confirmation page shows after F9 and its sisters.
    pub struct CaseDone {
        /// Number.
        pub number: String,
        /// Short number.
        pub short: String,
        /// Case id.
        pub id: String,
        /// State.
        pub state: String,
        /// Promised day; none for 即时.
        pub due: Option<String>,
        /// Past the published calendar.
        pub due_provisional: bool,
        /// The next step's name; may be empty.
        pub next_step: String,
        /// Papers made ready.
        pub papers: Vec<PaperInfo>,
        /// Already accepted before: the number is the old one, nothing was doubled.
        pub already: bool,
        /// The whole it is part of, when several matters were taken in together.
        pub chain: Option<CaseChain>,
    }
    /// Whether the list has something.
    pub struct DemandAnswer {
        /// Catalogue id of the material, or `form.KEY`; none when the list has no such thing, which is
        /// written down then.
        pub material: Option<String>,
        /// Its name on the list, or what was asked about.
        pub name: String,
    }
    /// One value a department's form asks for.
    pub struct TranscriptField {
        /// `applicant.name`, `applicant.id_number`, …, `agent.name`, …, `form.KEY`.
        pub key: String,
        /// The form's label; empty of a person's own fields, which the face names.
        pub label: String,
        /// The value, in clear, as it is typed elsewhere.
        pub value: String,
    }
    /// What is taken over into a department's own system.
    pub struct Transcript {
        /// The fields that are not empty, in the order of the form.
        pub fields: Vec<TranscriptField>,
    }
    /// A table of cases for a department's import, as it was kept.
    pub struct ExportedFields {
        /// The file.
        pub place: String,
        /// Cases in it.
        pub cases: u32,
        /// Values in it.
        pub fields: u32,
    }
    /// Unmasked fields, for ten seconds.
    pub struct Revealed {
        /// Field key → value.
        pub fields: BTreeMap<String, String>,
    }
}
input! {
    /// Decides about a draft in one call (F9: receive and accept in one transaction).
    pub struct AcceptCase {
        /// The draft; the face sends no second copy of its content.
        pub draft: String,
    }
    /// Takes the materials in and decides later (收件).
    pub struct ReceiveCase {
        /// The draft.
        pub draft: String,
    }
    /// Accepts a case that was received before.
    pub struct AcceptReceived {
        /// Its number.
        pub number: String,
        /// The papers signed since; those signed when it was received need no other signature.
        pub signed: Vec<SignedPaper>,
        /// The papers left unsigned; those left unsigned when it was received need no other reason.
        #[serde(default)]
        pub unsigned: Vec<UnsignedPaper>,
    }
    /// 补签: signs what was left unsigned.
    pub struct SignLater {
        /// The case's number.
        pub number: String,
        /// Every paper that was left unsigned, signed now.
        pub signed: Vec<SignedPaper>,
    }
    /// Asks whether the published list has something; what it does not have is written down as an
    /// attempt. Exactly one of `draft` and `number` is set.
    pub struct CheckDemand {
        /// The draft.
        pub draft: Option<String>,
        /// Or the case's number.
        pub number: Option<String>,
        /// What a clerk would like to ask for, 2 to 60 characters; no personal numbers.
        pub text: String,
    }
    /// One thing that is missing or wrong.
    pub struct CorrectionLine {
        /// Catalogue id of the material, `form.KEY`, or the document name of a signed paper.
        pub material: String,
        /// What is wrong.
        pub problem: String,
        /// How to put it right.
        pub how: String,
    }
    /// One notice of everything that is missing; from a draft (which is received first) or on a
    /// received case. Exactly one of `draft` and `number` is set.
    pub struct AskCorrection {
        /// The draft.
        pub draft: Option<String>,
        /// Or the case's number.
        pub number: Option<String>,
        /// All of it.
        pub items: Vec<CorrectionLine>,
    }
    /// 不予受理. Exactly one of `draft` and `number` is set.
    pub struct RefuseCase {
        /// The draft.
        pub draft: Option<String>,
        /// Or the case's number.
        pub number: Option<String>,
        /// `not_required`, `not_competent`, `not_eligible`, `other_law`.
        pub ground: String,
        /// In plain words.
        pub explanation: String,
        /// Whom to ask instead.
        pub competent: Option<String>,
    }
    /// Finds cases.
    pub struct SearchCases {
        /// Any part of a number, name, pinyin, initials, last four, matter.
        pub text: String,
        /// `today`, `week`, `all`.
        pub period: String,
        /// A state, or empty for all.
        pub state: String,
        /// `local`, `reported`, `attend`, or empty.
        pub sync: String,
        /// Only those behind a count of the workbench, such as `overdue`; empty for all.
        pub tally: String,
        /// Skip.
        pub offset: u32,
        /// At most this many, 1 to 200.
        pub limit: u32,
    }
    /// Names a case.
    pub struct CaseRef {
        /// Its number.
        pub number: String,
    }
    /// Takes the fields of cases of one matter over to a department's import, by their numbers or as a
    /// search finds them; exactly one of the two.
    pub struct ExportFields {
        /// Code of the matter.
        pub matter: String,
        /// Numbers, at most 500; none with a search.
        pub numbers: Vec<String>,
        /// All that a search finds of the matter, at most 500.
        pub search: Option<SearchCases>,
    }
    /// Writes down which fields were taken over into a department's own system.
    pub struct NoteTranscribed {
        /// The case.
        pub number: String,
        /// Keys as in the transcript, at most 200.
        pub fields: Vec<String>,
    }
    /// Shows masked fields on purpose; writes an entry.
    pub struct RevealFields {
        /// The case.
        pub number: String,
        /// `id_number`, `phone`, or form keys.
        pub fields: Vec<String>,
    }
}
