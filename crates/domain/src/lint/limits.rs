//! Limits that contradict each other.
//!
//! Steps state their limits in words; only plain amounts (3个工作日, 10日内) are counted.
//! 公示期满, 按轮候 and the like are waiting that no body promises.

use super::{Report, Rule, Spot};
use crate::calendar::{Limit, LimitUnit};
use crate::guide::Section;

pub(super) fn check(report: &mut Report<'_>) {
    let matter = report.matter;
    let promise = matter.promised_limit;
    if promise.comparable_tenths() > matter.statutory_limit.comparable_tenths() {
        let text = format!(
            "承诺时限{}长于法定时限{}",
            promise.label(),
            matter.statutory_limit.label()
        );
        let spot = Spot::section(Section::Limits, "promised_limit");
        report.find(Rule::PromiseLongerThanStatutory, spot, text);
    }
    let steps: Vec<(usize, &str, Limit)> = matter
        .steps
        .iter()
        .enumerate()
        .filter_map(|(at, step)| Some((at, step.name.as_str(), stated_limit(&step.time_limit)?)))
        .filter(|(.., limit)| limit.value > 0)
        .collect();
    if promise.unit == LimitUnit::Immediate {
        for (at, name, limit) in steps {
            let text = format!("承诺即时办结，“{name}”却要{}", limit.label());
            report.find(Rule::ImmediateWithDays, Spot::step(at, name), text);
        }
        return;
    }
    let total: u64 = steps
        .iter()
        .map(|(.., limit)| limit.comparable_tenths())
        .sum();
    if total > promise.comparable_tenths() {
        let text = format!("各环节时限合计超过承诺时限{}", promise.label());
        let spot = Spot::section(Section::Steps, "steps");
        report.find(Rule::StepLimitsExceedPromise, spot, text);
    }
}

/// `3个工作日`, `10日`, `7天内`; nothing else.
fn stated_limit(text: &str) -> Option<Limit> {
    let text = text.trim();
    let text = text
        .strip_suffix("以内")
        .or_else(|| text.strip_suffix('内'))
        .unwrap_or(text);
    let at = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = text.split_at(at);
    let unit = match unit {
        "个工作日" | "工作日" => LimitUnit::WorkingDays,
        "日" | "天" | "个自然日" | "自然日" => LimitUnit::CalendarDays,
        "小时" | "个小时" => LimitUnit::Hours,
        _ => return None,
    };
    digits.parse().ok().map(|value| Limit { value, unit })
}
