//! A paper as it is read on a screen: its words in their order, without the places to sign.

use yichuang_print::{
    Document,
    model::{Block, Pair, Paragraph, Table},
};

use crate::ipc::ReadingLine;

/// Type size from which a bold line is the paper's title.
const TITLE: f32 = 18.0;
/// Digits from which a number is somebody's own: a telephone, an account, a document.
const LONG: usize = 7;
/// Digits of it that are shown.
const TAIL: usize = 4;
/// Between the cells of a row.
const BETWEEN: &str = "　";

/// Everything a resident has to have read before they sign.
pub(crate) fn passages(document: &Document) -> Vec<ReadingLine> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        read(block, &mut lines);
    }
    lines
}

fn read(block: &Block, lines: &mut Vec<ReadingLine>) {
    match block {
        Block::Paragraph(paragraph) => lines.extend(text(paragraph)),
        Block::Pairs(rows) => lines.extend(rows.iter().flatten().map(pair)),
        Block::Table(table) => rows(table, lines),
        Block::Checks(checks) => {
            let words = checks.iter().map(|check| {
                let note = check.note.as_deref().unwrap_or_default();
                format!("{}{BETWEEN}{note}", check.text).trim().to_owned()
            });
            lines.extend(words.map(|words| line("text", words)));
        }
        Block::Keep(blocks) => {
            for block in blocks {
                read(block, lines);
            }
        }
        // Where paper has room to sign, the screen has its own.
        Block::Row(_) | Block::Space(_) | Block::Rule => {}
    }
}

fn text(paragraph: &Paragraph) -> Option<ReadingLine> {
    let words: String = paragraph
        .spans
        .iter()
        .map(|span| span.text.as_str())
        .collect();
    let bold = paragraph.spans.iter().all(|span| span.bold);
    let kind = match bold {
        true if paragraph.size >= TITLE => "title",
        true => "heading",
        false => "text",
    };
    (!words.trim().is_empty()).then(|| line(kind, words))
}

fn pair(pair: &Pair) -> ReadingLine {
    ReadingLine {
        value: numbers_hidden(&pair.value),
        ..line("pair", pair.label.clone())
    }
}

/// A value with every long number in it reduced to its last four: others stand at the counter too.
/// The paper that is kept has it whole.
fn numbers_hidden(value: &str) -> String {
    let mut hidden = String::new();
    let mut digits = String::new();
    for letter in value.chars().chain(std::iter::once('\0')) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        match digits.len() {
            LONG.. => hidden.extend(["****", digits.split_at(digits.len() - TAIL).1]),
            _ => hidden.push_str(&digits),
        }
        digits.clear();
        if letter != '\0' {
            hidden.push(letter);
        }
    }
    hidden
}

fn rows(table: &Table, lines: &mut Vec<ReadingLine>) {
    let words = table.rows.iter().map(|row| {
        let cells: Vec<_> = row.iter().map(|cell| cell.text.as_str()).collect();
        line("row", cells.join(BETWEEN))
    });
    lines.extend(words);
}

fn line(kind: &str, text: String) -> ReadingLine {
    ReadingLine {
        kind: kind.to_owned(),
        text,
        value: String::new(),
    }
}
