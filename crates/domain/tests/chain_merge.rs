//! Several matters asked as one: each question and field once, every value to whoever asks for it.

use crate::catalogue_assets::{CHAINS, questioned};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use yichuang_domain::case::HandIn;
use yichuang_domain::catalogue::elements;
use yichuang_domain::chain::{Chain, Merged};
use yichuang_domain::form::{FormValues, is_asked};
use yichuang_domain::id::MatterCode;
use yichuang_domain::matter::Matter;
use yichuang_domain::question::{Answers, QuestionSet};
use yichuang_domain::requirement::{
    ChainPart, chain_requirements, options, requirements, settled_for,
};

type Text = (Matter, QuestionSet);

fn chains() -> Vec<(Chain, Vec<Text>)> {
    let catalogue: BTreeMap<MatterCode, Text> = questioned()
        .into_iter()
        .map(|(matter, set)| (matter.code.clone(), (matter, set)))
        .collect();
    let parse = |raw: &&str| Chain::parse(raw.as_bytes()).unwrap();
    let chains = elements(CHAINS, 100).unwrap();
    let with_texts = |chain: Chain| {
        let matters = chain.matters.iter();
        let texts = matters.map(|one| catalogue[&one.code].clone()).collect();
        (chain, texts)
    };
    chains.iter().map(parse).map(with_texts).collect()
}

fn merged(chain: &Chain, texts: &[Text]) -> Merged {
    let texts: Vec<_> = texts.iter().map(|(matter, set)| (matter, set)).collect();
    Merged::of(&texts, &chain.merged_form.shared_fields)
}

fn usual(questions: &QuestionSet) -> Answers {
    let first = |question: &yichuang_domain::question::Question| {
        (question.id.clone(), question.options[0].id.clone())
    };
    questions.questions.iter().map(first).collect()
}

#[test]
fn every_published_chain_asks_as_many_fields_as_its_catalogue_says() {
    for (chain, texts) in chains() {
        let merged = merged(&chain, &texts);
        let all: Vec<usize> = (0..texts.len()).collect();
        let form = merged.form(&all);
        let counted = (
            u32::try_from(merged.fields_apart(&all)).unwrap(),
            u32::try_from(form.len()).unwrap(),
        );
        let said = (
            chain.merged_form.field_count_before,
            chain.merged_form.field_count_after,
        );
        assert_eq!(counted, said, "{}", chain.name);
        let keys: BTreeSet<_> = form.iter().map(|field| &field.key).collect();
        assert_eq!(keys.len(), form.len(), "{}", chain.name);
        for shared in &chain.merged_form.shared_fields {
            let field = form.iter().find(|field| field.key == shared.key).unwrap();
            assert_eq!(field.label, shared.label, "{}", chain.name);
        }
    }
}

#[test]
fn every_value_reaches_every_matter_that_has_the_field() {
    for (chain, texts) in chains() {
        let merged = merged(&chain, &texts);
        let all: Vec<usize> = (0..texts.len()).collect();
        let values: FormValues = merged
            .form(&all)
            .iter()
            .map(|field| (field.key.clone(), format!("值 {}", field.key)))
            .collect();
        for (part, (matter, _)) in texts.iter().enumerate() {
            let own = merged.form_of(part, &values);
            for field in &matter.form_fields {
                let key = merged.field_key(part, &field.key).unwrap();
                assert_eq!(own[&field.key], values[key], "{}", matter.name);
                assert_eq!(merged.own_field(part, key), Some(field.key.as_str()));
            }
            assert_eq!(own.len(), matter.form_fields.len(), "{}", matter.name);
        }
    }
}

#[test]
fn questions_that_ask_the_same_are_asked_once_and_others_keep_apart() {
    for (chain, texts) in chains() {
        let merged = merged(&chain, &texts);
        let all: Vec<usize> = (0..texts.len()).collect();
        let asked = merged.questions(&all);
        let ids: BTreeSet<_> = asked.iter().map(|question| &question.id).collect();
        assert_eq!(ids.len(), asked.len(), "{}", chain.name);
        for (part, (matter, set)) in texts.iter().enumerate() {
            for question in &set.questions {
                let key = merged.question_key(part, &question.id).unwrap();
                let shown = asked.iter().find(|one| one.id == *key).unwrap();
                assert_eq!(shown.text, question.text, "{}", matter.name);
                let labels = |one: &yichuang_domain::question::Question| {
                    let choices = one.options.iter();
                    choices
                        .map(|choice| choice.label.clone())
                        .collect::<Vec<_>>()
                };
                assert_eq!(labels(shown), labels(question), "{}", matter.name);
                for option in &question.options {
                    let answers = [(key, option.id.as_str())].into_iter().collect();
                    let own = merged.answers_of(part, &answers);
                    assert_eq!(own.get(&question.id), Some(option.id.as_str()));
                }
            }
        }
    }
    let (chain, texts) = &chains()[1];
    let merged = merged(chain, texts);
    let id_kept = (0..3).map(|part| merged.question_key(part, "id_kept").unwrap());
    assert_eq!(
        id_kept.collect::<BTreeSet<_>>().len(),
        1,
        "逝者身份证在吗？"
    );
}

#[test]
fn leaving_a_matter_out_changes_no_key_of_the_others() {
    for (chain, texts) in chains() {
        let merged = merged(&chain, &texts);
        let all: Vec<usize> = (0..texts.len()).collect();
        let whole: BTreeSet<String> = merged.form(&all).into_iter().map(|f| f.key).collect();
        let asked: BTreeSet<String> = merged.questions(&all).into_iter().map(|q| q.id).collect();
        for left_out in &all {
            let going: Vec<usize> = all.iter().copied().filter(|at| at != left_out).collect();
            assert!(merged.form(&going).iter().all(|f| whole.contains(&f.key)));
            let questions = merged.questions(&going);
            assert!(questions.iter().all(|q| asked.contains(&q.id)));
        }
    }
}

#[test]
fn fields_of_one_key_that_take_other_values_stay_apart() {
    let (chain, mut texts) = chains().remove(0);
    let key = "child_gender";
    let other = texts[3].0.form_fields.iter_mut();
    let other = other.into_iter().find(|field| field.key == key).unwrap();
    other.options = vec!["甲".to_owned(), "乙".to_owned()];
    let merged = merged(&chain, &texts);
    assert_eq!(merged.field_key(0, key), Some(key));
    assert_eq!(merged.field_key(3, key), Some("child_gender_4"));
    assert_eq!(merged.field_key(6, key), Some(key));
    let values: FormValues = [("child_gender_4".to_owned(), "乙".to_owned())].into();
    assert_eq!(merged.form_of(3, &values)[key], "乙");
    assert!(merged.form_of(0, &values).is_empty());
}

#[test]
fn a_conditional_field_stays_conditional_in_the_whole() {
    for (chain, texts) in chains() {
        let merged = merged(&chain, &texts);
        let all: Vec<usize> = (0..texts.len()).collect();
        let form = merged.form(&all);
        for (part, (matter, _)) in texts.iter().enumerate() {
            for field in matter.form_fields.iter().filter(|f| f.ask_if.is_some()) {
                let key = merged.field_key(part, &field.key).unwrap();
                let shown = form.iter().find(|one| one.key == key).unwrap();
                let cause = shown.ask_if.as_ref().unwrap();
                assert!(
                    form.iter().any(|one| one.key == cause.field),
                    "{}",
                    chain.name
                );
                assert!(
                    !is_asked(shown, &form, &FormValues::new()),
                    "{}",
                    chain.name
                );
            }
        }
    }
}

#[test]
fn nobody_can_leave_out_what_another_chosen_matter_needs() {
    for (chain, _) in chains() {
        for matter in &chain.matters {
            let chosen = chain.chosen(std::slice::from_ref(&matter.code));
            assert!(chosen.contains(&matter.code));
            for code in &chosen {
                let needed = &chain.matter(code).unwrap().depends_on;
                assert!(
                    needed.iter().all(|one| chosen.contains(one)),
                    "{}",
                    chain.name
                );
            }
            let fixed = chain.matters.iter().filter(|one| !one.optional);
            assert!(fixed.into_iter().all(|one| chosen.contains(&one.code)));
        }
    }
    let (chain, _) = &chains()[8];
    let (registered, subsidy) = (&chain.matters[0].code, &chain.matters[5].code);
    let chosen = chain.chosen(std::slice::from_ref(subsidy));
    assert!(chosen.contains(registered), "a need of a need comes along");
    assert_eq!(chain.needing(registered, &chosen).count(), 1);
}

#[test]
fn whoever_waits_names_sisters_that_come_before() {
    for (chain, _) in chains() {
        let all: Vec<MatterCode> = chain.matters.iter().map(|one| one.code.clone()).collect();
        for (place, code) in (1..).zip(&all) {
            let waits = chain.waits_for(code, &all);
            assert!(waits.iter().all(|sister| *sister < place), "{}", chain.name);
        }
        let without_first = &all[1..];
        for code in without_first {
            let waits = chain.waits_for(code, without_first);
            let needs = &chain.matter(code).unwrap().depends_on;
            let here = needs.iter().filter(|need| without_first.contains(need));
            assert_eq!(waits.len(), here.count(), "{}", chain.name);
        }
    }
}

#[test]
fn a_result_is_handed_on_only_where_the_step_before_is_handled() {
    let (chain, _) = &chains()[0];
    let all: Vec<MatterCode> = chain.matters.iter().map(|one| one.code.clone()).collect();
    let certificate = "MAT-BIRTHCERT".parse().unwrap();
    let registration = &all[3];
    assert!(chain.spares(&certificate, registration, &all).is_some());
    assert!(
        chain
            .spares(&certificate, registration, &all[1..])
            .is_none()
    );
}

#[test]
fn every_way_of_a_merged_line_is_one_every_matter_takes() {
    for (chain, texts) in chains() {
        let answers: Vec<Answers> = texts.iter().map(|(_, set)| usual(set)).collect();
        let parts: Vec<ChainPart<'_>> = texts
            .iter()
            .zip(&answers)
            .map(|((matter, questions), answers)| ChainPart {
                matter,
                questions,
                answers,
            })
            .collect();
        let list = chain_requirements(&chain, &parts, &[], false);
        for merged in &list.lines {
            assert!(
                !merged.ways.is_empty(),
                "{} in {}",
                merged.line.name,
                chain.name
            );
            for part in &parts {
                let own = requirements(part.matter, part.questions, part.answers, &[], false);
                let Some(line) = own.line(merged.line.material.as_str()) else {
                    continue;
                };
                for how in &merged.ways {
                    let settled: HandIn = settled_for(line, &merged.line, *how);
                    assert!(
                        options(line).contains(&settled),
                        "{} {how:?} in {}",
                        line.name,
                        part.matter.name
                    );
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_ticked_the_choice_is_whole_and_choosing_again_changes_nothing(
        which in 0usize..10, ticks in proptest::collection::vec(any::<bool>(), 7),
    ) {
        let chain = Chain::parse(elements(CHAINS, 100).unwrap()[which].as_bytes()).unwrap();
        let ticked: Vec<MatterCode> = chain
            .matters
            .iter()
            .zip(&ticks)
            .filter(|(_, tick)| **tick)
            .map(|(one, _)| one.code.clone())
            .collect();
        let chosen = chain.chosen(&ticked);
        prop_assert_eq!(&chain.chosen(&chosen), &chosen);
        prop_assert!(ticked.iter().all(|code| chosen.contains(code)));
        for code in &chosen {
            let needs = &chain.matter(code).unwrap().depends_on;
            prop_assert!(needs.iter().all(|need| chosen.contains(need)));
        }
    }
}
