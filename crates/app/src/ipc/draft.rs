//! The one draft a clerk is working on.

use std::collections::BTreeMap;

use super::{
    ArchivedValue, ChainView, FalsePromiseView, FieldProblem, GreenLaneInput, KnownPerson,
    MandateView, RequirementsView, SlipOnDraft,
};

dto! {
    /// A person as typed or read; sent back unchanged by the face.
    pub struct PersonInput {
        /// Name, verbatim.
        pub name: String,
        /// `citizen`, `foreign_resident`, `hk_mo_permit`, `taiwan_permit`, `passport`, `uscc`, `hukou`, `other`.
        pub id_kind: String,
        /// The number, unmasked: the window of the clerk who typed it.
        pub id_number: String,
        /// `male`, `female`, or empty.
        pub sex: String,
        /// `YYYY-MM-DD` or empty.
        pub birth: String,
        /// Ethnicity or empty.
        pub ethnicity: String,
        /// Address or empty.
        pub address: String,
        /// Telephone or empty.
        pub phone: String,
        /// `card_read`, `seen_by_clerk`, `typed`.
        pub verified: String,
    }
    /// Who acts for the applicant.
    pub struct AgentInput {
        /// The person.
        pub person: PersonInput,
        /// `child`, `relative`, `helper`, `guardian`, `other`.
        pub kind: String,
        /// Relation in words, such as 长子.
        pub relation: String,
        /// The mandate they act under, one of the draft's `mandates`; none without one.
        #[serde(default)]
        pub mandate: Option<String>,
    }
    /// A stored page or file.
    pub struct FileInfo {
        /// SHA-256.
        pub sha256: String,
        /// Bytes.
        pub size: u32,
        /// Media type.
        pub media_type: String,
        /// Name as given.
        pub name: String,
    }
    /// How one line was settled.
    pub struct MaterialChoice {
        /// Catalogue id.
        pub material: String,
        /// One of the line's ways; none while it is open.
        pub how: Option<String>,
        /// Its files.
        pub files: Vec<FileInfo>,
        /// Pages of paper taken.
        pub pages: Option<u32>,
        /// Day a deferred one is due.
        pub supply_by: Option<String>,
        /// Remark.
        pub note: Option<String>,
        /// Number of the certificate that is looked up in its place, where the line takes one.
        #[serde(default)]
        pub certificate: Option<String>,
    }
    /// A paper the resident signed (step 5).
    pub struct SignedPaper {
        /// Document name, as in `toSign`.
        pub document: String,
        /// Photographs of the signed pages.
        pub files: Vec<FileInfo>,
        /// `photographed` (with files), `on_paper`, `read_aloud`, or `on_screen`, which only the
        /// residents' screen gives.
        pub how: String,
        /// SHA-256 of what the signed paper says, given by the store; empty for a new signature.
        #[serde(default)]
        pub content: String,
    }
    /// A paper left unsigned for now (跳过签字), and why.
    pub struct UnsignedPaper {
        /// Document name, as in `toSign`; only of one that is `skippable`.
        pub document: String,
        /// `cannot_move`, `no_means`, `taken_home`, `other`.
        pub why: String,
        /// In words, when the reason is another one; at most 60 characters.
        pub words: String,
        /// SHA-256 of what the paper said when it was left unsigned, given by the store; empty for a
        /// new one.
        #[serde(default)]
        pub content: String,
    }
    /// What a new edition of the matter changed for a draft.
    pub enum DraftChangeKind {
        /// The field is gone; `value` is what it held.
        FieldGone,
        /// The field takes `value` no more.
        ValueUnfit,
        /// The field has to be filled in now.
        FieldNew,
        /// The question or its answer `value` is gone.
        AnswerGone,
        /// The question is asked now.
        QuestionNew,
        /// The material is not asked for any more; `value` is how it had been settled.
        MaterialGone,
        /// The material is asked for now.
        MaterialNew,
        /// The promised limit is `label` now and was `value`.
        PromiseChanged,
        /// The matter is out of force or no longer part of the chain; the others go on.
        MatterGone,
        /// The matter is part of the chain now.
        MatterNew,
    }
    /// One change.
    pub struct DraftChange {
        /// What.
        pub what: DraftChangeKind,
        /// Label or name, as the catalogue says it.
        pub label: String,
        /// What was there before, when something was.
        pub value: Option<String>,
        /// Pages taken for a material that is not asked for any more.
        pub files: Vec<FileInfo>,
    }
    /// What new editions of the matter did to this draft; made by the store, sent back unchanged
    /// but for `seen`.
    pub struct DraftMoved {
        /// The clerk has read it. Nothing is decided before.
        pub seen: bool,
        /// The changes; what was set aside stays readable here.
        pub changes: Vec<DraftChange>,
    }
    /// The chain a draft is of (一链办理).
    pub struct DraftChain {
        /// The chain's code.
        pub code: String,
        /// Its name when it was last in force; made by the store, sent back unchanged.
        #[serde(default)]
        pub name: String,
        /// Codes of the matters that are ticked; those they need come along.
        pub chosen: Vec<String>,
        /// Codes of the matters it was written for, in their order; made by the store, sent back
        /// unchanged.
        #[serde(default)]
        pub order: Vec<String>,
        /// Matter's code → the edition of it the draft was written under; made by the store, sent
        /// back unchanged.
        #[serde(default)]
        pub editions: BTreeMap<String, String>,
    }
    /// What a draft holds.
    pub struct DraftContent {
        /// The step on screen, 1 to 6.
        pub step: u32,
        /// Who applies.
        pub applicant: Option<PersonInput>,
        /// Who acts for them.
        pub agent: Option<AgentInput>,
        /// What is known of bad credit (失信记录): `clear`, `barred`, or empty before anybody looked.
        #[serde(default)]
        pub credit: String,
        /// Question id → choice id or `?`.
        pub answers: BTreeMap<String, String>,
        /// Field key → value; booleans `true`/`false`, dates `YYYY-MM-DD`, money `1234.50`.
        pub form: BTreeMap<String, String>,
        /// Settled lines.
        pub materials: Vec<MaterialChoice>,
        /// The resident has read or heard the summary (step 4).
        pub confirmed: bool,
        /// Papers signed (step 5). One whose content changed since has to be signed again.
        pub signed: Vec<SignedPaper>,
        /// Papers left unsigned (step 5). One whose content changed since is asked for again.
        #[serde(default)]
        pub unsigned: Vec<UnsignedPaper>,
        /// What new editions of the matter changed; none when there was none.
        #[serde(default)]
        pub moved: Option<DraftMoved>,
        /// The slip it is entered from (补录).
        #[serde(default)]
        pub slip: Option<SlipOnDraft>,
        /// Why it goes by the green lane; none when it does not.
        #[serde(default)]
        pub green_lane: Option<GreenLaneInput>,
        /// Pictures of characters no face here draws, one each.
        #[serde(default)]
        pub characters: Vec<CharacterInput>,
        /// The chain it is of; none of a single matter.
        #[serde(default)]
        pub chain: Option<DraftChain>,
    }
    /// A picture of one character, cut from the identity document.
    pub struct CharacterInput {
        /// The character.
        pub character: String,
        /// Its picture.
        pub file: FileInfo,
    }
    /// A field of the one form.
    pub struct FieldView {
        /// Key.
        pub key: String,
        /// Label.
        pub label: String,
        /// `text`, `idcard`, `uscc`, `phone`, `date`, `enum`, `money`, `int`, `multiline`, `address`,
        /// `bankcard`, `bool`, `several` (options, one a line), `month` (`YYYY-MM`), `quantity`.
        pub kind: String,
        /// Has to be filled.
        pub required: bool,
        /// Options of an `enum` or `several`.
        pub options: Vec<String>,
        /// Hint; may be empty.
        pub hint: String,
        /// Where the value can come from: `idcard`, `applicant`, `agent`, `who_acts` (step 1's answer
        /// to who acts), or empty.
        pub fill_from: String,
        /// Key of the earlier field whose answer made this one be asked; none when always asked.
        pub cause: Option<String>,
        /// The value the store proposes when the field is empty.
        pub proposal: Option<String>,
        /// What an earlier form of the applicant says, and where.
        pub archive: Option<ArchivedValue>,
    }
    /// A draft in a list.
    pub struct DraftSummary {
        /// Id.
        pub id: String,
        /// Matter's name.
        pub matter: String,
        /// Matter's code.
        pub code: String,
        /// Applicant's name, when known.
        pub applicant: Option<String>,
        /// Step, 1 to 6.
        pub step: u32,
        /// Last saved, RFC 3339 with +08:00.
        pub saved_at: String,
    }
    /// Drafts of the operator, newest first.
    pub struct DraftList {
        /// The drafts.
        pub drafts: Vec<DraftSummary>,
    }
    /// A matter of a draft whose chain is out of force.
    pub struct DraftPart {
        /// Code.
        pub code: String,
        /// Name.
        pub name: String,
        /// The department that handles it.
        pub department: String,
        /// It is in force.
        pub here: bool,
    }
    /// A document to be signed: in step 5, or before a received case is accepted.
    pub struct SignView {
        /// Document name: `application_form`, `promise.` and the material's id, or `deferral`.
        pub document: String,
        /// Title in Chinese.
        pub title: String,
        /// Its newest printing says something else by now: print it again before it is signed.
        pub outdated: bool,
        /// It may be left unsigned for a reason: nothing is promised or asked for by it that stands
        /// only with a signature.
        pub skippable: bool,
    }
    /// Everything the wizard shows.
    pub struct DraftView {
        /// Id, made by the store when the draft was opened.
        pub id: String,
        /// Matter's code.
        pub code: String,
        /// Matter's name.
        pub matter: String,
        /// Department that decides.
        pub department: String,
        /// Promised limit in words.
        pub promised: String,
        /// What has been entered.
        pub content: DraftContent,
        /// The form's fields that are asked with these values.
        pub fields: Vec<FieldView>,
        /// What earlier cases say of the applicant; none for somebody new.
        pub known_applicant: Option<KnownPerson>,
        /// The same of whoever acts for them.
        pub known_agent: Option<KnownPerson>,
        /// Characters of the people's names and addresses and of the form that no face here draws, in
        /// order of code point.
        pub unprintable: Vec<String>,
        /// Mandates of this applicant for whoever acts, newest first.
        pub mandates: Vec<MandateView>,
        /// Questions and the exact list for the answers.
        pub requirements: RequirementsView,
        /// A promise of the applicant that was found not to be so here: they neither defer nor promise.
        pub false_promise: Option<FalsePromiseView>,
        /// What still has to be changed before F9, field by field.
        pub problems: Vec<FieldProblem>,
        /// Documents to sign.
        pub to_sign: Vec<SignView>,
        /// The promised day if accepted now, `YYYY-MM-DD`; none for 即时.
        pub due: Option<String>,
        /// The due day lies past the published calendar.
        pub due_provisional: bool,
        /// Latest day a deferred material may be due.
        pub supply_until: Option<String>,
        /// The day a deferred material is due unless changed.
        pub supply_default: Option<String>,
        /// Last saved, RFC 3339 with +08:00.
        pub saved_at: String,
        /// What it costs; 不收费 when nothing.
        pub fee: String,
        /// It may be taken in here and sent on to another place's authority (异地代收).
        pub forwardable: bool,
        /// The matter is out of force: what was written stays readable, nothing can be decided.
        pub withdrawn: bool,
        /// The matters of a chain that is out of force: those that are in force can go on by
        /// themselves. Empty otherwise.
        pub parts: Vec<DraftPart>,
        /// Number, once the draft became a case (F9 pressed twice).
        pub number: Option<String>,
        /// The chain and its matters; none of a single matter.
        pub chain: Option<ChainView>,
    }
}
input! {
    /// Opens a new draft.
    pub struct OpenDraft {
        /// The matter.
        pub code: String,
        /// Answers carried from a guide.
        pub answers: BTreeMap<String, String>,
    }
    /// Names a draft.
    pub struct DraftRef {
        /// Id.
        pub id: String,
    }
    /// Goes on with matters of a chain that is out of force, each by itself.
    pub struct SplitDraft {
        /// Id.
        pub id: String,
        /// Codes of the matters.
        pub matters: Vec<String>,
    }
    /// Saves a draft; within a second of every change.
    pub struct SaveDraft {
        /// Id.
        pub id: String,
        /// Everything entered so far.
        pub content: DraftContent,
    }
}
input! {
    /// Makes a paper of a draft, to be signed.
    pub struct DraftPaper {
        /// The draft.
        pub draft: String,
        /// Document name, as in `toSign`.
        pub document: String,
        /// Why it is printed again while it says the same, as of a case's document.
        #[serde(default)]
        pub reason: Option<String>,
    }
    /// Describes an uploaded file: a page of a draft, or the photograph of a paper signed for a
    /// received case. Exactly one of `draft` and `number` is set.
    pub struct AddFile {
        /// The draft it belongs to.
        pub draft: Option<String>,
        /// Or the case's number.
        pub number: Option<String>,
        /// Name as given.
        pub name: String,
        /// `image/jpeg`, `image/png`, `application/pdf`.
        pub media_type: String,
    }
    /// Describes an uploaded picture of one character.
    pub struct AddCharacter {
        /// The draft it belongs to.
        pub draft: String,
        /// The character.
        pub character: String,
    }
    /// Names a stored file.
    pub struct FileRef {
        /// SHA-256.
        pub sha256: String,
        /// The case it belongs to, for a file outside the own drafts.
        pub number: Option<String>,
    }
}
