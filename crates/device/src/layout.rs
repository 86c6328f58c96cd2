//! Where each field lies in the 256-byte text block (GA/T 490 and its later variants).
//!
//! Offsets follow from lengths alone, so a field cannot overlap its neighbour; the ends are
//! checked when the crate is compiled.

use crate::card::TEXT_BLOCK_LEN;

/// One field of UTF-16LE text: bytes `at .. at + len`.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) at: usize,
    pub(crate) len: usize,
}

impl Field {
    const fn first(name: &'static str, len: usize) -> Self {
        Self { name, at: 0, len }
    }

    const fn then(self, name: &'static str, len: usize) -> Self {
        Self {
            name,
            at: self.end(),
            len,
        }
    }

    pub(crate) const fn end(self) -> usize {
        self.at + self.len
    }
}

/// The character that tells the layouts apart: blank, J, Y or I.
pub(crate) const MARK: Field = Field {
    name: "kind",
    at: 248,
    len: 2,
};

/// What citizens' cards, residence permits (J) and the 2023 foreigners' cards (Y) share.
pub(crate) mod shared {
    use super::Field;

    pub(crate) const NAME: Field = Field::first("name", 30);
    pub(crate) const SEX: Field = NAME.then("sex", 2);
    /// 民族 on citizens' cards, 换证次数 on Y, reserved on J.
    pub(crate) const CODE: Field = SEX.then("ethnicity or count", 4);
    pub(crate) const BIRTH: Field = CODE.then("birth", 16);
    /// 住址, or on Y the first 35 characters of the English name.
    pub(crate) const ADDRESS: Field = BIRTH.then("address", 70);
    pub(crate) const NUMBER: Field = ADDRESS.then("number", 36);
    pub(crate) const ISSUER: Field = NUMBER.then("issuer", 30);
    pub(crate) const FROM: Field = ISSUER.then("valid from", 16);
    pub(crate) const TO: Field = FROM.then("valid to", 16);
}

/// The tail of a residence permit (J).
pub(crate) mod permit {
    use super::{Field, shared};

    pub(crate) const PERMIT_NUMBER: Field = shared::TO.then("permit number", 18);
    pub(crate) const COUNT: Field = PERMIT_NUMBER.then("issue count", 4);
    pub(crate) const RESERVED: Field = COUNT.then("reserved", 6);
}

/// The tail of the 2023 foreigners' card (Y).
pub(crate) mod foreign_2023 {
    use super::{Field, shared};

    /// Characters 36–46 of the English name.
    pub(crate) const NAME_EN_REST: Field = shared::TO.then("english name", 22);
    pub(crate) const NATIONALITY: Field = NAME_EN_REST.then("nationality", 6);
}

/// The 2017 foreigners' card (I), which has an order of its own.
pub(crate) mod foreign_2017 {
    use super::Field;

    pub(crate) const NAME_EN: Field = Field::first("english name", 120);
    pub(crate) const SEX: Field = NAME_EN.then("sex", 2);
    pub(crate) const NUMBER: Field = SEX.then("number", 30);
    pub(crate) const NATIONALITY: Field = NUMBER.then("nationality", 6);
    pub(crate) const NAME: Field = NATIONALITY.then("name", 30);
    pub(crate) const FROM: Field = NAME.then("valid from", 16);
    pub(crate) const TO: Field = FROM.then("valid to", 16);
    pub(crate) const BIRTH: Field = TO.then("birth", 16);
    pub(crate) const VERSION: Field = BIRTH.then("version", 4);
    pub(crate) const AGENCY: Field = VERSION.then("agency", 8);
}

const _: () = {
    assert!(shared::TO.end() == 220);
    assert!(permit::RESERVED.end() == MARK.at);
    assert!(foreign_2023::NATIONALITY.end() == MARK.at);
    assert!(foreign_2017::AGENCY.end() == MARK.at);
    assert!(MARK.end() + 6 == TEXT_BLOCK_LEN);
};
