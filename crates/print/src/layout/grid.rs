//! Hairline grids: tables with repeated heads, and label/value rows.

use std::rc::Rc;

use super::mark::{Area, Mark};
use super::shape::Shaper;
use super::strip::Strip;
use super::text::SetText;
use crate::error::FontError;
use crate::model::MM;
use crate::model::{Align, Cell, Pair, Paragraph, Span, Table, Width};

/// Width of a grid's lines in points.
pub(super) const HAIRLINE: f32 = 0.5;
const PAD_X: f32 = 4.0;
const PAD_Y: f32 = 4.0;
const LEADING: f32 = 1.35;
/// Type size of label/value rows.
const PAIR_SIZE: f32 = 11.0;
/// Room for a label, in em of its size.
const LABEL_EM: f32 = 6.4;

/// Where a grid stands and how large its type is.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) scale: f32,
    /// Rows higher than this are broken across pages.
    pub(super) most_row: f32,
    /// Side of the printer's dot in points, where symbols stand on whole ones.
    pub(super) dot: Option<f32>,
}

struct Box<'a> {
    x: f32,
    width: f32,
    cell: &'a Cell,
    align: Align,
}

/// A table as strips, its head before every page's first row.
pub(super) fn table_strips(
    shaper: &mut Shaper<'_>,
    table: &Table,
    frame: Frame,
) -> Result<Vec<Strip>, FontError> {
    let widths = column_widths(table, frame);
    let head: Vec<Cell> = table
        .columns
        .iter()
        .map(|column| Cell {
            text: column.head.clone(),
            bold: true,
        })
        .collect();
    let head_boxes = boxes(&head, &widths, frame.left, |_| Align::Centre);
    let mut heads = row_strips(shaper, &head_boxes, table.size, frame)?;
    for strip in &mut heads {
        strip.keep_next = true;
    }
    let shared = Rc::new(heads.clone());
    let mut strips = heads;
    let rows = table.rows.len();
    for (number, row) in table.rows.iter().enumerate() {
        // No page shows a lone first or last row.
        let paired = rows > 2 && (number == 0 || number + 2 == rows);
        let mut cells = row.clone();
        cells.resize(table.columns.len(), Cell::default());
        let row_boxes = boxes(&cells, &widths, frame.left, |at| table.columns[at].align);
        for mut strip in row_strips(shaper, &row_boxes, table.size, frame)? {
            strip.heads = Some(Rc::clone(&shared));
            strip.keep_next |= paired;
            strips.push(strip);
        }
    }
    Ok(strips)
}

/// Label/value rows as strips.
pub(super) fn pair_strips(
    shaper: &mut Shaper<'_>,
    rows: &[Vec<Pair>],
    frame: Frame,
) -> Result<Vec<Strip>, FontError> {
    let mut strips = Vec::new();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        let share = frame.width / row.len() as f32;
        let label_width = (LABEL_EM * PAIR_SIZE * frame.scale).min(share / 2.0);
        let cells: Vec<Cell> = row
            .iter()
            .flat_map(|pair| {
                [
                    Cell::from(pair.label.as_str()),
                    Cell::from(pair.value.as_str()),
                ]
            })
            .collect();
        let widths: Vec<f32> = row
            .iter()
            .flat_map(|_| [label_width, share - label_width])
            .collect();
        let align = |at: usize| {
            if at.is_multiple_of(2) {
                Align::Centre
            } else {
                Align::Left
            }
        };
        let row_boxes = boxes(&cells, &widths, frame.left, align);
        strips.extend(row_strips(shaper, &row_boxes, PAIR_SIZE, frame)?);
    }
    Ok(strips)
}

fn column_widths(table: &Table, frame: Frame) -> Vec<f32> {
    let fixed = |width: Width| match width {
        Width::Mm(mm) => mm * MM * frame.scale,
        Width::Share(_) => 0.0,
    };
    let share = |width: Width| match width {
        Width::Mm(_) => 0.0,
        Width::Share(share) => share.max(0.0),
    };
    let taken: f32 = table.columns.iter().map(|column| fixed(column.width)).sum();
    let shares: f32 = table.columns.iter().map(|column| share(column.width)).sum();
    let free = (frame.width - taken).max(0.0);
    let unit = if shares > 0.0 { free / shares } else { 0.0 };
    let wanted: Vec<f32> = table
        .columns
        .iter()
        .map(|column| fixed(column.width) + unit * share(column.width))
        .collect();
    let total: f32 = wanted.iter().sum();
    let fit = if total > 0.0 {
        frame.width / total
    } else {
        0.0
    };
    wanted.into_iter().map(|width| width * fit).collect()
}

fn boxes<'a>(
    cells: &'a [Cell],
    widths: &[f32],
    left: f32,
    align: impl Fn(usize) -> Align,
) -> Vec<Box<'a>> {
    let mut x = left;
    cells
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(at, (cell, &width))| {
            let placed = Box {
                x,
                width,
                cell,
                align: align(at),
            };
            x += width;
            placed
        })
        .collect()
}

/// One row; several strips when it is too high to stay whole.
fn row_strips(
    shaper: &mut Shaper<'_>,
    row: &[Box<'_>],
    size: f32,
    frame: Frame,
) -> Result<Vec<Strip>, FontError> {
    let mut texts = Vec::with_capacity(row.len());
    for placed in row {
        let span = Span {
            text: placed.cell.text.clone(),
            bold: placed.cell.bold,
        };
        let paragraph = Paragraph::new("", size)
            .spans(vec![span])
            .align(placed.align)
            .leading(LEADING);
        let measure = placed.width - 2.0 * PAD_X * frame.scale;
        texts.push(SetText::new(shaper, &paragraph, measure, frame.scale)?);
    }
    let line = size * LEADING * frame.scale;
    let most = texts
        .iter()
        .map(SetText::line_count)
        .max()
        .unwrap_or(0)
        .max(1);
    let a_strip = (((frame.most_row - 2.0 * PAD_Y * frame.scale) / line) as usize).max(1);
    let slices = if most > a_strip {
        most.div_ceil(a_strip)
    } else {
        1
    };
    Ok((0..slices)
        .map(|slice| {
            let first = slice * a_strip;
            let lines = if slices == 1 {
                most
            } else {
                a_strip.min(most - first)
            };
            row_slice(
                row,
                &texts,
                first..first + lines,
                (slice == 0, slice + 1 == slices),
                frame,
            )
        })
        .collect())
}

/// The given lines of a row. `ends` says whether the row starts and stops here.
fn row_slice(
    row: &[Box<'_>],
    texts: &[SetText],
    lines: std::ops::Range<usize>,
    ends: (bool, bool),
    frame: Frame,
) -> Strip {
    let pad_x = PAD_X * frame.scale;
    let pad_y = PAD_Y * frame.scale;
    let line = texts.first().map_or(0.0, SetText::line_height);
    let top_pad = if ends.0 { pad_y } else { 0.0 };
    let bottom_pad = if ends.1 { pad_y } else { 0.0 };
    let height = lines.len() as f32 * line + top_pad + bottom_pad;
    let mut marks = Vec::new();
    for (placed, text) in row.iter().zip(texts) {
        let spare = if ends == (true, true) {
            height - 2.0 * pad_y - text.height()
        } else {
            0.0
        };
        for number in lines.clone().filter(|&number| number < text.line_count()) {
            let top = top_pad + spare / 2.0 + (number - lines.start) as f32 * line;
            marks.extend(text.line_marks(number, placed.x + pad_x, top));
        }
    }
    let (above, below) = (across(frame, 0.0), across(frame, height - HAIRLINE));
    marks.extend(uprights(row, frame, height));
    let mut strip = Strip {
        height: height - HAIRLINE,
        ..Strip::default()
    };
    if ends.0 {
        marks.push(above);
    } else {
        strip.opening.push(above);
    }
    if ends.1 {
        marks.push(below);
    } else {
        strip.closing.push(below);
    }
    strip.marks = marks;
    strip
}

fn across(frame: Frame, y: f32) -> Mark {
    Mark::Fill(
        Area {
            x: frame.left,
            y,
            width: frame.width,
            height: HAIRLINE,
        },
        0.0,
    )
}

fn uprights(row: &[Box<'_>], frame: Frame, height: f32) -> Vec<Mark> {
    let right = frame.left + frame.width - HAIRLINE;
    row.iter()
        .map(|placed| placed.x)
        .chain([right])
        .map(|x| {
            Mark::Fill(
                Area {
                    x: x.min(right),
                    y: 0.0,
                    width: HAIRLINE,
                    height,
                },
                0.0,
            )
        })
        .collect()
}
