//! Lines for devices with one size of cell: the same places to break, widths counted in cells.

use super::lines::break_lines;
use super::shape::Atom;
use crate::font::printable;

/// Breaks `text` into lines of at most `most(line number)` cells; ASCII takes one cell, everything
/// else two.
pub(crate) fn cell_lines(text: &str, most: impl Fn(usize) -> usize) -> Vec<String> {
    let atoms: Vec<Atom> = printable(text)
        .chars()
        .map(|ch| Atom::cells(ch, cells(ch)))
        .collect();
    break_lines(&atoms, |line| most(line) as f32)
        .into_iter()
        .map(|line| atoms[line.atoms].iter().map(|atom| atom.ch).collect())
        .collect()
}

fn cells(ch: char) -> f32 {
    match ch {
        '\n' => 0.0,
        ch if ch.is_ascii() => 1.0,
        _ => 2.0,
    }
}
