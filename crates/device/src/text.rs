//! From the 256-byte text block to an [`IdCard`]. The block is foreign: every field is
//! checked, and a breach names the field, never its content.

use chrono::NaiveDate;

use crate::ReaderError;
use crate::card::{CardKind, IdCard, Sex, TEXT_BLOCK_LEN};
use crate::ethnicity::Ethnicity;
use crate::layout::{Field, MARK, foreign_2017, foreign_2023, permit, shared};

type Block = [u8; TEXT_BLOCK_LEN];

/// 有效期止 of cards that do not expire.
const FOREVER: &str = "长期";

impl IdCard {
    /// Decodes the text block of any of the four layouts, chosen by the character at byte 248.
    ///
    /// # Errors
    /// [`ReaderError::Malformed`] when a field breaks its form: unpaired surrogates or control
    /// characters, an impossible date, a number that is not letters and digits, an unknown mark.
    pub fn from_text_block(block: &Block) -> Result<Self, ReaderError> {
        match text(block, MARK)?.as_str() {
            "" => citizen(block),
            "J" => residence_permit(block),
            "Y" => foreigner_2023(block),
            "I" => foreigner_2017(block),
            _ => Err(malformed(MARK)),
        }
    }
}

fn citizen(block: &Block) -> Result<IdCard, ReaderError> {
    let code = number_in(block, shared::CODE)?;
    Ok(IdCard {
        address: Some(required(block, shared::ADDRESS)?),
        ethnicity: code.and_then(Ethnicity::from_code),
        ..shared_part(CardKind::Citizen, block)?
    })
}

fn residence_permit(block: &Block) -> Result<IdCard, ReaderError> {
    Ok(IdCard {
        address: Some(required(block, shared::ADDRESS)?),
        permit_number: Some(document_number(block, permit::PERMIT_NUMBER)?),
        issue_count: number_in(block, permit::COUNT)?,
        ..shared_part(CardKind::ResidencePermit, block)?
    })
}

fn foreigner_2023(block: &Block) -> Result<IdCard, ReaderError> {
    let mut units = units(block, shared::ADDRESS);
    units.extend(self::units(block, foreign_2023::NAME_EN_REST));
    let name_en = decode(&units, foreign_2023::NAME_EN_REST)?;
    Ok(IdCard {
        name_en: Some(name_en).filter(|name| !name.is_empty()),
        nationality: Some(nationality(block, foreign_2023::NATIONALITY)?),
        issue_count: number_in(block, shared::CODE)?,
        ..shared_part(CardKind::ForeignPermanent2023, block)?
    })
}

fn foreigner_2017(block: &Block) -> Result<IdCard, ReaderError> {
    use foreign_2017 as at;
    Ok(IdCard {
        kind: CardKind::ForeignPermanent2017,
        name: text(block, at::NAME)?,
        name_may_be_cut: fills(block, at::NAME),
        name_en: Some(required(block, at::NAME_EN)?),
        sex: sex(block, at::SEX)?,
        ethnicity: None,
        birth: date(block, at::BIRTH)?,
        address: None,
        number: document_number(block, at::NUMBER)?,
        issuer: optional(block, at::AGENCY)?,
        valid_from: date(block, at::FROM)?,
        valid_to: last_day(block, at::TO)?,
        nationality: Some(nationality(block, at::NATIONALITY)?),
        permit_number: None,
        issue_count: None,
    })
}

/// The fields that lie in the same place on all but the 2017 card. Citizens and permit holders
/// always have a Chinese name; a foreigner of 2023 may not.
fn shared_part(kind: CardKind, block: &Block) -> Result<IdCard, ReaderError> {
    let name = match kind {
        CardKind::ForeignPermanent2023 => text(block, shared::NAME)?,
        _ => required(block, shared::NAME)?,
    };
    Ok(IdCard {
        kind,
        name,
        name_may_be_cut: fills(block, shared::NAME),
        name_en: None,
        sex: sex(block, shared::SEX)?,
        ethnicity: None,
        birth: date(block, shared::BIRTH)?,
        address: None,
        number: document_number(block, shared::NUMBER)?,
        issuer: optional(block, shared::ISSUER)?,
        valid_from: date(block, shared::FROM)?,
        valid_to: last_day(block, shared::TO)?,
        nationality: None,
        permit_number: None,
        issue_count: None,
    })
}

fn malformed(field: Field) -> ReaderError {
    ReaderError::Malformed { field: field.name }
}

fn units(block: &Block, field: Field) -> Vec<u16> {
    block[field.at..field.end()]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect()
}

fn is_padding(c: char) -> bool {
    matches!(c, ' ' | '\0' | '\u{3000}')
}

/// A name longer than its field is cut by the issuer, possibly through a surrogate pair; the
/// half left at the very end is dropped, any other unpaired half is damage.
fn decode(units: &[u16], field: Field) -> Result<String, ReaderError> {
    let whole = match units.split_last() {
        Some((0xD800..=0xDBFF, rest)) => rest,
        _ => units,
    };
    let text = String::from_utf16(whole).map_err(|_| malformed(field))?;
    let text = text.trim_matches(is_padding);
    if text.chars().any(char::is_control) {
        return Err(malformed(field));
    }
    Ok(text.to_owned())
}

fn text(block: &Block, field: Field) -> Result<String, ReaderError> {
    decode(&units(block, field), field)
}

fn required(block: &Block, field: Field) -> Result<String, ReaderError> {
    optional(block, field)?.ok_or_else(|| malformed(field))
}

fn optional(block: &Block, field: Field) -> Result<Option<String>, ReaderError> {
    Ok(Some(text(block, field)?).filter(|text| !text.is_empty()))
}

fn fills(block: &Block, field: Field) -> bool {
    units(block, field)
        .last()
        .is_some_and(|unit| !matches!(unit, 0 | 0x20 | 0x3000))
}

fn sex(block: &Block, field: Field) -> Result<Sex, ReaderError> {
    match text(block, field)?.as_str() {
        "0" => Ok(Sex::Unknown),
        "1" => Ok(Sex::Male),
        "2" => Ok(Sex::Female),
        "9" => Ok(Sex::Unstated),
        _ => Err(malformed(field)),
    }
}

fn parse_date(text: &str, field: Field) -> Result<NaiveDate, ReaderError> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(malformed(field));
    }
    NaiveDate::parse_from_str(text, "%Y%m%d").map_err(|_| malformed(field))
}

fn date(block: &Block, field: Field) -> Result<NaiveDate, ReaderError> {
    parse_date(&text(block, field)?, field)
}

fn last_day(block: &Block, field: Field) -> Result<Option<NaiveDate>, ReaderError> {
    match text(block, field)?.as_str() {
        FOREVER => Ok(None),
        day => parse_date(day, field).map(Some),
    }
}

fn document_number(block: &Block, field: Field) -> Result<String, ReaderError> {
    let number = required(block, field)?;
    let plain = number.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then_some(number).ok_or_else(|| malformed(field))
}

fn nationality(block: &Block, field: Field) -> Result<String, ReaderError> {
    let code = required(block, field)?;
    let alpha3 = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    alpha3.then_some(code).ok_or_else(|| malformed(field))
}

fn number_in(block: &Block, field: Field) -> Result<Option<u8>, ReaderError> {
    optional(block, field)?
        .map(|digits| digits.parse().map_err(|_| malformed(field)))
        .transpose()
}
