//! Text: what may be stored, and how text is folded for matching.
//!
//! Stored text is verbatim; folding is for matching only and its result is never
//! stored as somebody's name. Lengths count code points, never UTF-16 units.

mod fold;
mod pua;

pub use fold::fold;

/// Why a text cannot be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// More code points than the place takes.
    #[error("longer than {max} characters")]
    TooLong {
        /// The bound, in code points.
        max: usize,
    },
    /// A control character, or one that changes the direction of the text around it.
    #[error("character U+{:04X} at position {at} is not permitted", u32::from(*.character))]
    Forbidden {
        /// Position in code points, from 1.
        at: usize,
        /// The character.
        character: char,
    },
}

/// Takes a text to be stored as it is.
///
/// # Errors
/// When it is longer than `max_chars` code points, has a control character other than line
/// feed and tab, or has a character that changes text direction (which could make a
/// printed line read other than what was stored).
pub fn clean(text: &str, max_chars: usize) -> Result<String, TextProblem> {
    check(text, max_chars).map(|()| text.to_owned())
}

/// As [`clean`], without making a copy.
///
/// # Errors
/// As [`clean`].
pub fn check(text: &str, max_chars: usize) -> Result<(), TextProblem> {
    for (at, character) in text.chars().enumerate() {
        if at >= max_chars {
            return Err(TextProblem::TooLong { max: max_chars });
        }
        if is_forbidden(character) {
            return Err(TextProblem::Forbidden {
                at: at + 1,
                character,
            });
        }
    }
    Ok(())
}

fn is_forbidden(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t')) || is_direction_control(character)
}

fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
