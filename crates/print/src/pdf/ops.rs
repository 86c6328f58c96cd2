//! One page's ink as PDF operations.

use printpdf::{
    Codepoint, Color, CurTransMat, Greyscale, Line, LineDashPattern, LinePoint, Op, PaintMode,
    PdfFontHandle, Point, Pt, Rect, TextItem, TextMatrix, TextRenderingMode, WindingOrder,
    XObjectTransform,
};

use super::embed::font_id;
use crate::layout::{Area, Mark, Page, Pictured, Run, RunGlyph, Symbol, THICKEN};
use crate::subset::SmallFonts;

/// What PDF calls ink that is no content (ISO 32000-1, 14.8.2.2): programs that read or read out a
/// page pass over it.
pub(super) const ARTIFACT: &str = "Artifact";

pub(super) fn page_ops(page: &Page, small: &SmallFonts<'_>) -> Vec<Op> {
    let mut writer = Writer {
        page,
        small,
        ops: Vec::new(),
    };
    let (furniture, content) = page.marks.split_at(page.furniture.min(page.marks.len()));
    writer.ops.push(Op::BeginMarkedContent {
        tag: ARTIFACT.to_owned(),
    });
    furniture.iter().for_each(|mark| writer.mark(mark));
    writer.ops.push(Op::EndMarkedContent);
    content.iter().for_each(|mark| writer.mark(mark));
    writer.ops
}

struct Writer<'a> {
    page: &'a Page,
    small: &'a SmallFonts<'a>,
    ops: Vec<Op>,
}

impl Writer<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(run) => self.text(run, None),
            Mark::Watermark(runs) => {
                let page = self.page;
                runs.iter().for_each(|run| self.text(run, Some(page)));
            }
            Mark::Fill(area, grey) => self.fill([*area], *grey),
            Mark::Symbol(symbol) => self.symbol(symbol),
            Mark::Picture(pictured) => self.picture(pictured),
            Mark::Frame {
                area,
                line,
                grey,
                dashed,
            } => self.frame(*area, *line, *grey, *dashed),
            Mark::Tick(area) => self.tick(*area),
        }
    }

    /// Draws a run; turned about the page's middle for a watermark.
    fn text(&mut self, run: &Run, turned: Option<&Page>) {
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFillColor {
            col: grey(run.grey),
        });
        if run.thickened {
            self.thicken(run);
        }
        let mut x = run.x;
        for (font, glyphs) in self.small.pieces(run) {
            let advance: f32 = glyphs
                .iter()
                .map(|(glyph, _)| glyph.advance + run.spacing)
                .sum();
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(font)),
                size: Pt(run.size),
            });
            let matrix = match turned {
                None => TextMatrix::Translate(Pt(x), Pt(self.page.height - run.baseline)),
                Some(page) => turned_matrix(page, x, -run.baseline),
            };
            self.ops.push(Op::SetTextMatrix { matrix });
            self.ops.push(Op::ShowText {
                items: vec![items(&glyphs, run)],
            });
            x += advance;
        }
        if run.thickened {
            self.ops.push(Op::SetTextRenderingMode {
                mode: TextRenderingMode::Fill,
            });
        }
        self.ops.push(Op::EndTextSection);
    }

    fn thicken(&mut self, run: &Run) {
        self.ops.push(Op::SetOutlineColor {
            col: grey(run.grey),
        });
        self.ops.push(Op::SetOutlineThickness {
            pt: Pt(THICKEN * run.size),
        });
        self.ops.push(Op::SetTextRenderingMode {
            mode: TextRenderingMode::FillStroke,
        });
    }

    fn fill(&mut self, areas: impl IntoIterator<Item = Area>, shade: f32) {
        self.ops.push(Op::SetFillColor { col: grey(shade) });
        for area in areas {
            self.ops.push(Op::DrawRectangle {
                rectangle: self.rect(area, PaintMode::Fill),
            });
        }
    }

    /// Draws a symbol on its own grid, row by row from where the last one stood: small whole numbers
    /// weigh a third of places on the page.
    fn symbol(&mut self, symbol: &Symbol) {
        let (wide, high) = symbol.cell();
        let area = symbol.area();
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetFillColor { col: grey(0.0) });
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([wide, 0.0, 0.0, -high, area.x, self.page.height - area.y]),
        });
        let mut row = 0;
        for stretch in symbol.stretches() {
            if stretch.row > row {
                let down = (stretch.row - row) as f32;
                let matrix = CurTransMat::Raw([1.0, 0.0, 0.0, 1.0, 0.0, down]);
                self.ops.push(Op::SetTransformationMatrix { matrix });
                row = stretch.row;
            }
            self.ops.push(Op::DrawRectangle {
                rectangle: Rect {
                    x: Pt(stretch.column as f32),
                    y: Pt(0.0),
                    width: Pt(stretch.length as f32),
                    height: Pt(1.0),
                    mode: Some(PaintMode::Fill),
                    winding_order: Some(WindingOrder::NonZero),
                },
            });
        }
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// Draws a character's picture, with the character below it as text without ink.
    fn picture(&mut self, pictured: &Pictured) {
        let area = pictured.area();
        self.ops.push(Op::UseXobject {
            id: super::picture::id(pictured.ch()),
            transform: XObjectTransform {
                translate_x: Some(Pt(area.x)),
                translate_y: Some(Pt(self.page.height - area.y - area.height)),
                scale_x: Some(area.width),
                scale_y: Some(area.height),
                no_auto_scale: true,
                ..XObjectTransform::default()
            },
        });
        if let Some(run) = pictured.carrier() {
            self.text(&run, None);
        }
    }

    fn frame(&mut self, area: Area, line: f32, shade: f32, dashed: bool) {
        let inner = Area {
            x: area.x + line / 2.0,
            y: area.y + line / 2.0,
            width: area.width - line,
            height: area.height - line,
        };
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetOutlineColor { col: grey(shade) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(line) });
        if dashed {
            let dash = LineDashPattern::new(0.0, &[4.0, 3.0]);
            self.ops.push(Op::SetLineDashPattern { dash });
        }
        self.ops.push(Op::DrawRectangle {
            rectangle: self.rect(inner, PaintMode::Stroke),
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn tick(&mut self, area: Area) {
        let point = |x: f32, y: f32| LinePoint {
            p: Point {
                x: Pt(area.x + x * area.width),
                y: Pt(self.page.height - area.y - y * area.height),
            },
            bezier: false,
        };
        let points = vec![point(0.2, 0.5), point(0.42, 0.75), point(0.82, 0.22)];
        self.ops.push(Op::SetOutlineColor { col: grey(0.0) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(1.2) });
        self.ops.push(Op::DrawLine {
            line: Line {
                points,
                is_closed: false,
            },
        });
    }

    fn rect(&self, area: Area, mode: PaintMode) -> Rect {
        Rect {
            x: Pt(area.x),
            y: Pt(self.page.height - area.y - area.height),
            width: Pt(area.width),
            height: Pt(area.height),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        }
    }
}

fn items(glyphs: &[(RunGlyph, u16)], run: &Run) -> TextItem {
    // PDF moves the pen back by thousandths of an em; spacing moves it on.
    let offset = if run.spacing == 0.0 {
        0.0
    } else {
        -run.spacing * 1000.0 / run.size
    };
    TextItem::GlyphIds(
        glyphs
            .iter()
            .map(|&(glyph, gid)| Codepoint {
                gid,
                offset,
                cid: Some(glyph.ch.to_string()),
            })
            .collect(),
    )
}

/// Turns (x, y) by 45° about the middle of the page.
fn turned_matrix(page: &Page, x: f32, y: f32) -> TextMatrix {
    let turn = std::f32::consts::FRAC_1_SQRT_2;
    let (middle_x, middle_y) = (page.width / 2.0, page.height / 2.0);
    TextMatrix::Raw([
        turn,
        turn,
        -turn,
        turn,
        middle_x + turn * (x - y),
        middle_y + turn * (x + y),
    ])
}

fn grey(shade: f32) -> Color {
    Color::Greyscale(Greyscale {
        percent: shade,
        icc_profile: None,
    })
}
