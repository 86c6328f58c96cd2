//! The exact list for a situation.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod catalogue_assets;

use catalogue_assets::{matter_named, questioned};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use yichuang_domain::case::HandIn;
use yichuang_domain::guide::{Guide, GuideBlock, Section};
use yichuang_domain::matter::{MaterialForm, Matter, Necessity, WaiverRule};
use yichuang_domain::question::{Answers, Change, Choice, Question, QuestionSet, UNSURE};
use yichuang_domain::requirement::{
    BASIS_GAP, Held, LineStatus, Requirements, options, requirements,
};

static CATALOGUE: LazyLock<Vec<(Matter, QuestionSet)>> = LazyLock::new(questioned);

fn plain(matter: &Matter, set: &QuestionSet, answers: &Answers) -> Requirements {
    requirements(matter, set, answers, &[], false)
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().copied().collect()
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
        assert!(set.question(question).is_some(), "{place}");
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

#[test]
fn the_starting_list_asks_every_unconditional_question_and_has_no_situational_line() {
    for (matter, set) in CATALOGUE.iter() {
        let list = plain(matter, set, &Answers::new());
        let asked: Vec<&str> = set
            .questions
            .iter()
            .filter(|question| question.ask_if.is_none())
            .map(|question| question.id.as_str())
            .collect();
        assert_eq!(list.next, asked, "{}", matter.name);
        assert!(list.lines.iter().all(|line| {
            !matter
                .material(line.material.as_str())
                .unwrap()
                .is_situational()
        }));
    }
}

#[test]
fn a_question_with_a_condition_is_asked_only_after_that_answer() {
    let (matter, set) = CATALOGUE
        .iter()
        .find(|(_, set)| {
            set.questions
                .iter()
                .any(|question| question.ask_if.is_some())
        })
        .unwrap();
    let waiting = set
        .questions
        .iter()
        .find(|question| question.ask_if.is_some())
        .unwrap();
    let condition = waiting.ask_if.as_ref().unwrap();
    let mut answers = Answers::new();
    assert!(!plain(matter, set, &answers).next.contains(&waiting.id));
    answers.set(&condition.question, &condition.option);
    assert!(plain(matter, set, &answers).next.contains(&waiting.id));
    answers.set(&condition.question, UNSURE);
    assert!(
        plain(matter, set, &answers).next.contains(&waiting.id),
        "unsure keeps the branch"
    );
}

#[test]
fn an_answer_that_ends_the_matter_names_the_way_out() {
    let (matter, set) = matter_named("耕地地力保护补贴申报");
    let list = plain(&matter, &set, &answers(&[("land", "none")]));
    let ended = list.ended.unwrap();
    assert_eq!(
        (ended.question.as_str(), ended.option.as_str()),
        ("land", "none")
    );
    assert!(!ended.reason.is_empty() && !ended.instead.is_empty());
}

#[test]
fn a_waiver_an_answer_switches_on_waits_for_it_and_one_without_a_question_applies_at_once() {
    let (matter, set) = matter_named("耕地地力保护补贴申报");
    let with = plain(
        &matter,
        &set,
        &answers(&[("land", "own"), ("crop", "yes"), ("cert", "yes")]),
    );
    assert_eq!(with.line("MAT-GDBT-01").unwrap().status, LineStatus::Must);
    let without = plain(
        &matter,
        &set,
        &answers(&[("land", "own"), ("crop", "yes"), ("cert", "no")]),
    );
    let line = without.line("MAT-GDBT-01").unwrap();
    assert!(matches!(
        line.status,
        LineStatus::Waived {
            rule: WaiverRule::DepartmentShared,
            ..
        }
    ));
    assert_eq!(options(line).first(), Some(&HandIn::Waived));
    let unsure = plain(
        &matter,
        &set,
        &answers(&[("land", "own"), ("crop", "yes"), ("cert", UNSURE)]),
    );
    let line = unsure.line("MAT-GDBT-01").unwrap();
    assert_eq!(line.status, LineStatus::Must);
    assert!(
        line.note
            .iter()
            .any(|note| note.starts_with("如果“没带或找不到”")),
        "{:?}",
        line.note
    );
    let (grant, set) = matter_named("一次性创业补贴申领");
    let list = plain(&grant, &set, &Answers::new());
    assert!(matches!(
        list.line("MAT-BIZLIC").unwrap().status,
        LineStatus::Waived { .. }
    ));
}

#[test]
fn barred_people_get_neither_deferral_nor_promise() {
    for (matter, set) in CATALOGUE.iter() {
        let open = requirements(matter, set, &Answers::new(), &[], false);
        let barred = requirements(matter, set, &Answers::new(), &[], true);
        assert_eq!(open.lines.len(), barred.lines.len());
        for line in &barred.lines {
            assert!(
                !matches!(
                    line.status,
                    LineStatus::Deferrable | LineStatus::PromisePossible
                ),
                "{}",
                matter.name
            );
            assert!(
                !options(line).contains(&HandIn::Deferred)
                    && !options(line).contains(&HandIn::Promised)
            );
        }
    }
}

#[test]
fn a_promise_replaces_a_proof_only_in_matters_that_permit_it() {
    let (aid, set) = matter_named("特困人员认定及救助供养");
    let list = plain(&aid, &set, &answers(&[("family", "weak")]));
    let promised: Vec<&str> = list
        .lines
        .iter()
        .filter(|line| line.status == LineStatus::PromisePossible)
        .map(|line| line.name.as_str())
        .collect();
    assert_eq!(promised, ["赡养、抚养、扶养义务人履行义务能力情况材料"]);
    let line = list
        .lines
        .iter()
        .find(|line| line.status == LineStatus::PromisePossible)
        .unwrap();
    assert!(
        options(line).contains(&HandIn::Promised) && options(line).contains(&HandIn::OriginalSeen)
    );
    let mut fixed = aid;
    fixed.commitment = false;
    let list = plain(&fixed, &set, &answers(&[("family", "weak")]));
    assert!(
        list.lines
            .iter()
            .all(|line| line.status != LineStatus::PromisePossible)
    );
}

#[test]
fn only_minor_materials_of_deferrable_matters_may_follow() {
    let (matter, set) = CATALOGUE
        .iter()
        .find(|(matter, _)| {
            matter.deferrable
                && plain(
                    matter,
                    &QuestionSet::none(matter.code.clone()),
                    &Answers::new(),
                )
                .lines
                .iter()
                .any(|line| line.status == LineStatus::Deferrable)
        })
        .unwrap();
    let mut fixed = matter.clone();
    fixed.deferrable = false;
    let list = plain(&fixed, set, &Answers::new());
    assert!(
        list.lines
            .iter()
            .all(|line| line.status != LineStatus::Deferrable)
    );
}

#[test]
fn abolished_village_proofs_are_named_as_not_needed() {
    let (marriage, set) = matter_named("结婚登记");
    let list = plain(&marriage, &set, &Answers::new());
    let spared = list
        .not_needed
        .iter()
        .find(|spared| spared.name.contains("婚姻状况证明"))
        .unwrap();
    assert!(
        WaiverRule::ALL
            .iter()
            .any(|rule| spared.why.starts_with(rule.label())),
        "{}",
        spared.why
    );
}
