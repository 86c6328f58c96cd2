//! Folding for matching.

use super::{is_direction_control, pua};
use unicode_normalization::UnicodeNormalization;

/// Folds a text so that what people type finds what is stored: private-use code points of
/// GB 18030 to Unicode, compatibility forms (full-width, radicals) by NFKC, traditional to
/// simplified, lower case; direction and zero-width characters are dropped.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !is_direction_control(*c) && !is_zero_width(*c))
        .map(pua::to_unicode)
        .nfkc()
        .collect();
    fast2s::convert(&plain).to_lowercase()
}

fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}
