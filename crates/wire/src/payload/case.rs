//! What happens to a case at the window.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{
    Agent, Answers, CaseNumber, CaseState, CorrectionItem, Credit, FileRef, FormValues, HandIn,
    MatterCode, Person, RefusalGround,
    case::{GreenLane, SkipReason},
};

use super::{SecondNotice, SlipEntry};
use crate::{Hash, PointIdentity};
use uuid::Uuid;

/// The matter as it was in force: a case keeps the exact bytes it was taken under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterRef {
    /// Implementation code.
    pub code: MatterCode,
    /// Name, as printed.
    pub name: String,
    /// SHA-256 of the matter's exact bytes in the pack.
    pub sha256: Hash,
    /// SHA-256 of its questions' exact bytes; none when it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub questions: Option<Hash>,
    /// Version of the pack it came in.
    pub pack_version: u64,
    /// The department that decides.
    pub department: String,
    /// From the sample catalogue.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

/// One line of the requirements as settled at the counter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakenMaterial {
    /// Catalogue id.
    pub id: String,
    /// Name as asked for, in this situation.
    pub name: String,
    /// How it was settled; none while it is still owed.
    pub how: Option<HandIn>,
    /// The resident saw that pages of an earlier case are used again, and agreed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consented: bool,
    /// The rule or origin, when it was not demanded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Pages taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Its files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Day a deferred one is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_by: Option<NaiveDate>,
    /// The clerk's remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Number of the certificate the platform looks up in its place (只登记编号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

impl TakenMaterial {
    /// Whether something stands for it: paper, pages, or the number of a certificate.
    #[must_use]
    pub fn is_handed_in(&self) -> bool {
        match self.how {
            None | Some(HandIn::NotApplicable | HandIn::Deferred) => false,
            Some(HandIn::Waived) => self.certificate.is_some(),
            Some(_) => true,
        }
    }
}

/// How a paper came to be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SigningWay {
    /// Signed on paper, and its pages photographed.
    Photographed,
    /// Signed on paper, which is kept at the counter.
    OnPaper,
    /// Read out to the resident, then signed on paper.
    ReadAloud,
    /// Signed by hand on the residents' screen, with the text of the paper beside it.
    OnScreen,
}

impl SigningWay {
    /// Every way.
    pub const ALL: [Self; 4] = [
        Self::Photographed,
        Self::OnPaper,
        Self::ReadAloud,
        Self::OnScreen,
    ];

    /// The word in payloads.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Photographed => "photographed",
            Self::OnPaper => "on_paper",
            Self::ReadAloud => "read_aloud",
            Self::OnScreen => "on_screen",
        }
    }

    /// The way with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.key() == key)
    }
}

/// A paper the resident signed: the application form, a promise, the request to defer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedPaper {
    /// Which document: `application_form`, `promise.` and the material's id, or `deferral`.
    pub document: String,
    /// Its title, as printed.
    pub title: String,
    /// Photographs of the signed pages; on the screen, the picture of the signature.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// How it was signed.
    pub how: SigningWay,
    /// SHA-256 of what the paper said when it was signed; none in entries of older programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Hash>,
    /// Template and profile it was printed by, with their versions, such as
    /// `promise.1@default.1`; none of one nobody printed, and in entries of older programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
}

/// 跳过签字: a paper the resident left unsigned for now. Never one that promises or asks to defer:
/// without a signature there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsignedPaper {
    /// Which document, as of [`SignedPaper`].
    pub document: String,
    /// Its title, as printed.
    pub title: String,
    /// Why.
    pub why: SkipReason,
    /// In words, when the reason is another one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// SHA-256 of what the paper said when it was left unsigned.
    pub content: Hash,
}

/// The place of a case in a chain (一链办理): taken with its sisters in one visit, by one form and one
/// set of materials, and handled by its own department under its own clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainPart {
    /// The chain's code.
    pub code: String,
    /// Its name, as printed.
    pub name: String,
    /// 总号: the number of the whole application; a sister's number is this one with its place.
    pub whole: CaseNumber,
    /// Its place among the sisters, from 1.
    pub place: u32,
    /// How many sisters there are.
    pub of: u32,
    /// Sisters whose result it waits for, by place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<u32>,
    /// What its matter asks for by itself and the chain spares people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spared: Vec<SparedMaterial>,
}

/// A material a chain spares people: handed on from step to step, or covered by another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SparedMaterial {
    /// Catalogue id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it is not asked for.
    pub why: String,
}

/// 收件: the materials were handed over and the number given (行政许可法 Art. 32 counts from here).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
    /// The case's number, final.
    pub number: CaseNumber,
    /// The matter as in force.
    pub matter: MatterRef,
    /// Who applies.
    pub applicant: Person,
    /// Who acts for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Agent>,
    /// What was known of bad credit, when somebody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// Answers that shaped the list.
    pub answers: Answers,
    /// The one form.
    pub form: FormValues,
    /// Every line of the requirements.
    pub materials: Vec<TakenMaterial>,
    /// The papers signed for it until then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<SignedPaper>,
    /// The papers left unsigned, each with why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsigned: Vec<UnsignedPaper>,
    /// Its place in a chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<ChainPart>,
    /// The slip it was taken on, when it is entered later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slip: Option<SlipEntry>,
    /// It was taken in outside the point's ordinary hours (延时). The days are counted as ever.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub out_of_hours: bool,
    /// Why it goes by the green lane (绿色通道).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub green_lane: Option<GreenLane>,
    /// Pictures of characters no face here draws, as the identity document shows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characters: Vec<CharacterPicture>,
    /// The mandate its agent acts under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Uuid>,
    /// The visit it was taken in: the cases of one visit share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Uuid>,
    /// The day of receipt, Asia/Shanghai.
    pub received_on: NaiveDate,
    /// By when the one notice must be given (Art. 32 (4)), when that law binds the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify_by: Option<NaiveDate>,
    /// Where.
    pub point: PointIdentity,
    /// At which window.
    pub window: String,
    /// The operator's name as printed.
    pub clerk: String,
}

/// The case's own picture of a character (生僻字), cut from the identity document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharacterPicture {
    /// The character.
    pub character: char,
    /// Its picture, PNG.
    pub file: FileRef,
}

impl Received {
    /// Whether the applicant may neither defer nor promise.
    #[must_use]
    pub fn barred(&self) -> bool {
        self.credit == Some(Credit::Barred)
    }

    /// The files the case begins with, in the order they are sent: pages of materials, signed
    /// papers, the slip, pictures of characters.
    pub fn files(&self) -> impl Iterator<Item = &FileRef> {
        let materials = self.materials.iter().flat_map(|material| &material.files);
        let slip = self.slip.iter().flat_map(|slip| &slip.files);
        materials
            .chain(self.signed.iter().flat_map(|paper| &paper.files))
            .chain(slip)
            .chain(self.characters.iter().map(|drawn| &drawn.file))
    }
}

/// A date the law or a promise names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDue {
    /// The day.
    pub date: NaiveDate,
    /// Reckoned past the published calendar (暂定).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
}

/// 受理, 容缺受理 or 告知承诺受理.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accepted {
    /// The case's number.
    pub number: CaseNumber,
    /// Which of the three.
    pub state: CaseState,
    /// The day the limits run from.
    pub accepted_on: NaiveDate,
    /// By when the promise ends; none for 即时.
    pub promised: Option<CaseDue>,
    /// By when the law ends; none for 即时.
    pub statutory: Option<CaseDue>,
    /// The papers signed since the case was received.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<SignedPaper>,
    /// The papers left unsigned since the case was received, each with why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsigned: Vec<UnsignedPaper>,
    /// The operator's name as printed.
    pub clerk: String,
}

impl Accepted {
    /// The files it adds to the case: photographs of the papers signed since it was received.
    pub fn files(&self) -> impl Iterator<Item = &FileRef> {
        self.signed.iter().flat_map(|paper| &paper.files)
    }
}

/// 补正: everything that is missing, told once (Art. 32 (4)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionAsked {
    /// The case's number.
    pub number: CaseNumber,
    /// All of it.
    pub items: Vec<CorrectionItem>,
    /// The day the notice was given.
    pub notified_on: NaiveDate,
    /// The day the resident should supply by.
    pub supply_by: NaiveDate,
    /// A supervisor's leave, where a notice had been given before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<SecondNotice>,
    /// The operator's name as printed.
    pub clerk: String,
}

/// 不予受理, with the ground, where to go instead and the remedies (Art. 32 (1)(2)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refused {
    /// The case's number.
    pub number: CaseNumber,
    /// The ground, from the list.
    pub ground: RefusalGround,
    /// In words a villager uses.
    pub explanation: String,
    /// Whom to ask instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competent: Option<String>,
    /// The day.
    pub refused_on: NaiveDate,
    /// The operator's name as printed.
    pub clerk: String,
}
