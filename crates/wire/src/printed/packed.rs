//! Codes of capital letters and digits, three characters in two bytes.
//!
//! Forty symbols fit a sixteen-bit number three times (40³ = 64,000). What holds other characters
//! stays text; the CBOR type says which it is.

use minicbor::{Decoder, Encoder, data::Type, decode, encode};

/// Symbol 0 fills up the last three.
const FILL: u16 = 0;
const SYMBOLS: &[u8; 39] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-._";
const BASE: u16 = 40;

/// Writes `code` as a byte string, or as text when it holds other characters.
pub(super) fn write<W: encode::Write>(
    to: &mut Encoder<W>,
    code: &str,
) -> Result<(), encode::Error<W::Error>> {
    match pack(code) {
        Some(bytes) => to.bytes(&bytes)?.ok(),
        None => to.str(code)?.ok(),
    }
}

/// Reads what [`write`] wrote, of at most `most` characters.
pub(super) fn read(from: &mut Decoder<'_>, most: usize) -> Result<String, decode::Error> {
    let wrong = || decode::Error::message("not a packed code");
    let code = match from.datatype()? {
        Type::Bytes => unpack(from.bytes()?).ok_or_else(wrong)?,
        _ => from.str()?.to_owned(),
    };
    if code.len() > most {
        return Err(decode::Error::message("a code is too long"));
    }
    Ok(code)
}

fn pack(code: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(code.len().div_ceil(3) * 2);
    for three in code.as_bytes().chunks(3) {
        let mut value = 0;
        for at in 0..3 {
            let symbol = match three.get(at) {
                None => FILL,
                Some(letter) => {
                    let found = SYMBOLS.iter().position(|known| known == letter)?;
                    u16::try_from(found).ok()? + 1
                }
            };
            value = value * BASE + symbol;
        }
        bytes.extend(value.to_be_bytes());
    }
    Some(bytes)
}

fn unpack(bytes: &[u8]) -> Option<String> {
    let mut code = String::with_capacity(bytes.len() / 2 * 3);
    let mut ended = false;
    for pair in bytes.chunks(2) {
        let value = u16::from_be_bytes(pair.try_into().ok()?);
        if value >= BASE * BASE * BASE || ended {
            return None;
        }
        for symbol in [value / (BASE * BASE), value / BASE % BASE, value % BASE] {
            match symbol.checked_sub(1) {
                Some(_) if ended => return None,
                Some(at) => code.push(char::from(SYMBOLS[usize::from(at)])),
                None => ended = true,
            }
        }
        if value < BASE * BASE {
            // A fill alone says nothing.
            return None;
        }
    }
    Some(code)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_whatever_their_length() {
        for code in ["", "A", "LY", "LY03", "QS03-20261123-0012-6", "SP.0_4"] {
            assert_eq!(unpack(&pack(code).unwrap()).unwrap(), code);
        }
        assert_eq!(pack("LY03").unwrap().len(), 4);
        assert_eq!(pack("ly03"), None);
    }

    #[test]
    fn one_code_has_one_form() {
        // Nothing but fill, fill before a letter, letters after the end, a number out of range, and
        // half a pair.
        for bytes in [
            &[0, 0][..],
            &[0, 41],
            &[0x06, 0x40, 0x06, 0x40],
            &[0xFA, 0x00],
            &[0x10],
        ] {
            assert_eq!(unpack(bytes), None, "{bytes:?}");
        }
    }
}
