//! 领取凭证（领取签收单）: everything one person takes with them in one handing over, to be signed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::delivery_proof::{ServedDocument, Taker, served};
use super::imprint::{Imprint, Party, blank, close, day, known, list_heading, or, remark};
use crate::model::{Block, Document, Pair};

const TITLE: &str = "领取凭证";
const SUBTITLE: &str = "（领取签收单）";
const TEMPLATE: &str = "领取凭证-1";

/// The results of one case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Collected {
    /// The case's number.
    pub number: String,
    /// Its matter.
    pub matter: String,
    /// What is handed over.
    pub documents: Vec<ServedDocument>,
}

/// The inputs of a collection slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionSlip {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Whose results they are.
    pub applicant: Party,
    /// Who takes them, when it is not the applicant.
    pub taker: Option<Taker>,
    /// Each case.
    pub cases: Vec<Collected>,
    /// How, in the law's words.
    pub way: String,
    /// Where.
    pub place: String,
    /// The day.
    pub on: NaiveDate,
    /// Who saw a fingerprint; may be empty.
    pub witness: String,
    /// Who hands over.
    pub clerk: String,
}

impl CollectionSlip {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading("", TITLE, SUBTITLE);
        blocks.push(Block::Pairs(self.people()));
        for case in &self.cases {
            let head = format!("{}　{}", case.number, case.matter);
            blocks.push(list_heading(head));
            blocks.push(Block::Table(served(&case.documents)));
        }
        let count: usize = self.cases.iter().map(|case| case.documents.len()).sum();
        let total = format!(
            "以上共 {} 件办件、{count} 份结果，已当面清点、核对无误。请核对姓名、证件号码和有效期，有误当场更正。",
            self.cases.len()
        );
        blocks.push(remark(total).into());
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn people(&self) -> Vec<Vec<Pair>> {
        let mut rows = vec![vec![
            Pair::new("申请人", self.applicant.name.as_str()),
            Pair::new("证件号码", or(&self.applicant.masked_id, "未登记")),
        ]];
        if let Some(taker) = &self.taker {
            rows.push(vec![
                Pair::new("代领人", taker.party.name.as_str()),
                Pair::new("证件号码", or(&taker.party.masked_id, "未登记")),
            ]);
            rows.push(vec![Pair::new("关系", or(&taker.relation, "—"))]);
            rows.push(vec![Pair::new("代领依据", or(&taker.authority, "—"))]);
        }
        rows.push(vec![
            Pair::new("领取方式", self.way.as_str()),
            Pair::new("领取日期", day(self.on)),
        ]);
        rows.push(vec![Pair::new("领取地点", or(&self.place, "—"))]);
        rows
    }

    fn closing(&self) -> Block {
        let witness = match self.witness.as_str() {
            "" => blank("见证人（按手印时）"),
            name => known("见证人", name),
        };
        let lines = vec![
            blank("领取人签名（手印）"),
            blank("签收日期"),
            witness,
            known("交付人", or(&self.clerk, "　")),
        ];
        self.imprint.closing("扫码查办件", lines, None)
    }
}
