//! What is to be paid: amounts in fen, in figures and in the characters nobody can alter
//! (正确填写票据和结算凭证的基本规定), and never a charge that rests on nothing.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::font::printable;

/// Most that one notice asks for: a hundred million yuan, in fen.
const MOST: u64 = 10_000_000_000;
const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];
/// Each group of digits has its own name.
const GROUP: u64 = 10_000;
const FEN: u64 = 100;

/// Why nobody can be asked to pay.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChargeError {
    /// A charge that rests on nothing (涉企收费目录清单; 不收费 is said instead).
    #[error("the charge {name:?} names no basis")]
    NoBasis {
        /// What it is for.
        name: String,
    },
    /// There is nothing to pay.
    #[error("there is nothing to pay")]
    Nothing,
    /// More than one notice asks for.
    #[error("the sum is more than {most} fen")]
    TooMuch {
        /// The most, in fen.
        most: u64,
    },
}

impl ChargeError {
    /// The stable code shown to people and written to logs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoBasis { .. } => "PRINT-CHARGE-BASIS",
            Self::Nothing => "PRINT-CHARGE-NONE",
            Self::TooMuch { .. } => "PRINT-CHARGE-SUM",
        }
    }
}

/// One thing that costs something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Charge {
    /// Code of the charge (收费项目编码); may be empty.
    pub code: String,
    /// Its name (收费项目).
    pub name: String,
    /// Price of one, in fen.
    pub price: u64,
    /// What one is: 例, 本, 平方米 …
    pub unit: String,
    /// How many.
    pub quantity: u32,
    /// The document it rests on (收费依据).
    pub basis: String,
}

impl Charge {
    /// What it comes to, in fen.
    ///
    /// # Errors
    /// When it rests on nothing or is too much.
    pub fn amount(&self) -> Result<u64, ChargeError> {
        if printable(&self.basis).trim().is_empty() {
            return Err(ChargeError::NoBasis {
                name: self.name.clone(),
            });
        }
        self.price
            .checked_mul(u64::from(self.quantity))
            .filter(|&fen| fen <= MOST)
            .ok_or(ChargeError::TooMuch { most: MOST })
    }
}

/// What all of them come to, in fen.
pub(super) fn total(charges: &[Charge]) -> Result<u64, ChargeError> {
    let mut sum = 0_u64;
    for charge in charges {
        sum = sum.saturating_add(charge.amount()?);
    }
    match sum {
        0 => Err(ChargeError::Nothing),
        sum if sum > MOST => Err(ChargeError::TooMuch { most: MOST }),
        sum => Ok(sum),
    }
}

/// `3500.00`
pub(super) fn figures(fen: u64) -> String {
    format!("{}.{:02}", fen / FEN, fen % FEN)
}

/// `叁仟伍佰元整`
pub(super) fn capital(fen: u64) -> String {
    let (yuan, jiao, rest) = (fen / FEN, fen / 10 % 10, fen % 10);
    let mut text = match yuan {
        0 if fen > 0 => String::new(),
        0 => "零元".to_owned(),
        yuan => format!("{}元", integer(yuan)),
    };
    // A gap between the last yuan and a fen is said; before 角 it may be left out.
    if jiao == 0 && rest > 0 && yuan > 0 {
        text.push(DIGITS[0]);
    }
    for (digit, unit) in [(jiao, '角'), (rest, '分')] {
        if digit > 0 {
            text.push(digit_of(digit));
            text.push(unit);
        }
    }
    if rest == 0 {
        text.push('整');
    }
    text
}

/// A whole number above zero, group by group of four digits.
fn integer(number: u64) -> String {
    let mut text = String::new();
    // Whether the digit before the group is a zero.
    let mut gap = false;
    for (at, name) in GROUPS.iter().enumerate().rev() {
        let power = GROUP.pow(u32::try_from(at).unwrap_or_default());
        let group = number / power % GROUP;
        if group > 0 {
            if !text.is_empty() && (gap || group < GROUP / 10) {
                text.push(DIGITS[0]);
            }
            text.push_str(&four(group));
            text.push_str(name);
        }
        gap = group.is_multiple_of(10);
    }
    text
}

/// One to four digits; several zeros between others are said once.
fn four(group: u64) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (at, place) in PLACES.iter().enumerate().rev() {
        let power = 10_u64.pow(u32::try_from(at).unwrap_or_default());
        let digit = group / power % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push(DIGITS[0]);
        }
        text.push(digit_of(digit));
        text.push_str(place);
        gap = false;
    }
    text
}

fn digit_of(digit: u64) -> char {
    usize::try_from(digit)
        .ok()
        .and_then(|digit| DIGITS.get(digit))
        .copied()
        .unwrap_or(DIGITS[0])
}

#[cfg(test)]
mod tests {
    use super::{capital, figures};

    #[test]
    fn amounts_are_written_as_bills_have_them() {
        for (fen, words) in [
            (0, "零元整"),
            (4, "肆分"),
            (30, "叁角整"),
            (1_000, "壹拾元整"),
            (140_950, "壹仟肆佰零玖元伍角整"),
            (600_714, "陆仟零柒元壹角肆分"),
            (168_032, "壹仟陆佰捌拾元叁角贰分"),
            (10_700_053, "壹拾万零柒仟元伍角叁分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
            (32_504, "叁佰贰拾伍元零肆分"),
            (10_000_000, "壹拾万元整"),
            (1_000_050_000, "壹仟万零伍佰元整"),
            (10_000_000_000, "壹亿元整"),
            (10_000_000_100, "壹亿零壹元整"),
            (1_001_001_000_100, "壹佰亿零壹仟零壹万零壹元整"),
        ] {
            assert_eq!(capital(fen), words, "{}", figures(fen));
        }
    }

    #[test]
    fn every_amount_can_be_read_back_from_its_characters() {
        let mut fen = 1_u64;
        for step in 0..4000_u64 {
            fen = (fen
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(step))
                % 1_000_000_000_000;
            assert_eq!(read(&capital(fen)), fen, "{}", capital(fen));
        }
    }

    /// The value of characters, as a person adds them up.
    fn read(text: &str) -> u64 {
        let (mut total, mut section, mut digit) = (0_u64, 0_u64, 0_u64);
        let mut fen = 0;
        for ch in text.chars() {
            match ch {
                '零' | '整' => {}
                '拾' => section += std::mem::take(&mut digit) * 10,
                '佰' => section += std::mem::take(&mut digit) * 100,
                '仟' => section += std::mem::take(&mut digit) * 1000,
                '万' => {
                    total += (std::mem::take(&mut section) + std::mem::take(&mut digit)) * 10_000
                }
                '亿' => {
                    let below = std::mem::take(&mut section) + std::mem::take(&mut digit);
                    total = (total + below) * 100_000_000;
                }
                '元' => total += std::mem::take(&mut section) + std::mem::take(&mut digit),
                '角' => fen += std::mem::take(&mut digit) * 10,
                '分' => fen += std::mem::take(&mut digit),
                ch => {
                    digit = "零壹贰叁肆伍陆柒捌玖"
                        .chars()
                        .position(|one| one == ch)
                        .unwrap() as u64
                }
            }
        }
        total * 100 + fen
    }
}
