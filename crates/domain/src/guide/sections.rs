//! The content of each of the nine sections.

use super::{GuideBlock, GuideMaterial, GuideStep, Section};
use crate::matter::{Material, Matter, Necessity};
use crate::requirement::{Line, LineStatus, Requirements, basis_words};

pub(super) fn blocks(
    section: Section,
    matter: &Matter,
    situation: Option<&Requirements>,
) -> Vec<GuideBlock> {
    match section {
        Section::Name => vec![paragraph(matter.name.clone())],
        Section::Bases => vec![list(matter.citations())],
        Section::AcceptAt => vec![
            paragraph(format!("受理单位：{}", matter.accept_at.body)),
            paragraph(format!("办理地点：{}", matter.accept_at.place)),
            paragraph(format!("办公时间：{}", matter.hours)),
        ],
        Section::Conditions => conditions(matter),
        Section::Materials => materials(matter, situation),
        Section::Steps => vec![GuideBlock::Steps {
            rows: matter.steps.iter().map(step).collect(),
        }],
        Section::Fee => fee(matter),
        Section::Limits => vec![
            paragraph(format!("法定时限：{}", matter.statutory_limit.label())),
            paragraph(format!("承诺时限：{}", matter.promised_limit.label())),
        ],
        Section::Consult => vec![
            paragraph(format!("咨询地点：{}", matter.consult.place)),
            paragraph(format!("咨询电话：{}", matter.consult.phone)),
            paragraph(format!("监督投诉电话：{}", matter.complaint_phone)),
        ],
    }
}

const fn paragraph(text: String) -> GuideBlock {
    GuideBlock::Paragraph { text }
}

const fn list(items: Vec<String>) -> GuideBlock {
    GuideBlock::List { items }
}

fn conditions(matter: &Matter) -> Vec<GuideBlock> {
    if matter.conditions.is_empty() {
        return vec![paragraph("无特别条件".to_owned())];
    }
    vec![list(matter.conditions.clone())]
}

fn fee(matter: &Matter) -> Vec<GuideBlock> {
    let fee = &matter.fee;
    let basis = fee.is_due().then(|| format!("收费依据：{}", fee.basis));
    std::iter::once(fee.standard().to_owned())
        .chain(basis)
        .map(paragraph)
        .collect()
}

fn step(step: &crate::matter::Step) -> GuideStep {
    GuideStep {
        name: step.name.clone(),
        responsible: step.responsible.clone(),
        time_limit: step.time_limit.clone(),
        detail: step.detail.clone(),
    }
}

fn materials(matter: &Matter, situation: Option<&Requirements>) -> Vec<GuideBlock> {
    let rows: Vec<GuideMaterial> = match situation {
        Some(list) => list.lines.iter().map(line_row).collect(),
        None => matter
            .materials
            .iter()
            .map(|material| material_row(matter, material))
            .collect(),
    };
    let ended = situation.and_then(|list| list.ended.as_ref());
    if let Some(ended) = ended {
        return vec![paragraph(format!("{}。{}", ended.reason, ended.instead))];
    }
    if rows.is_empty() {
        return vec![paragraph("无需提交材料".to_owned())];
    }
    vec![GuideBlock::Materials { rows }]
}

fn material_row(matter: &Matter, material: &Material) -> GuideMaterial {
    let mut remarks = Vec::new();
    if let Some(situation) = &material.situation {
        remarks.push(format!("仅“{situation}”时"));
    }
    if let Some(waiver) = &material.waiver {
        remarks.push(format!("可免交（{}：{}）", waiver.rule, waiver.detail));
    }
    if material.necessity == Necessity::Deferrable && matter.deferrable {
        remarks.push("可容缺后补".to_owned());
    }
    if remarks.is_empty() {
        remarks.push("必要".to_owned());
    }
    GuideMaterial {
        id: material.id.to_string(),
        name: material.name.clone(),
        form: material.form.label().to_owned(),
        copies: material.copies,
        issuer: material.issuer.clone(),
        remark: remarks.join("；"),
        basis: basis_words(
            (!material.basis.is_empty()).then_some(material.basis.as_str()),
            material.basis_due,
        )
        .into_owned(),
    }
}

fn line_row(line: &Line) -> GuideMaterial {
    let mut remarks = vec![match &line.status {
        LineStatus::Must => "必要".to_owned(),
        LineStatus::Deferrable => "可容缺后补".to_owned(),
        LineStatus::Waived { rule, detail } => format!("免交（{rule}：{detail}）"),
        LineStatus::PromisePossible => "可用书面承诺替代".to_owned(),
        LineStatus::Held { origin } => format!("用档案里的（{origin}）"),
    }];
    if line.original_required {
        remarks.push("要原件".to_owned());
    }
    if let Some(because) = &line.because {
        let lead = if line.conditional { "如果" } else { "因" };
        let end = if line.conditional { "才要" } else { "" };
        remarks.push(format!("{lead}“{because}”{end}"));
    }
    remarks.extend(line.note.iter().cloned());
    GuideMaterial {
        id: line.material.to_string(),
        name: line.name.clone(),
        form: line.form.label().to_owned(),
        copies: line.copies,
        issuer: line.issuer.clone(),
        remark: remarks.join("；"),
        basis: line.basis_text().into_owned(),
    }
}
