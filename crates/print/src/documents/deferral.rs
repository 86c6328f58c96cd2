//! 申请容缺受理承诺书: minor materials are still missing and will follow by a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, blank, close, day, known, letter, list_heading, or, reference, remark,
    salutation,
};
use crate::model::{Block, Cell, Column, Document, Table, Width};

const TITLE: &str = "申请容缺受理承诺书";
const TEMPLATE: &str = "容缺承诺-1";

const PROMISES: [&str; 4] = [
    "在上列日期（含当日）前补齐所缺材料。可以当面交、邮寄或者通过系统提交，以材料送到之日为补交日期。",
    "补交的材料真实、有效，与已经提交的材料和填写的内容一致。",
    "已经知晓：容缺受理后随即开始办理，补交期限包含在承诺办结期限之内。",
    "逾期没有补齐的，接受终止办理、退回申请，由此造成的后果自行承担；因不可抗力不能按期补交的除外。",
];

/// A material that will follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Missing {
    /// The material.
    pub name: String,
    /// What has to be handed in, such as 原件 1 份.
    pub form: String,
    /// The day it is promised for; none leaves room to write.
    pub by: Option<NaiveDate>,
}

/// The inputs of a request to defer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferral {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority asked.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, if anybody.
    pub agent: Option<Party>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// The day of the request.
    pub asked_on: NaiveDate,
    /// Who took it.
    pub clerk: String,
}

impl Deferral {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading("", TITLE, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(salutation(or(&self.organ, "受理部门")));
        blocks.push(Block::Paragraph(letter(self.request())));
        blocks.push(Block::Space(6.0));
        blocks.push(Block::Table(self.table()));
        blocks.push(list_heading("本人（单位）承诺："));
        for (at, sentence) in PROMISES.iter().enumerate() {
            blocks.push(remark(format!("{}．{sentence}", at + 1)).into());
        }
        let lines = vec![
            blank("申请人（代理人）签名（手印）"),
            blank("签名日期"),
            known("经办人", or(&self.clerk, "　")),
            known("申请日期", day(self.asked_on)),
        ];
        let closing = self.imprint.closing("", lines, None);
        let blocks = close(blocks, closing);
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn request(&self) -> String {
        let agent = self.agent.as_ref().map_or_else(String::new, |agent| {
            format!("（代理人{}，证件号码{}）", agent.name, agent.masked_id)
        });
        format!(
            "{}（证件号码{}）{agent}申请办理“{}”，主要材料已经提交，下列材料暂缺，申请先予受理：",
            or(&self.applicant.name, "申请人"),
            or(&self.applicant.masked_id, "未登记"),
            self.matter,
        )
    }

    fn table(&self) -> Table {
        let columns = vec![
            Column::centred("序号", Width::Mm(12.0)),
            Column::left("暂缺的材料", Width::Share(1.4)),
            Column::left("应当提交", Width::Share(1.0)),
            Column::centred("补交日期", Width::Mm(38.0)),
        ];
        let rows = self.missing.iter().enumerate().map(|(at, item)| {
            let by = item.by.map_or_else(|| "　".to_owned(), day);
            vec![
                Cell::from((at + 1).to_string()),
                Cell {
                    text: item.name.clone(),
                    bold: true,
                },
                Cell::from(or(&item.form, "—")),
                Cell::from(by),
            ]
        });
        Table {
            columns,
            rows: rows.collect(),
            size: 11.0,
        }
    }
}
