//! The eighteen-digit personal number of GB 11643 and the foreign permanent
//! residence numbers: 2017 (three letters and twelve digits) and 2023 (nine-leading,
//! same check as GB 11643).

use super::{IdProblem, IdWarning, Sex};
use chrono::NaiveDate;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// Province codes of GB/T 2260, with the three used by residence permits.
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "81",
    "82", "83",
];

pub(super) fn check_citizen(value: &str) -> Result<(), IdProblem> {
    if value.len() == 15 && value.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdProblem::OldFifteen);
    }
    check_eighteen(value)?;
    if value.starts_with(['0', '9']) {
        return Err(IdProblem::Character);
    }
    Ok(())
}

/// A household booklet names a person by the eighteen-digit number or, before one is
/// assigned, the household by a local number.
pub(super) fn check_hukou(value: &str) -> Result<(), IdProblem> {
    if value.len() == 18 && value.bytes().take(17).all(|b| b.is_ascii_digit()) {
        return check_citizen(value);
    }
    let local = value.bytes().all(|b| b.is_ascii_alphanumeric());
    if local {
        Ok(())
    } else {
        Err(IdProblem::Character)
    }
}

pub(super) fn check_foreign(value: &str) -> Result<(), IdProblem> {
    match value.len() {
        18 if value.starts_with('9') => check_eighteen(value),
        18 => Err(IdProblem::Character),
        15 => check_foreign_2017(value),
        _ => Err(IdProblem::Length),
    }
}

fn check_eighteen(value: &str) -> Result<(), IdProblem> {
    if value.len() != 18 {
        return Err(IdProblem::Length);
    }
    let (body, check) = value.as_bytes().split_at(17);
    if !body.iter().all(u8::is_ascii_digit) || !matches!(check, [b'0'..=b'9' | b'X']) {
        return Err(IdProblem::Character);
    }
    date_of(value).ok_or(IdProblem::BirthDate)?;
    if check == [check_character(body)] {
        Ok(())
    } else {
        Err(IdProblem::CheckDigit)
    }
}

fn check_character(body: &[u8]) -> u8 {
    let sum: u32 = body
        .iter()
        .zip(WEIGHTS)
        .map(|(b, weight)| u32::from(b - b'0') * weight)
        .sum();
    CHECKS[(sum % 11) as usize]
}

/// Nationality, region, birth `YYMMDD`, one more digit, and the machine-readable-zone
/// check (weights 7-3-1, letters from A = 10).
fn check_foreign_2017(value: &str) -> Result<(), IdProblem> {
    let bytes = value.as_bytes();
    let letters = bytes.iter().take(3).all(u8::is_ascii_uppercase);
    if !letters || !bytes.iter().skip(3).all(u8::is_ascii_digit) {
        return Err(IdProblem::Character);
    }
    let six = value.get(7..13).ok_or(IdProblem::Length)?;
    let plausible = ["19", "20"]
        .iter()
        .any(|century| parse_date(&format!("{century}{six}")).is_some());
    if !plausible {
        return Err(IdProblem::BirthDate);
    }
    let sum: u32 = value
        .chars()
        .take(14)
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight)
        .sum();
    let check = value.chars().last().and_then(|c| c.to_digit(10));
    if check == Some(sum % 10) {
        Ok(())
    } else {
        Err(IdProblem::CheckDigit)
    }
}

pub(super) fn upgrade_fifteen(value: &str) -> Result<String, IdProblem> {
    let (Some(region), Some(rest)) = (value.get(..6), value.get(6..)) else {
        return Err(IdProblem::Length);
    };
    if value.len() != 15 {
        return Err(IdProblem::Length);
    }
    if !value.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdProblem::Character);
    }
    let body = format!("{region}19{rest}");
    let full = format!("{body}{}", char::from(check_character(body.as_bytes())));
    check_citizen(&full).map(|()| full)
}

fn parse_date(digits: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(digits, "%Y%m%d").ok()
}

/// Where the birth date stands in an eighteen-digit number: a citizen's after the six-digit
/// region, a foreign resident's after `9`, province and nationality — the same columns.
fn date_of(value: &str) -> Option<NaiveDate> {
    let date = parse_date(value.get(6..14)?)?;
    (date >= NaiveDate::from_ymd_opt(1800, 1, 1)?).then_some(date)
}

pub(super) fn birth(value: &str) -> Option<NaiveDate> {
    if value.len() == 18 {
        date_of(value)
    } else {
        None
    }
}

pub(super) fn sex(value: &str) -> Option<Sex> {
    if value.len() != 18 {
        return None;
    }
    let digit = value.chars().nth(16)?.to_digit(10)?;
    Some(if digit % 2 == 1 {
        Sex::Male
    } else {
        Sex::Female
    })
}

pub(super) fn region_warning(value: &str) -> Option<IdWarning> {
    let known = value
        .get(..2)
        .is_some_and(|province| PROVINCES.contains(&province));
    (!known).then_some(IdWarning::UnknownProvince)
}
