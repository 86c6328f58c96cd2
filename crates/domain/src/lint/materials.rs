//! Materials that conditions imply and the list lacks, and situations nothing leads to.

use super::{Report, Rule, Spot};
use crate::question::{Change, QuestionSet};

/// Certificates a condition can imply, each with the names under which a list may carry it.
const CERTIFICATES: &[&[&str]] = &[
    &["居民身份证", "身份证"],
    &["户口簿", "户口本"],
    &["居住证"],
    &["结婚证"],
    &["离婚证"],
    &["出生医学证明"],
    &["营业执照"],
    &["残疾人证"],
    &["不动产权证", "不动产权属证书", "房产证", "权属证明"],
    &["毕业证"],
    &["无偿献血证"],
    &["退役证", "退出现役证"],
    &["驾驶证"],
    &["行驶证"],
    &["社会保障卡"],
    &["办学许可证"],
    &["经营许可证"],
    &["执业许可证"],
    &["健康证明", "健康合格证明", "体检"],
];

/// Words by which a condition makes a certificate a requirement.
const HAVING: &[&str] = &["持有", "持", "取得", "提供", "提交", "凭", "具有"];

/// How far the certificate may stand behind such a word, in code points.
const REACH: usize = 14;

pub(super) fn check(report: &mut Report<'_>, questions: Option<&QuestionSet>) {
    let matter = report.matter;
    for (at, condition) in matter.conditions.iter().enumerate() {
        for names in CERTIFICATES {
            let implied = names.iter().find(|name| is_required_by(condition, name));
            let listed = || {
                matter
                    .materials
                    .iter()
                    .any(|material| names.iter().any(|name| material.name.contains(name)))
            };
            if let Some(name) = implied.filter(|_| !listed()) {
                let text = format!("条件要求“{name}”，材料清单里没有");
                report.find(
                    Rule::ConditionImpliesMissingMaterial,
                    Spot::condition(at, condition),
                    text,
                );
            }
        }
    }
    if let Some(questions) = questions {
        check_situations(report, questions);
    }
}

fn is_required_by(condition: &str, certificate: &str) -> bool {
    condition.match_indices(certificate).any(|(at, _)| {
        let before = condition.split_at(at).0;
        let clause = before
            .rsplit(['，', '；', '。', '、', '（'])
            .next()
            .unwrap_or(before);
        let skip = clause.chars().count().saturating_sub(REACH);
        let near: String = clause.chars().skip(skip).collect();
        HAVING.iter().any(|word| near.contains(word))
    })
}

/// A situational material that no answer adds and no waiver explains can never be asked for:
/// either the question or the material is missing.
fn check_situations(report: &mut Report<'_>, questions: &QuestionSet) {
    let matter = report.matter;
    for (at, material) in matter
        .materials
        .iter()
        .enumerate()
        .filter(|(_, material)| material.is_situational())
    {
        let added = questions
            .questions
            .iter()
            .flat_map(|question| &question.options)
            .flat_map(|option| &option.effects)
            .any(|effect| effect.change == Change::Add && effect.material == material.id);
        if !added && material.waiver.is_none() {
            let text = format!("没有哪个选项会要“{}”", material.name);
            report.find(
                Rule::MaterialNeverAsked,
                Spot::material(at, material, ""),
                text,
            );
        }
    }
}
