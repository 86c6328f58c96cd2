//! The commands a ticket uses, byte for byte. They are the ones every printer of the family knows.

use super::gb2312::code;
use super::text::{Item, Line, OwnSymbol};
use crate::model::Align;
use crate::raster::Bitmap;

const ESC: u8 = 0x1B;
const FS: u8 = 0x1C;
const GS: u8 = 0x1D;
const LF: u8 = 0x0A;

/// Rows of dots sent at once: small printers hold no more in their memory.
const BAND_ROWS: usize = 128;
/// Lines of paper that must pass the edge one tears at.
const TEAR_LINES: u8 = 4;

/// Bytes for a printer, begun with its waking up.
pub(super) struct Commands {
    bytes: Vec<u8>,
    look: Look,
}

/// How the next characters come out.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    align: u8,
    bold: bool,
    large: bool,
}

const PLAIN: Look = Look {
    align: 0,
    bold: false,
    large: false,
};

impl Commands {
    /// `ESC @`: nothing of an earlier ticket remains.
    pub(super) fn new() -> Self {
        Self {
            bytes: vec![ESC, b'@'],
            look: PLAIN,
        }
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// `GS v 0`: dots in bands that follow one another without a gap.
    pub(super) fn picture(&mut self, dots: &Bitmap) {
        let across = dots.row_bytes();
        let used = dots.bytes().iter().rposition(|&byte| byte != 0);
        let rows = used.map_or(0, |last| last / across + 1);
        for band in dots.bytes()[..rows * across].chunks(BAND_ROWS * across) {
            self.bytes.extend([GS, b'v', b'0', 0]);
            self.count(across);
            self.count(band.len() / across);
            self.bytes.extend(band);
        }
    }

    /// `FS &` and lines of text, symbols between them.
    pub(super) fn text(&mut self, items: &[Item]) {
        self.bytes.extend([FS, b'&']);
        for item in items {
            match item {
                Item::Line(line) => self.line(line),
                Item::Symbol(symbol) => self.symbol(symbol),
                Item::Dots(dots) => {
                    self.look(PLAIN);
                    self.picture(dots);
                }
            }
        }
        self.look(PLAIN);
    }

    fn line(&mut self, line: &Line) {
        self.look(Look {
            align: match line.align {
                Align::Left | Align::Justify => 0,
                Align::Centre => 1,
                Align::Right => 2,
            },
            bold: line.bold,
            large: line.large,
        });
        let codes = line.text.chars().filter_map(code);
        self.bytes.extend(codes.flatten());
        self.bytes.push(LF);
    }

    /// `ESC a`, `ESC E` and `GS !`, each where it changes something.
    fn look(&mut self, next: Look) {
        if self.look.align != next.align {
            self.bytes.extend([ESC, b'a', next.align]);
        }
        if self.look.bold != next.bold {
            self.bytes.extend([ESC, b'E', u8::from(next.bold)]);
        }
        if self.look.large != next.large {
            let size = if next.large { 0x11 } else { 0 };
            self.bytes.extend([GS, b'!', size]);
        }
        self.look = next;
    }

    /// `GS ( k`: model 2, size of a module, middle error correction, the text, draw it.
    fn symbol(&mut self, symbol: &OwnSymbol) {
        self.look(Look { align: 1, ..PLAIN });
        self.own(&[65, 50, 0]);
        self.own(&[67, symbol.module]);
        self.own(&[69, 49]);
        let mut store = vec![80, 48];
        store.extend(symbol.payload.as_bytes());
        self.own(&store);
        self.own(&[81, 48]);
        self.bytes.push(LF);
    }

    /// One function of `GS ( k` for QR symbols, which are number 49.
    fn own(&mut self, function: &[u8]) {
        self.bytes.extend([GS, b'(', b'k']);
        self.count(function.len() + 1);
        self.bytes.push(49);
        self.bytes.extend(function);
    }

    /// `GS V B`: feed past the cutter and cut all but a corner; without a cutter `ESC d`.
    pub(super) fn end_piece(&mut self, cutter: bool) {
        if cutter {
            self.bytes.extend([GS, b'V', b'B', 0]);
        } else {
            self.bytes.extend([ESC, b'd', TEAR_LINES]);
        }
    }

    /// Two bytes, the lower first.
    fn count(&mut self, count: usize) {
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        self.bytes.extend(count.to_le_bytes());
    }
}
