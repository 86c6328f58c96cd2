//! The service guide on paper: the nine sections of Annex 5, and the list for one situation.

use super::{Edition, GuideStyle};
use crate::{
    catalogue::CatalogueMatter,
    guide::{Counter, form_words, not_needed, note_words, usual_answers},
};
use yichuang_domain::{
    Answers, Matter, QuestionSet,
    matter::{Material, Necessity},
    requirement::{Line, LineStatus, requirements},
};
use yichuang_print::documents::{
    FlowStep, Guide, GuideMaterial, Imprint, Situation, SituationItem,
};

/// Digits of the matter's digest that a person compares.
const CHECK_DIGITS: usize = 8;

/// The guide as a paper.
pub(crate) fn guide(
    found: &CatalogueMatter,
    answers: &Answers,
    edition: &Edition,
    imprint: Imprint,
    counter: &Counter,
    style: GuideStyle,
) -> Guide {
    let matter = &found.matter;
    let digest = found.reference.sha256.to_string();
    Guide {
        imprint,
        matter: matter.name.clone(),
        matter_code: matter.code.to_string(),
        version: edition.version.to_string(),
        check_code: digest.chars().take(CHECK_DIGITS).collect(),
        published_on: edition.published_on,
        unchecked_days: edition.unchecked_days,
        large_print: style == GuideStyle::Large,
        basis: matter.citations(),
        place: [&matter.accept_at.body, &counter.place, &counter.address]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect(),
        conditions: matter.conditions.clone(),
        materials: matter.materials.iter().map(material).collect(),
        material_notes: Vec::new(),
        reservations: Vec::new(),
        situation: situation(matter, &found.questions, answers, style),
        flow: Vec::new(),
        steps: matter.steps.iter().map(step).collect(),
        fees: fees(matter),
        limits: vec![
            format!("法定时限：{}", matter.statutory_limit.label()),
            format!("承诺时限：{}", matter.promised_limit.label()),
        ],
        promised: matter.promised_limit.label(),
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
    let fee = &matter.fee;
    let basis = fee.is_due().then(|| format!("依据：{}", fee.basis));
    std::iter::once(fee.standard().to_owned())
        .chain(basis)
        .collect()
}

fn contacts(matter: &Matter, counter: &Counter) -> Vec<String> {
    [
        ("现场咨询", &counter.consult),
        ("电话咨询", &matter.consult.phone),
        ("监督投诉", &matter.complaint_phone),
        ("办公时间", &counter.hours),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .map(|(label, value)| format!("{label}：{value}"))
    .collect()
}

/// The list for what was answered. A ticket has no room for the whole list: where nothing was said,
/// it is for the usual situation, as on the screen.
fn situation(
    matter: &Matter,
    questions: &QuestionSet,
    answers: &Answers,
    style: GuideStyle,
) -> Option<Situation> {
    let answers = match style {
        GuideStyle::Ticket => usual_answers(questions, answers),
        GuideStyle::Whole | GuideStyle::Large if answers.0.is_empty() => return None,
        GuideStyle::Whole | GuideStyle::Large => answers.clone(),
    };
    let labels: Vec<_> = questions
        .questions
        .iter()
        .filter_map(|question| Some(question.option(answers.get(&question.id)?)?.label.clone()))
        .collect();
    let list = requirements(matter, questions, &answers, &[], false);
    Some(Situation {
        words: labels.join("、"),
        items: list.lines.iter().map(item).collect(),
        spared: not_needed(&list),
        ended: list
            .ended
            .as_ref()
            .map(|ended| format!("{}。{}", ended.reason, ended.instead)),
    })
}

fn item(line: &Line) -> SituationItem {
    let held = matches!(
        line.status,
        LineStatus::Waived { .. } | LineStatus::Held { .. }
    );
    SituationItem {
        name: line.name.clone(),
        form: form_words(line),
        note: note_words(line).join("；"),
        held,
    }
}
