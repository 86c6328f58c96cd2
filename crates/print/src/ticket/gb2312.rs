//! GB/T 2312-1980: the characters that every ticket printer's own font has.

use std::ops::RangeInclusive;

use encoding_rs::GB18030;

/// The columns in use of each row of symbols, by the row's byte; GBK fills the gaps with characters
/// of its own, which printers' fonts may lack.
const SYMBOLS: [(u8, RangeInclusive<u8>); 16] = [
    (0xA1, 0xA1..=0xFE),
    (0xA2, 0xB1..=0xE2),
    (0xA2, 0xE5..=0xEE),
    (0xA2, 0xF1..=0xFC),
    (0xA3, 0xA1..=0xFE),
    (0xA4, 0xA1..=0xF3),
    (0xA5, 0xA1..=0xF6),
    (0xA6, 0xA1..=0xB8),
    (0xA6, 0xC1..=0xD8),
    (0xA7, 0xA1..=0xC1),
    (0xA7, 0xD1..=0xF1),
    (0xA8, 0xA1..=0xBA),
    (0xA8, 0xC5..=0xE9),
    (0xA9, 0xA4..=0xEF),
    (0xD7, 0xA1..=0xF9),
    (0xB0, 0xA1..=0xFE),
];

/// The bytes of a character in ASCII or GB 2312; none of any other.
pub(super) fn code(ch: char) -> Option<Vec<u8>> {
    if ch.is_ascii() {
        return (!ch.is_ascii_control()).then(|| vec![ch as u8]);
    }
    let text = ch.to_string();
    let (bytes, _, unmappable) = GB18030.encode(&text);
    match (unmappable, bytes.as_ref()) {
        (false, &[row, column]) if holds(row, column) => Some(vec![row, column]),
        _ => None,
    }
}

fn holds(row: u8, column: u8) -> bool {
    let whole = matches!(row, 0xB0..=0xD6 | 0xD8..=0xF7) && (0xA1..=0xFE).contains(&column);
    let listed = || {
        SYMBOLS
            .iter()
            .any(|(at, columns)| *at == row && columns.contains(&column))
    };
    whole || listed()
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn there_are_as_many_characters_as_the_standard_has() {
        let all = ('\u{80}'..='\u{FFFF}').filter(|&ch| code(ch).is_some());
        assert_eq!(all.count(), 6763 + 682);
    }

    #[test]
    fn characters_of_later_standards_and_controls_are_not_in_it() {
        assert_eq!(code('张'), Some(vec![0xD5, 0xC5]));
        assert_eq!(code('·'), Some(vec![0xA1, 0xA4]));
        for ch in ['䶮', '㛃', '𠮷', '€', '\u{1B}', '\u{0}', '﨑', '鎔'] {
            assert_eq!(code(ch), None, "{ch:?}");
        }
    }
}
