//! A matter (事项): what a person can come for, as published.
//!
//! Owns the fields of the catalogue and what makes a matter readable and bounded. A
//! matter is immutable once published; a case keeps the version it was taken under. HTML
//! in a text is text. Knows nothing of answers (see `requirement`) or of how a
//! guide looks (see `guide`).

mod compare;
mod kinds;
mod parse;

pub use compare::{Aspect, Difference, differences, is_same_item, nearest_level};
pub use kinds::{
    Category, Confidence, CrossRegion, DeliveryMode, FieldType, FillFrom, HandlingMode, Level,
    MaterialForm, MaterialSource, Necessity, PowerType, Provision, ResultKind, ServiceObject,
    ServiceType, WaiverRule,
};
pub use parse::{MAX_FIELDS, MAX_MATERIALS, MAX_MATTER_BYTES, MAX_NAME_CHARS, MAX_STEPS};

use crate::calendar::Limit;
use crate::form::{FormValues, is_asked};
use crate::id::{MaterialId, MatterCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One published matter with its guide. Field names are those of `matters.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Implementation code (实施编码).
    pub code: MatterCode,
    /// Base code (基本编码), shared by every body that handles the same matter.
    pub base_code: String,
    /// Name as worded in the basis.
    pub name: String,
    /// Category of annex 1.
    pub category: Category,
    /// Kind of power; only a licence is bound by 行政许可法.
    pub power_type: PowerType,
    /// Who starts it.
    pub service_type: ServiceType,
    /// How it is provided.
    pub provision: Provision,
    /// The body answerable for it.
    pub implementing_body: String,
    /// Bodies that take part.
    pub co_bodies: Vec<String>,
    /// Whom it serves.
    pub service_objects: Vec<ServiceObject>,
    /// Legal bases.
    pub bases: Vec<Basis>,
    /// The day by which a basis is to be there, for a matter long handled that has none yet
    /// (实施依据待完善).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis_due: Option<NaiveDate>,
    /// Where it is accepted.
    pub accept_at: Place,
    /// Levels that accept it.
    pub accept_levels: Vec<Level>,
    /// Conditions, one by one.
    pub conditions: Vec<String>,
    /// The complete list of materials; nothing else may be asked for.
    pub materials: Vec<Material>,
    /// The form.
    pub form_fields: Vec<FormField>,
    /// The process.
    pub steps: Vec<Step>,
    /// The fee.
    pub fee: Fee,
    /// The limit the law sets.
    pub statutory_limit: Limit,
    /// The limit the body promises.
    pub promised_limit: Limit,
    /// Modes of handling.
    pub handling_modes: Vec<HandlingMode>,
    /// Reach beyond the place, if any.
    pub cross_region: Option<CrossRegion>,
    /// Visits needed.
    pub trips: u32,
    /// Whether minor materials may follow (容缺).
    pub deferrable: bool,
    /// Whether a proof may be replaced by a promise (告知承诺).
    pub commitment: bool,
    /// Whether helpers take it on (帮办代办).
    pub assisted: bool,
    /// Results.
    pub results: Vec<Outcome>,
    /// Where to ask.
    pub consult: Consult,
    /// Where to complain.
    pub complaint_phone: String,
    /// Office hours.
    pub hours: String,
    /// Common questions.
    pub faq: Vec<Faq>,
    /// Where the text comes from.
    pub sources: Vec<Source>,
    /// How sure the editors are.
    pub confidence: Confidence,
    /// Remark (备注).
    pub remark: String,
    /// Since when it is no longer taken in, while it stays in the list (已停用).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended: Option<Suspension>,
}

/// What stands where a basis is still to come.
#[must_use]
pub fn pending_basis(due: NaiveDate) -> String {
    format!("待完善（{}前补齐）", due.format("%Y-%m-%d"))
}

impl Matter {
    /// The bases as printed; the words for one still to come when there is none and the day is set.
    #[must_use]
    pub fn citations(&self) -> Vec<String> {
        let pending = self.basis_due.filter(|_| self.bases.is_empty());
        let bases = self.bases.iter().map(Basis::citation);
        bases.chain(pending.map(pending_basis)).collect()
    }

    /// Whether it is no longer taken in on that day.
    #[must_use]
    pub fn is_suspended(&self, today: NaiveDate) -> bool {
        self.suspended
            .as_ref()
            .is_some_and(|since| since.on <= today)
    }

    /// The material with this number.
    #[must_use]
    pub fn material(&self, id: &str) -> Option<&Material> {
        self.materials.iter().find(|material| material.id == *id)
    }

    /// The form field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&FormField> {
        self.form_fields.iter().find(|field| field.key == key)
    }

    /// The fields the form asks with these values.
    pub fn asked_fields<'a>(
        &'a self,
        values: &'a FormValues,
    ) -> impl Iterator<Item = &'a FormField> {
        let fields = &self.form_fields;
        fields
            .iter()
            .filter(|field| is_asked(field, fields, values))
    }
}

/// The end of a matter, announced in its own guide (生效、取消日期).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suspension {
    /// The first day it is no longer taken in.
    pub on: NaiveDate,
    /// The matter that takes its place (改办), if any.
    pub instead: Option<MatterCode>,
}

/// A legal basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Title of the law or document.
    pub title: String,
    /// Document number; empty when uncertain.
    pub document_no: String,
    /// Article.
    pub clause: String,
}

impl Basis {
    /// As printed: 《title》（number）clause.
    #[must_use]
    pub fn citation(&self) -> String {
        let number = if self.document_no.is_empty() {
            String::new()
        } else {
            format!("（{}）", self.document_no)
        };
        format!("《{}》{number}{}", self.title, self.clause)
    }
}

/// A body and a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The body.
    pub body: String,
    /// The place.
    pub place: String,
}

/// A material (材料).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Normalised number, unique within the matter.
    pub id: MaterialId,
    /// Name in this matter.
    pub name: String,
    /// What is handed over.
    pub form: MaterialForm,
    /// How many.
    pub copies: u32,
    /// Where it comes from.
    pub source: MaterialSource,
    /// Who issues it.
    pub issuer: String,
    /// Whether it must be there.
    pub necessity: Necessity,
    /// The situation it belongs to; none for materials of the starting list.
    pub situation: Option<String>,
    /// Why it need not be handed in, if so.
    pub waiver: Option<Waiver>,
    /// Basis; empty when not verified one by one.
    pub basis: String,
    /// What the clerk looks at to find it in order (审查要点).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<String>,
    /// The day by which the basis is to be there, while there is none (待完善).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis_due: Option<NaiveDate>,
}

impl Material {
    /// Whether the material only enters the list through an answer.
    #[must_use]
    pub fn is_situational(&self) -> bool {
        self.situation.is_some() || self.necessity == Necessity::Situational
    }
}

/// A waiver (免交).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The rule it rests on.
    pub rule: WaiverRule,
    /// How it is done.
    pub detail: String,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// Key, the same in every matter that asks for the same thing.
    pub key: String,
    /// Label.
    pub label: String,
    /// Type.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// Whether it must be filled in.
    pub required: bool,
    /// Options of an enumeration.
    pub options: Vec<String>,
    /// Where it is filled from; none when typed.
    pub fill_from: Option<FillFrom>,
    /// A hint.
    pub hint: String,
    /// Asked only when an earlier field has this value; none when always asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_if: Option<AskFieldIf>,
}

/// The condition under which a field is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskFieldIf {
    /// Key of an earlier field that is an enumeration or a yes-or-no.
    pub field: String,
    /// The value it must have.
    pub value: String,
}

/// A step of the process. Its limit is text, as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Name.
    pub name: String,
    /// Who does it.
    pub responsible: String,
    /// Its limit, as text.
    pub time_limit: String,
    /// What happens.
    pub detail: String,
}

/// The fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Whether anything is charged.
    pub charged: bool,
    /// What is charged, in words.
    pub standard_text: String,
    /// Basis of the charge.
    pub basis: String,
    /// The amount in fen when it is fixed.
    pub amount_fen: Option<u64>,
}

impl Fee {
    /// Whether anything may be charged: a charge without a basis may not.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.charged && !self.basis.trim().is_empty()
    }

    /// The standard of what may be charged, and literally 「不收费」 when nothing may.
    #[must_use]
    pub fn standard(&self) -> &str {
        match self.is_due() {
            true => self.standard_text.trim(),
            false => FREE,
        }
    }

    /// What it costs, as every screen and paper says it: the standard with its basis, or 「不收费」.
    #[must_use]
    pub fn words(&self) -> String {
        match self.is_due() {
            true => format!("{}（依据：{}）", self.standard(), self.basis.trim()),
            false => FREE.to_owned(),
        }
    }
}

/// What stands where nothing is charged.
pub const FREE: &str = "不收费";

/// A result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: ResultKind,
    /// Ways of delivery.
    pub delivery: Vec<DeliveryMode>,
}

/// Where to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Consult {
    /// Place.
    pub place: String,
    /// Telephone, as published.
    pub phone: String,
}

/// A common question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// Question.
    pub q: String,
    /// Answer.
    pub a: String,
}

/// A source of the matter's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title.
    pub title: String,
    /// Address, when the text was read.
    pub url: Option<String>,
    /// What it supports.
    pub what_it_supports: String,
}
