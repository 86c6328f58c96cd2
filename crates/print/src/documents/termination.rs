//! 办件终止通知书: what was asked for did not come by its day, and the case ended without a decision.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, acceptance_seal, blank, close, day, known, letter, or, reference, salutation,
};
use crate::model::{Block, Document};

const TITLE: &str = "办件终止通知书";
const TEMPLATE: &str = "终止-1";

/// The inputs of a notice that a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Termination {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that gives notice.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day it ended.
    pub ended_on: NaiveDate,
    /// The day to supply by that passed.
    pub supply_by: Option<NaiveDate>,
    /// What was still owed, by name.
    pub owed: Vec<String>,
    /// The reason, one or more whole sentences.
    pub reason: String,
    /// Materials given back.
    pub returned: Vec<String>,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Termination {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(salutation(&self.applicant.name));
        blocks.push(Block::Paragraph(letter(self.what_happened())));
        blocks.push(Block::Paragraph(letter(format!(
            "本件自{}起终止办理。原因：{}",
            day(self.ended_on),
            self.reason
        ))));
        blocks.push(Block::Paragraph(letter(
            "终止不影响你（单位）再次提出申请；材料齐全后可以随时重新申请。",
        )));
        blocks.push(Block::Paragraph(letter(self.returned_text())));
        let contact = format!("联系方式：{}", or(&self.contact, &self.imprint.hotline));
        blocks.push(letter(contact).into());
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn what_happened(&self) -> String {
        let applied = format!(
            "你（单位）于{}提出的“{}”申请，",
            day(self.applied_on),
            self.matter
        );
        let by = self
            .supply_by
            .map_or_else(String::new, |by| format!("应于{}前", day(by)));
        if self.owed.is_empty() {
            return format!("{applied}{by}补齐的材料未按期补齐。");
        }
        format!(
            "{applied}{by}补交的下列材料至今没有收到：{}。",
            self.owed.join("；")
        )
    }

    fn returned_text(&self) -> String {
        if self.returned.is_empty() {
            return "本次没有留存材料，无需退还。".to_owned();
        }
        format!(
            "退还材料（共 {} 件）：{}。",
            self.returned.len(),
            self.returned.join("；")
        )
    }

    fn closing(&self) -> Block {
        let seal = acceptance_seal(&self.organ, self.ended_on);
        let lines = vec![
            known("经办人", self.clerk.as_str()),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        self.imprint.closing("扫码核对本通知书", lines, Some(seal))
    }
}
