//! 试打：a page or ticket that shows whether everything comes out: Chinese, rare characters, a symbol
//! to scan, a ruler.

use yichuang_print::{
    Document, Paper as Sheet, Typeface,
    documents::Imprint,
    model::{Align, Block, Cell, Column, Furniture, Paragraph, Part, Table, Width},
};
use yichuang_store::Tx;

use super::{kept::printer, sheet_key};
use crate::{
    Desk,
    ipc::{PaperInfo, PrinterRef},
    paper::{Paper, queue, row},
    report::Outcome,
};

/// What shows whether common, rare and plane-2 characters come out.
const TEXT: &str = "样例文字：便民服务 一次办好 〇 㑇 䶮 𠮷 𬭎 ABC 0123456789";
/// A cell of the ruler, in millimetres.
const CELL_MM: f32 = 10.0;

impl Desk {
    /// Prints a trial page on a sheet printer, a trial ticket on a ticket printer. It shows nobody's
    /// data, so whoever sets a machine up may print it.
    ///
    /// # Errors
    /// `PRINTER-001`, `PAPER-002`, `OPS-001`.
    pub fn try_printer(&self, input: PrinterRef) -> Outcome<PaperInfo> {
        self.operator()?;
        let (id, at) = (self.fresh_id()?, self.now());
        let kept = self.store()?.write(|tx: &mut Tx<'_>| -> Outcome<_> {
            let kept = printer(tx, &input.id)?;
            queue(tx, id, &Paper::test_page(), at)?;
            tx.make_paper_anew(id, sheet_key(kept.roll().unwrap_or(Sheet::A4)))?;
            Ok(kept)
        })?;
        self.settled(id)?;
        let paper = self.store()?.read(|read| row(read, id))?;
        self.send_to(&paper, &kept)
    }
}

/// The page, for the sheet in `imprint`; `symbol` is what its symbol says.
pub(crate) fn trial_page(imprint: &Imprint, symbol: &str) -> Document {
    let scale = imprint.paper.scale();
    let line = |text: &str, size: f32| {
        let paragraph = Paragraph::new(text, size).align(Align::Centre).leading(1.8);
        Block::Paragraph(paragraph)
    };
    Document {
        title: "试打页".to_owned(),
        paper: imprint.paper,
        typeface: match imprint.paper.is_roll() {
            true => Typeface::Hei,
            false => Typeface::Song,
        },
        scale,
        created: imprint.printed_at,
        furniture: Furniture {
            header: imprint.point.clone(),
            footer: format!("第 {} 次打印", imprint.printing),
            ..Furniture::default()
        },
        copies: Vec::new(),
        glyphs: Vec::new(),
        template: Ok(None),
        blocks: vec![
            line("试打页", 20.0),
            line(&imprint.point, 12.0),
            line(TEXT, 12.0),
            line("上面每个字都清楚、没有方框，就可以办事了。", 11.0),
            Block::Space(8.0),
            ruler(imprint.paper),
            line("每格 10 毫米，用尺量一量；两边都看得见，就没有打偏。", 9.0),
            Block::Space(8.0),
            Block::Row(vec![Part::Qr {
                payload: symbol.to_owned(),
                caption: "扫出来是本机代码".to_owned(),
            }]),
        ],
    }
}

/// A row of cells of ten millimetres across all that is printed on.
fn ruler(sheet: Sheet) -> Block {
    let inside = sheet.size_mm().0 - 2.0 * sheet.margins_mm().0;
    let cells: Vec<usize> = (1..=20)
        .take_while(|n| *n as f32 * CELL_MM <= inside)
        .collect();
    let width = Width::Mm(CELL_MM / sheet.scale());
    Block::Table(Table {
        columns: cells
            .iter()
            .map(|n| Column::centred(&n.to_string(), width))
            .collect(),
        rows: vec![cells.iter().map(|_| Cell::from("┃")).collect()],
        size: 9.0,
    })
}
