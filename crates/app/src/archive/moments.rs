//! The days of a case that bind: received, told to correct, accepted, decided, delivered, and how else
//! it may have ended; each with whoever acted and what came of it.

use chrono::NaiveDate;
use yichuang_domain::CaseState;
use yichuang_store::JournalEntry;
use yichuang_wire::payload::{CaseDue, Payload, TakenMaterial};

/// A day that binds.
pub(super) struct Moment<'a> {
    /// What it is called.
    pub(super) name: &'static str,
    /// The day that counts, Asia/Shanghai, which need not be the entry's own.
    pub(super) on: NaiveDate,
    /// Whoever acted, as printed: an operator, or an office.
    pub(super) by: &'a str,
    /// What came of it.
    pub(super) result: String,
    /// The entry that says so.
    pub(super) entry: &'a JournalEntry,
}

/// Nobody acts where the law itself accepts.
const BY_LAW: &str = "系统";

/// The moments of these entries of one case, in their order. A department that issues a result decides
/// by that; of one that tells of steps alone, the step that decides is the moment.
pub(super) fn moments(timeline: &[JournalEntry]) -> Vec<Moment<'_>> {
    let issued = |entry: &JournalEntry| matches!(entry.payload, Some(Payload::ResultIssued(_)));
    let by_step = !timeline.iter().any(issued);
    timeline
        .iter()
        .filter_map(|entry| moment(entry).or_else(|| decided(entry).filter(|_| by_step)))
        .collect()
}

fn decided(entry: &JournalEntry) -> Option<Moment<'_>> {
    let Some(Payload::Progress(it)) = &entry.payload else {
        return None;
    };
    matches!(it.state, CaseState::Granted | CaseState::Denied).then(|| Moment {
        name: "决定",
        on: it.on,
        by: &it.office,
        result: it.state.label().to_owned(),
        entry,
    })
}

fn moment(entry: &JournalEntry) -> Option<Moment<'_>> {
    let (name, on, by, result): (_, _, &str, _) = match entry.payload.as_ref()? {
        Payload::Received(it) => {
            let result = format!("收到申请材料 {} 项", handed_in(&it.materials));
            ("收件", it.received_on, &it.clerk, result)
        }
        Payload::CorrectionAsked(it) => {
            let result = format!("告知补正 {} 处，{}前补", it.items.len(), it.supply_by);
            ("补正告知", it.notified_on, &it.clerk, result)
        }
        Payload::Accepted(it) => {
            let result = limits(it.state.label(), it.promised, it.statutory);
            ("受理", it.accepted_on, &it.clerk, result)
        }
        Payload::DeemedAccepted(it) => {
            let result = limits("逾期未告知，依法视为受理", it.promised, it.statutory);
            ("受理", it.accepted_on, BY_LAW, result)
        }
        Payload::Refused(it) => {
            let result = format!("{}：{}", it.ground.label(), it.explanation);
            ("不予受理", it.refused_on, &it.clerk, result)
        }
        Payload::ResultIssued(it) => {
            let word = if it.granted { "准予" } else { "不予" };
            let result = match it.reason.as_str() {
                "" => word.to_owned(),
                reason => format!("{word}：{reason}"),
            };
            ("决定", it.decided_on, &it.office, result)
        }
        Payload::Delivered(it) => {
            let all = if it.complete {
                ""
            } else {
                "，尚有未送达的"
            };
            let result = format!(
                "{}，{}签收 {} 份{all}",
                it.way.label(),
                it.recipient.label(),
                it.documents.len()
            );
            ("送达", it.delivered_on, &it.clerk, result)
        }
        Payload::Withdrawn(it) => ("撤回", it.withdrawn_on, &it.clerk, it.reason.clone()),
        Payload::Terminated(it) => ("终止", it.terminated_on, &it.clerk, it.reason.clone()),
        Payload::Voided(it) => ("作废", it.voided_on, &it.clerk, it.reason.clone()),
        Payload::Forwarded(it) => {
            let result = format!("转{}，{}", it.to, it.by);
            ("转办理地", it.sent_on, &it.clerk, result)
        }
        Payload::Archived(it) => ("归档", it.on, &it.clerk, String::new()),
        _ => return None,
    };
    Some(Moment {
        name,
        on,
        by,
        result,
        entry,
    })
}

fn handed_in(lines: &[TakenMaterial]) -> usize {
    lines.iter().filter(|line| line.is_handed_in()).count()
}

/// How it was accepted, and by when it is to be decided.
fn limits(how: &str, promised: Option<CaseDue>, statutory: Option<CaseDue>) -> String {
    let day = |word: &str, due: Option<CaseDue>| {
        due.map(|due| format!("，{word}{}前办结", due.date))
            .unwrap_or_default()
    };
    format!("{how}{}{}", day("承诺", promised), day("法定", statutory))
}
