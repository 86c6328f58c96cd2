//! 异地代收: what the resident keeps (异地代收回执) and what travels with the materials (转办单).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party, blank, close, day, known, list_heading, or, remark};
use super::receipt::{ReceivedMaterial, quantity};
use crate::model::{Block, Cell, Column, Document, Line, Pair, Table, Width};

const RECEIPT: &str = "异地代收回执";
const RECEIPT_TEMPLATE: &str = "代收回执-1";
const TRANSFER: &str = "转办单";
const TRANSFER_TEMPLATE: &str = "转办单-1";

/// The inputs of both papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarding {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The point that took the materials in (收件地), with its telephone.
    pub from: String,
    /// Its telephone.
    pub from_phone: String,
    /// The authority that handles it (办理地).
    pub to: String,
    /// Its address; may be empty.
    pub to_address: String,
    /// Its telephone.
    pub to_phone: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, if anybody.
    pub agent: Option<Party>,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The materials that travel.
    pub materials: Vec<ReceivedMaterial>,
    /// The day they were taken in.
    pub received_on: NaiveDate,
    /// The day they were sent on.
    pub sent_on: NaiveDate,
    /// How: the courier's number, or who carries them.
    pub by: String,
    /// Who sent them on.
    pub clerk: String,
}

impl Forwarding {
    /// What the resident keeps.
    #[must_use]
    pub fn receipt(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.from, RECEIPT, "");
        blocks.push(Block::Pairs(self.facts()));
        blocks.push(list_heading("代收的材料"));
        blocks.push(self.materials());
        blocks.push(
            remark(format!(
                "材料由{}代收，转{}办理。是否受理、何时办结，由办理地书面告知；问进度请拨 {}。",
                self.from, self.to, self.to_phone
            ))
            .into(),
        );
        let lines = vec![
            known("代收人", self.clerk.as_str()),
            known("代收日期", day(self.received_on)),
            blank("申请人（代理人）签收"),
        ];
        let blocks = self.closed(blocks, lines);
        self.imprint.document(RECEIPT, RECEIPT_TEMPLATE, blocks)
    }

    /// What travels with the materials.
    #[must_use]
    pub fn transfer(&self) -> Document {
        let mut blocks = self
            .imprint
            .heading(&self.from, TRANSFER, "随材料移送办理地");
        blocks.push(Block::Pairs(self.facts()));
        blocks.push(list_heading("移送的材料"));
        blocks.push(self.materials());
        blocks.push(remark("收到后请核对材料，签收并把结果告知收件地和申请人。").into());
        let lines = vec![
            known("移送人", self.clerk.as_str()),
            known("移送日期", day(self.sent_on)),
            blank("办理地接收人签字"),
            blank("接收日期"),
        ];
        let blocks = self.closed(blocks, lines);
        self.imprint.document(TRANSFER, TRANSFER_TEMPLATE, blocks)
    }

    fn closed(&self, blocks: Vec<Block>, lines: Vec<Line>) -> Vec<Block> {
        close(
            blocks,
            self.imprint.closing("扫码或报编号查进度", lines, None),
        )
    }

    fn facts(&self) -> Vec<Vec<Pair>> {
        let party = |label: &str, party: &Party| {
            vec![
                Pair::new(label, party.name.as_str()),
                Pair::new("证件号码", or(&party.masked_id, "未登记")),
            ]
        };
        let mut rows = vec![party("申请人", &self.applicant)];
        rows.extend(self.agent.as_ref().map(|agent| party("代理人", agent)));
        let place = |name: &str, phone: &str| format!("{name}　电话 {}", or(phone, "未登记"));
        rows.push(vec![Pair::new("申请事项", self.matter.as_str())]);
        rows.push(vec![Pair::new("事项编码", or(&self.matter_code, "未编"))]);
        rows.push(vec![Pair::new(
            "收件地",
            place(&self.from, &self.from_phone),
        )]);
        rows.push(vec![Pair::new("办理地", place(&self.to, &self.to_phone))]);
        if !self.to_address.is_empty() {
            rows.push(vec![Pair::new("办理地地址", self.to_address.as_str())]);
        }
        rows.push(vec![
            Pair::new("寄送方式", self.by.as_str()),
            Pair::new("寄出日期", day(self.sent_on)),
        ]);
        rows
    }

    fn materials(&self) -> Block {
        if self.materials.is_empty() {
            return remark("没有要移送的纸质材料，电子材料随系统转送。").into();
        }
        let columns = vec![
            Column::centred("序号", Width::Mm(12.0)),
            Column::left("材料名称", Width::Share(1.0)),
            Column::centred("份数/页数", Width::Mm(24.0)),
            Column::centred("怎么交", Width::Mm(28.0)),
        ];
        let rows = self.materials.iter().enumerate().map(|(at, item)| {
            vec![
                Cell::from((at + 1).to_string()),
                Cell::from(item.name.as_str()),
                Cell::from(quantity(item.copies, item.pages)),
                Cell::from(item.form.as_str()),
            ]
        });
        Block::Table(Table {
            columns,
            rows: rows.collect(),
            size: 11.0,
        })
    }
}
