//! 审查阶段补正材料通知书: what the department still needs while it examines. It is not the one notice
//! before acceptance, and every line names its legal basis.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    correction::{Defect, defects_table},
    imprint::{
        Imprint, Party, authority_seal, blank, close, day, known, letter, or, reference, salutation,
    },
};
use crate::model::{Block, Document};

const TITLE: &str = "审查阶段补正材料通知书";
const TEMPLATE: &str = "审查补正-1";

/// The inputs of a notice of what an examination needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExaminationNotice {
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
    /// The day this notice is given.
    pub asked_on: NaiveDate,
    /// Everything needed.
    pub defects: Vec<Defect>,
    /// The day by which the resident should supply.
    pub supply_by: NaiveDate,
    /// Where and how to supply.
    pub where_to: String,
    /// The office that examines.
    pub office: String,
    /// Whom to ask: name and telephone.
    pub contact: String,
}

impl ExaminationNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, TITLE, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(salutation(&self.applicant.name));
        let accepted = self
            .accepted_on
            .map_or_else(String::new, |on| format!("已于{}受理，", day(on)));
        blocks.push(Block::Paragraph(letter(format!(
            "你（单位）提出的“{}”申请{accepted}现处于审查阶段。经{}审查，还需要补正下列材料：",
            self.matter, self.office
        ))));
        blocks.push(Block::Space(6.0));
        blocks.push(Block::Table(defects_table(&self.defects)));
        blocks.push(Block::Paragraph(
            letter("以上为审查阶段需要补正的全部内容。")
                .bold()
                .before(8.0),
        ));
        blocks.push(Block::Paragraph(letter(format!(
            "请于{}（含当日）前补正。{}",
            day(self.supply_by),
            self.where_to
        ))));
        blocks.push(Block::Paragraph(letter(
            "本通知不改变受理日期，也不暂停办理时限；收到补正材料时另给接收凭证。",
        )));
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
        let seal = authority_seal(&self.organ, self.asked_on);
        self.imprint
            .closing("扫码或报编号查进度", lines, Some(seal))
    }
}
