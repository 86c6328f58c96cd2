//! What a region changes on its papers: `assets/templates/profiles/<region prefix>.json`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::{
    text::Text,
    value::{Scope, Trouble},
};
use crate::model::Paper;

/// The profile of a place no other one is for.
const DEFAULT: &str = "default";

/// What one region changes, in one version. A version is never changed once papers were made by it.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Where the schema is, for editors.
    #[serde(rename = "$schema", default)]
    pub(crate) schema: Option<String>,
    /// The first digits of the region codes it is for (统计用区划代码); empty for every other place.
    pub(crate) region: String,
    /// Its version, from 1.
    pub(crate) version: u32,
    /// Whose it is, for whoever looks after it.
    pub(crate) name: String,
    /// Telephone for questions and complaints on every paper; 12345 when not said.
    #[serde(default)]
    pub(crate) hotline: Option<String>,
    /// A sentence below every page.
    #[serde(default)]
    pub(crate) footer: Option<String>,
    /// How a 文书编号 is written, such as `青石政{kind}字〔{year}〕{serial}号`; none when the place
    /// writes none. Also `{point}` and `{number}`, the case's own.
    #[serde(default)]
    pub(crate) number: Option<Text>,
    /// What it changes on each document.
    #[serde(default)]
    pub(crate) documents: BTreeMap<String, Changes>,
}

/// What a region changes on one document.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    /// Another title.
    #[serde(default)]
    pub(crate) title: Option<String>,
    /// Other copy marks (联次).
    #[serde(default)]
    pub(crate) copies: Option<Vec<String>>,
    /// What the empty place for the seal says.
    #[serde(default)]
    pub(crate) seal_prompt: Option<String>,
    /// Another sheet.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub(crate) sheet: Option<Paper>,
    /// The version to make it by in place of the newest.
    #[serde(default)]
    pub(crate) version: Option<u32>,
    /// The 性质 in its 文书编号, such as 受; it carries none without.
    #[serde(default)]
    pub(crate) kind: Option<String>,
}

impl Profile {
    /// Its name in references: the prefix, or `default`.
    #[must_use]
    pub fn id(&self) -> &str {
        match self.region.as_str() {
            "" => DEFAULT,
            region => region,
        }
    }

    /// Its version, from 1.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// Whose it is, for whoever looks after it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Telephone for questions and complaints, where the region has its own.
    #[must_use]
    pub fn hotline(&self) -> Option<&str> {
        self.hotline.as_deref()
    }

    /// Whether it is for every place without one of its own.
    pub(super) const fn is_default(&self) -> bool {
        self.region.is_empty()
    }

    /// Whether it is for a region code.
    pub(super) fn is_for(&self, region: &str) -> bool {
        region.starts_with(&self.region)
    }

    pub(super) fn changes(&self, document: &str) -> Option<&Changes> {
        self.documents.get(document)
    }

    /// 文书编号 of a paper of a case, by the case's number; none for a document or number without.
    pub(super) fn official_number(&self, document: &str, number: &str) -> Option<String> {
        let pattern = self.number.as_ref()?;
        let kind = self.changes(document)?.kind.as_deref()?;
        let mut parts = number.split('-');
        let (point, day, sequence) = (parts.next()?, parts.next()?, parts.next()?);
        let place = parts.next().filter(|_| parts.next().is_some());
        let (year, month) = day.split_at_checked(4)?;
        let place = place.map(|place| format!("-{place}")).unwrap_or_default();
        let values = json!({
            "kind": kind,
            "year": year,
            "serial": format!("{month}-{sequence}{place}"),
            "point": point,
            "number": number,
        });
        Some(Scope::of(&values).write(pattern))
    }

    /// Looks up everything its pattern names.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        let pattern = self.number.as_ref()?;
        let values = json!({ "kind": "受", "year": "2026", "serial": "1123-0012", "point": "QS03", "number": "QS03" });
        let mut scope = Scope::checking(&values);
        scope.write(pattern);
        scope.first_trouble()
    }
}
