//! 送达回证: that a result reached the person, when, how and into whose hands
//! (行政许可法第四十四条; 民事诉讼法第八十七条至第九十二条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party, blank, close, day, known, or, reference, remark};
use crate::model::{Block, Cell, Column, Document, Pair, Table, Width};

const TITLE: &str = "送达回证";
const TEMPLATE: &str = "送达回证-1";

/// A document that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ServedDocument {
    /// Its name.
    pub name: String,
    /// Its number (文号); may be empty.
    pub number: String,
    /// The last day it is valid; none when it has none.
    pub valid_until: Option<NaiveDate>,
}

/// Who took it in place of the person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Taker {
    /// Who.
    pub party: Party,
    /// How they are related.
    pub relation: String,
    /// By what they may, such as a mandate and its term.
    pub authority: String,
}

/// The inputs of a proof of delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryProof {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority whose result it is.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Whom it is for.
    pub addressee: Party,
    /// The documents.
    pub documents: Vec<ServedDocument>,
    /// How, in the law's words.
    pub way: String,
    /// Where.
    pub place: String,
    /// The day.
    pub delivered_on: NaiveDate,
    /// Who took it, when it was not the addressee.
    pub taker: Option<Taker>,
    /// How it was signed for, in words.
    pub acknowledged: String,
    /// Who saw it; may be empty.
    pub witness: String,
    /// What else is to be said, such as the carrier and its number.
    pub note: String,
    /// Who handed it over.
    pub clerk: String,
}

impl DeliveryProof {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(Block::Pairs(self.addressee()));
        blocks.push(Block::Space(6.0));
        blocks.push(Block::Table(served(&self.documents)));
        blocks.push(Block::Space(6.0));
        blocks.push(Block::Pairs(self.circumstances()));
        let note = remark("受送达人拒绝签收的，由见证人签名，把文书留在受送达人住所，即视为送达。");
        blocks.push(note.into());
        let receiver = match &self.taker {
            Some(_) => "代收人签名（手印）",
            None => "受送达人签名（手印）",
        };
        let lines = vec![
            blank(receiver),
            blank("签收日期"),
            known("送达人", or(&self.clerk, "　")),
            blank("见证人签名"),
        ];
        let closing = self.imprint.closing("扫码核对本回证", lines, None);
        let blocks = close(blocks, closing);
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn addressee(&self) -> Vec<Vec<Pair>> {
        vec![
            vec![
                Pair::new("受送达人", self.addressee.name.as_str()),
                Pair::new("证件号码", or(&self.addressee.masked_id, "未登记")),
            ],
            vec![Pair::new("办理事项", self.matter.as_str())],
        ]
    }

    fn circumstances(&self) -> Vec<Vec<Pair>> {
        let mut rows = vec![
            vec![
                Pair::new("送达方式", self.way.as_str()),
                Pair::new("送达日期", day(self.delivered_on)),
            ],
            vec![Pair::new("送达地点", or(&self.place, "—"))],
            vec![Pair::new("签收方式", or(&self.acknowledged, "—"))],
        ];
        if let Some(taker) = &self.taker {
            rows.push(vec![
                Pair::new("代收人", taker.party.name.as_str()),
                Pair::new("证件号码", or(&taker.party.masked_id, "未登记")),
            ]);
            rows.push(vec![Pair::new("关系", or(&taker.relation, "—"))]);
            rows.push(vec![Pair::new("代收依据", or(&taker.authority, "—"))]);
        }
        rows.push(vec![Pair::new("见证人", or(&self.witness, "无"))]);
        rows.push(vec![Pair::new("备注", or(&self.note, "无"))]);
        rows
    }
}

/// Documents as a table, with number and validity.
pub(super) fn served(documents: &[ServedDocument]) -> Table {
    let columns = vec![
        Column::centred("序号", Width::Mm(12.0)),
        Column::left("文书名称", Width::Share(1.0)),
        Column::left("文号", Width::Share(1.2)),
        Column::centred("有效期至", Width::Mm(34.0)),
    ];
    let rows = documents.iter().enumerate().map(|(at, one)| {
        vec![
            Cell::from((at + 1).to_string()),
            Cell {
                text: one.name.clone(),
                bold: true,
            },
            Cell::from(or(&one.number, "—")),
            Cell::from(one.valid_until.map_or_else(|| "—".to_owned(), day)),
        ]
    });
    Table {
        columns,
        rows: rows.collect(),
        size: 11.0,
    }
}
