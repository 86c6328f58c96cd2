//! 服务指南: the nine sections of Annex 5 of the Huaiyin plan (2017), in its
//! order, never one of them blank.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, close, day, known, list_heading, or, plain_symbol, unchecked};
use crate::model::{
    Align, Block, Cell, Check, Column, Document, Paragraph, Part, Span, Table, Width,
};

const TEMPLATE: &str = "指南-1";
/// Type size of the text; 18 pt in large print.
const BODY: f32 = 12.0;
const LARGE: f32 = 1.5;
/// Across every page of a guide that was not compared with the platform for too long.
const MAYBE_CHANGED: &str = "可能已更新";

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

impl Guide {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let title = format!("{}服务指南", self.matter);
        let mut blocks = vec![
            Block::Paragraph(
                Paragraph::new(title.as_str(), 20.0)
                    .bold()
                    .align(Align::Centre)
                    .leading(1.5)
                    .keep_next(),
            ),
            self.version_line(),
        ];
        if let Some(text) = unchecked("指南", self.unchecked_days) {
            blocks.push(Block::Paragraph(
                Paragraph::new(text, 11.0)
                    .bold()
                    .align(Align::Centre)
                    .before(4.0),
            ));
        }
        blocks.extend(self.sections());
        let blocks = close(blocks, self.qr());

        let mut imprint = self.imprint.clone();
        imprint.number = String::new();
        imprint.two_copies = false;
        let mut document = imprint.document(&title, TEMPLATE, blocks);
        document.furniture.watermark =
            unchecked("指南", self.unchecked_days).map(|_| MAYBE_CHANGED.to_owned());
        if self.large_print {
            document.scale *= LARGE;
        }
        document
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

    fn version_line(&self) -> Block {
        let text = format!(
            "事项编码 {}\n版本 {}　发布日期 {}　校验码 {}",
            or(&self.matter_code, "未编"),
            or(&self.version, "未编"),
            day(self.published_on),
            or(&self.check_code, "无"),
        );
        Block::Paragraph(
            Paragraph::new(text, 10.0)
                .align(Align::Centre)
                .leading(1.6)
                .grey(0.25)
                .keep_next(),
        )
    }

    fn sections(&self) -> Vec<Block> {
        let hotline = format!("电话咨询：{}", or(&self.imprint.hotline, "12345"));
        let mut blocks = Vec::new();
        text_section(
            &mut blocks,
            "一、事项名称",
            std::slice::from_ref(&self.matter),
            "未命名事项",
        );
        text_section(
            &mut blocks,
            "二、办理依据",
            &self.basis,
            "暂未公布办理依据，可向受理单位查询。",
        );
        text_section(
            &mut blocks,
            "三、受理单位及办理地点",
            &self.place,
            &self.imprint.point,
        );
        text_section(
            &mut blocks,
            "四、办理条件",
            &self.conditions,
            "本事项没有特别条件。",
        );
        self.material_section(&mut blocks);
        self.flow_section(&mut blocks);
        text_section(
            &mut blocks,
            "七、收费依据及标准",
            &self.fees,
            "本事项不收费。",
        );
        text_section(
            &mut blocks,
            "八、办理时限",
            &self.limits,
            "暂未公布办理时限，以窗口答复为准。",
        );
        text_section(&mut blocks, "九、咨询方式", &self.contacts, &hotline);
        blocks
    }

    fn material_section(&self, blocks: &mut Vec<Block>) {
        blocks.push(section_heading("五、申请材料"));
        blocks.push(Block::Space(2.0));
        if self.materials.is_empty() {
            blocks.push(body("无需提交材料。"));
        } else {
            let columns = vec![
                Column::centred("序号", Width::Mm(12.0)),
                Column::left("材料名称", Width::Share(1.5)),
                Column::left("从哪里来", Width::Share(0.9)),
                Column::left("怎么交", Width::Share(0.9)),
                Column::left("说明", Width::Share(1.2)),
            ];
            let rows = self.materials.iter().enumerate().map(|(at, item)| {
                vec![
                    Cell::from((at + 1).to_string()),
                    Cell::from(item.name.as_str()),
                    Cell::from(or(&item.source, "自备")),
                    Cell::from(item.form.as_str()),
                    Cell::from(item.note.as_str()),
                ]
            });
            blocks.push(Block::Table(Table {
                columns,
                rows: rows.collect(),
                size: 10.5,
            }));
            blocks.push(Block::Space(4.0));
            blocks.push(body("清单以外的材料，窗口不再要求提交。"));
        }
        blocks.extend(readable(&self.material_notes).map(body));
        blocks.extend(readable(&self.reservations).map(reservation));
        if let Some(situation) = &self.situation {
            blocks.push(list_heading(format!(
                "按您的情况（{}）要带的材料",
                or(&situation.words, "通常情形")
            )));
            match &situation.ended {
                Some(instead) => blocks.push(body(instead)),
                None if situation.items.is_empty() => {
                    blocks.push(body("按您的情况，无需提交材料。"));
                }
                None => blocks.push(checks(&situation.items)),
            }
        }
    }

    fn flow_section(&self, blocks: &mut Vec<Block>) {
        blocks.push(section_heading("六、基本流程"));
        let before = blocks.len();
        blocks.extend(readable(&self.flow).map(body));
        if !self.steps.is_empty() {
            let columns = vec![
                Column::centred("步骤", Width::Mm(12.0)),
                Column::left("环节", Width::Share(1.4)),
                Column::left("谁来办", Width::Share(1.0)),
                Column::centred("时限", Width::Share(0.8)),
            ];
            let rows = self.steps.iter().enumerate().map(|(at, step)| {
                vec![
                    Cell::from((at + 1).to_string()),
                    Cell::from(step.name.as_str()),
                    Cell::from(step.actor.as_str()),
                    Cell::from(step.limit.as_str()),
                ]
            });
            blocks.push(Block::Space(4.0));
            blocks.push(Block::Table(Table {
                columns,
                rows: rows.collect(),
                size: 10.5,
            }));
        }
        if blocks.len() == before {
            blocks.push(body("到受理窗口当面申请，按窗口指引办理。"));
        }
    }

    fn qr(&self) -> Block {
        let symbol = Part::Qr {
            payload: self.qr_text(),
            caption: "扫码看要点，不用联网".to_owned(),
        };
        let lines = vec![
            known("指南版本", or(&self.version, "未编")),
            known("发布日期", day(self.published_on)),
            known("打印地点", self.imprint.point.as_str()),
            known("咨询投诉", or(&self.imprint.hotline, "12345")),
        ];
        Block::Row(vec![symbol, Part::Lines(lines)])
    }
}

/// Things to bring as boxes to tick; what is already there is ticked.
pub(super) fn checks(items: &[SituationItem]) -> Block {
    let boxes = items.iter().map(|item| {
        let notes: Vec<_> = [item.form.as_str(), &item.note]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        Check {
            ticked: item.held,
            text: item.name.clone(),
            note: (!notes.is_empty()).then(|| notes.join("；")),
        }
    });
    Block::Checks(boxes.collect())
}

fn section_heading(text: &str) -> Block {
    Block::Paragraph(
        Paragraph::new("", 13.0)
            .spans(vec![Span::bold(text)])
            .align(Align::Left)
            .leading(1.7)
            .before(9.0)
            .keep_next(),
    )
}

fn body(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(text, BODY).leading(1.7).indent(2.0))
}

/// Said in bold, for it takes back words of the guide.
fn reservation(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(text, BODY).bold().leading(1.7).indent(2.0))
}

pub(super) fn readable(paragraphs: &[String]) -> impl Iterator<Item = &str> {
    paragraphs
        .iter()
        .map(|text| or(text, ""))
        .filter(|text| !text.is_empty())
}

/// A heading with its paragraphs, or what an empty section says.
fn text_section(blocks: &mut Vec<Block>, heading: &str, paragraphs: &[String], empty: &str) {
    blocks.push(section_heading(heading));
    let before = blocks.len();
    blocks.extend(readable(paragraphs).map(body));
    if blocks.len() == before {
        blocks.push(body(empty));
    }
}
