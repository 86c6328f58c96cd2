//! 申请表: what the resident applies for, as taken down, to be read and signed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, blank, close, day, known, list_heading, or, reference, remark,
};
use crate::model::{Block, Cell, Column, Document, Pair, Table, Width};

const SUFFIX: &str = "申请表";
const TEMPLATE: &str = "申请表-2";

/// Labels and values up to this many characters stand two in a row.
const SHORT_LABEL: usize = 9;
const SHORT_VALUE: usize = 18;

/// What 个人信息保护法 Art. 17, 30 and 35 have told: who, what for, which, how long, and the rights.
fn privacy(organ: &str) -> String {
    format!(
        "个人信息处理告知：为办理本事项，{organ}和受理点收集表内和所交材料中的个人信息，其中证件号码等敏感信息为核对身份所必需。\
         收集的个人信息仅用于办理本事项，加密存放，按档案规定的期限保存；可在窗口查阅、复制、更正，有疑问拨打12345。"
    )
}

const STATEMENT: &str = "本人（单位）已看过或听过以上全部内容，所填内容和提交的材料真实、有效；如有不实，愿意承担相应的法律责任。";

/// One field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormEntry {
    /// Its label.
    pub label: String,
    /// Its value; empty leaves room to write.
    pub value: String,
}

/// One material of the application.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormMaterial {
    /// Its name.
    pub name: String,
    /// How it was settled, in words.
    pub how: String,
}

/// The inputs of an application form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationForm {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The department applied to.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Who applies.
    pub applicant: Party,
    /// Who came instead, with the relation in words.
    pub agent: Option<(Party, String)>,
    /// The form's fields, in its order.
    pub fields: Vec<FormEntry>,
    /// The materials and how each was settled.
    pub materials: Vec<FormMaterial>,
    /// The day of the application.
    pub applied_on: NaiveDate,
    /// Who took it down.
    pub clerk: String,
}

impl ApplicationForm {
    /// The title: the matter and 申请表.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}{SUFFIX}", self.matter)
    }

    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let title = self.title();
        let mut blocks = self.imprint.heading("", &title, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(Block::Pairs(self.parties()));
        if !self.fields.is_empty() {
            blocks.push(list_heading("一、申请内容"));
            blocks.push(Block::Pairs(rows(&self.fields)));
        }
        blocks.push(list_heading("二、提交的材料"));
        blocks.push(self.materials());
        blocks.push(list_heading("三、申请人声明"));
        blocks.push(remark(STATEMENT.to_owned()).into());
        blocks.push(remark(privacy(&self.organ)).into());
        let lines = vec![
            blank("申请人签名（手印）"),
            blank("代理人签名（手印）"),
            blank("签名日期"),
            known("经办人", or(&self.clerk, "　")),
        ];
        let closing = self.imprint.closing("", lines, None);
        let blocks = close(blocks, closing);
        self.imprint.document(&title, TEMPLATE, blocks)
    }

    fn parties(&self) -> Vec<Vec<Pair>> {
        let mut rows = vec![party("申请人", &self.applicant)];
        if let Some((agent, relation)) = &self.agent {
            rows.push(party("代理人", agent));
            rows.push(vec![Pair::new("代理关系", or(relation, "未填"))]);
        }
        rows.push(vec![
            Pair::new("受理部门", or(&self.organ, "未填")),
            Pair::new("申请日期", day(self.applied_on)),
        ]);
        rows
    }

    fn materials(&self) -> Block {
        if self.materials.is_empty() {
            return remark("本情形不用交材料。").into();
        }
        let columns = vec![
            Column::centred("序号", Width::Mm(12.0)),
            Column::left("材料名称", Width::Share(1.6)),
            Column::left("怎么交", Width::Share(1.0)),
        ];
        let rows = self.materials.iter().enumerate().map(|(at, item)| {
            vec![
                Cell::from((at + 1).to_string()),
                Cell::from(item.name.as_str()),
                Cell::from(or(&item.how, "未交")),
            ]
        });
        Block::Table(Table {
            columns,
            rows: rows.collect(),
            size: 11.0,
        })
    }
}

fn party(label: &str, party: &Party) -> Vec<Pair> {
    vec![
        Pair::new(label, or(&party.name, "　")),
        Pair::new("证件号码", or(&party.masked_id, "未登记")),
    ]
}

/// Two short fields share a row; a long one has its own.
fn rows(fields: &[FormEntry]) -> Vec<Vec<Pair>> {
    let mut rows: Vec<Vec<Pair>> = Vec::new();
    let mut open = false;
    for field in fields {
        let pair = Pair::new(field.label.as_str(), field.value.as_str());
        let short = is_short(field);
        match rows.last_mut() {
            Some(row) if open && short => {
                row.push(pair);
                open = false;
            }
            _ => {
                rows.push(vec![pair]);
                open = short;
            }
        }
    }
    rows
}

fn is_short(field: &FormEntry) -> bool {
    field.label.chars().count() <= SHORT_LABEL && field.value.chars().count() <= SHORT_VALUE
}
