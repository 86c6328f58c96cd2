//! The intake file: one application as JSON, for the command line and for tests. Described by
//! `docs/schema/intake.json`, which is generated from these types.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ipc::{AgentInput, ApiError, DraftContent, ErrorCode, MaterialChoice, PersonInput},
    report::{Outcome, field_problem},
};

/// One application.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeFile {
    /// Implementation code of the matter.
    pub matter: String,
    /// Who applies.
    pub applicant: PersonEntry,
    /// Who acts for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentEntry>,
    /// What is known of the applicant's bad credit: `clear` or `barred`; empty before anybody looked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub credit: String,
    /// Question to choice; `?` keeps both branches.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Field key to value: booleans `true` and `false`, dates `YYYY-MM-DD`, money `1234.50`.
    #[serde(default)]
    pub form: BTreeMap<String, String>,
    /// What was handed in. Waived lines need not be listed.
    #[serde(default)]
    pub materials: Vec<MaterialEntry>,
    /// Papers signed: `application_form`, `promise.ID`, `deferral`. Without the list, every paper
    /// that has to be signed counts as signed on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Vec<SignedEntry>>,
    /// What is decided.
    pub decision: DecisionEntry,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonEntry {
    /// Name, verbatim.
    pub name: String,
    /// `citizen`, `hukou`, `foreign_resident`, `hk_mo_permit`, `taiwan_permit`, `passport`, `uscc` or `other`.
    #[serde(default = "citizen")]
    pub id_kind: String,
    /// The number.
    pub id_number: String,
    /// `male` or `female`; read from the number when it says.
    #[serde(default)]
    pub sex: String,
    /// `YYYY-MM-DD`; read from the number when it says.
    #[serde(default)]
    pub birth: String,
    /// Ethnicity.
    #[serde(default)]
    pub ethnicity: String,
    /// Address.
    #[serde(default)]
    pub address: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// `card_read`, `seen_by_clerk` or `typed`.
    #[serde(default = "seen")]
    pub verified: String,
}

/// Who acts for the applicant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentEntry {
    /// The person.
    pub person: PersonEntry,
    /// `child`, `relative`, `helper`, `guardian` or `other`.
    pub kind: String,
    /// Relation in words, such as 长子.
    pub relation: String,
}

/// How one material was settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialEntry {
    /// Catalogue id, such as `MAT-IDCARD`.
    pub id: String,
    /// `original_seen`, `copy_taken`, `captured`, `paper_taken`, `waived`, `held`, `deferred`,
    /// `promised` or `not_applicable`.
    pub how: String,
    /// Files, relative to the intake file: JPEG, PNG or PDF.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// Pages of paper taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Day a deferred one is due, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_by: Option<String>,
    /// Remark; the origin of a held one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Number of the certificate that stands for a waived one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

/// One signed paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedEntry {
    /// Document name.
    pub document: String,
    /// `photographed` (with files), `on_paper` or `read_aloud`.
    pub how: String,
    /// Photographs, relative to the intake file: JPEG, PNG or PDF.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

/// What is decided about the application.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecisionEntry {
    /// Receive and accept in one act (F9).
    Accept,
    /// Receive only.
    Receive,
    /// Receive, and tell everything that is missing.
    AskCorrection(Vec<CorrectionEntry>),
    /// Receive, and refuse acceptance.
    Refuse(RefusalEntry),
}

/// One thing that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionEntry {
    /// Catalogue id of the material, or `form.KEY`.
    pub material: String,
    /// What is wrong.
    pub problem: String,
    /// How to put it right.
    pub how: String,
}

/// Why acceptance is refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusalEntry {
    /// `not_required`, `not_competent`, `not_eligible`, `already_in_hand` or `must_attend`.
    pub ground: String,
    /// In plain words.
    pub explanation: String,
    /// Whom to ask instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competent: Option<String>,
}

/// The answers file of `guide` and `requirements`: question to choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct AnswersFile(pub BTreeMap<String, String>);

fn citizen() -> String {
    "citizen".to_owned()
}

fn seen() -> String {
    "seen_by_clerk".to_owned()
}

impl IntakeFile {
    /// Reads a file's text.
    ///
    /// # Errors
    /// `INPUT-001` with the field and the rule it breaks.
    pub fn parse(text: &str) -> Outcome<Self> {
        let mut reader = serde_json::Deserializer::from_str(text);
        serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let field = error.path().to_string();
            let rule = shape_rule(error.inner());
            let shape = ApiError::new(ErrorCode::InputShape)
                .with("field", &field)
                .with("rule", rule);
            ApiError {
                problems: vec![field_problem(&field, rule)],
                ..shape
            }
        })
    }

    /// The same content as a draft's; files are added by the caller, who reads them.
    pub(crate) fn content(&self) -> DraftContent {
        DraftContent {
            step: 6,
            applicant: Some(self.applicant.input()),
            agent: self.agent.as_ref().map(AgentEntry::input),
            credit: self.credit.clone(),
            answers: self.answers.clone(),
            form: self.form.clone(),
            materials: self.materials.iter().map(MaterialEntry::choice).collect(),
            confirmed: true,
            signed: Vec::new(),
            unsigned: Vec::new(),
            moved: None,
            chain: None,
            slip: None,
            green_lane: None,
            characters: Vec::new(),
        }
    }
}

/// The rule a value breaks, without the value: messages of the reader may quote what was written.
fn shape_rule(error: &serde_json::Error) -> &'static str {
    let message = error.to_string();
    let rules = [
        ("unknown field", "unknown_field"),
        ("missing field", "required"),
        ("unknown variant", "option"),
        ("invalid type", "wrong_type"),
        ("duplicate field", "duplicate"),
        ("EOF", "cut_short"),
    ];
    rules
        .iter()
        .find(|(begin, _)| message.starts_with(begin))
        .map_or("not_json", |(_, rule)| rule)
}

impl PersonEntry {
    fn input(&self) -> PersonInput {
        PersonInput {
            name: self.name.clone(),
            id_kind: self.id_kind.clone(),
            id_number: self.id_number.clone(),
            sex: self.sex.clone(),
            birth: self.birth.clone(),
            ethnicity: self.ethnicity.clone(),
            address: self.address.clone(),
            phone: self.phone.clone(),
            verified: self.verified.clone(),
        }
    }
}

impl AgentEntry {
    fn input(&self) -> AgentInput {
        AgentInput {
            person: self.person.input(),
            kind: self.kind.clone(),
            relation: self.relation.clone(),
            mandate: None,
        }
    }
}

impl MaterialEntry {
    fn choice(&self) -> MaterialChoice {
        MaterialChoice {
            material: self.id.clone(),
            how: Some(self.how.clone()),
            files: Vec::new(),
            pages: self.pages,
            supply_by: self.supply_by.clone(),
            note: self.note.clone(),
            certificate: self.certificate.clone(),
        }
    }
}
