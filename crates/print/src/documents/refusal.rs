//! 不予受理通知书: why, who is competent, and what can be done about it
//! (行政许可法第三十二条第一款第一、二项 and last paragraph).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, acceptance_seal, blank, close, day, known, letter, or, reference, salutation,
};
use crate::model::{Block, Document};

const TITLE: &str = "不予受理通知书";
const TEMPLATE: &str = "不予受理-1";

/// The inputs of a notice of refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that refuses.
    pub organ: String,
    /// Who applied.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day of this decision.
    pub decided_on: NaiveDate,
    /// The reason, one or more whole sentences.
    pub reason: String,
    /// The rule it rests on, with its article.
    pub basis: String,
    /// The competent authority with address and telephone, if another one is.
    pub competent: Option<String>,
    /// Who decides on 行政复议.
    pub review_authority: String,
    /// The court for 行政诉讼.
    pub court: String,
    /// Materials given back.
    pub returned: Vec<String>,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Refusal {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(salutation(&self.applicant.name));
        blocks.push(Block::Paragraph(letter(format!(
            "你（单位）于{}提出的“{}”申请，经审查：{}",
            day(self.applied_on),
            self.matter,
            self.reason,
        ))));
        blocks.push(Block::Paragraph(letter(format!(
            "根据{}，决定不予受理。",
            or(&self.basis, "有关规定")
        ))));
        if let Some(competent) = &self.competent {
            let text = format!("本事项请向有权办理的机关申请：{competent}");
            blocks.push(Block::Paragraph(letter(text)));
        }
        blocks.push(Block::Paragraph(letter(format!(
            "如不服本决定，可以自收到本通知书之日起六十日内向{}申请行政复议，也可以自收到本通知书之日起六个月内依法向{}提起行政诉讼。",
            or(&self.review_authority, "有管辖权的行政复议机关"),
            or(&self.court, "有管辖权的人民法院"),
        ))));
        blocks.push(Block::Paragraph(letter(self.returned_text())));
        let contact = format!("联系方式：{}", or(&self.contact, &self.imprint.hotline));
        blocks.push(letter(contact).into());
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
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
        let seal = acceptance_seal(&self.organ, self.decided_on);
        let lines = vec![
            known("经办人", self.clerk.as_str()),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        self.imprint.closing("扫码核对本通知书", lines, Some(seal))
    }
}
