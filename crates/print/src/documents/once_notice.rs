//! 一次性告知单 (办事准备清单): what one person brings for one matter, told once before handing in
//! (行政许可法第三十条: what must be submitted is made public and explained when asked).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{
    Imprint, close, day, known, list_heading, or, plain_symbol, reference, remark, unchecked,
};
use crate::model::{Block, Check, Document, Pair, Paragraph, Part};

const TITLE: &str = "一次性告知单";
const SUBTITLE: &str = "（办事准备清单）";
const TEMPLATE: &str = "告知-1";
const BODY: f32 = 12.0;

/// One thing to bring.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NoticeItem {
    /// The material.
    pub name: String,
    /// In what form and how many: 原件核验 1 份 …
    pub form: String,
    /// Only if …, why, or that it may follow.
    pub note: String,
    /// The rule that asks for it.
    pub basis: String,
}

/// The inputs of a once-notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnceNotice {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Whom it was told; empty when nobody gave a name.
    pub person: String,
    /// The questions asked and what was answered.
    pub situation: Vec<(String, String)>,
    /// What to bring.
    pub bring: Vec<NoticeItem>,
    /// What need not be brought, and why, one sentence each.
    pub spared: Vec<String>,
    /// Why the matter cannot be handled this way and what to do instead; then nothing is brought.
    pub ended: Option<String>,
    /// Where, and when it is open.
    pub place: Vec<String>,
    /// How long it takes.
    pub limit: String,
    /// What it costs, never empty: 不收费.
    pub fee: String,
    /// Whom to ask.
    pub contact: String,
    /// Version of the list.
    pub version: String,
    /// When this version was published.
    pub published_on: NaiveDate,
    /// Days since the list was last compared with the platform.
    pub unchecked_days: u32,
    /// The day it was told.
    pub told_on: NaiveDate,
    /// Who told it.
    pub clerk: String,
    /// Told a second time for the same matter, with a supervisor's leave.
    pub second: bool,
}

impl OnceNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading("", TITLE, SUBTITLE);
        blocks.push(reference("事项编码", or(&self.matter_code, "未编")).into());
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Pairs(self.facts()));
        match &self.ended {
            Some(instead) => blocks.push(remark(instead.as_str()).bold().into()),
            None => blocks.extend(self.list()),
        }
        blocks.push(list_heading("到哪办、多久、多少钱"));
        blocks.push(Block::Pairs(self.practical()));
        if let Some(text) = unchecked("清单", self.unchecked_days) {
            blocks.push(remark(text).bold().into());
        }
        let blocks = close(blocks, self.closing());
        let mut imprint = self.imprint.clone();
        imprint.number = String::new();
        imprint.two_copies = false;
        imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn facts(&self) -> Vec<Vec<Pair>> {
        let mut rows = vec![vec![Pair::new("事项", self.matter.as_str())]];
        if !self.person.is_empty() {
            rows.insert(0, vec![Pair::new("告知对象", self.person.as_str())]);
        }
        let answered = self.situation.iter();
        rows.extend(
            answered.map(|(question, answer)| vec![Pair::new(question.as_str(), answer.as_str())]),
        );
        rows
    }

    fn list(&self) -> Vec<Block> {
        let mut blocks = vec![list_heading(format!("您要带 {} 样", self.bring.len()))];
        if self.bring.is_empty() {
            blocks.push(Block::Paragraph(Paragraph::new(
                "按您的情况，不用带材料。",
                BODY,
            )));
        }
        let checks = self.bring.iter().map(|item| {
            let notes = [item.form.as_str(), &item.note, &item.basis];
            let notes: Vec<_> = notes.into_iter().filter(|text| !text.is_empty()).collect();
            Check {
                ticked: false,
                text: item.name.clone(),
                note: Some(notes.join("；")),
            }
        });
        blocks.push(Block::Checks(checks.collect()));
        if !self.spared.is_empty() {
            blocks.push(list_heading("不用带"));
            blocks.extend(self.spared.iter().map(|text| remark(text.as_str()).into()));
        }
        blocks.push(
            remark("以上是按您的情况要交的全部材料，清单以外的材料，窗口不再要求提交。")
                .bold()
                .into(),
        );
        blocks
    }

    fn practical(&self) -> Vec<Vec<Pair>> {
        let place = self.place.join("　");
        vec![
            vec![Pair::new("到哪办", or(&place, &self.imprint.point))],
            vec![
                Pair::new("多久办好", or(&self.limit, "以窗口答复为准")),
                Pair::new("收费", or(&self.fee, "不收费")),
            ],
            vec![Pair::new(
                "问谁",
                or(&self.contact, or(&self.imprint.hotline, "12345")),
            )],
        ]
    }

    fn closing(&self) -> Block {
        let mut lines = vec![
            known("告知人", or(&self.clerk, "　")),
            known("告知日期", day(self.told_on)),
            known(
                "清单版本",
                format!("{}　{}", or(&self.version, "未编"), day(self.published_on)),
            ),
        ];
        if self.second {
            lines.push(known("备注", "二次告知，负责人已同意"));
        }
        let symbol = Part::Qr {
            payload: self.qr_text(),
            caption: "扫码看清单，不用联网".to_owned(),
        };
        Block::Row(vec![symbol, Part::Lines(lines)])
    }

    /// The plain text of the notice's QR symbol, at most 300 bytes.
    #[must_use]
    pub fn qr_text(&self) -> String {
        let bring = self.bring.iter().map(|item| item.name.as_str());
        let place = self.place.first().map_or("", String::as_str);
        plain_symbol(&[
            self.matter.clone(),
            format!("要带 {}", bring.collect::<Vec<_>>().join("、")),
            format!("地点 {}", or(place, &self.imprint.point)),
            format!("咨询 {}", or(&self.contact, "12345")),
        ])
    }
}
