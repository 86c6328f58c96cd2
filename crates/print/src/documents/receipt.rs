//! 申请材料接收凭证 (收件回执): what was handed over, when, to whom.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party, blank, close, day, known, moment, or, remark};
use crate::model::{Block, Cell, Column, Document, Pair, Paragraph, Seal, Table, Width};

const TITLE: &str = "申请材料接收凭证";
const TEMPLATE: &str = "接收凭证-1";

/// One material taken in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceivedMaterial {
    /// Name.
    pub name: String,
    /// Copies handed over; 0 when none was needed.
    pub copies: u32,
    /// Pages altogether; 0 when not counted.
    pub pages: u32,
    /// How it was handed over: 原件核验、复印件、电子、免交 …
    pub form: String,
    /// A remark, such as why it need not be handed over.
    pub note: String,
}

/// A material that may follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FollowUp {
    /// Name of the material.
    pub name: String,
    /// By when, in words.
    pub by: String,
}

/// One of several matters taken in together (一链办理).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceivedMatter {
    /// Its own number, whole.
    pub number: String,
    /// Name.
    pub matter: String,
    /// The department that handles it.
    pub office: String,
    /// What was decided at the window, in a word.
    pub outcome: String,
    /// The day promised for its decision, in words; empty when none runs.
    pub due: String,
    /// For whose result it waits, in words; empty when for nobody's.
    pub waits: String,
}

/// The inputs of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority in whose name the materials were taken.
    pub organ: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, if anybody.
    pub agent: Option<Party>,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The matters, when several were taken in together under one number; empty of a single one.
    pub matters: Vec<ReceivedMatter>,
    /// The materials taken in.
    pub materials: Vec<ReceivedMaterial>,
    /// Materials that may follow, with their dates.
    pub follow_ups: Vec<FollowUp>,
    /// When the materials were taken.
    pub received_at: DateTime<FixedOffset>,
    /// Who took them.
    pub received_by: String,
    /// The day promised for the decision, in words; empty when none runs yet.
    pub promised: String,
    /// How to ask for progress and fetch the result, one sentence each.
    pub how_to_check: Vec<String>,
    /// What it costs with its basis; 不收费 when nothing.
    pub fee: String,
    /// Taken in without a network.
    pub offline: bool,
    /// The day it was entered, of a case taken on a numbered slip (补录); the slip names no hour.
    pub entered_on: Option<NaiveDate>,
    /// With a place for the seal; a half sheet has little room for one.
    pub seal: bool,
}

impl Receipt {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Pairs(self.facts()));
        blocks.push(Block::Space(8.0));
        blocks.extend(self.matters());
        blocks.extend(self.materials());
        if !self.follow_ups.is_empty() {
            let list: Vec<String> = self
                .follow_ups
                .iter()
                .map(|item| format!("{}（{}）", item.name, item.by))
                .collect();
            let text = format!("可以后补：{}。", list.join("；"));
            blocks.push(remark(text).into());
        }
        blocks.push(remark("以上材料如不齐全或不符合法定形式，将在五个工作日内告知。").into());
        for sentence in &self.how_to_check {
            blocks.push(remark(sentence.as_str()).into());
        }
        if self.offline {
            let mark = "【离线收件】本件在未联网时收取，编号长期有效，联网后自动上报。";
            blocks.push(remark(mark).bold().into());
        }
        if let Some(entered) = self.entered_on {
            let text = format!(
                "【补录】本件于{}用编号单收取，{}录入电脑，办理期限从收件之日算起。",
                day(self.received_at.date_naive()),
                day(entered),
            );
            blocks.push(remark(text).bold().into());
        }
        let received = match self.entered_on {
            Some(_) => day(self.received_at.date_naive()),
            None => moment(&self.received_at),
        };
        let lines = vec![
            known("收件人", self.received_by.as_str()),
            known("收件时间", received),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        let seal = self.seal.then(|| Seal {
            organ: self.organ.clone(),
            date: day(self.received_at.date_naive()),
            prompt: "收件专用章".to_owned(),
        });
        let closing = self.imprint.closing("扫码或报编号查进度", lines, seal);
        let blocks = close(blocks, closing);
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn facts(&self) -> Vec<Vec<Pair>> {
        let mut rows = vec![vec![
            Pair::new("申请人", self.applicant.name.as_str()),
            Pair::new("证件号码", or(&self.applicant.masked_id, "未登记")),
        ]];
        if let Some(agent) = &self.agent {
            rows.push(vec![
                Pair::new("代理人", agent.name.as_str()),
                Pair::new("证件号码", or(&agent.masked_id, "未登记")),
            ]);
        }
        rows.push(vec![Pair::new("申请事项", self.matter.as_str())]);
        rows.push(vec![Pair::new("事项编码", or(&self.matter_code, "未编"))]);
        // A half sheet has little height: what is short shares a row.
        let mut last = vec![Pair::new("收费", or(&self.fee, "不收费"))];
        if !self.promised.is_empty() {
            last.push(Pair::new("承诺办结日", self.promised.as_str()));
        }
        rows.push(last);
        rows
    }

    fn matters(&self) -> Vec<Block> {
        if self.matters.is_empty() {
            return Vec::new();
        }
        let columns = vec![
            Column::left("编号", Width::Mm(45.0)),
            Column::left("事项", Width::Share(1.0)),
            Column::left("办理部门", Width::Mm(33.0)),
            Column::centred("决定", Width::Mm(17.0)),
            Column::left("承诺办结日", Width::Mm(27.0)),
        ];
        let rows = self.matters.iter().map(|one| {
            let matter = match one.waits.as_str() {
                "" => one.matter.clone(),
                waits => format!("{}（{waits}）", one.matter),
            };
            vec![
                Cell::from(one.number.as_str()),
                Cell::from(matter),
                Cell::from(one.office.as_str()),
                Cell::from(one.outcome.as_str()),
                Cell::from(or(&one.due, "—").to_owned()),
            ]
        });
        let table = Block::Table(Table {
            columns,
            rows: rows.collect(),
            size: 10.0,
        });
        vec![table, Block::Space(8.0)]
    }

    fn materials(&self) -> Vec<Block> {
        if self.materials.is_empty() {
            return vec![Block::Paragraph(Paragraph::new(
                "本次没有收取材料。共 0 件。",
                11.0,
            ))];
        }
        let columns = vec![
            Column::centred("序号", Width::Mm(12.0)),
            Column::left("材料名称", Width::Share(1.0)),
            Column::centred("份数/页数", Width::Mm(24.0)),
            Column::centred("怎么交", Width::Mm(24.0)),
            Column::left("备注", Width::Mm(32.0)),
        ];
        let rows = self.materials.iter().enumerate().map(|(at, item)| {
            vec![
                Cell::from((at + 1).to_string()),
                Cell::from(item.name.as_str()),
                Cell::from(quantity(item.copies, item.pages)),
                Cell::from(item.form.as_str()),
                Cell::from(item.note.as_str()),
            ]
        });
        let total = Paragraph::new(format!("共 {} 件", self.materials.len()), 11.0)
            .align(crate::model::Align::Right)
            .before(2.0);
        vec![
            Block::Table(Table {
                columns,
                rows: rows.collect(),
                size: 11.0,
            }),
            Block::Paragraph(total),
        ]
    }
}

pub(super) fn quantity(copies: u32, pages: u32) -> String {
    match (copies, pages) {
        (0, 0) => "—".to_owned(),
        (copies, 0) => format!("{copies}份"),
        (0, pages) => format!("{pages}页"),
        (copies, pages) => format!("{copies}份/{pages}页"),
    }
}
