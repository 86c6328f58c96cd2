//! 去哪办: where to go with a matter that is not taken in here, on a ticket.

use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, or};
use crate::font::Typeface;
use crate::model::{Align, Block, Document, Paper, Paragraph, Span};

const TITLE: &str = "去哪办";
const TEMPLATE: &str = "去哪办-1";
const BODY: f32 = 12.0;

/// A place that takes the matter in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The body.
    pub body: String,
    /// Its address.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// When it is open.
    pub hours: String,
}

/// The inputs of the slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhereTo {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Name of the matter.
    pub matter: String,
    /// Fee, never empty: 不收费.
    pub fee: String,
    /// The places, the first the one the guide names.
    pub places: Vec<Place>,
}

impl WhereTo {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let centred = |text: &str, size| {
            Paragraph::new(text, size)
                .align(Align::Centre)
                .leading(1.4)
                .keep_next()
        };
        let mut blocks: Vec<Block> = vec![
            centred(TITLE, 18.0).bold().into(),
            centred(&self.matter, 14.0).bold().into(),
            centred("这件事本窗口不办，请到下面的地方办", 10.0).into(),
        ];
        for (at, place) in self.places.iter().enumerate() {
            blocks.push(Block::Rule);
            if at > 0 {
                blocks.push(Block::Paragraph(
                    Paragraph::new("也可以到", 10.0).before(2.0),
                ));
            }
            blocks.push(Block::Keep(place.blocks()));
        }
        blocks.push(Block::Rule);
        blocks.push(fact("收费", &self.fee));
        blocks.push(Block::Paragraph(
            Paragraph::new("去以前可以先打电话，问清楚带什么。", 10.0).before(4.0),
        ));
        let imprint = Imprint {
            number: String::new(),
            two_copies: false,
            paper: Paper::Ticket80,
            ..self.imprint.clone()
        };
        let title = format!("{TITLE} {}", self.matter);
        let mut document = imprint.document(&title, TEMPLATE, blocks);
        document.typeface = Typeface::Hei;
        document
    }
}

impl Place {
    fn blocks(&self) -> Vec<Block> {
        vec![
            fact("哪个单位", &self.body),
            fact("地址", or(&self.address, "打电话问")),
            fact("电话", or(&self.phone, "12345")),
            fact("时间", or(&self.hours, "打电话问")),
        ]
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
