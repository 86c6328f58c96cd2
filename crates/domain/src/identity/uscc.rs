//! GB 32100: the unified social credit code of organisations.

use super::{IdProblem, IdWarning};

/// No I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [u32; 17] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

pub(super) fn check(value: &str) -> Result<(), IdProblem> {
    if value.len() != 18 {
        return Err(IdProblem::Length);
    }
    let (body, check) = value.as_bytes().split_at(17);
    let region_is_digits = body.iter().skip(2).take(6).all(u8::is_ascii_digit);
    if !region_is_digits {
        return Err(IdProblem::Character);
    }
    let mut sum = 0;
    for (byte, weight) in body.iter().zip(WEIGHTS) {
        sum += rank(*byte).ok_or(IdProblem::Character)? * weight;
    }
    let expected = (31 - sum % 31) % 31;
    let actual = check
        .first()
        .and_then(|byte| rank(*byte))
        .ok_or(IdProblem::Character)?;
    if actual == expected {
        Ok(())
    } else {
        Err(IdProblem::CheckDigit)
    }
}

fn rank(byte: u8) -> Option<u32> {
    ALPHABET
        .iter()
        .position(|b| *b == byte)
        .and_then(|at| u32::try_from(at).ok())
}

/// GB 11714: failing it is a warning only, because real codes exist that do.
pub(super) fn organisation_warning(value: &str) -> Option<IdWarning> {
    let inner = value.get(8..17)?;
    let (body, check) = inner.split_at_checked(8)?;
    let sum: u32 = body
        .chars()
        .zip(ORGANISATION_WEIGHTS)
        .map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight)
        .sum();
    let expected = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10)?,
    };
    (!check.starts_with(expected)).then_some(IdWarning::OrganisationCheck)
}
