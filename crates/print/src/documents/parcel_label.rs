//! 邮寄单（面单存根）: what goes into a parcel, from whom, to whom, under which number. Whoever carries
//! it sees the telephone only in part.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::collection_slip::Collected;
use super::delivery_proof::served;
use super::imprint::{Imprint, blank, close, day, known, list_heading, or, remark};
use crate::model::{Block, Document, Pair};

const TITLE: &str = "邮寄单";
const TEMPLATE: &str = "邮寄单-1";

/// The inputs of a parcel's label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelLabel {
    /// The facts of this printing; its QR is the carrier's number.
    pub imprint: Imprint,
    /// Who carries it.
    pub carrier: String,
    /// The carrier's number.
    pub tracking: String,
    /// The point that sends it, with address and telephone.
    pub sender: Vec<String>,
    /// Who is to have it.
    pub recipient: String,
    /// Their telephone, masked in the middle.
    pub masked_phone: String,
    /// Where to.
    pub address: String,
    /// What is in it.
    pub cases: Vec<Collected>,
    /// The day it was posted.
    pub on: NaiveDate,
    /// Who posted it.
    pub clerk: String,
}

impl ParcelLabel {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading("", TITLE, "");
        blocks.push(Block::Pairs(vec![
            vec![
                Pair::new("寄递企业", self.carrier.as_str()),
                Pair::new("邮件号", self.tracking.as_str()),
            ],
            vec![
                Pair::new("收件人", self.recipient.as_str()),
                Pair::new("电话", or(&self.masked_phone, "未留")),
            ],
            vec![Pair::new("收件地址", self.address.as_str())],
            vec![Pair::new("寄件人", self.sender.join("　"))],
        ]));
        for case in &self.cases {
            let head = format!("内件：{}　{}", case.number, case.matter);
            blocks.push(list_heading(head));
            blocks.push(Block::Table(served(&case.documents)));
        }
        blocks.push(remark("寄递不向申请人收费。以寄递企业记载的签收日为送达日。").into());
        let lines = vec![
            known("交寄日期", day(self.on)),
            known("交寄人", or(&self.clerk, "　")),
            blank("揽收人签名"),
        ];
        let closing = self.imprint.closing("扫码查邮件号", lines, None);
        let blocks = close(blocks, closing);
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }
}
