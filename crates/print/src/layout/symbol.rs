//! Symbols for machines: dark cells on a grid.

use std::sync::Arc;

use super::mark::Area;

/// What kind of symbol a grid is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// A QR code (GB/T 18284).
    Qr,
    /// A Code 128 bar code (GB/T 18347), one row high.
    Code128,
}

/// A grid of cells with its place. The white it needs around it is the layout's business.
#[derive(Debug, Clone, PartialEq)]
pub struct Symbol {
    pub(super) kind: SymbolKind,
    pub(super) payload: Arc<str>,
    pub(super) x: f32,
    pub(super) y: f32,
    /// Width and height of a cell in points.
    pub(super) cell: (f32, f32),
    pub(super) columns: usize,
    /// Row after row; dark when set.
    pub(super) dark: Arc<[bool]>,
}

/// Neighbouring dark cells of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) length: usize,
}

impl Symbol {
    /// What kind it is.
    #[must_use]
    pub const fn kind(&self) -> SymbolKind {
        self.kind
    }

    /// The text in it.
    #[must_use]
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// Columns and rows of cells.
    #[must_use]
    pub fn grid(&self) -> (usize, usize) {
        (self.columns, self.dark.len() / self.columns.max(1))
    }

    /// Width and height of a cell in points.
    #[must_use]
    pub const fn cell(&self) -> (f32, f32) {
        self.cell
    }

    /// The place from the first cell to the last.
    #[must_use]
    pub fn area(&self) -> Area {
        let (columns, rows) = self.grid();
        Area {
            x: self.x,
            y: self.y,
            width: columns as f32 * self.cell.0,
            height: rows as f32 * self.cell.1,
        }
    }

    /// The dark cells as black rectangles, neighbours in a row merged.
    pub fn bars(&self) -> impl Iterator<Item = Area> + '_ {
        self.stretches().map(|stretch| Area {
            x: self.x + stretch.column as f32 * self.cell.0,
            y: self.y + stretch.row as f32 * self.cell.1,
            width: stretch.length as f32 * self.cell.0,
            height: self.cell.1,
        })
    }

    pub(crate) fn stretches(&self) -> impl Iterator<Item = Stretch> + '_ {
        let rows = self.dark.chunks(self.columns.max(1)).enumerate();
        rows.flat_map(|(row, cells)| {
            let mut column = 0;
            cells.chunk_by(|a, b| a == b).filter_map(move |same| {
                let stretch = Stretch {
                    row,
                    column,
                    length: same.len(),
                };
                column += same.len();
                same[0].then_some(stretch)
            })
        })
    }

    pub(super) fn shift(&mut self, dx: f32, dy: f32) {
        self.x += dx;
        self.y += dy;
    }
}
