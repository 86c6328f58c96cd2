//! 授权委托书: who lets whom do what, for which matters, for how long
//! (民法典第一百六十五条; 行政许可法第二十九条).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, Party, blank, close, day, known, letter, list_heading, or, remark};
use crate::model::{Block, Document, Pair};

const TITLE: &str = "授权委托书";
const TEMPLATE: &str = "授权委托-1";

/// The inputs of a mandate's paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandatePaper {
    /// The facts of this printing.
    pub imprint: Imprint,
    /// Who gives it (委托人).
    pub principal: Party,
    /// The principal's telephone, masked; may be empty.
    pub principal_phone: String,
    /// Who may act (受托人).
    pub agent: Party,
    /// The agent's telephone, masked; may be empty.
    pub agent_phone: String,
    /// How the agent is related to the principal.
    pub relation: String,
    /// What the agent may do, each in words.
    pub powers: Vec<String>,
    /// For which matters; all at this point when empty.
    pub matters: Vec<String>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Who sees a fingerprint; may be empty.
    pub witness: String,
    /// The day it was taken back and why, for one that holds no longer.
    pub revoked: Option<(NaiveDate, String)>,
    /// Who took it down.
    pub clerk: String,
}

impl MandatePaper {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading("", TITLE, "");
        blocks.push(Block::Pairs(self.people()));
        blocks.push(Block::Paragraph(
            letter(format!(
                "委托人因本人不便，委托受托人（{}）在{}代为办理下列事务：",
                or(&self.relation, "关系未填"),
                or(&self.imprint.point, "本便民服务点"),
            ))
            .before(8.0),
        ));
        blocks.push(list_heading("委托事项"));
        if self.matters.is_empty() {
            blocks.push(remark("本便民服务点办理的委托人本人的各项政务服务事项。").into());
        }
        for (at, matter) in self.matters.iter().enumerate() {
            blocks.push(remark(format!("{}．{matter}", at + 1)).into());
        }
        blocks.push(list_heading("委托权限（一般代理）"));
        blocks.push(remark(format!("{}。", self.powers.join("；"))).into());
        blocks.push(list_heading("委托期限"));
        let term = format!("自{}起至{}止。", day(self.from), day(self.until));
        blocks.push(remark(term).into());
        blocks.push(remark(self.terms()).into());
        if let Some((on, why)) = &self.revoked {
            let text = format!("本委托已于{}撤销：{why}", day(*on));
            blocks.push(remark(text).bold().into());
        }
        let blocks = close(blocks, self.closing());
        self.imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn terms(&self) -> &'static str {
        "受托人在上述权限和期限内办理的事务，委托人予以承认。受托人不得转委托。委托人可以随时到任一便民服务点撤销本委托。帮办代办不收费。"
    }

    fn people(&self) -> Vec<Vec<Pair>> {
        let person = |label: &str, party: &Party, phone: &str| {
            vec![
                vec![
                    Pair::new(label, or(&party.name, "　")),
                    Pair::new("证件号码", or(&party.masked_id, "未登记")),
                ],
                vec![Pair::new("联系电话", or(phone, "未留"))],
            ]
        };
        let mut rows = person("委托人", &self.principal, &self.principal_phone);
        rows.extend(person("受托人", &self.agent, &self.agent_phone));
        rows
    }

    fn closing(&self) -> Block {
        let witness = match self.witness.as_str() {
            "" => blank("见证人（不能书写时）"),
            name => known("见证人", name),
        };
        let lines = vec![
            blank("委托人签名（手印）"),
            blank("受托人签名"),
            blank("签署日期"),
            witness,
            known("经办人", or(&self.clerk, "　")),
        ];
        self.imprint.closing("扫码核对本委托书", lines, None)
    }
}
