//! Administrative regions by the twelve-digit statistical code.
//!
//! Owns the reading of `regions.json`. Codes change every year; a case keeps the code
//! it was taken under.

use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};
use crate::matter::{Level, MAX_NAME_CHARS};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const MAX_BYTES: usize = 16 * 1024 * 1024;
const MAX_REGIONS: usize = 50_000;

/// One region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Twelve digits.
    pub code: String,
    /// Short name.
    pub name: String,
    /// Name with the regions above.
    pub full_name: String,
    /// Level.
    pub level: Level,
    /// Code of the region above; none at the top.
    pub parent: Option<String>,
    /// Whether the short name is a guess.
    pub uncertain: bool,
    /// Remark.
    pub note: String,
    /// Source.
    pub source: String,
}

impl Region {
    /// Reads the whole region file.
    ///
    /// # Errors
    /// All problems found: bounds, codes of the wrong form or twice, parents that are missing
    /// or not exactly a higher level.
    pub fn parse_all(json: &[u8]) -> Result<Vec<Self>, Vec<CatalogueProblem>> {
        let regions: Vec<Self> = decode(json, MAX_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        inspection.count("regions", regions.len(), MAX_REGIONS);
        inspection.unique("regions", regions.iter().map(|region| region.code.as_str()));
        let levels: BTreeMap<&str, Level> = regions
            .iter()
            .map(|region| (region.code.as_str(), region.level))
            .collect();
        for (at, region) in regions.iter().enumerate() {
            check_region(&mut inspection, &format!("regions[{at}]"), region, &levels);
        }
        inspection.finish(regions)
    }
}

fn check_region(
    inspection: &mut Inspection,
    section: &str,
    region: &Region,
    levels: &BTreeMap<&str, Level>,
) {
    if !is_code(&region.code) {
        inspection.found(codes::BAD_CODE, section, "区划代码须为12位数字");
    }
    inspection.required(section, &region.name, MAX_NAME_CHARS);
    inspection.required(section, &region.full_name, MAX_NAME_CHARS);
    inspection.text(section, &region.note, MAX_NAME_CHARS);
    inspection.text(section, &region.source, MAX_NAME_CHARS);
    // Levels are ordered from the province down, so a parent's is always smaller.
    let above = region.parent.as_deref().map(|parent| levels.get(parent));
    match above {
        Some(None) => inspection.found(codes::DANGLING, section, "上级区划不存在"),
        Some(Some(level)) if *level >= region.level => {
            inspection.found(codes::DANGLING, section, "上级区划的层级不高于本级");
        }
        _ => {}
    }
}

pub(crate) fn is_code(code: &str) -> bool {
    code.len() == 12 && code.bytes().all(|b| b.is_ascii_digit())
}
