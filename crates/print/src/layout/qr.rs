//! QR symbols.

use std::rc::Rc;

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, QrResult, Version};

use super::symbol::{Symbol, SymbolKind};
use crate::error::PrintError;
use crate::model::MM;

/// Side of a module of a thermal head: wide enough for a hand scanner though dots bleed.
const MODULE: f32 = 0.5 * MM;
/// Side of a module on a sheet, whose printers have finer dots: 200 dots to the inch still read it.
const FINE_MODULE: f32 = 0.42 * MM;
/// The least side of a symbol.
const LEAST_SIDE: f32 = 22.0 * MM;
/// Modules of white on every side that the standard asks for.
const QUIET: usize = 4;
/// The assignment number that announces UTF-8.
const ECI_UTF8: u32 = 26;

/// An encoded symbol with the size it will be printed at.
pub(super) struct QrSymbol {
    code: QrCode,
    module: f32,
}

/// The symbols of one document. Encoding is the dearest part of laying out a short paper, so that
/// what stands on several copies is encoded once.
pub(super) struct QrSymbols {
    made: Vec<(Asked, Rc<QrSymbol>)>,
}

/// A text, the room for its symbol, and the paper's dots.
#[derive(PartialEq)]
struct Asked {
    payload: String,
    most: f32,
    dot: Option<f32>,
}

impl QrSymbols {
    pub(super) const fn new() -> Self {
        Self { made: Vec::new() }
    }

    /// The symbol of `payload`; see [`QrSymbol::new`].
    pub(super) fn of(
        &mut self,
        payload: &str,
        most: f32,
        dot: Option<f32>,
    ) -> Result<Rc<QrSymbol>, PrintError> {
        let asked = Asked {
            payload: payload.to_owned(),
            most,
            dot,
        };
        if let Some((_, symbol)) = self.made.iter().find(|(known, _)| *known == asked) {
            return Ok(Rc::clone(symbol));
        }
        let symbol = Rc::new(QrSymbol::new(payload, most, dot)?);
        self.made.push((asked, Rc::clone(&symbol)));
        Ok(symbol)
    }
}

impl QrSymbol {
    /// Encodes `payload` with middle error correction, or low when only that
    /// fits into `most` points. Where the paper has dots of its own, a module is
    /// a whole number of them.
    fn new(payload: &str, most: f32, dot: Option<f32>) -> Result<Self, PrintError> {
        [EcLevel::M, EcLevel::L]
            .into_iter()
            .filter_map(|level| encode(payload, level).ok())
            .map(|code| {
                let even = LEAST_SIDE / code.width() as f32;
                let module = match dot {
                    Some(dot) => (MODULE.max(even) / dot).round() * dot,
                    None => FINE_MODULE.max(even),
                };
                Self { code, module }
            })
            .find(|symbol| symbol.side() <= most)
            .ok_or(PrintError::QrTooLong {
                bytes: payload.len(),
            })
    }

    /// Side of the dark part in points.
    pub(super) fn side(&self) -> f32 {
        self.code.width() as f32 * self.module
    }

    /// White to be left on every side, in points.
    pub(super) fn quiet(&self) -> f32 {
        QUIET as f32 * self.module
    }

    /// The symbol, its first module at zero.
    pub(super) fn symbol(&self, payload: &str) -> Symbol {
        let colors = self.code.to_colors();
        Symbol {
            kind: SymbolKind::Qr,
            payload: payload.into(),
            x: 0.0,
            y: 0.0,
            cell: (self.module, self.module),
            columns: self.code.width(),
            dark: colors.iter().map(|&color| color == Color::Dark).collect(),
        }
    }
}

/// ASCII is left to the encoder's own choice of modes. Anything else is written
/// as bytes announced as UTF-8, for the encoder would take some byte pairs for
/// Shift JIS.
fn encode(payload: &str, level: EcLevel) -> QrResult<QrCode> {
    if payload.is_ascii() {
        return QrCode::with_error_correction_level(payload, level);
    }
    let mut last = Err(qrcode::types::QrError::DataTooLong);
    for version in 1..=40 {
        let mut bits = Bits::new(Version::Normal(version));
        last = bits
            .push_eci_designator(ECI_UTF8)
            .and_then(|()| bits.push_byte_data(payload.as_bytes()))
            .and_then(|()| bits.push_terminator(level))
            .and_then(|()| QrCode::with_bits(bits, level));
        if last.is_ok() {
            break;
        }
    }
    last
}
