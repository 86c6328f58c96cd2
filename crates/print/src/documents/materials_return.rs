//! 材料退回凭证: what was given back to the applicant when a case ended, against signature.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party, blank, close, day, known, or, remark};
use crate::model::{Block, Cell, Column, Document, Pair, Table, Width};

const TITLE: &str = "材料退回凭证";
const TEMPLATE: &str = "材料退回-1";

/// The inputs of a proof that materials were given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialsReturn {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Who gives them back.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// Why the case ended: 申请人书面撤回 …
    pub cause: String,
    /// The day it ended.
    pub ended_on: NaiveDate,
    /// The materials given back, by name.
    pub returned: Vec<String>,
    /// Who gives them back.
    pub clerk: String,
}

impl MaterialsReturn {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Pairs(self.facts()));
        blocks.push(Block::Space(8.0));
        if self.returned.is_empty() {
            blocks.push(remark("本件没有留存纸质材料，无需退还。").bold().into());
        } else {
            blocks.push(Block::Table(self.table()));
            let total = format!("共退回 {} 件，请当面点清后签收。", self.returned.len());
            blocks.push(remark(total).into());
        }
        let lines = vec![
            known("退件人", self.clerk.as_str()),
            known("退回日期", day(self.ended_on)),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        let closing = self.imprint.closing("扫码核对本凭证", lines, None);
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
            vec![Pair::new("申请日期", day(self.applied_on))],
            vec![Pair::new("退回原因", or(&self.cause, "办件已结束"))],
        ]
    }

    fn table(&self) -> Table {
        let rows = self.returned.iter().enumerate().map(|(at, name)| {
            vec![
                Cell::from((at + 1).to_string()),
                Cell::from(name.as_str()),
                Cell::from(""),
            ]
        });
        Table {
            columns: vec![
                Column::centred("序号", Width::Mm(12.0)),
                Column::left("材料名称", Width::Share(1.0)),
                Column::left("点收", Width::Mm(32.0)),
            ],
            rows: rows.collect(),
            size: 11.0,
        }
    }
}
