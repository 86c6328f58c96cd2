//! The published catalogue, read the way a terminal reads it.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use yichuang_domain::calendar::Calendar;
use yichuang_domain::catalogue::elements;
use yichuang_domain::id::MatterCode;
use yichuang_domain::matter::Matter;
use yichuang_domain::question::QuestionSet;

pub(crate) const MATTERS: &[u8] = include_bytes!("../../../../assets/catalogue/matters.json");
pub(crate) const QUESTIONS: &[u8] = include_bytes!("../../../../assets/catalogue/questions.json");
pub(crate) const ALIASES: &[u8] = include_bytes!("../../../../assets/catalogue/aliases.json");
pub(crate) const CHAINS: &[u8] = include_bytes!("../../../../assets/catalogue/chains.json");
pub(crate) const PROOFS: &[u8] = include_bytes!("../../../../assets/catalogue/proofs.json");
pub(crate) const REGIONS: &[u8] = include_bytes!("../../../../assets/catalogue/regions.json");
pub(crate) const POINTS: &[u8] = include_bytes!("../../../../assets/catalogue/service_points.json");
pub(crate) const HOLIDAYS: &[u8] = include_bytes!("../../../../assets/catalogue/holidays.json");

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn calendar() -> Calendar {
    Calendar::parse(HOLIDAYS).unwrap()
}

pub(crate) fn matters() -> Vec<Matter> {
    elements(MATTERS, 1000)
        .unwrap()
        .into_iter()
        .map(|raw| Matter::parse(raw.as_bytes()).unwrap())
        .collect()
}

/// Every matter with its questions.
pub(crate) fn questioned() -> Vec<(Matter, QuestionSet)> {
    let by_code: BTreeMap<MatterCode, Matter> = matters()
        .into_iter()
        .map(|matter| (matter.code.clone(), matter))
        .collect();
    elements(QUESTIONS, 1000)
        .unwrap()
        .into_iter()
        .map(|raw| {
            let code: serde_json::Value = serde_json::from_str(raw).unwrap();
            let matter = by_code.get(code["code"].as_str().unwrap()).unwrap().clone();
            let set = QuestionSet::parse(raw.as_bytes(), &matter).unwrap();
            (matter, set)
        })
        .collect()
}

pub(crate) fn matter_named(name: &str) -> (Matter, QuestionSet) {
    questioned()
        .into_iter()
        .find(|(matter, _)| matter.name == name)
        .unwrap()
}
