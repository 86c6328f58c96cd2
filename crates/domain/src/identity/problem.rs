//! What can be wrong or odd with an identity number, and the folding before any check.

use super::MAX_ID_CHARS;
use unicode_normalization::UnicodeNormalization;

/// Why a number cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdProblem {
    /// Nothing was typed.
    #[error("the number is empty")]
    Empty,
    /// Longer than any document number.
    #[error("the number is too long")]
    TooLong,
    /// The number of characters is not one this kind has.
    #[error("the number has the wrong length")]
    Length,
    /// A character stands where this kind does not have it.
    #[error("the number has a character that does not belong there")]
    Character,
    /// The digits for the birth date are not a date.
    #[error("the birth date in the number is not a date")]
    BirthDate,
    /// The check character does not fit.
    #[error("the check character does not fit")]
    CheckDigit,
    /// A first-generation number with fifteen digits: a person must confirm its modern form.
    #[error("this is an old fifteen-digit number")]
    OldFifteen,
}

impl IdProblem {
    /// The rule key shown beside a form field.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Empty => "required",
            Self::TooLong => "too_long",
            Self::Length => "id_length",
            Self::Character => "id_character",
            Self::BirthDate => "id_birth_date",
            Self::CheckDigit => "id_check_digit",
            Self::OldFifteen => "id_old_fifteen",
        }
    }
}

/// What is odd about a valid number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdWarning {
    /// The first two digits are no province: a misread digit or a very old card.
    UnknownProvince,
    /// The inner organisation code (GB 11714) does not check; some real codes do not.
    OrganisationCheck,
}

/// Folds full-width forms, drops separators people type, and capitalises.
pub(super) fn normalise(text: &str) -> Result<String, IdProblem> {
    // Bounded before any work is done on it.
    if text.len() > MAX_ID_CHARS * 8 {
        return Err(IdProblem::TooLong);
    }
    let value: String = text
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{200b}' | '\u{feff}'))
        .flat_map(char::to_uppercase)
        .collect();
    match value.chars().count() {
        0 => Err(IdProblem::Empty),
        count if count > MAX_ID_CHARS => Err(IdProblem::TooLong),
        _ if value.chars().any(char::is_control) => Err(IdProblem::Character),
        _ => Ok(value),
    }
}
