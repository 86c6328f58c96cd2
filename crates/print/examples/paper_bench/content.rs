//! A document's content for another typesetter: the same blocks, as JSON.

use serde_json::{Value, json};
use yichuang_print::Document;
use yichuang_print::layout::{Area, Layout, Mark, Symbol};
use yichuang_print::model::{Align, Block, Check, Column, Line, Pair, Paragraph, Part, Width};

/// Everything a page shows. The symbols are taken from the pages, so that the other typesetter has
/// only to draw them.
pub(crate) fn told(document: &Document, laid_out: &Layout) -> Value {
    let marks = laid_out.pages.iter().flat_map(|page| &page.marks);
    let symbols: Vec<Value> = marks
        .filter_map(|mark| match mark {
            Mark::Symbol(symbol) => Some(bars(symbol)),
            _ => None,
        })
        .collect();
    let furniture = &document.furniture;
    json!({
        "title": document.title,
        "header": furniture.header,
        "marks": furniture.marks,
        "footer": furniture.footer,
        "copies": document.copies,
        "symbols": symbols,
        "blocks": each(&document.blocks, block),
    })
}

/// A symbol's side and its dark bars, from its own corner.
fn bars(symbol: &Symbol) -> Value {
    let area = symbol.area();
    let bar = |bar: Area| json!([bar.x - area.x, bar.y - area.y, bar.width, bar.height]);
    json!({ "side": area.width, "bars": symbol.bars().map(bar).collect::<Vec<_>>() })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph(one) => json!({ "kind": "paragraph", "paragraph": paragraph(one) }),
        Block::Pairs(rows) => json!({ "kind": "pairs", "rows": each(rows, |row| each(row, pair)) }),
        Block::Table(table) => json!({
            "kind": "table",
            "size": table.size,
            "columns": each(&table.columns, column),
            "rows": each(&table.rows, |row| each(row, |cell| json!(cell.text))),
        }),
        Block::Checks(checks) => json!({ "kind": "checks", "checks": each(checks, check) }),
        Block::Row(parts) => json!({ "kind": "row", "parts": each(parts, part) }),
        Block::Rule => json!({ "kind": "rule" }),
        Block::Space(points) => json!({ "kind": "space", "points": points }),
        Block::Keep(inner) => json!({ "kind": "keep", "blocks": each(inner, self::block) }),
    }
}

fn each<T>(all: &[T], told: impl Fn(&T) -> Value) -> Value {
    all.iter().map(told).collect()
}

fn column(column: &Column) -> Value {
    let width = match column.width {
        Width::Mm(mm) => json!({ "mm": mm }),
        Width::Share(share) => json!({ "share": share }),
    };
    json!({ "head": column.head, "width": width, "align": align(column.align) })
}

fn check(check: &Check) -> Value {
    json!({ "ticked": check.ticked, "text": check.text, "note": check.note })
}

fn pair(pair: &Pair) -> Value {
    json!([pair.label, pair.value])
}

fn paragraph(paragraph: &Paragraph) -> Value {
    json!({
        "spans": each(&paragraph.spans, |span| json!([span.text, span.bold])),
        "size": paragraph.size,
        "leading": paragraph.leading,
        "align": align(paragraph.align),
        "indent": paragraph.indent,
        "hanging": paragraph.hanging,
        "before": paragraph.before,
        "grey": paragraph.grey,
    })
}

const fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "centre",
        Align::Right => "right",
        Align::Justify => "justify",
    }
}

fn part(part: &Part) -> Value {
    match part {
        Part::Qr { caption, .. } => json!({ "kind": "qr", "caption": caption }),
        Part::Lines(lines) => {
            let line = |line: &Line| json!([line.label, line.value]);
            json!({ "kind": "lines", "lines": each(lines, line) })
        }
        Part::Seal(seal) => json!({
            "kind": "seal",
            "organ": seal.organ,
            "date": seal.date,
            "prompt": seal.prompt,
        }),
        _ => Value::Null,
    }
}
