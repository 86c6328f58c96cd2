//! Code 128 bar codes (GB/T 18347, ISO/IEC 15417).

use super::symbol::{Symbol, SymbolKind};
use crate::error::PrintError;
use crate::model::{MM, Part};

/// Widths of a module that scanners at a counter read, widest first.
const MODULES: [f32; 2] = [0.375 * MM, 0.25 * MM];
/// High enough to be hit by hand.
const HEIGHT: f32 = 12.0 * MM;
/// Modules of white on either side that the standard asks for.
const QUIET: usize = 10;

const TO_C: u8 = 99;
const TO_B: u8 = 100;
const START_B: u8 = 104;
const START_C: u8 = 105;
const STOP: usize = 106;

/// Widths of bars and spaces of every symbol character, bar first; the last is the stop.
#[rustfmt::skip]
const WIDTHS: [&[u8]; 107] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312", b"132212",
    b"221213", b"221312", b"231212", b"112232", b"122132", b"122231", b"113222", b"123122", b"123221",
    b"223211", b"221132", b"221231", b"213212", b"223112", b"312131", b"311222", b"321122", b"321221",
    b"312212", b"322112", b"322211", b"212123", b"212321", b"232121", b"111323", b"131123", b"131321",
    b"112313", b"132113", b"132311", b"211313", b"231113", b"231311", b"112133", b"112331", b"132131",
    b"113123", b"113321", b"133121", b"313121", b"211331", b"231131", b"213113", b"213311", b"213131",
    b"311123", b"311321", b"331121", b"312113", b"312311", b"332111", b"314111", b"221411", b"431111",
    b"111224", b"111422", b"121124", b"121421", b"141122", b"141221", b"112214", b"112412", b"122114",
    b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111", b"111242",
    b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112", b"421211", b"212141",
    b"214121", b"412121", b"111143", b"111341", b"131141", b"114113", b"114311", b"411113", b"411311",
    b"113141", b"114131", b"311141", b"411131", b"211412", b"211214", b"211232", b"2331112",
];

/// An encoded bar code with the size it will be printed at.
pub(super) struct Barcode {
    modules: Vec<bool>,
    module: f32,
}

impl Barcode {
    /// Encodes `payload` into at most `most` points, white on both sides included. Where the paper
    /// has dots of its own, a module is a whole number of them.
    pub(super) fn new(payload: &str, most: f32, dot: Option<f32>) -> Result<Self, PrintError> {
        let unfit = PrintError::Barcode {
            bytes: payload.len(),
        };
        if !Part::can_be_barcode(payload) {
            return Err(unfit);
        }
        let modules = modules(&characters(payload.as_bytes()));
        let on_dots = |module: f32| dot.map_or(module, |dot| (module / dot).round() * dot);
        let all = (modules.len() + 2 * QUIET) as f32;
        let module = MODULES.into_iter().map(on_dots);
        match module.into_iter().find(|module| module * all <= most) {
            Some(module) => Ok(Self { modules, module }),
            None => Err(unfit),
        }
    }

    /// Width with the white on both sides, in points.
    pub(super) fn width(&self) -> f32 {
        (self.modules.len() + 2 * QUIET) as f32 * self.module
    }

    pub(super) const fn height(&self) -> f32 {
        HEIGHT
    }

    /// The symbol, the white on its left from zero on.
    pub(super) fn symbol(&self, payload: &str) -> Symbol {
        Symbol {
            kind: SymbolKind::Code128,
            payload: payload.into(),
            x: QUIET as f32 * self.module,
            y: 0.0,
            cell: (self.module, HEIGHT),
            columns: self.modules.len(),
            dark: self.modules.as_slice().into(),
        }
    }
}

/// Symbol characters from the start to the check character: pairs of digits in set C where that is
/// shorter, everything else in set B.
fn characters(payload: &[u8]) -> Vec<u8> {
    let mut in_c = digits(payload) >= 4;
    let mut values = vec![if in_c { START_C } else { START_B }];
    let mut rest = payload;
    while let Some((&first, after)) = rest.split_first() {
        let run = digits(rest);
        // Inside set B a change pays from six digits on, at the end from four.
        let pays = run >= 6 || (run >= 4 && run == rest.len());
        if in_c && run < 2 {
            values.push(TO_B);
            in_c = false;
        } else if !in_c && pays && run.is_multiple_of(2) {
            values.push(TO_C);
            in_c = true;
        } else if in_c {
            values.push((first - b'0') * 10 + (after[0] - b'0'));
            rest = &after[1..];
        } else {
            values.push(first - b' ');
            rest = after;
        }
    }
    values.push(check(&values));
    values
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The standard's check character: the start plus every value times its place, modulo 103.
fn check(values: &[u8]) -> u8 {
    let weighted = values.iter().enumerate();
    let sum: usize = weighted
        .map(|(at, &value)| at.max(1) * usize::from(value))
        .sum();
    u8::try_from(sum % 103).unwrap_or(0)
}

/// Bars and spaces of the characters and the stop, one entry a module.
fn modules(values: &[u8]) -> Vec<bool> {
    let places = values.iter().map(|&value| usize::from(value)).chain([STOP]);
    let mut modules = Vec::new();
    for widths in places.map(|place| WIDTHS[place]) {
        for (at, &width) in widths.iter().enumerate() {
            modules.extend(std::iter::repeat_n(at % 2 == 0, usize::from(width - b'0')));
        }
    }
    modules
}

#[cfg(test)]
mod tests {
    use super::{characters, modules};

    #[test]
    fn digits_go_in_pairs_and_the_check_character_is_the_standards() {
        // Start C, 12, 34, to B, A, check: 105 + 12 + 2·34 + 3·100 + 4·33 = 617, modulo 103 = 102.
        assert_eq!(characters(b"1234A"), [105, 12, 34, 100, 33, 102]);
        // Start B, Y, C, check: 104 + 57 + 2·35 = 231, modulo 103 = 25.
        assert_eq!(characters(b"YC"), [104, 57, 35, 25]);
    }

    #[test]
    fn every_character_is_eleven_modules_and_the_stop_thirteen() {
        assert_eq!(modules(&characters(b"YC")).len(), 4 * 11 + 13);
    }
}
