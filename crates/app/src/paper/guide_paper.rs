//! The service guide on paper: the nine sections of Annex 5, and the list for one situation.

use super::Edition;
use crate::guide::{Counter, form_words, note_words};
use yichuang_domain::{
    Answers, Matter, QuestionSet,
    matter::{Material, Necessity},
    requirement::{Line, LineStatus, requirements},
};
use yichuang_print::documents::{FlowStep, Guide, GuideMaterial, Imprint, SituationItem};

/// The guide as a paper.
pub(crate) fn guide(
    matter: &Matter,
    questions: &QuestionSet,
    answers: &Answers,
    edition: &Edition,
    imprint: Imprint,
    counter: &Counter,
    large_print: bool,
) -> Guide {
    Guide {
        imprint,
        matter: matter.name.clone(),
        matter_code: matter.code.to_string(),
        version: edition.version.to_string(),
        published_on: edition.published_on,
        unchecked_days: edition.unchecked_days,
        large_print,
        basis: matter
            .bases
            .iter()
            .map(yichuang_domain::matter::Basis::citation)
            .collect(),
        place: [&matter.accept_at.body, &counter.place, &counter.address]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect(),
        conditions: matter.conditions.clone(),
        materials: matter.materials.iter().map(material).collect(),
        material_notes: Vec::new(),
        situation: (!answers.0.is_empty()).then(|| situation(matter, questions, answers)),
        flow: Vec::new(),
        steps: matter.steps.iter().map(step).collect(),
        fees: fees(matter),
        limits: vec![
            format!("法定时限：{}", matter.statutory_limit.label()),
            format!("承诺时限：{}", matter.promised_limit.label()),
        ],
        contacts: contacts(matter, counter),
    }
}

fn material(material: &Material) -> GuideMaterial {
    let source = if material.issuer.is_empty() {
        material.source.label()
    } else {
        &material.issuer
    };
    GuideMaterial {
        name: material.name.clone(),
        source: source.to_owned(),
        form: format!("{} {} 份", material.form.label(), material.copies),
        note: note(material),
    }
}

fn note(material: &Material) -> String {
    let mut words = Vec::new();
    if let Some(situation) = &material.situation {
        words.push(situation.clone());
    }
    if material.necessity == Necessity::Deferrable {
        words.push("可容缺后补".to_owned());
    }
    if let Some(waiver) = &material.waiver {
        words.push(format!("{}：{}", waiver.rule.label(), waiver.detail));
    }
    words.join("；")
}

fn step(step: &yichuang_domain::matter::Step) -> FlowStep {
    let name = if step.detail.is_empty() {
        step.name.clone()
    } else {
        format!("{}：{}", step.name, step.detail)
    };
    FlowStep {
        name,
        actor: step.responsible.clone(),
        limit: step.time_limit.clone(),
    }
}

fn fees(matter: &Matter) -> Vec<String> {
    if !matter.fee.charged {
        return vec!["本事项不收费。".to_owned()];
    }
    let basis = (!matter.fee.basis.is_empty()).then(|| format!("依据：{}", matter.fee.basis));
    std::iter::once(matter.fee.standard_text.clone())
        .chain(basis)
        .collect()
}

fn contacts(matter: &Matter, counter: &Counter) -> Vec<String> {
    vec![
        format!("现场咨询：{}", counter.consult),
        format!("电话咨询：{}", matter.consult.phone),
        format!("监督投诉：{}", matter.complaint_phone),
        format!("办公时间：{}", counter.hours),
    ]
}

fn situation(
    matter: &Matter,
    questions: &QuestionSet,
    answers: &Answers,
) -> (String, Vec<SituationItem>) {
    let labels: Vec<_> = questions
        .questions
        .iter()
        .filter_map(|question| Some(question.option(answers.get(&question.id)?)?.label.clone()))
        .collect();
    let list = requirements(matter, questions, answers, &[], false);
    (labels.join("、"), list.lines.iter().map(item).collect())
}

fn item(line: &Line) -> SituationItem {
    let words: Vec<_> = std::iter::once(form_words(line))
        .chain(note_words(line))
        .collect();
    let held = matches!(
        line.status,
        LineStatus::Waived { .. } | LineStatus::Held { .. }
    );
    SituationItem {
        name: line.name.clone(),
        note: words.join("；"),
        held,
    }
}
