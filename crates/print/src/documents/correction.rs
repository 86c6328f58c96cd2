//! 补正告知书 (补正材料通知书): everything that is missing, told once
//! (行政许可法第三十二条第一款第四项).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, acceptance_seal, blank, close, day, known, letter, or, reference, salutation,
};
use crate::model::{Block, Cell, Column, Document, Table, Width};

const TITLE: &str = "补正告知书";
const SUBTITLE: &str = "（补正材料通知书）";
const TEMPLATE: &str = "补正-1";

/// One material to be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Defect {
    /// The material.
    pub material: String,
    /// What is wrong with it.
    pub problem: String,
    /// How to put it right.
    pub cure: String,
    /// The rule that asks for it.
    pub basis: String,
}

/// The inputs of a correction notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that gives notice.
    pub organ: String,
    /// Who applies.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the materials were received.
    pub received_on: NaiveDate,
    /// The day this notice is served.
    pub served_on: NaiveDate,
    /// Everything to be corrected.
    pub defects: Vec<Defect>,
    /// The day by which the resident should supply.
    pub supply_by: NaiveDate,
    /// Where and how to supply.
    pub where_to: String,
    /// What follows when nothing is supplied.
    pub consequence: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Correction {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, SUBTITLE);
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(salutation(&self.applicant.name));
        blocks.push(Block::Paragraph(letter(format!(
            "你（单位）于{}提出的“{}”申请，经核对，下列材料需要补正：",
            day(self.received_on),
            self.matter,
        ))));
        blocks.push(Block::Space(6.0));
        blocks.push(Block::Table(defects_table(&self.defects)));
        blocks.push(Block::Paragraph(
            letter("以上为需要补正的全部内容。").bold().before(8.0),
        ));
        blocks.push(Block::Paragraph(letter(format!(
            "请于{}（含当日）前补正。{}",
            day(self.supply_by),
            self.where_to
        ))));
        blocks.push(Block::Paragraph(letter(or(
            &self.consequence,
            "材料全部补正之日即予受理，办理期限自受理之日起计算。",
        ))));
        let contact = format!("联系方式：{}", or(&self.contact, &self.imprint.hotline));
        blocks.push(letter(contact).into());
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn closing(&self) -> Block {
        let seal = acceptance_seal(&self.organ, self.served_on);
        let lines = vec![
            known("经办人", self.clerk.as_str()),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        self.imprint
            .closing("扫码或报编号查进度", lines, Some(seal))
    }
}

/// What is to be corrected, line by line.
pub(super) fn defects_table(defects: &[Defect]) -> Table {
    let columns = vec![
        Column::centred("序号", Width::Mm(12.0)),
        Column::left("材料", Width::Share(1.0)),
        Column::left("存在的问题", Width::Share(1.1)),
        Column::left("怎样补正", Width::Share(1.2)),
        Column::left("依据", Width::Share(1.0)),
    ];
    let rows = defects.iter().enumerate().map(|(at, defect)| {
        vec![
            Cell::from((at + 1).to_string()),
            Cell {
                text: defect.material.clone(),
                bold: true,
            },
            Cell::from(defect.problem.as_str()),
            Cell::from(defect.cure.as_str()),
            Cell::from(or(&defect.basis, "服务指南")),
        ]
    });
    Table {
        columns,
        rows: rows.collect(),
        size: 11.0,
    }
}
