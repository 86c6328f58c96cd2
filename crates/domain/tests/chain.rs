//! One visit, several matters, every material once.

use crate::catalogue_assets::{CHAINS, questioned};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yichuang_domain::catalogue::elements;
use yichuang_domain::chain::Chain;
use yichuang_domain::id::MatterCode;
use yichuang_domain::matter::Matter;
use yichuang_domain::question::{Answers, QuestionSet};
use yichuang_domain::requirement::{
    ChainPart, ChainRequirements, LineStatus, chain_requirements, requirements,
};

fn chains() -> Vec<Chain> {
    elements(CHAINS, 100)
        .unwrap()
        .into_iter()
        .map(|raw| Chain::parse(raw.as_bytes()).unwrap())
        .collect()
}

fn of_chain(chain: &Chain, catalogue: &[(Matter, QuestionSet)]) -> Vec<(Matter, QuestionSet)> {
    let find = |code: &MatterCode| {
        catalogue
            .iter()
            .find(|(matter, _)| matter.code == *code)
            .cloned()
    };
    chain
        .matters
        .iter()
        .filter_map(|matter| find(&matter.code))
        .collect()
}

fn merged(chain: &Chain, matters: &[(Matter, QuestionSet)]) -> ChainRequirements {
    let answers = Answers::new();
    let parts: Vec<ChainPart<'_>> = matters
        .iter()
        .map(|(matter, questions)| ChainPart {
            matter,
            questions,
            answers: &answers,
        })
        .collect();
    chain_requirements(chain, &parts, &[], false)
}

#[test]
fn every_published_chain_asks_for_each_material_once_and_for_none_it_spares() {
    let catalogue = questioned();
    for chain in chains() {
        let list = merged(&chain, &of_chain(&chain, &catalogue));
        let mut seen = BTreeSet::new();
        let lines = list.lines.iter().map(|merged| &merged.line.material);
        for material in lines.chain(list.not_needed.iter().map(|spared| &spared.material)) {
            assert!(seen.insert(material), "{material} twice in {}", chain.name);
        }
        for dropped in &chain.dropped_materials {
            let kept = chain.deduplicated_material_ids.contains(&dropped.id);
            assert!(
                kept || list.line(dropped.id.as_str()).is_none(),
                "{} in {}",
                dropped.name,
                chain.name
            );
        }
    }
}

#[test]
fn a_merged_line_is_as_strict_as_the_strictest_of_its_matters() {
    let catalogue = questioned();
    for chain in chains() {
        let matters = of_chain(&chain, &catalogue);
        let list = merged(&chain, &matters);
        for merged in &list.lines {
            let must = matters.iter().any(|(matter, set)| {
                let single = requirements(matter, set, &Answers::new(), &[], false);
                single
                    .line(merged.line.material.as_str())
                    .is_some_and(|line| line.status == LineStatus::Must)
            });
            assert_eq!(
                merged.line.status == LineStatus::Must,
                must,
                "{} in {}",
                merged.line.name,
                chain.name
            );
            assert!(!merged.used_by.is_empty());
        }
    }
}

#[test]
fn open_questions_say_which_matter_asks() {
    let catalogue = questioned();
    let chain = &chains()[0];
    let matters = of_chain(chain, &catalogue);
    let list = merged(chain, &matters);
    assert!(!list.next.is_empty());
    for (code, question) in &list.next {
        let (_, set) = matters
            .iter()
            .find(|(matter, _)| matter.code == *code)
            .unwrap();
        assert!(set.question(question).is_some());
    }
}

#[test]
fn a_chain_whose_order_does_not_work_is_refused() {
    let mut value: Value = serde_json::from_str(elements(CHAINS, 100).unwrap()[0]).unwrap();
    let parse = |value: &Value| Chain::parse(value.to_string().as_bytes());
    assert!(parse(&value).is_ok());
    value["matters"][0]["depends_on"] = json!([value["matters"][3]["code"]]);
    assert_eq!(parse(&value).unwrap_err()[0].code, "CAT-015");
    value["matters"] = json!([]);
    assert!(parse(&value).is_err());
}
