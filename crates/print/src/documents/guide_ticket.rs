//! 小票要点: the same guide on a roll of 80 mm (GB/T 36114-2018 knows a short edition beside the
//! whole one): what it costs and how long it takes, what to bring, where to go and whom to ask.

use super::guide::{Guide, SituationItem, checks, readable};
use super::imprint::{Imprint, known, or, unchecked};
use crate::font::Typeface;
use crate::model::{Align, Block, Document, Paper, Paragraph, Part, Span};

const TEMPLATE: &str = "指南要点-1";
const BODY: f32 = 12.0;
const SMALL: f32 = 10.0;

impl Guide {
    /// The guide as a ticket, in one piece, as long as its content.
    #[must_use]
    pub fn ticket(&self) -> Document {
        let title = format!("{}办事要点", self.matter);
        let mut blocks = self.ticket_heading();
        blocks.push(Block::Rule);
        blocks.extend(self.ticket_promise());
        blocks.push(Block::Rule);
        blocks.extend(self.ticket_list());
        blocks.push(Block::Rule);
        blocks.extend(self.ticket_place());
        blocks.push(self.ticket_symbol());
        blocks.push(Block::Space(4.0));
        blocks.push(small(&format!(
            "事项编码 {}",
            or(&self.matter_code, "未编")
        )));
        let imprint = Imprint {
            number: String::new(),
            two_copies: false,
            paper: Paper::Ticket80,
            ..self.imprint.clone()
        };
        let mut document = imprint.document(&title, TEMPLATE, blocks);
        document.typeface = Typeface::Hei;
        document
    }

    fn ticket_heading(&self) -> Vec<Block> {
        let centred = |text: &str, size| {
            Paragraph::new(text, size)
                .align(Align::Centre)
                .leading(1.4)
                .keep_next()
        };
        let mut blocks = vec![
            centred("办事要点", SMALL).into(),
            centred(or(&self.matter, "未命名事项"), 16.0).bold().into(),
        ];
        if let Some(text) = unchecked("指南", self.unchecked_days) {
            blocks.push(centred(&text, SMALL).bold().into());
        }
        blocks.push(Block::Space(4.0));
        blocks
    }

    fn ticket_promise(&self) -> Vec<Block> {
        let fees: Vec<_> = readable(&self.fees).collect();
        vec![
            fact("多久办好", or(&self.promised, "以窗口答复为准")),
            fact("收费", or(&fees.join("；"), "本事项不收费。")),
            Block::Space(4.0),
        ]
    }

    fn ticket_list(&self) -> Vec<Block> {
        let mut blocks = match &self.situation {
            Some(situation) => {
                let words = match or(&situation.words, "") {
                    "" => String::new(),
                    words => format!("（{words}）"),
                };
                let heading = vec![heading(&format!("要带什么{words}"))];
                let (held, bring): (Vec<_>, Vec<_>) =
                    situation.items.iter().cloned().partition(|item| item.held);
                let list = match &situation.ended {
                    Some(instead) => vec![text(instead)],
                    None => to_bring(&bring),
                };
                let held = held.iter().map(spared);
                let spared = held.chain(situation.spared.iter().map(|why| small(why)));
                let spared: Vec<_> = spared.collect();
                let leave = (!spared.is_empty()).then(|| heading_small("不用带"));
                [heading, list, leave.into_iter().chain(spared).collect()].concat()
            }
            None => [vec![heading("要带什么")], to_bring(&self.all_materials())].concat(),
        };
        blocks.push(Block::Paragraph(
            Paragraph::new("清单以外的材料，窗口不再要求提交。", SMALL)
                .bold()
                .before(4.0),
        ));
        blocks.extend(readable(&self.reservations).map(reservation));
        blocks.push(Block::Space(4.0));
        blocks
    }

    /// The whole list, for a guide that is for nobody in particular.
    fn all_materials(&self) -> Vec<SituationItem> {
        let item = |material: &super::guide::GuideMaterial| SituationItem {
            name: material.name.clone(),
            form: material.form.clone(),
            note: material.note.clone(),
            held: false,
        };
        self.materials.iter().map(item).collect()
    }

    fn ticket_place(&self) -> Vec<Block> {
        let place: Vec<_> = readable(&self.place).collect();
        let mut blocks = vec![fact(
            "到哪办",
            or(&place.join("　"), or(&self.imprint.point, "见指南")),
        )];
        blocks.extend(readable(&self.contacts).map(small));
        let hotline = or(&self.imprint.hotline, "12345");
        if !self.contacts.iter().any(|line| line.contains(hotline)) {
            blocks.push(small(&format!("咨询投诉热线：{hotline}")));
        }
        blocks.push(Block::Space(8.0));
        blocks
    }

    fn ticket_symbol(&self) -> Block {
        Block::Row(vec![
            Part::Qr {
                payload: self.qr_text(),
                caption: "扫码看要点，不用联网".to_owned(),
            },
            Part::Lines(vec![
                known("版本", or(&self.version, "未编")),
                known("发布", self.published_on.to_string()),
                known("校验码", or(&self.check_code, "无")),
            ]),
        ])
    }
}

fn to_bring(items: &[SituationItem]) -> Vec<Block> {
    match items {
        [] => vec![text("按您的情况，无需提交材料。")],
        items => vec![checks(items)],
    }
}

/// Something on the list that need not be brought.
fn spared(item: &SituationItem) -> Block {
    match item.note.as_str() {
        "" => small(&item.name),
        note => small(&format!("{}：{note}", item.name)),
    }
}

/// A bold label with its value beside it.
fn fact(label: &str, value: &str) -> Block {
    Block::Paragraph(
        Paragraph::new("", BODY)
            .spans(vec![
                Span::bold(format!("{label}　")),
                Span::plain(value.to_owned()),
            ])
            .align(Align::Left)
            .before(2.0),
    )
}

/// Said in bold, for it takes back words of the guide.
fn reservation(text: &str) -> Block {
    Block::Paragraph(
        Paragraph::new(text, SMALL)
            .bold()
            .align(Align::Left)
            .before(2.0),
    )
}

fn heading(text: &str) -> Block {
    Block::Paragraph(
        Paragraph::new(text, 13.0)
            .bold()
            .align(Align::Left)
            .before(3.0)
            .keep_next(),
    )
}

fn heading_small(text: &str) -> Block {
    Block::Paragraph(
        Paragraph::new(text, SMALL)
            .bold()
            .align(Align::Left)
            .before(4.0)
            .keep_next(),
    )
}

fn text(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(text, BODY).align(Align::Left))
}

fn small(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(text, SMALL).align(Align::Left).leading(1.45))
}
