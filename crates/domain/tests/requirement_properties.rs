//! What holds for every list of every published matter, whatever the answers.

use crate::catalogue_assets::questioned;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use yichuang_domain::guide::{Guide, GuideBlock, Section};
use yichuang_domain::matter::{MaterialForm, Matter, Necessity, WaiverRule};
use yichuang_domain::question::{Answers, Change, Choice, Question, QuestionSet, UNSURE};
use yichuang_domain::requirement::{
    BASIS_GAP, Held, LineStatus, Requirements, is_asked_of, options, requirements,
};

static CATALOGUE: LazyLock<Vec<(Matter, QuestionSet)>> = LazyLock::new(questioned);

fn plain(matter: &Matter, set: &QuestionSet, answers: &Answers) -> Requirements {
    requirements(matter, set, answers, &[], false)
}

/// Every combination of definite answers, the questions that are not asked included; of
/// very large sets an even selection of 3,000.
fn combinations(set: &QuestionSet) -> Vec<Answers> {
    let total: usize = set
        .questions
        .iter()
        .map(|question| question.options.len())
        .product();
    let step = total.div_ceil(3_000).max(1);
    (0..total)
        .step_by(step)
        .map(|mut at| {
            set.questions
                .iter()
                .map(|question| {
                    let option = &question.options[at % question.options.len()];
                    at /= question.options.len();
                    (question.id.clone(), option.id.clone())
                })
                .collect()
        })
        .collect()
}

/// The options of a question that do not end the matter.
fn leading_on(question: &Question) -> Vec<&Choice> {
    question
        .options
        .iter()
        .filter(|option| option.ends.is_none())
        .collect()
}

/// What holds for every list, whatever the answers.
fn assert_sound(
    matter: &Matter,
    set: &QuestionSet,
    answers: &Answers,
    list: &Requirements,
    barred: bool,
) {
    let place = format!("{} {answers:?}", matter.name);
    if list.ended.is_some() {
        assert!(
            list.lines.is_empty() && list.next.is_empty() && list.not_needed.is_empty(),
            "{place}"
        );
        return;
    }
    let mut seen = BTreeSet::new();
    let all = list.lines.iter().map(|line| &line.material);
    for material in all.chain(list.not_needed.iter().map(|spared| &spared.material)) {
        assert!(seen.insert(material), "{material} twice: {place}");
    }
    for line in &list.lines {
        let material = matter.material(line.material.as_str()).unwrap();
        match &line.basis {
            Some(basis) => assert!(!basis.is_empty() && *basis == material.basis, "{place}"),
            None => assert_eq!(line.basis_text(), BASIS_GAP),
        }
        let notes: BTreeSet<&String> = line.note.iter().collect();
        assert_eq!(notes.len(), line.note.len(), "a remark twice: {place}");
        assert!(!options(line).is_empty(), "{place}");
        match &line.status {
            LineStatus::Deferrable => {
                assert!(
                    matter.deferrable && material.necessity == Necessity::Deferrable && !barred,
                    "{place}"
                );
            }
            LineStatus::PromisePossible => assert!(matter.commitment && !barred, "{place}"),
            LineStatus::Waived { rule, detail } => {
                assert_eq!(
                    Some(*rule),
                    material.waiver.as_ref().map(|waiver| waiver.rule),
                    "{place}"
                );
                assert!(!detail.is_empty(), "{place}");
            }
            LineStatus::Held { .. } | LineStatus::Must => {}
        }
    }
    for question in &list.next {
        assert!(is_asked_of(set, question, answers), "{place}");
    }
}

/// The changes the asked questions make for certain, worked out without the code under test.
fn certain_changes<'a>(set: &'a QuestionSet, answers: &Answers) -> Vec<(&'a str, Change)> {
    let asked = |question: &Question| -> bool {
        let mut question = question;
        while let Some(condition) = &question.ask_if {
            if answers.get(&condition.question) != Some(&condition.option) {
                return false;
            }
            question = set.question(&condition.question).unwrap();
        }
        true
    };
    set.questions
        .iter()
        .filter(|question| asked(question))
        .filter_map(|question| question.option(answers.get(&question.id)?))
        .flat_map(|option| {
            option
                .effects
                .iter()
                .map(|effect| (effect.material.as_str(), effect.change))
        })
        .collect()
}

#[test]
fn every_combination_of_answers_gives_a_sound_list_where_drop_and_waive_beat_add() {
    for (matter, set) in CATALOGUE.iter() {
        for answers in combinations(set) {
            let list = plain(matter, set, &answers);
            assert_sound(matter, set, &answers, &list, false);
            if list.ended.is_some() {
                continue;
            }
            assert!(
                list.next.is_empty() && list.lines.iter().all(|line| !line.conditional),
                "{}",
                matter.name
            );
            let changes = certain_changes(set, &answers);
            for material in &matter.materials {
                let does = |change| changes.contains(&(material.id.as_str(), change));
                let line = list.line(material.id.as_str());
                let expected =
                    !does(Change::Drop) && (!material.is_situational() || does(Change::Add));
                assert_eq!(
                    line.is_some(),
                    expected,
                    "{} {} {answers:?}",
                    matter.name,
                    material.name
                );
                let Some(line) = line else { continue };
                if does(Change::Waive) {
                    let spared = matches!(
                        line.status,
                        LineStatus::Waived { .. } | LineStatus::PromisePossible
                    );
                    let promise =
                        material.waiver.as_ref().unwrap().rule == WaiverRule::WrittenPromise;
                    assert!(
                        spared || (promise && !matter.commitment),
                        "{} {}",
                        matter.name,
                        material.name
                    );
                }
                assert_eq!(
                    line.because.is_some(),
                    material.is_situational(),
                    "{} {}",
                    matter.name,
                    material.name
                );
            }
        }
    }
}

#[test]
fn the_guide_for_a_situation_prints_the_same_list() {
    for (matter, set) in CATALOGUE.iter() {
        for answers in combinations(set).into_iter().take(40) {
            let list = plain(matter, set, &answers);
            let guide = Guide::of(matter, Some(&list));
            let printed: Vec<&str> = guide
                .section(Section::Materials)
                .unwrap()
                .blocks
                .iter()
                .filter_map(|block| match block {
                    GuideBlock::Materials { rows } => Some(rows),
                    _ => None,
                })
                .flatten()
                .map(|row| row.id.as_str())
                .collect();
            let listed: Vec<&str> = list
                .lines
                .iter()
                .map(|line| line.material.as_str())
                .collect();
            assert_eq!(printed, listed, "{}", matter.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_answers_unsure_open_or_wrong_give_a_sound_list(
        which in any::<Index>(),
        choices in prop::collection::vec(any::<Index>(), 8),
        held in any::<bool>(),
        barred in any::<bool>(),
    ) {
        let (matter, set) = which.get(&CATALOGUE[..]);
        let mut answers = Answers::new();
        for (question, choice) in set.questions.iter().zip(&choices) {
            // Each option, 说不准, no answer, or an option that does not exist.
            let at = choice.index(question.options.len() + 3);
            match question.options.get(at) {
                Some(option) => answers.set(&question.id, &option.id),
                None if at == question.options.len() => answers.set(&question.id, UNSURE),
                None if at == question.options.len() + 1 => answers.set(&question.id, "no such option"),
                None => {}
            }
        }
        answers.set("no such question", "x");
        let archive: Vec<Held> = matter
            .materials
            .iter()
            .filter(|_| held)
            .map(|material| Held { material: material.id.clone(), origin: "以前收过".to_owned() })
            .collect();
        let list = requirements(matter, set, &answers, &archive, barred);
        assert_sound(matter, set, &answers, &list, barred);
        for line in &list.lines {
            if matches!(line.status, LineStatus::Held { .. }) {
                prop_assert!(held && !line.original_required);
                prop_assert!(!matches!(line.form, MaterialForm::Form | MaterialForm::Promise));
            }
        }
        prop_assert_eq!(requirements(matter, set, &answers, &archive, barred), list, "the same again");
    }

    #[test]
    fn an_unsure_answer_never_hides_what_a_definite_one_asks_for(
        which in any::<Index>(),
        choices in prop::collection::vec(any::<Index>(), 8),
        unsure in any::<Index>(),
    ) {
        let (matter, set) = which.get(&CATALOGUE[..]);
        prop_assume!(!set.questions.is_empty());
        let mut definite: Answers = set
            .questions
            .iter()
            .zip(&choices)
            .map(|(question, choice)| (question.id.clone(), choice.get(&leading_on(question)[..]).id.clone()))
            .collect();
        let list = plain(matter, set, &definite);
        prop_assume!(list.ended.is_none());
        definite.set(&unsure.get(&set.questions).id, UNSURE);
        let wider = plain(matter, set, &definite);
        prop_assert!(wider.ended.is_none());
        for line in &list.lines {
            prop_assert!(wider.line(line.material.as_str()).is_some(), "{} {}", matter.name, line.name);
        }
    }
}
