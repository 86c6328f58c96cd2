//! 服务指南: the nine sections of Annex 5 of the Huaiyin plan (2017), in its
//! order, never one of them blank.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::imprint::{Imprint, is_stale, or, plain_symbol};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// One material of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GuideMaterial {
    /// Name.
    pub name: String,
    /// Where it comes from.
    pub source: String,
    /// In what form and how many: 原件核验, 复印件 1 份 …
    pub form: String,
    /// When it is needed, whether it may follow or need not be handed in.
    pub note: String,
}

/// One step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FlowStep {
    /// Name of the step.
    pub name: String,
    /// Who does it.
    pub actor: String,
    /// How long it takes, in words.
    pub limit: String,
}

/// One line of the list for a person's own situation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SituationItem {
    /// The material.
    pub name: String,
    /// In what form and how many.
    pub form: String,
    /// Why, or that it may follow.
    pub note: String,
    /// Already there.
    pub held: bool,
}

/// A person's own situation within a guide.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Situation {
    /// The answers that make it up; empty when the matter asks nothing.
    pub words: String,
    /// The exact list.
    pub items: Vec<SituationItem>,
    /// What need not be brought, and why, one sentence each.
    pub spared: Vec<String>,
    /// Why the matter cannot be handled this way and what to do instead; then nothing is brought.
    pub ended: Option<String>,
}

/// The inputs of a guide. Texts are lists of paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Version of the guide.
    pub version: String,
    /// By which two prints of one version are known to say the same (校验码).
    pub check_code: String,
    /// When this version was published.
    pub published_on: NaiveDate,
    /// Days since the guide was last compared with the platform.
    pub unchecked_days: u32,
    /// In large print.
    pub large_print: bool,
    /// 二、办理依据
    pub basis: Vec<String>,
    /// 三、受理单位及办理地点
    pub place: Vec<String>,
    /// 四、办理条件
    pub conditions: Vec<String>,
    /// 五、申请材料
    pub materials: Vec<GuideMaterial>,
    /// What holds for all materials.
    pub material_notes: Vec<String>,
    /// What the window may not ask for in spite of the guide's own words, one sentence each.
    pub reservations: Vec<String>,
    /// A person's own situation, printed within section five.
    pub situation: Option<Situation>,
    /// 六、基本流程, in words.
    pub flow: Vec<String>,
    /// 六、基本流程, step by step.
    pub steps: Vec<FlowStep>,
    /// 七、收费依据及标准
    pub fees: Vec<String>,
    /// 八、办理时限
    pub limits: Vec<String>,
    /// The limit the office promises, as a ticket says it.
    pub promised: String,
    /// 九、咨询方式
    pub contacts: Vec<String>,
}

impl Facts for Guide {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let text = |name, list: &[String]| (name, json!(readable(list)));
        let hotline = or(&self.imprint.hotline, "12345");
        let mut values = vec![
            text("basis", &self.basis),
            text("place", &self.place),
            text("conditions", &self.conditions),
            text("material_notes", &self.material_notes),
            text("reservations", &self.reservations),
            text("flow", &self.flow),
            text("fees", &self.fees),
            text("limits", &self.limits),
            text("contacts", &self.contacts),
            (
                "flow_told",
                (!readable(&self.flow).is_empty() || !self.steps.is_empty()).into(),
            ),
            (
                "hotline_told",
                self.contacts
                    .iter()
                    .any(|line| line.contains(hotline))
                    .into(),
            ),
            ("stale", is_stale(self.unchecked_days).into()),
            ("symbol", self.qr_text().into()),
        ];
        values.extend(self.to_bring());
        values
    }
}

impl Guide {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("guide", self)
    }

    /// The guide as a ticket (小票要点; GB/T 36114-2018 knows a short edition beside the
    /// whole one), in one piece, as long as its content.
    #[must_use]
    pub fn ticket(&self) -> Document {
        made("guide_ticket", self)
    }

    /// The plain text of the guide's QR symbol, at most 300 bytes.
    #[must_use]
    pub fn qr_text(&self) -> String {
        let first = |list: &[String]| list.first().cloned().unwrap_or_default();
        let lines = [
            self.matter.clone(),
            format!("编码 {}", self.matter_code),
            format!("版本 {} {}", self.version, self.published_on),
            format!("地点 {}", or(&first(&self.place), "见指南")),
            format!("时限 {}", or(&first(&self.limits), "见指南")),
            format!("咨询 {}", or(&first(&self.contacts), "12345")),
        ];
        plain_symbol(&lines)
    }

    /// What a ticket says to bring and to leave at home: for a person's own situation, else all.
    fn to_bring(&self) -> Vec<(&'static str, Value)> {
        let Some(situation) = &self.situation else {
            let all = self.materials.iter().map(|material| SituationItem {
                name: material.name.clone(),
                form: material.form.clone(),
                note: material.note.clone(),
                held: false,
            });
            return vec![
                ("words", Value::Null),
                ("ended", Value::Null),
                ("bring", json!(all.collect::<Vec<_>>())),
                ("held", json!([])),
                ("spared", json!([])),
                ("leave", false.into()),
            ];
        };
        let (held, bring): (Vec<_>, Vec<_>) = situation.items.iter().partition(|item| item.held);
        vec![
            ("words", or(&situation.words, "").into()),
            ("ended", json!(situation.ended)),
            (
                "leave",
                (!held.is_empty() || !situation.spared.is_empty()).into(),
            ),
            ("bring", json!(bring)),
            ("held", json!(held)),
            ("spared", json!(situation.spared)),
        ]
    }
}

fn readable(paragraphs: &[String]) -> Vec<&str> {
    let texts = paragraphs.iter().map(|text| or(text, ""));
    texts.filter(|text| !text.is_empty()).collect()
}
