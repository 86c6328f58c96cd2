//! 补正材料接收凭证: what was supplied to a case, when, to whom, and what is still owed.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{
    imprint::{Imprint, Party, blank, close, day, known, list_heading, moment, or, remark},
    receipt::ReceivedMaterial,
};
use crate::model::{Block, Cell, Column, Document, Pair, Table, Width};

const TITLE: &str = "补正材料接收凭证";
const TEMPLATE: &str = "补正接收-1";

/// Something that is still to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StillOwed {
    /// The material, or a form field's label.
    pub name: String,
    /// By when, in words.
    pub by: String,
}

/// The inputs of a receipt for supplies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplyReceipt {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority in whose name the materials were taken.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The materials taken in this time.
    pub materials: Vec<ReceivedMaterial>,
    /// Labels of the form's fields that were put right this time.
    pub fields: Vec<String>,
    /// What is still owed; empty when everything is in.
    pub owed: Vec<StillOwed>,
    /// What follows, one sentence.
    pub next: String,
    /// When it was taken.
    pub received_at: DateTime<FixedOffset>,
    /// Who took it.
    pub received_by: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl SupplyReceipt {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Pairs(self.facts()));
        blocks.push(list_heading("本次收到"));
        blocks.push(Block::Table(self.taken()));
        blocks.push(list_heading("还缺"));
        blocks.push(match self.owed.is_empty() {
            true => remark("无。要求补交的材料已全部收齐。").bold().into(),
            false => Block::Table(self.still_owed()),
        });
        if !self.next.is_empty() {
            blocks.push(remark(self.next.as_str()).into());
        }
        let contact = format!("联系方式：{}", or(&self.contact, &self.imprint.hotline));
        blocks.push(remark(contact).into());
        let lines = vec![
            known("收件人", self.received_by.as_str()),
            known("收件时间", moment(&self.received_at)),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        let closing = self.imprint.closing("扫码或报编号查进度", lines, None);
        let blocks = close(blocks, closing);
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn facts(&self) -> Vec<Vec<Pair>> {
        vec![
            vec![
                Pair::new("申请人", self.applicant.name.as_str()),
                Pair::new("证件号码", or(&self.applicant.masked_id, "未登记")),
            ],
            vec![Pair::new("申请事项", self.matter.as_str())],
            vec![Pair::new("事项编码", or(&self.matter_code, "未编"))],
            vec![Pair::new("收到日期", day(self.received_at.date_naive()))],
        ]
    }

    fn taken(&self) -> Table {
        let materials = self.materials.iter().map(|item| {
            let pages = match item.pages {
                0 => "—".to_owned(),
                pages => format!("{pages}页"),
            };
            (item.name.as_str(), pages, item.form.as_str(), &item.note)
        });
        let none = String::new();
        let fields = self
            .fields
            .iter()
            .map(|label| (label.as_str(), "—".to_owned(), "更正申请表", &none));
        let rows = materials
            .chain(fields)
            .enumerate()
            .map(|(at, (name, pages, form, note))| {
                vec![
                    Cell::from((at + 1).to_string()),
                    Cell::from(name),
                    Cell::from(pages),
                    Cell::from(form),
                    Cell::from(note.as_str()),
                ]
            });
        Table {
            columns: vec![
                Column::centred("序号", Width::Mm(12.0)),
                Column::left("材料名称", Width::Share(1.0)),
                Column::centred("页数", Width::Mm(18.0)),
                Column::centred("怎么交", Width::Mm(24.0)),
                Column::left("备注", Width::Mm(32.0)),
            ],
            rows: rows.collect(),
            size: 11.0,
        }
    }

    fn still_owed(&self) -> Table {
        let rows = self.owed.iter().enumerate().map(|(at, owed)| {
            vec![
                Cell::from((at + 1).to_string()),
                Cell {
                    text: owed.name.clone(),
                    bold: true,
                },
                Cell::from(owed.by.as_str()),
            ]
        });
        Table {
            columns: vec![
                Column::centred("序号", Width::Mm(12.0)),
                Column::left("材料名称", Width::Share(1.0)),
                Column::left("补交期限", Width::Mm(52.0)),
            ],
            rows: rows.collect(),
            size: 11.0,
        }
    }
}
