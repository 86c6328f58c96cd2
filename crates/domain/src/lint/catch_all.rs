//! `catch_all` (兜底条款): a condition or material that means "and whatever else".
//!
//! 其他 or 相关 counts only when it points at papers without naming them: between the opener
//! and the paper word there stand only words that name nothing (有关, 需要提供的, 证明 …). Kinds
//! of people (其他监护人), examples closed by 等 with a name behind (等病历资料), named papers
//! (信息系统相关材料) and options of a form are enumerations, not demands.

use super::{Report, Rule, Spot};

/// What a catch-all asks for.
const PAPERS: &[&str] = &[
    "材料", "资料", "文件", "证件", "证明", "手续", "证照", "凭证", "要件", "单据", "票据",
];

/// What a catch-all condition asks for.
const CONDITIONS: &[&str] = &["条件", "情形", "要求"];

/// Words that may stand between and name nothing.
const NAMELESS: &[&str] = &[
    "有关",
    "相关",
    "必要",
    "必需",
    "需要",
    "所需",
    "需",
    "要求",
    "应当",
    "应",
    "提供",
    "提交",
    "补充",
    "出具",
    "申请",
    "辅助",
    "佐证",
    "支撑",
    "规定",
    "法律",
    "法规",
    "政策",
    "部门",
    "机关",
    "窗口",
    "工作人员",
    "认为",
    "的",
    "、",
    "和",
    "或",
    "及",
];

/// Openers that mean something unnamed wherever they stand.
const OTHERS: &[&str] = &["其他", "其它"];

/// Openers that mean something unnamed only when nothing before them names it.
const RELATED: &[&str] = &["相关", "有关"];

/// Openers of a demand without a name.
const DEMANDED: &[&str] = &[
    "要求提供的",
    "要求提交的",
    "需要提供的",
    "需要提交的",
    "需提供的",
    "需提交的",
    "应当提供的",
    "应当提交的",
    "规定的",
    "等",
];

/// Words that leave it to the window.
const AT_DISCRETION: &[&str] = &[
    "根据需要",
    "视情况",
    "视情提",
    "认为需要",
    "认为必要",
    "酌情",
];

pub(super) fn check(report: &mut Report<'_>) {
    let matter = report.matter;
    for (at, condition) in matter.conditions.iter().enumerate() {
        if demands_unnamed(condition) {
            let text = format!("兜底条款：“{condition}”");
            report.find(Rule::CatchAll, Spot::condition(at, condition), text);
        }
    }
    for (at, material) in matter.materials.iter().enumerate() {
        if demands_unnamed(&material.name) {
            let text = format!("兜底条款：“{}”", material.name);
            report.find(Rule::CatchAll, Spot::material(at, material, ".name"), text);
        }
    }
}

fn demands_unnamed(text: &str) -> bool {
    let either: Vec<&str> = PAPERS.iter().chain(CONDITIONS).copied().collect();
    AT_DISCRETION.iter().any(|word| text.contains(word))
        || opens(text, OTHERS, &either, |_| true)
        || opens(text, DEMANDED, PAPERS, |_| true)
        || opens(text, RELATED, PAPERS, names_nothing)
}

/// Whether what stands before an opener leaves it unnamed: the start of the text, or the
/// start of another part of it.
fn names_nothing(before: &str) -> bool {
    before.is_empty() || before.ends_with(['、', '，', '；', '。', '（', '和', '及', '或', '等'])
}

/// Whether an opener leads to one of the targets over nameless words only.
fn opens(text: &str, openers: &[&str], targets: &[&str], admits: impl Fn(&str) -> bool) -> bool {
    openers.iter().any(|opener| {
        text.match_indices(opener).any(|(at, _)| {
            let (before, rest) = text.split_at(at);
            let behind = rest.get(opener.len()..).unwrap_or_default();
            admits(before) && reaches(behind, targets)
        })
    })
}

fn reaches(mut rest: &str, targets: &[&str]) -> bool {
    loop {
        let arrived = targets
            .iter()
            .filter_map(|target| rest.strip_prefix(target))
            .any(ends_there);
        if arrived {
            return true;
        }
        let Some(behind) = NAMELESS.iter().find_map(|word| rest.strip_prefix(word)) else {
            return false;
        };
        rest = behind;
    }
}

/// What may follow a paper word that stands for itself; 目录 in 等文件目录 names another thing.
const TAILS: &[&str] = &[
    "复印件",
    "原件",
    "扫描件",
    "的",
    "等",
    "以",
    "、",
    "，",
    "；",
    "。",
    "（",
    "(",
    ")",
    "）",
    ";",
    ",",
];

fn ends_there(rest: &str) -> bool {
    rest.is_empty()
        || TAILS
            .iter()
            .chain(PAPERS)
            .any(|tail| rest.starts_with(tail))
}
