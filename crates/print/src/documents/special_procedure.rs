//! 特别程序告知书: a procedure whose days are not counted has begun, and how long it is expected to
//! take (行政许可法第四十五条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, authority_seal, blank, close, day, known, letter, or, reference, salutation,
};
use crate::model::{Block, Document};

const TITLE: &str = "特别程序告知书";
const TEMPLATE: &str = "特别程序-1";

/// The inputs of a notice of a special procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialProcedureNotice {
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
    /// The day the case was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// The procedure, such as 听证.
    pub procedure: String,
    /// Why, with its basis.
    pub reason: String,
    /// The rule by which its days are not counted.
    pub basis: String,
    /// The first day not counted, on which this notice is given.
    pub from: NaiveDate,
    /// Working days it is expected to take.
    pub expected_days: u32,
    /// The office that conducts it.
    pub office: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl SpecialProcedureNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(salutation(&self.applicant.name));
        let accepted = self
            .accepted_on
            .map_or_else(String::new, |on| format!("（{}受理）", day(on)));
        blocks.push(Block::Paragraph(letter(format!(
            "你（单位）提出的“{}”申请{accepted}，依法需要进行{}。理由和依据：{}",
            self.matter, self.procedure, self.reason
        ))));
        blocks.push(Block::Paragraph(letter(format!(
            "该程序自{}开始，预计需要{}个工作日，由{}组织。",
            day(self.from),
            self.expected_days,
            self.office
        ))));
        blocks.push(Block::Paragraph(
            letter(format!(
                "根据{}，上述期间不计入办理时限；程序结束后继续计算，并告知新的办结日期。",
                or(&self.basis, "有关规定")
            ))
            .bold(),
        ));
        let contact = format!("联系方式：{}", or(&self.contact, &self.imprint.hotline));
        blocks.push(letter(contact).into());
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn closing(&self) -> Block {
        let lines = vec![
            known("承办单位", self.office.as_str()),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        let seal = authority_seal(&self.organ, self.from);
        self.imprint
            .closing("扫码或报编号查进度", lines, Some(seal))
    }
}
