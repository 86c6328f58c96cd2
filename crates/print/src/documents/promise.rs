//! 告知承诺书: what the authority tells and what the applicant promises instead of a proof
//! (国办发〔2020〕42号); also a 承诺书 that is a material of the matter itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, Party, blank, close, day, known, list_heading, or, reference, remark,
};
use crate::model::{Block, Document, Pair};

const TEMPLATE: &str = "承诺-1";

const LIABILITY: &str = "承诺不实的，终止办理或者撤销已经作出的决定，已经领取的待遇、资金依法追回，并依法记入信用记录；造成他人损失的承担民事责任；违反行政管理规定的依法给予行政处罚；构成犯罪的依法追究刑事责任。";
const CHECKING: &str = "行政机关有权在办理中和办结后，通过网络核验、部门协查、现场核查等方式核实承诺内容，申请人应当配合。";
const PUBLICITY: &str = "承诺书随办件存档，不向社会公开；法律、法规另有规定的除外。";
const CHOICE: &str =
    "可以不选告知承诺。不选的，提交该证明材料即可，行政机关不得因此拒绝或者拖延办理。";
const WAY: &str = "书面承诺，申请人签名或者按手印后生效；代理人代为承诺的，应当有申请人的委托。";

/// The inputs of a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Title, such as 告知承诺书 or the material's own name.
    pub title: String,
    /// The authority that tells and is promised to.
    pub organ: String,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Who promises.
    pub applicant: Party,
    /// Who promises for them.
    pub agent: Option<Party>,
    /// The material or proof.
    pub proof: String,
    /// What it shows or asks for, in words; empty when its name says so.
    pub content: String,
    /// The rule that asks for it.
    pub basis: String,
    /// Promised instead of a proof, so that the proof may be handed in as well.
    pub replaces_proof: bool,
    /// The day the applicant was told.
    pub told_on: NaiveDate,
    /// Who told.
    pub clerk: String,
}

impl Promise {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading(&self.organ, &self.title, "");
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(Block::Pairs(self.parties()));
        blocks.push(list_heading("第一部分　行政机关告知"));
        blocks.push(Block::Pairs(self.told()));
        blocks.push(list_heading("第二部分　申请人承诺"));
        for (at, sentence) in self.promised().into_iter().enumerate() {
            blocks.push(remark(format!("{}．{sentence}", at + 1)).into());
        }
        let lines = vec![
            blank("申请人（代理人）签名（手印）"),
            blank("签名日期"),
            blank(&format!("行政机关（印章）告知人 {} 签名", self.clerk)),
            known("告知日期", day(self.told_on)),
        ];
        let closing = self.imprint.closing("", lines, None);
        let blocks = close(blocks, closing);
        self.imprint.document(&self.title, TEMPLATE, blocks)
    }

    fn parties(&self) -> Vec<Vec<Pair>> {
        let row = |label: &str, party: &Party| {
            vec![
                Pair::new(label, or(&party.name, "　")),
                Pair::new("证件号码", or(&party.masked_id, "未登记")),
            ]
        };
        let mut rows = vec![row("申请人", &self.applicant)];
        rows.extend(self.agent.as_ref().map(|agent| row("代理人", agent)));
        rows
    }

    fn told(&self) -> Vec<Vec<Pair>> {
        let subject = if self.replaces_proof {
            "证明事项"
        } else {
            "承诺事项"
        };
        let mut rows = vec![
            vec![Pair::new("办理事项", self.matter.as_str())],
            vec![Pair::new(subject, self.proof.as_str())],
            vec![Pair::new("设定依据", or(&self.basis, "本事项服务指南"))],
            vec![Pair::new("证明内容", or(&self.content, &self.proof))],
            vec![Pair::new("承诺方式", WAY)],
            vec![Pair::new("不实责任", LIABILITY)],
            vec![Pair::new("核查方式", CHECKING)],
            vec![Pair::new("是否公开", PUBLICITY)],
        ];
        if self.replaces_proof {
            rows.push(vec![Pair::new("可以不选", CHOICE)]);
        }
        rows
    }

    fn promised(&self) -> Vec<String> {
        let known = if self.replaces_proof {
            "已经知晓行政机关告知的全部内容，知晓可以不选告知承诺，自愿以本承诺代替证明材料。"
        } else {
            "已经知晓行政机关告知的全部内容。"
        };
        vec![
            known.to_owned(),
            format!(
                "本人（单位）的情况符合“{}”的要求，所述事实真实。",
                self.proof
            ),
            "愿意配合核查，愿意承担不实承诺的法律责任。".to_owned(),
            "以上承诺是本人（单位）的真实意思表示。".to_owned(),
        ]
    }
}
