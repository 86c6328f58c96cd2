//! Atoms into lines: UAX 14 with the Chinese rules for quotation marks, and a
//! last resort for words longer than the measure.

use std::ops::Range;

use unicode_linebreak::{BreakClass, BreakOpportunity, break_property, linebreaks};

use super::shape::Atom;

/// One line of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its atoms, without the spaces at its end.
    pub(super) atoms: Range<usize>,
    /// Width in points; a closing mark at the end counts half.
    pub(super) width: f32,
    /// Points the closing mark's empty half stands out.
    pub(super) overhang: f32,
    /// Ended by the text, not by the measure.
    pub(super) closed: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Chance {
    No,
    May,
    Must,
}

/// Breaks `atoms` into lines of at most `measure(line number)` points.
pub(super) fn break_lines(atoms: &[Atom], measure: impl Fn(usize) -> f32) -> Vec<Line> {
    let chances = chances(atoms);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < atoms.len() {
        let end = line_end(atoms, &chances, start, measure(lines.len()));
        let closed = end == atoms.len() || chances[end] == Chance::Must;
        lines.push(line(atoms, start, end, closed));
        start = end;
    }
    lines
}

fn line_end(atoms: &[Atom], chances: &[Chance], start: usize, measure: f32) -> usize {
    let mut width = 0.0;
    let mut last = None;
    for (at, atom) in atoms.iter().enumerate().skip(start) {
        width += atom.advance;
        if width - slack(atom) > measure + 0.001 {
            return last.unwrap_or_else(|| at.max(start + 1));
        }
        match chances.get(at + 1) {
            Some(Chance::Must) => return at + 1,
            Some(Chance::May) => last = Some(at + 1),
            _ => {}
        }
    }
    atoms.len()
}

fn line(atoms: &[Atom], start: usize, end: usize, closed: bool) -> Line {
    let blank = |atom: &Atom| atom.ch == ' ' || atom.ch == '\n';
    let mut trimmed = end;
    while trimmed > start && blank(&atoms[trimmed - 1]) {
        trimmed -= 1;
    }
    let advances: f32 = atoms[start..trimmed].iter().map(|atom| atom.advance).sum();
    let overhang = if trimmed > start {
        slack(&atoms[trimmed - 1])
    } else {
        0.0
    };
    Line {
        atoms: start..trimmed,
        width: advances - overhang,
        overhang,
        closed,
    }
}

/// What of a line's last atom may stand beyond the measure: all of a space,
/// the empty half of a closing mark.
fn slack(atom: &Atom) -> f32 {
    match atom.ch {
        ' ' => atom.advance,
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '》' | '〉' | '」' | '』'
        | '】' | '〕' | '”' | '’'
            if atom.advance > 0.9 * atom.style.size =>
        {
            atom.advance / 2.0
        }
        _ => 0.0,
    }
}

/// For every atom, whether a line may or must end before it.
fn chances(atoms: &[Atom]) -> Vec<Chance> {
    let text: String = atoms.iter().map(|atom| atom.ch).collect();
    let mut chances = vec![Chance::No; atoms.len()];
    let mut breaks = linebreaks(&text).peekable();
    for (at, (byte, _)) in text.char_indices().enumerate() {
        while breaks.peek().is_some_and(|&(end, _)| end < byte) {
            breaks.next();
        }
        if let Some(&(end, kind)) = breaks.peek()
            && end == byte
        {
            chances[at] = match kind {
                BreakOpportunity::Mandatory => Chance::Must,
                BreakOpportunity::Allowed => Chance::May,
            };
        }
        if chances[at] == Chance::No && at > 0 && quote_breaks(atoms[at - 1].ch, atoms[at].ch) {
            chances[at] = Chance::May;
        }
    }
    chances
}

/// UAX 14 glues “ and ” to both sides; between ideographs they open and close.
fn quote_breaks(before: char, after: char) -> bool {
    let ideograph = |ch: char| break_property(u32::from(ch)) == BreakClass::Ideographic;
    match (before, after) {
        (_, '“' | '‘') => ideograph(before),
        ('”' | '’', _) => ideograph(after),
        _ => false,
    }
}
