//! 延长办理期限通知书: by how many days, who approved it and why (行政许可法第四十二条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, authority_seal, blank, close, day, known, letter, or, reference, salutation,
};
use crate::model::{Block, Document};

const TITLE: &str = "延长办理期限通知书";
const TEMPLATE: &str = "延长期限-1";

/// The inputs of a notice that a limit was extended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionNotice {
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
    /// Working days added.
    pub days: u32,
    /// Who approved it, by office.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// The rule that allows it.
    pub basis: String,
    /// The day of the approval.
    pub approved_on: NaiveDate,
    /// The promised last day now; empty when it is not told.
    pub promised_due: String,
    /// The statutory last day now; empty when it is not told.
    pub legal_due: String,
    /// Which office says so.
    pub office: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl ExtensionNotice {
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
            "你（单位）提出的“{}”申请{accepted}，不能在原定期限内办结。根据{}，经{}批准，办理期限延长{}个工作日。",
            self.matter,
            or(&self.basis, "有关规定"),
            self.approver,
            self.days
        ))));
        blocks.push(Block::Paragraph(letter(format!("理由：{}", self.reason))));
        if let Some(dates) = self.dates() {
            blocks.push(Block::Paragraph(letter(dates).bold()));
        }
        let contact = format!("联系方式：{}", or(&self.contact, &self.imprint.hotline));
        blocks.push(letter(contact).into());
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn dates(&self) -> Option<String> {
        let said: Vec<String> = [
            ("承诺办结日期", &self.promised_due),
            ("法定办结日期", &self.legal_due),
        ]
        .into_iter()
        .filter(|(_, due)| !due.is_empty())
        .map(|(label, due)| format!("{label}：{due}"))
        .collect();
        (!said.is_empty()).then(|| format!("延长后，{}。", said.join("；")))
    }

    fn closing(&self) -> Block {
        let lines = vec![
            known("承办单位", self.office.as_str()),
            blank("申请人（代理人）签收"),
            blank("签收日期"),
        ];
        let seal = authority_seal(&self.organ, self.approved_on);
        self.imprint
            .closing("扫码或报编号查进度", lines, Some(seal))
    }
}
