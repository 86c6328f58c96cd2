//! 编号单: numbered blank slips for days on which the machine cannot be used; the case taken on one
//! keeps its number when it is entered (补录). Two on a sheet, each with a stub and a part for the
//! resident.

use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, blank, known};
use crate::model::{Align, Block, Document, Pair, Paragraph, Part};

const TITLE: &str = "编号单";
const TEMPLATE: &str = "编号单-1";
const WHEN: &str = "停电等不能用电脑时用";
/// Small enough that two slips stand on one sheet.
const SCALE: f32 = 0.64;
/// Lines of handwriting for the materials.
const MATERIAL_LINES: usize = 2;

/// The inputs of a lot of slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSheet {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// The office whose slips they are.
    pub organ: String,
    /// Where to ask: name and telephone.
    pub contact: String,
    /// Their numbers.
    pub numbers: Vec<String>,
}

impl SlipSheet {
    /// The sheets.
    #[must_use]
    pub fn document(&self) -> Document {
        let slips = self.numbers.iter().enumerate();
        let blocks = slips.flat_map(|(at, number)| {
            let apart = (at % 2 == 1).then_some(Block::Space(8.0));
            apart.into_iter().chain([Block::Keep(self.slip(number))])
        });
        let imprint = Imprint {
            number: String::new(),
            two_copies: false,
            ..self.imprint.clone()
        };
        let mut document = imprint.document(TITLE, TEMPLATE, blocks.collect());
        document.scale = SCALE;
        document
    }

    fn slip(&self, number: &str) -> Vec<Block> {
        let symbol = Part::Qr {
            payload: number.to_owned(),
            caption: String::new(),
        };
        let lines = vec![
            known("编号", number),
            blank("收件日期"),
            blank("窗口人员签字"),
        ];
        let stub = vec![
            vec![room("申请人姓名", 1), room("证件号码", 1)],
            vec![room("联系电话", 1), room("代办人姓名", 1)],
            vec![room("办什么事", 1)],
            vec![room("材料名称、份数", MATERIAL_LINES)],
            vec![room("申请人（代办人）签字", 1)],
        ];
        let given = vec![
            vec![Pair::new("编号", number), room("收件日期", 1)],
            vec![room("办什么事", 1), room("窗口人员签字", 1)],
            vec![room("收了哪些材料", 1)],
        ];
        vec![
            self.heading("存根"),
            Block::Row(vec![symbol, Part::Lines(lines)]),
            Block::Space(3.0),
            Block::Pairs(stub),
            tear_off(),
            self.heading("交申请人"),
            Block::Space(3.0),
            Block::Pairs(given),
            self.promise(),
        ]
    }

    fn heading(&self, part: &str) -> Block {
        Block::Paragraph(
            Paragraph::new(format!("{}　{TITLE}（{part}）　{WHEN}", self.organ), 12.0)
                .bold()
                .align(Align::Centre)
                .leading(1.6)
                .keep_next(),
        )
    }

    fn promise(&self) -> Block {
        let text = format!(
            "请保管好本单。能用电脑后按本单补录，编号不变，办理期限从上面的收件日期算起。问进度：{}。",
            self.contact
        );
        Block::Paragraph(Paragraph::new(text, 10.0).leading(1.4).before(4.0))
    }
}

/// A box to write in, so many lines of handwriting high.
fn room(label: &str, lines: usize) -> Pair {
    Pair::new(label, vec!["　"; lines + 1].join("\n"))
}

fn tear_off() -> Block {
    Block::Paragraph(
        Paragraph::new(
            "－　－　－　－　－　－　沿此线撕开　－　－　－　－　－　－",
            9.0,
        )
        .align(Align::Centre)
        .grey(0.3)
        .leading(1.8),
    )
}
