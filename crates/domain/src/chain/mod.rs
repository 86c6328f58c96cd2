//! A chain (一链办理, 一件事): several matters in one visit, one form, one material set.
//!
//! Owns the reading of one chain, its order, what a person chooses of it and what its matters
//! share. That every code names a published matter is checked by whoever holds the whole catalogue
//! (`dangling`).

mod choice;
mod merge;

pub use merge::Merged;

use crate::calendar::{Limit, LimitUnit};
use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};
use crate::id::{MaterialId, MatterCode};
use crate::matter::MAX_NAME_CHARS;
use serde::{Deserialize, Serialize};

const MAX_BYTES: usize = 512 * 1024;
const MAX_MATTERS: usize = 40;
const MAX_ENTRIES: usize = 500;
const MAX_TEXT: usize = 2_000;

/// One chain, as in `chains.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// Chain code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its matters in the order of handling.
    pub matters: Vec<ChainMatter>,
    /// The form filled in once.
    pub merged_form: MergedForm,
    /// Materials before merging.
    pub material_count_before: u32,
    /// Materials after merging.
    pub deduplicated_material_count: u32,
    /// The materials to hand in.
    pub deduplicated_material_ids: Vec<MaterialId>,
    /// The same with names and users.
    pub deduplicated_materials: Vec<ChainMaterial>,
    /// Materials the chain spares people, and why.
    pub dropped_materials: Vec<DroppedMaterial>,
    /// The one-time notice.
    pub once_notice: String,
    /// Critical path of the matters that are always handled.
    pub total_promised_limit: ChainLimit,
    /// Critical path with the optional ones.
    pub total_promised_limit_all: ChainLimit,
}

/// One matter of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChainMatter {
    /// Place in the order, from 1.
    pub order: u32,
    /// The matter.
    pub code: MatterCode,
    /// Its name.
    pub name: String,
    /// Matters of this chain that must come first.
    pub depends_on: Vec<MatterCode>,
    /// Whether the person may leave it out.
    pub optional: bool,
    /// Its promised limit.
    pub promised_limit: Limit,
}

/// The merged form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MergedForm {
    /// Fields before merging.
    pub field_count_before: u32,
    /// Fields after merging.
    pub field_count_after: u32,
    /// Fields filled in once for several matters.
    pub shared_fields: Vec<SharedField>,
    /// A remark.
    pub notes: String,
}

/// A field several matters share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SharedField {
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// The matters that use it.
    pub used_by: Vec<MatterCode>,
}

/// A material handed in once for several matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChainMaterial {
    /// Number.
    pub id: MaterialId,
    /// Name.
    pub name: String,
    /// The matters that use it.
    pub used_by: Vec<MatterCode>,
}

/// A material the chain spares people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DroppedMaterial {
    /// Number.
    pub id: MaterialId,
    /// Name.
    pub name: String,
    /// Why it is not needed.
    pub reason: String,
}

/// A limit with the way it was computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChainLimit {
    /// How many units.
    pub value: u32,
    /// Of what.
    pub unit: LimitUnit,
    /// How it was computed.
    pub basis: String,
}

impl Chain {
    /// Reads one chain.
    ///
    /// # Errors
    /// All problems found: bounds, a matter twice, a dependency that is missing or comes
    /// later, a material list that disagrees with its names.
    pub fn parse(json: &[u8]) -> Result<Self, Vec<CatalogueProblem>> {
        let chain: Self = decode(json, MAX_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        let shaped = chain
            .code
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        if !(1..=40).contains(&chain.code.len()) || !shaped {
            inspection.found(codes::BAD_CODE, "code", "须为1—40个大写字母、数字或连字符");
        }
        inspection.required("name", &chain.name, MAX_NAME_CHARS);
        inspection.text("once_notice", &chain.once_notice, MAX_TEXT);
        inspection.text("merged_form.notes", &chain.merged_form.notes, MAX_TEXT);
        check_order(&mut inspection, &chain.matters);
        check_shared(&mut inspection, &chain);
        inspection.finish(chain)
    }

    /// The codes of this chain that the catalogue does not publish.
    pub fn dangling<'a>(
        &'a self,
        published: impl Fn(&MatterCode) -> bool + 'a,
    ) -> impl Iterator<Item = &'a MatterCode> {
        self.matters
            .iter()
            .map(|matter| &matter.code)
            .filter(move |code| !published(code))
    }
}

fn check_order(inspection: &mut Inspection, matters: &[ChainMatter]) {
    inspection.count("matters", matters.len(), MAX_MATTERS);
    inspection.unique("matters", matters.iter().map(|matter| matter.code.as_str()));
    if matters.is_empty() {
        inspection.found(codes::CHAIN, "matters", "链里没有事项");
    }
    for (at, matter) in matters.iter().enumerate() {
        let section = format!("matters[{at}]");
        inspection.required(&section, &matter.name, MAX_NAME_CHARS);
        if usize::try_from(matter.order) != Ok(at + 1) {
            inspection.found(codes::CHAIN, &section, "order须从1起连续");
        }
        let earlier = matters.get(..at).unwrap_or_default();
        let in_order = matter
            .depends_on
            .iter()
            .all(|code| earlier.iter().any(|other| other.code == *code));
        if !in_order {
            inspection.found(codes::CHAIN, &section, "依赖的事项不在链里或排在后面");
        }
    }
}

fn check_shared(inspection: &mut Inspection, chain: &Chain) {
    let entries = [
        (
            "merged_form.shared_fields",
            chain.merged_form.shared_fields.len(),
        ),
        ("deduplicated_materials", chain.deduplicated_materials.len()),
        (
            "deduplicated_material_ids",
            chain.deduplicated_material_ids.len(),
        ),
        ("dropped_materials", chain.dropped_materials.len()),
    ];
    for (section, count) in entries {
        inspection.count(section, count, MAX_ENTRIES);
    }
    for field in &chain.merged_form.shared_fields {
        inspection.key("merged_form.shared_fields", &field.key);
        inspection.required("merged_form.shared_fields", &field.label, MAX_NAME_CHARS);
    }
    for material in &chain.deduplicated_materials {
        inspection.required("deduplicated_materials", &material.name, MAX_NAME_CHARS);
    }
    for material in &chain.dropped_materials {
        inspection.required("dropped_materials", &material.name, MAX_NAME_CHARS);
        inspection.required("dropped_materials", &material.reason, MAX_TEXT);
    }
    let named = chain
        .deduplicated_materials
        .iter()
        .map(|material| &material.id);
    if !named.eq(&chain.deduplicated_material_ids) {
        inspection.found(
            codes::CHAIN,
            "deduplicated_materials",
            "与deduplicated_material_ids不一致",
        );
    }
    let users = chain
        .merged_form
        .shared_fields
        .iter()
        .flat_map(|field| &field.used_by);
    let users = users.chain(
        chain
            .deduplicated_materials
            .iter()
            .flat_map(|material| &material.used_by),
    );
    let mut users = users.filter(|code| !chain.matters.iter().any(|matter| matter.code == **code));
    if let Some(stranger) = users.next() {
        inspection.found(codes::DANGLING, "used_by", format!("{stranger}不在链里"));
    }
}
