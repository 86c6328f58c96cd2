//! What a new edition of a matter does to an application that is being written.

use crate::catalogue_assets::questioned;
use std::sync::LazyLock;
use yichuang_domain::case::{Change, Edition, Written, migrate};
use yichuang_domain::form::FormValues;
use yichuang_domain::matter::{FieldType, Matter};
use yichuang_domain::question::{Answers, QuestionSet};

static CATALOGUE: LazyLock<Vec<(Matter, QuestionSet)>> = LazyLock::new(questioned);

const fn edition<'a>(matter: &'a Matter, questions: &'a QuestionSet) -> Edition<'a> {
    Edition { matter, questions }
}

/// Every question answered with its first choice, every text field filled.
fn filled(matter: &Matter, set: &QuestionSet) -> (Answers, FormValues) {
    let answers = set.questions.iter();
    let answers = answers.map(|question| (question.id.clone(), question.options[0].id.clone()));
    let texts = matter.form_fields.iter();
    let texts = texts.filter(|field| field.field_type == FieldType::Text);
    let form = texts.map(|field| (field.key.clone(), format!("样例{}", field.key)));
    (Answers(answers.collect()), form.collect())
}

#[test]
fn the_same_edition_changes_nothing_for_anybody() {
    for (matter, set) in CATALOGUE.iter() {
        let (answers, form) = filled(matter, set);
        let written = Written {
            answers: &answers,
            form: &form,
        };
        let changes = migrate(edition(matter, set), edition(matter, set), written);
        assert_eq!(changes, [], "{}", matter.name);
    }
}

#[test]
fn whatever_single_field_is_taken_away_its_value_is_told_and_nothing_else_is() {
    for (matter, set) in CATALOGUE.iter() {
        let (answers, form) = filled(matter, set);
        let written = Written {
            answers: &answers,
            form: &form,
        };
        for (key, value) in &form {
            let mut new = matter.clone();
            new.form_fields.retain(|field| field.key != *key);
            let gone = Change::FieldGone {
                key: key.clone(),
                label: matter.field(key).unwrap().label.clone(),
                value: value.clone(),
            };
            let changes = migrate(edition(matter, set), edition(&new, set), written);
            assert_eq!(changes, [gone], "{}", matter.name);
        }
    }
}

#[test]
fn whatever_single_question_is_taken_away_its_answer_is_told() {
    for (matter, set) in CATALOGUE.iter() {
        let (answers, form) = filled(matter, set);
        let written = Written {
            answers: &answers,
            form: &form,
        };
        for question in &set.questions {
            let mut new = set.clone();
            new.questions.retain(|other| other.id != question.id);
            let changes = migrate(edition(matter, set), edition(matter, &new), written);
            let told = changes.iter().any(|change| {
                matches!(change, Change::AnswerGone { question: id, answer, .. }
                    if *id == question.id && *answer == question.options[0].label)
            });
            assert!(told, "{}: {}", matter.name, question.text);
        }
    }
}

#[test]
fn a_material_that_goes_and_the_one_that_comes_are_both_told() {
    let (matter, set) = CATALOGUE
        .iter()
        .find(|(matter, _)| {
            matter
                .materials
                .iter()
                .any(|one| !one.is_situational() && one.waiver.is_none())
        })
        .unwrap();
    let mut materials = matter.materials.iter();
    let asked = materials
        .find(|one| !one.is_situational() && one.waiver.is_none())
        .unwrap();
    let mut other = asked.clone();
    other.id = yichuang_domain::id::MaterialId::new("MAT-OTHER".to_owned()).unwrap();
    other.name = "另一份材料".to_owned();
    let mut new = matter.clone();
    new.materials.retain(|one| one.id != asked.id);
    new.materials.push(other.clone());
    let set = QuestionSet::none(set.code.clone());
    let (answers, form) = (Answers::new(), FormValues::new());
    let written = Written {
        answers: &answers,
        form: &form,
    };
    let changes = migrate(edition(matter, &set), edition(&new, &set), written);
    let line = |material: &yichuang_domain::matter::Material| {
        (material.id.to_string(), material.name.clone())
    };
    let ((gone, gone_name), (came, came_name)) = (line(asked), line(&other));
    assert_eq!(
        changes,
        [
            Change::MaterialGone {
                material: gone,
                name: gone_name
            },
            Change::MaterialNew {
                material: came,
                name: came_name
            },
        ]
    );
}
