//! A complete intake of a published matter, to be spoiled by tests.

use crate::catalogue_assets::{calendar, day, matter_named};
use chrono::NaiveDate;
use yichuang_domain::case::{FileRef, HandIn, HandedIn, Intake, ReadyIntake, check_intake};
use yichuang_domain::form::{FieldProblem, FormValues};
use yichuang_domain::id::FileHash;
use yichuang_domain::identity::{IdKind, IdNumber};
use yichuang_domain::matter::{FieldType, Matter};
use yichuang_domain::person::{Agent, AgentKind, MandateScope, Person, Verified};
use yichuang_domain::question::{Answers, QuestionSet};
use yichuang_domain::requirement::{options, requirements};

pub(crate) fn today() -> NaiveDate {
    day("2026-11-23")
}

pub(crate) fn person(name: &str, number: &str) -> Person {
    Person {
        name: name.to_owned(),
        id: IdNumber::parse(IdKind::Citizen, number).unwrap(),
        sex: None,
        birth: None,
        ethnicity: None,
        address: None,
        phone: None,
        verified: Verified::CardRead,
    }
}

pub(crate) fn agent() -> Agent {
    Agent {
        person: person("样例乙", "440524188001010014"),
        relation: "长子".to_owned(),
        kind: AgentKind::Child,
        scope: vec![MandateScope::Submit],
    }
}

pub(crate) fn handed_in(id: &str, how: HandIn) -> HandedIn {
    let captured = how == HandIn::Captured;
    let file = FileRef {
        sha256: FileHash([7; 32]),
        size: 1000,
        media_type: "image/jpeg".to_owned(),
        name: "第1页".to_owned(),
    };
    HandedIn {
        id: id.to_owned(),
        how,
        files: if captured { vec![file] } else { Vec::new() },
        pages: None,
        note: None,
        supply_by: (how == HandIn::Deferred).then(today),
        certificate: None,
    }
}

pub(crate) fn value_for(field_type: FieldType, options: &[String]) -> String {
    let text = match field_type {
        FieldType::Text | FieldType::Multiline | FieldType::Address => "样例",
        FieldType::IdCard => "11010519491231002X",
        FieldType::Uscc => "91440300708461136T",
        FieldType::Phone => "13812346120",
        FieldType::Date => "2026-01-05",
        FieldType::Enum | FieldType::Several => return options[0].clone(),
        FieldType::Month => "2026-01",
        FieldType::Money => "100.00",
        FieldType::Int | FieldType::Quantity => "3",
        FieldType::BankCard => "6217000000000421",
        FieldType::Bool => "true",
    };
    text.to_owned()
}

/// An intake with the default answers and every line settled in its first way.
pub(crate) fn complete(matter: &Matter, set: &QuestionSet) -> Intake {
    let mut answers = Answers::new();
    loop {
        let open = requirements(matter, set, &answers, &[], false).next;
        let Some(question) = open.first() else { break };
        answers.set(question, &set.question(question).unwrap().options[0].id);
    }
    let form: FormValues = matter
        .form_fields
        .iter()
        .filter(|field| field.required)
        .map(|field| {
            (
                field.key.clone(),
                value_for(field.field_type, &field.options),
            )
        })
        .collect();
    let materials = requirements(matter, set, &answers, &[], false)
        .lines
        .iter()
        .map(|line| handed_in(line.material.as_str(), options(line)[0]))
        .collect();
    Intake {
        matter: matter.code.clone(),
        applicant: person("样例甲", "11010519491231002X"),
        agent: None,
        answers,
        form,
        materials,
    }
}

pub(crate) fn grant() -> (Matter, QuestionSet, Intake) {
    let (matter, set) = matter_named("一次性创业补贴申领");
    let intake = complete(&matter, &set);
    (matter, set, intake)
}

pub(crate) fn ready(
    intake: &Intake,
    matter: &Matter,
    set: &QuestionSet,
) -> Result<ReadyIntake, Vec<FieldProblem>> {
    check_intake(intake, matter, set, today(), &calendar(), false)
}

pub(crate) fn rules(result: Result<ReadyIntake, Vec<FieldProblem>>) -> Vec<(String, String)> {
    result
        .unwrap_err()
        .into_iter()
        .map(|problem| (problem.field, problem.rule))
        .collect()
}

pub(crate) fn settle(intake: &mut Intake, id: &str, how: HandIn) {
    intake.materials.retain(|material| material.id != id);
    intake.materials.push(handed_in(id, how));
}
