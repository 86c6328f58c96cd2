//! Travel permits of Hong Kong, Macau and Taiwan residents, and passports.

use super::IdProblem;

/// `H`/`M` + 8 digits (life-long); the two replacement digits of older cards are
/// dropped. Since 2024 non-Chinese residents have `HA`/`MA` + 7 digits.
pub(super) fn hk_mo_permit(value: &str) -> Result<String, IdProblem> {
    let Some(rest) = value.strip_prefix(['H', 'M']) else {
        return Err(IdProblem::Character);
    };
    if let Some(digits) = rest.strip_prefix('A') {
        return all_digits(digits, &[7]).map(|()| value.to_owned());
    }
    all_digits(rest, &[8, 10])?;
    Ok(value.chars().take(9).collect())
}

/// 8 digits; older permits have 10 digits and a letter.
pub(super) fn taiwan_permit(value: &str) -> Result<String, IdProblem> {
    let old = value.len() == 11 && value.ends_with(|c: char| c.is_ascii_uppercase());
    let digits = if old {
        value.get(..10).unwrap_or_default()
    } else {
        value
    };
    let lengths: &[usize] = if old { &[10] } else { &[8] };
    all_digits(digits, lengths).map(|()| value.to_owned())
}

/// 5–17 capital letters and digits: the machine-readable zone is the scanner's matter.
pub(super) fn passport(value: &str) -> Result<String, IdProblem> {
    if !value
        .bytes()
        .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    {
        return Err(IdProblem::Character);
    }
    if (5..=17).contains(&value.len()) {
        Ok(value.to_owned())
    } else {
        Err(IdProblem::Length)
    }
}

fn all_digits(text: &str, lengths: &[usize]) -> Result<(), IdProblem> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdProblem::Character);
    }
    if lengths.contains(&text.len()) {
        Ok(())
    } else {
        Err(IdProblem::Length)
    }
}
