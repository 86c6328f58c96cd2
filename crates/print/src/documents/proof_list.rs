//! 证明事项清单: the proofs still asked for and those abolished, for the wall (减证便民: what is not
//! on the published list is not demanded).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::imprint::{Imprint, day, list_heading, or, remark, unchecked};
use crate::model::{Align, Block, Cell, Column, Document, Paragraph, Table, Width};

const TITLE: &str = "证明事项清单";
const TEMPLATE: &str = "证明清单-1";
const TABLE: f32 = 9.5;

/// One proof.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListedProof {
    /// Name.
    pub name: String,
    /// What asks for it (设定依据).
    pub basis: String,
    /// Who demands it, and for what.
    pub demanded_by: String,
    /// Who issues it.
    pub issued_by: String,
    /// Why it is kept, or what stands in its place.
    pub note: String,
}

/// The inputs of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofList {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Whose list it is.
    pub filled_by: String,
    /// Proofs still asked for.
    pub kept: Vec<ListedProof>,
    /// Proofs nobody has to bring any more.
    pub abolished: Vec<ListedProof>,
    /// Version of the catalogue.
    pub version: String,
    /// When this version was published.
    pub published_on: NaiveDate,
    /// Days since the list was last compared with the platform.
    pub unchecked_days: u32,
}

impl ProofList {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut blocks = self.imprint.heading("", TITLE, "");
        blocks.push(self.edition());
        if let Some(text) = unchecked("清单", self.unchecked_days) {
            blocks.push(centred(&text, 11.0).bold().into());
        }
        blocks.push(
            remark("没有列为“保留”的证明，办事窗口一律不得要求提供。")
                .bold()
                .into(),
        );
        let parts = [
            ("一、保留的证明事项", "为什么保留", &self.kept),
            ("二、取消的证明事项", "用什么代替", &self.abolished),
        ];
        for (heading, note, proofs) in parts {
            blocks.push(list_heading(format!("{heading}（{} 项）", proofs.len())));
            blocks.push(match proofs.as_slice() {
                [] => remark("没有。").into(),
                proofs => table(note, proofs),
            });
        }
        let imprint = Imprint {
            number: String::new(),
            two_copies: false,
            ..self.imprint.clone()
        };
        imprint.document(TITLE, TEMPLATE, blocks)
    }

    fn edition(&self) -> Block {
        let text = format!(
            "填报单位 {}　版本 {}　发布日期 {}",
            or(&self.filled_by, &self.imprint.point),
            or(&self.version, "未编"),
            day(self.published_on),
        );
        centred(&text, 10.0).grey(0.25).into()
    }
}

fn centred(text: &str, size: f32) -> Paragraph {
    Paragraph::new(text, size).align(Align::Centre).leading(1.6)
}

fn table(note: &str, proofs: &[ListedProof]) -> Block {
    let columns = vec![
        Column::centred("序号", Width::Mm(9.0)),
        Column::left("证明名称", Width::Share(1.2)),
        Column::left("设定依据", Width::Share(1.5)),
        Column::left("谁要（办什么）", Width::Share(1.2)),
        Column::left("谁开", Width::Share(1.0)),
        Column::left(note, Width::Share(1.4)),
    ];
    let row = |(at, proof): (usize, &ListedProof)| {
        vec![
            Cell::from((at + 1).to_string()),
            Cell {
                text: proof.name.clone(),
                bold: true,
            },
            Cell::from(or(&proof.basis, "无")),
            Cell::from(proof.demanded_by.as_str()),
            Cell::from(proof.issued_by.as_str()),
            Cell::from(proof.note.as_str()),
        ]
    };
    Block::Table(Table {
        columns,
        rows: proofs.iter().enumerate().map(row).collect(),
        size: TABLE,
    })
}
