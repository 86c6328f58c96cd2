//! The exact list for a situation.

use crate::catalogue_assets::{matter_named, questioned};
use std::sync::LazyLock;
use yichuang_domain::case::HandIn;
use yichuang_domain::matter::{Matter, WaiverRule};
use yichuang_domain::question::{Answers, QuestionSet, UNSURE};
use yichuang_domain::requirement::{
    Held, LineStatus, Requirements, is_asked_of, options, requirements,
};

static CATALOGUE: LazyLock<Vec<(Matter, QuestionSet)>> = LazyLock::new(questioned);

fn plain(matter: &Matter, set: &QuestionSet, answers: &Answers) -> Requirements {
    requirements(matter, set, answers, &[], false)
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().copied().collect()
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
    let asked = |answers: &Answers| is_asked_of(set, &waiting.id, answers);
    assert!(!plain(matter, set, &answers).next.contains(&waiting.id));
    assert!(!asked(&answers));
    answers.set(&condition.question, &condition.option);
    assert!(plain(matter, set, &answers).next.contains(&waiting.id));
    assert!(asked(&answers));
    answers.set(&condition.question, UNSURE);
    assert!(asked(&answers), "so it is shown to whoever answers");
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

/// A matter asked one question whose options, in order, have these effects.
fn asked(options: serde_json::Value) -> (Matter, QuestionSet) {
    let (matter, _) = matter_named("特困人员认定及救助供养");
    let set = serde_json::json!({"code": matter.code, "questions": [
        {"id": "q", "text": "问", "why": "", "options": options},
    ]});
    let set = QuestionSet::parse(set.to_string().as_bytes(), &matter).unwrap();
    (matter, set)
}

#[test]
fn under_an_unsure_answer_only_what_every_branch_does_is_certain() {
    let add = serde_json::json!([{"material": "MAT-CJZ", "change": "add"}]);
    let ends = serde_json::json!({"reason": "不行", "instead": ""});
    let (matter, set) = asked(serde_json::json!([
        {"id": "a", "label": "甲", "effects": add},
        {"id": "b", "label": "乙", "effects": add},
        {"id": "c", "label": "丙", "effects": [], "ends": ends},
    ]));
    let line = plain(&matter, &set, &answers(&[("q", UNSURE)]))
        .line("MAT-CJZ")
        .unwrap()
        .clone();
    assert_eq!(
        (line.conditional, line.because.as_deref()),
        (false, Some("甲、乙"))
    );
    let (matter, set) = asked(serde_json::json!([
        {"id": "a", "label": "甲", "effects": add},
        {"id": "b", "label": "乙", "effects": []},
    ]));
    let line = plain(&matter, &set, &answers(&[("q", UNSURE)]))
        .line("MAT-CJZ")
        .unwrap()
        .clone();
    assert_eq!(
        (line.conditional, line.because.as_deref()),
        (true, Some("甲"))
    );
    assert!(options(&line).contains(&HandIn::NotApplicable));
}

#[test]
fn a_material_one_branch_takes_away_stays_as_conditional() {
    let (matter, set) = asked(serde_json::json!([
        {"id": "a", "label": "甲", "effects": []},
        {"id": "b", "label": "乙", "effects": [{"material": "MAT-IDCARD", "change": "drop"}]},
    ]));
    let line = plain(&matter, &set, &answers(&[("q", UNSURE)]))
        .line("MAT-IDCARD")
        .unwrap()
        .clone();
    assert!(line.conditional);
    assert_eq!(line.note, ["如果“乙”：不用交"]);
    let list = plain(&matter, &set, &answers(&[("q", "b")]));
    assert_eq!(
        list.not_needed
            .iter()
            .filter(|spared| spared.material == "MAT-IDCARD")
            .count(),
        1
    );
    assert!(list.line("MAT-IDCARD").is_none());
}

#[test]
fn an_answer_that_asks_for_the_original_lifts_a_starting_waiver_and_the_archive() {
    let (matter, set) = asked(serde_json::json!([
        {"id": "a", "label": "甲", "effects": []},
        {"id": "b", "label": "乙", "effects": [{"material": "MAT-HUKOU", "change": "require_original"}]},
    ]));
    let held = [Held {
        material: "MAT-HUKOU".parse().unwrap(),
        origin: "以前收过".to_owned(),
    }];
    let status = |option: &str| {
        let list = requirements(&matter, &set, &answers(&[("q", option)]), &held, false);
        list.line("MAT-HUKOU").unwrap().clone()
    };
    assert!(
        matches!(status("a").status, LineStatus::Waived { .. }),
        "a waiver comes before the archive"
    );
    let line = status("b");
    assert_eq!(
        (line.status.clone(), line.original_required),
        (LineStatus::Must, true)
    );
    assert_eq!(options(&line), [HandIn::OriginalSeen, HandIn::PaperTaken]);
}

#[test]
fn a_matter_whose_other_papers_are_waived_asks_for_the_identity_card_alone() {
    let (matter, set) = matter_named("高龄津贴申领");
    let usual = answers(&[
        ("age", "yes"),
        ("hukou", "yes"),
        ("who", "self"),
        ("card", "yes"),
    ]);
    let list = plain(&matter, &set, &usual);
    let lines = list.lines.iter();
    let asked = lines.filter(|line| !matches!(line.status, LineStatus::Waived { .. }));
    let asked: Vec<&str> = asked.map(|line| line.material.as_str()).collect();
    assert_eq!(asked, ["MAT-IDCARD"]);
}
