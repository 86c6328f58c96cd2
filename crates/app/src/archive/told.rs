//! What an entry says, in plain Chinese, for whoever opens a package in twenty years. Which mark a
//! resident gave is not among it, nor are whole numbers.

use yichuang_store::JournalEntry;
use yichuang_wire::{
    Verdict,
    payload::{Payload, SignedPaper, TakenMaterial},
};

use super::INTO_PACKAGE;
use crate::paper::title;

/// Of an entry whose content retention has cleared.
const CLEARED: &str = "内容已按保管期限清除";

/// An entry in words.
pub(super) fn told(entry: &JournalEntry) -> String {
    let Some(payload) = &entry.payload else {
        return CLEARED.to_owned();
    };
    at_the_window(payload)
        .or_else(|| afterwards(payload))
        .or_else(|| by_the_department(payload))
        .or_else(|| on_paper(payload))
        .unwrap_or_else(|| format!("其他记录（{}）", payload.kind()))
}

/// Taking in and deciding.
fn at_the_window(payload: &Payload) -> Option<String> {
    Some(match payload {
        Payload::Received(it) => {
            let who = if it.agent.is_some() {
                "代办人交来"
            } else {
                ""
            };
            let late = it.slip.as_ref().map(|slip| slip.entered_on);
            let late = late.map(|on| format!("，用编号单收，{on}补录"));
            let names = handed_in(&it.materials, &it.signed);
            format!("收件，{who}{names}{}", late.unwrap_or_default())
        }
        Payload::Accepted(it) => it.state.label().to_owned(),
        Payload::DeemedAccepted(it) => {
            format!(
                "{}前没有告知补正，依法视为受理，自{}起算",
                it.notify_by, it.accepted_on
            )
        }
        Payload::CorrectionAsked(it) => {
            let again = it
                .again
                .as_ref()
                .map(|again| format!("再次告知：{}；", again.reason));
            let items = it
                .items
                .iter()
                .map(|item| format!("{}：{}", item.material, item.problem));
            let items: Vec<_> = items.collect();
            format!(
                "补正告知，{}{}；{}前补",
                again.unwrap_or_default(),
                items.join("；"),
                it.supply_by
            )
        }
        Payload::Refused(it) => format!("不予受理，{}：{}", it.ground.label(), it.explanation),
        Payload::Supplied(it) => format!("补交，{}", handed_in(&it.materials, &it.signed)),
        Payload::SupplyExtended(it) => {
            format!("补交延期，由{}到{}：{}", it.was, it.until, it.reason)
        }
        Payload::Forwarded(it) => format!("转办理地，{}，{}", it.to, it.by),
        Payload::OffListDemand(_) => "试图多要清单外的材料，已拦下".to_owned(),
        _ => return None,
    })
}

/// What happens at the point after it was received.
fn afterwards(payload: &Payload) -> Option<String> {
    Some(match payload {
        Payload::Called(it) => said(
            format!("{}，{}", it.purpose.label(), it.outcome.label()),
            &it.words,
        ),
        Payload::Requested(it) => format!("向上级提出{}：{}", it.what.label(), it.reason),
        Payload::Amended(it) => {
            let fields: Vec<_> = it.changes.iter().map(|one| one.field.as_str()).collect();
            format!("更正 {}：{}", fields.join("、"), it.reason)
        }
        Payload::PromiseChecked(it) => said(
            format!("核查承诺，{}，{}", it.method.label(), it.outcome.label()),
            &it.words,
        ),
        Payload::Withdrawn(it) => ended("申请人撤回", &it.reason, &it.returned),
        Payload::Terminated(it) => ended("终止", &it.reason, &it.returned),
        Payload::Voided(it) => format!("作废：{}", it.reason),
        Payload::MandateGiven(it) => format!("授权委托，到{}", it.until),
        Payload::MandateRevoked(it) => format!("撤销委托：{}", it.reason),
        Payload::Rated(it) => {
            let again = if it.again { "追评" } else { "评价" };
            format!("群众{again}了服务（{}）", it.stage.label())
        }
        Payload::Unmasked(it) => format!("查看隐去的内容，{} 项", it.fields.len()),
        Payload::Transcribed(it) if it.system == INTO_PACKAGE => "写出归档包".to_owned(),
        Payload::Transcribed(it) => format!("抄录 {} 格到{}", it.fields.len(), it.system),
        Payload::Archived(it) => format!(
            "归档，文书 {} 份，页面 {} 张，记录 {} 条",
            it.papers.len(),
            it.files.len(),
            it.entries
        ),
        _ => return None,
    })
}

/// What came from the department, and what became of its results.
fn by_the_department(payload: &Payload) -> Option<String> {
    Some(match payload {
        Payload::Progress(it) => said(
            format!("{}：{}", it.office, it.step),
            it.note.as_deref().unwrap_or_default(),
        ),
        Payload::VerdictGiven(it) => match it.verdict {
            Verdict::Ok => "上级核验通过".to_owned(),
            Verdict::Waiting { .. } => "上级待核".to_owned(),
            Verdict::Attend { .. } => "上级核验，需要处理".to_owned(),
            Verdict::Conflict { .. } => "上级核验，有冲突".to_owned(),
        },
        Payload::SpecialProcedureBegun(it) => format!(
            "{}，自{}起不计时限，预计 {} 个工作日：{}",
            it.what.label(),
            it.from,
            it.expected_days,
            it.reason
        ),
        Payload::SpecialProcedureEnded(it) => {
            format!("特别程序结束，不计时限到{}：{}", it.to, it.result)
        }
        Payload::LimitExtended(it) => {
            format!(
                "延长期限 {} 个工作日，{}批准：{}",
                it.days, it.approver, it.reason
            )
        }
        Payload::ExaminationCorrectionAsked(it) => {
            format!("审查阶段补正 {} 处，{}前补", it.items.len(), it.supply_by)
        }
        Payload::RequestAnswered(it) => {
            let word = if it.granted { "同意" } else { "不同意" };
            said(
                format!("{}答复{}：{word}", it.office, it.what.label()),
                &it.words,
            )
        }
        Payload::ResultIssued(it) => {
            let word = if it.granted { "准予" } else { "不予" };
            said(format!("{}决定：{word}", it.office), &it.reason)
        }
        Payload::ResultArrived(it) => said(format!("到件 {} 份", it.documents.len()), &it.kept),
        Payload::Posted(it) => {
            format!(
                "交寄 {} 份，{} {}",
                it.documents.len(),
                it.carrier,
                it.tracking
            )
        }
        Payload::Delivered(it) => format!(
            "送达 {} 份，{}，{}，{}",
            it.documents.len(),
            it.way.label(),
            it.recipient.label(),
            it.acknowledged.label()
        ),
        _ => return None,
    })
}

/// What was printed.
fn on_paper(payload: &Payload) -> Option<String> {
    Some(match payload {
        Payload::Printed(it) => format!("打印{}，第 {} 次", title(&it.document), it.copy),
        Payload::PaperSettled(it) => {
            let became = match it.outcome.as_str() {
                "done" => "打印完成",
                "saved" => "已存为文件",
                "failed" => "没有打出来",
                "cancelled" => "已取消",
                _ => "不知道打出来没有",
            };
            format!("{}第 {} 次：{became}", title(&it.document), it.copy)
        }
        _ => return None,
    })
}

fn handed_in(materials: &[TakenMaterial], signed: &[SignedPaper]) -> String {
    let materials = materials.iter().filter(|line| line.is_handed_in());
    let names = materials
        .map(|line| line.name.as_str())
        .chain(signed.iter().map(|paper| paper.title.as_str()));
    let names: Vec<_> = names.collect();
    match names.len() {
        0 => "没有交材料".to_owned(),
        count => format!("{}（共 {count} 项）", names.join("、")),
    }
}

fn ended(how: &str, reason: &str, returned: &[String]) -> String {
    match returned.len() {
        0 => format!("{how}：{reason}"),
        count => format!("{how}：{reason}；退回材料 {count} 份"),
    }
}

fn said(what: String, words: &str) -> String {
    match words {
        "" => what,
        words => format!("{what}，{words}"),
    }
}
