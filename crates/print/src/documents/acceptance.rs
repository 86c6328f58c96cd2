//! 受理通知书: the application is accepted; the limit runs from here
//! (行政许可法第三十二条第一款第五项 and last paragraph).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party, acceptance_seal, blank, close, day, letter, or, salutation};
use crate::model::{Block, Document, Pair};

const TITLE: &str = "受理通知书";
const TEMPLATE: &str = "受理-1";

/// The inputs of a notice of acceptance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// The authority that accepts.
    pub organ: String,
    /// Who applies.
    pub applicant: Party,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// The day the application was handed in.
    pub applied_on: NaiveDate,
    /// The day of acceptance, from which the limit runs.
    pub accepted_on: NaiveDate,
    /// The rule the acceptance rests on, with its article.
    pub basis: String,
    /// The last day the law allows, in words; empty when the law names none.
    pub legal_due: String,
    /// The day promised, in words, such as 「当场办结」.
    pub promised_due: String,
    /// Special procedures foreseen and the time they take; empty for none.
    pub special_procedures: String,
    /// Fee with its basis; empty for none.
    pub fee: String,
    /// How the result is handed over.
    pub delivery: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl Acceptance {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(salutation(&self.applicant.name));
        blocks.push(Block::Paragraph(letter(format!(
            "你（单位）于{}提出的“{}”申请，申请材料齐全、符合法定形式。根据{}，决定予以受理，办理期限自受理之日起计算。",
            day(self.applied_on),
            self.matter,
            or(&self.basis, "有关规定"),
        ))));
        blocks.push(Block::Space(8.0));
        blocks.push(Block::Pairs(self.facts()));
        let seal = acceptance_seal(&self.organ, self.accepted_on);
        let lines = vec![blank("申请人（代理人）签收"), blank("签收日期")];
        let closing = self
            .imprint
            .closing("扫码或报编号查进度", lines, Some(seal));
        let blocks = close(blocks, closing);
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn facts(&self) -> Vec<Vec<Pair>> {
        vec![
            vec![
                Pair::new("申请人", self.applicant.name.as_str()),
                Pair::new("证件号码", or(&self.applicant.masked_id, "未登记")),
            ],
            vec![Pair::new("事项编码", or(&self.matter_code, "未编"))],
            vec![
                Pair::new("受理日期", day(self.accepted_on)),
                Pair::new("承诺办结", or(&self.promised_due, "按法定时限")),
            ],
            vec![Pair::new(
                "法定办结",
                or(&self.legal_due, "法律、法规没有规定"),
            )],
            vec![Pair::new("特别程序", or(&self.special_procedures, "无"))],
            vec![Pair::new("收费", or(&self.fee, "本事项不收费"))],
            vec![Pair::new(
                "领取方式",
                or(&self.delivery, "凭本通知书到受理窗口领取"),
            )],
            vec![Pair::new(
                "联系方式",
                or(&self.contact, &self.imprint.hotline),
            )],
        ]
    }
}
