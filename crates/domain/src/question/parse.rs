//! Reading one matter's questions, with every reference checked against the matter.

use super::{Change, Choice, Effect, Question, QuestionSet};
use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};
use crate::matter::{Matter, Necessity};

const MAX_BYTES: usize = 256 * 1024;
const MAX_QUESTIONS: usize = 30;
const MAX_OPTIONS: usize = 30;
const MAX_EFFECTS: usize = 50;
const MAX_TEXT: usize = 200;

impl QuestionSet {
    /// Reads the questions that belong to `matter`.
    ///
    /// # Errors
    /// All problems found: bounds, references to materials, questions or options that do
    /// not exist, a condition on a later question, a default that ends the matter, an effect
    /// the material does not permit.
    pub fn parse(json: &[u8], matter: &Matter) -> Result<Self, Vec<CatalogueProblem>> {
        let set: Self = decode(json, MAX_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        if set.code != matter.code {
            inspection.found(codes::DANGLING, "code", "不是这个事项的提问");
        }
        inspection.count("questions", set.questions.len(), MAX_QUESTIONS);
        inspection.unique(
            "questions",
            set.questions.iter().map(|question| question.id.as_str()),
        );
        for (at, question) in set.questions.iter().enumerate() {
            let earlier = set.questions.get(..at).unwrap_or_default();
            check_question(
                &mut inspection,
                &format!("questions[{at}]"),
                question,
                earlier,
                matter,
            );
        }
        inspection.finish(set)
    }
}

fn check_question(
    inspection: &mut Inspection,
    section: &str,
    question: &Question,
    earlier: &[Question],
    matter: &Matter,
) {
    inspection.key(&format!("{section}.id"), &question.id);
    inspection.required(&format!("{section}.text"), &question.text, MAX_TEXT);
    inspection.text(&format!("{section}.why"), &question.why, MAX_TEXT);
    inspection.count(
        &format!("{section}.options"),
        question.options.len(),
        MAX_OPTIONS,
    );
    inspection.unique(
        &format!("{section}.options"),
        question.options.iter().map(|option| option.id.as_str()),
    );
    match question.options.first() {
        None => inspection.found(codes::EMPTY, &format!("{section}.options"), "没有选项"),
        Some(default) if default.ends.is_some() => {
            inspection.found(
                codes::QUESTION,
                &format!("{section}.options[0]"),
                "第一个选项是默认，不能终止",
            );
        }
        Some(_) => {}
    }
    if let Some(condition) = &question.ask_if {
        let known = earlier
            .iter()
            .find(|other| other.id == condition.question)
            .is_some_and(|other| other.option(&condition.option).is_some());
        if !known {
            inspection.found(
                codes::QUESTION,
                &format!("{section}.ask_if"),
                "指向的不是前面某题的选项",
            );
        }
    }
    for (at, option) in question.options.iter().enumerate() {
        check_option(
            inspection,
            &format!("{section}.options[{at}]"),
            option,
            matter,
        );
    }
}

fn check_option(inspection: &mut Inspection, section: &str, option: &Choice, matter: &Matter) {
    inspection.key(&format!("{section}.id"), &option.id);
    inspection.required(&format!("{section}.label"), &option.label, MAX_TEXT);
    inspection.count(
        &format!("{section}.effects"),
        option.effects.len(),
        MAX_EFFECTS,
    );
    if let Some(ends) = &option.ends {
        inspection.required(&format!("{section}.ends.reason"), &ends.reason, MAX_TEXT);
        inspection.text(&format!("{section}.ends.instead"), &ends.instead, MAX_TEXT);
    }
    for (at, effect) in option.effects.iter().enumerate() {
        let section = format!("{section}.effects[{at}]");
        inspection.text(&section, effect.note.as_deref().unwrap_or(""), MAX_TEXT);
        if let Err((code, reason)) = check_effect(effect, matter) {
            inspection.found(code, &section, reason);
        }
    }
}

fn check_effect(effect: &Effect, matter: &Matter) -> Result<(), (&'static str, &'static str)> {
    let Some(material) = matter.material(effect.material.as_str()) else {
        return Err((codes::DANGLING, "事项里没有这份材料"));
    };
    let own_rule = material.waiver.as_ref().map(|waiver| waiver.rule);
    match effect.change {
        Change::Waive if own_rule.is_none() => {
            Err((codes::EFFECT, "材料自己没有减免规则，不能免交"))
        }
        Change::Waive if effect.rule != own_rule => {
            Err((codes::EFFECT, "减免规则与材料自己的不同"))
        }
        Change::Add if !material.is_situational() => {
            Err((codes::EFFECT, "起始清单里的材料不用增加"))
        }
        Change::Defer if material.necessity != Necessity::Deferrable || !matter.deferrable => {
            Err((codes::EFFECT, "只有可容缺事项里的“容缺”材料才能后补"))
        }
        Change::Note if effect.note.is_none() => Err((codes::EFFECT, "备注没有内容")),
        _ => Ok(()),
    }
}
